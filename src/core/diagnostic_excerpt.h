#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace icc {

/// A line as a terminal shows it, with a stretch to be marked below it. All in cells.
struct MarkedLine {
  std::string text;        ///< visible, tabs as blanks; `…` where it was cut
  std::size_t begin = 0;   ///< cells before the mark
  std::size_t length = 1;  ///< of the mark
};

/// `line` with its bytes from `begin` up to `end` marked; the mark has at least one cell. A line
/// wider than `room` cells is cut around the beginning of the mark.
[[nodiscard]] MarkedLine marked_line(std::string_view line, std::size_t begin, std::size_t end,
                                     std::size_t room);

}  // namespace icc
