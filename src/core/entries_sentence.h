#pragma once

#include <string_view>
#include <vector>

namespace icc {

/// The sentences of a paragraph without line ends, no blanks at their ends. None begins a block.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view paragraph);

}  // namespace icc
