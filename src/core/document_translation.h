#pragma once

#include <cstddef>
#include <string_view>

#include "icc/diagnostic.h"

namespace icc {

/// What is known when yaml-cpp gives up.
struct ParserFault {
  std::string_view text;
  std::string_view message;  ///< yaml-cpp's own
  std::size_t at;            ///< where it gave up
  std::size_t cursor;        ///< up to here all was understood
  std::size_t open_bracket;  ///< the innermost bracket that is open; `no_offset` when there is none
};

/// yaml-cpp's verdict (0.7.0) in our own rules and words.
[[nodiscard]] Diagnostic syntax_fault(const ParserFault& fault);

}  // namespace icc
