#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace icc {

/// The lines of a text without their ends, LF or CR LF.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// The marks that open or close a block of code: at least three ` or ~ at the start of a line,
/// which may be indented. Nothing where there are none.
[[nodiscard]] std::string_view fence_of(std::string_view line);

/// Whether a line begins a block of CommonMark other than a paragraph (sections 4 and 5 of its
/// version 0.31), or may be taken for one: a list, a quote, a heading, a table, code, HTML.
[[nodiscard]] bool begins_block(std::string_view line);

/// Whether a line has one mark only, repeated: a break between sections, or the line below a
/// heading.
[[nodiscard]] bool is_rule(std::string_view line);

/// The sentences of a paragraph without line ends, no blanks at their ends. None begins a block.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view paragraph);

}  // namespace icc
