#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace icc {

/// An SVG as wide as its place and `height` pixels high, which a screen reader calls `label`.
[[nodiscard]] std::string svg_element(std::string_view label, std::size_t height,
                                      std::string_view content);

/// A part of a whole as SVG and CSS write it: `12.5%`.
[[nodiscard]] std::string percent(double part, double whole);

/// What a title says of a picture that leaves something to its table: ` (24 of 41)`; else empty.
[[nodiscard]] std::string shown_of(std::size_t shown, std::size_t all);

/// A table with a head; the first cell of each row is its heading. Cells are texts.
[[nodiscard]] std::string table_element(std::span<const std::string> head,
                                        std::span<const std::vector<std::string>> rows);

}  // namespace icc
