#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace icc {

/// `text` on one line, with a backslash before what CommonMark would take for markup
/// and what does not show made visible.
[[nodiscard]] std::string escaped_markdown(std::string_view text);

/// A heading of a level from 1 to 6, on lines of its own; `words` is markup already.
[[nodiscard]] std::string markdown_heading(std::size_t level, const std::string& words);

/// An address as a link to itself (`<https://…>`); escaped text where it is no http, https or
/// mailto address.
[[nodiscard]] std::string markdown_link(std::string_view url);

/// `[title](<url>)`; without the link where the address is no http, https or mailto one.
[[nodiscard]] std::string markdown_link(std::string_view title, std::string_view url);

/// Prose as a part of a larger text: its headings `deeper` levels deeper (at most 6), an open code
/// block closed, and no line that begins HTML, which could swallow what follows. No blank lines at
/// the ends.
[[nodiscard]] std::string embedded_prose(std::string_view prose, std::size_t deeper);

}  // namespace icc
