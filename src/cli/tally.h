#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/session.h"
#include "cli/table.h"
#include "icc/facet.h"

namespace icc {

/// Counts of practices by the values of one facet, or of two.
class Tally {
 public:
  /// Starts from 0 for each known value of a closed vocabulary with at most fifty values, or of any
  /// when `all`.
  Tally(std::vector<Facet> facets, bool all);

  /// Counts one more under these values, one for each facet; an empty value means that there is
  /// none.
  void add(const Row& values);

  /// For people: a table with bars, or a cross table. For programs: values and count with tabs
  /// between them.
  [[nodiscard]] std::string text(const Output& out) const;

  /// One object (contract icc.count/1); `practices` is how many were counted.
  [[nodiscard]] std::string json(std::size_t practices) const;

  /// What is not shown and how to see it; empty when all is.
  [[nodiscard]] std::string hidden() const;

 private:
  /// Values with their counts, in the order in which they are shown.
  [[nodiscard]] std::vector<std::pair<Row, std::size_t>> sorted() const;
  [[nodiscard]] std::string bars(const Output& out) const;
  [[nodiscard]] std::string cross_table(const Output& out) const;
  /// What a cross table says, one pair of values a line: for one that has more columns than room.
  [[nodiscard]] std::string pairs(const Output& out) const;

  std::vector<Facet> facets_;
  bool all_;
  std::map<Row, std::size_t> counts_;
};

}  // namespace icc
