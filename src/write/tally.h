#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// How many practices have a value.
struct ValueCount {
  std::string value;
  std::size_t count = 0;
};

/// The values of a field with the number of practices that have each: all values of a short closed
/// vocabulary in its order, also those that nobody has; of other fields those that occur, in the
/// order of people.
[[nodiscard]] std::vector<ValueCount> value_counts(std::span<const Practice> practices,
                                                   const Field& field);

/// The values of a field that most practices have, largest first; without those that nobody has.
[[nodiscard]] std::vector<ValueCount> largest_first(std::vector<ValueCount> counts);

/// The largest of the counts; 0 without any.
[[nodiscard]] std::size_t largest(std::span<const ValueCount> counts);

}  // namespace icc
