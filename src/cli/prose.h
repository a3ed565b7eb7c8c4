#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace icc {

/// CommonMark as a person reads it on a terminal of `width` cells: paragraphs wrapped, lists with
/// bullets and numbers, links with their address behind them. Ends with a line end unless it is
/// empty.
[[nodiscard]] std::string readable_prose(std::string_view markdown, std::size_t width);

}  // namespace icc
