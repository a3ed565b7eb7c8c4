#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"

namespace icc {

/// The values of a longer vocabulary are shown only where they occur, unless all are asked for.
inline constexpr std::size_t long_vocabulary = 50;

/// Something that practices can be counted by: a field, or the years of a period.
class Facet {
 public:
  /// The facet called `name`: a field's path or alias, or `start` and `end` for the years in which
  /// a practice began and ended. An unknown name is a usage error. `schema` must outlive the facet.
  [[nodiscard]] static Result<Facet> read(std::string_view name, const Schema& schema);

  /// The field's path, `start` or `end`.
  [[nodiscard]] std::string_view name() const { return name_; }

  /// The values under which a practice counts, each once; empty when it has none.
  [[nodiscard]] std::vector<std::string> values(const Practice& practice) const;

  /// The values of the field's closed vocabulary in their order; empty for other fields.
  [[nodiscard]] std::vector<std::string_view> known() const;

 private:
  enum class Part : std::uint8_t { value, start, end };
  Facet(std::string name, const Field* field, Part part)
      : name_(std::move(name)), field_(field), part_(part) {}

  std::string name_;
  const Field* field_;
  Part part_;
};

}  // namespace icc
