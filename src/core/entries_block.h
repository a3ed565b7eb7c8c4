#pragma once

#include <string_view>

// Which blocks of CommonMark (0.31, sections 4 and 5) a line begins.

namespace icc {

/// A line without the blanks, at most three, that a block may begin behind; empty when there are
/// more.
[[nodiscard]] std::string_view unindented(std::string_view line);

/// Whether a line begins a block other than a paragraph, or may be taken for one: a list, a quote,
/// a heading, a table, code, HTML.
[[nodiscard]] bool begins_block(std::string_view line);

/// Whether a line has one mark only, repeated: a break between sections, or the line below a
/// heading.
[[nodiscard]] bool is_rule(std::string_view line);

/// The fence with which a line opens a block of code (section 4.5): three or more ` or ~. Empty
/// when it opens none.
[[nodiscard]] std::string_view fence_of(std::string_view line);

/// Whether a line closes the block of code that `fence` has opened.
[[nodiscard]] bool closes_fence(std::string_view line, std::string_view fence);

}  // namespace icc
