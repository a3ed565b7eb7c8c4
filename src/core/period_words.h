#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/period_say.h"

// The words of time in English, French, Spanish, Portuguese, German and Italian, folded.

namespace icc {

/// A word or phrase at the start of a text.
struct PeriodWord {
  Say say = Say::unknown;
  int value = 0;           ///< the month, the number, or 1 for a unit of years
  std::size_t length = 0;  ///< bytes
};

/// The longest known word or phrase that `folded` begins with.
[[nodiscard]] std::optional<PeriodWord> period_word(std::string_view folded);

/// Whether a folded text says that there is no period: empty, `n/a`, `-`, `none`.
[[nodiscard]] bool says_nothing(std::string_view folded);

}  // namespace icc
