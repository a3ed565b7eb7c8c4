#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "icc/diagnostic.h"

namespace icc {

/// A text in an editor with the errors that were found in it.
struct MarkedText {
  std::string text;      ///< with each error as a comment above its line
  std::size_t line = 1;  ///< where the first error stands, from 1
};

/// A text without the errors that `with_errors` has put into it.
[[nodiscard]] std::string without_errors(std::string_view text);

/// A text with each error among its located faults as a comment above the line.
[[nodiscard]] MarkedText with_errors(std::string_view text, const std::vector<Diagnostic>& faults);

}  // namespace icc
