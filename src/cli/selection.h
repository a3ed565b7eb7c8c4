#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "cli/command.h"
#include "icc/query.h"

namespace icc {

/// The options that choose practices: a repeated option means "or", different options mean "and".
struct Selection {
  /// One option that stands for a query on a field.
  struct Flag {
    std::string field;
    std::vector<std::string> values;
  };
  std::deque<Flag> flags;  ///< in the order of the schema; a deque, since CLI11 keeps addresses
  std::string where;       ///< `--where QUERY`
};

/// The options that put the chosen practices in order and say how many to show.
struct Order {
  std::string sort;       ///< `country,-period`; empty: by path
  std::size_t limit = 0;  ///< 0: all
};

/// Declares `--where`, `--year`, `--text` and an option for each field of the schema that has a
/// flag.
void bind_selection(Options& options, Selection& selection, const Schema* schema);

/// Declares `--sort` and `--limit`.
void bind_order(Options& options, Order& order);

/// The query that the options stand for.
[[nodiscard]] tl::expected<Query, QueryError> selected(const Selection& selection,
                                                       const Schema& schema);

}  // namespace icc
