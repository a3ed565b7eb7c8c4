#pragma once

#include <string>
#include <string_view>

// Texts from records as HTML. What does not show (control characters, bidirectional controls) is
// made visible, so that it cannot turn around what stands beside it.

namespace icc {

/// Text as the content of an element or between the double quotes of an attribute.
[[nodiscard]] std::string html_text(std::string_view text);

/// Text of several lines, whose line ends and tabs stay.
[[nodiscard]] std::string html_lines(std::string_view text);

/// An address as a link with `words` as its text; both as text where it is not linkable.
[[nodiscard]] std::string html_link(std::string_view words, std::string_view url);

/// CommonMark as HTML: its headings begin at `level`, raw HTML is shown as text, images are links,
/// and what is not linkable is no link.
[[nodiscard]] std::string html_prose(std::string_view markdown, int level);

/// JSON as the content of a `script` element: no `<` is left that could end it.
[[nodiscard]] std::string script_json(std::string_view json);

}  // namespace icc
