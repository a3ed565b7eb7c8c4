#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "cli/session.h"
#include "icc/schema.h"

// What a person sees of a question of `icc add`, and what may be answered beside a value; questions
// that have few answers.

namespace icc {

inline constexpr std::string_view help_word = "?";    ///< explain the field
inline constexpr std::string_view back_word = "<";    ///< to the field before
inline constexpr std::string_view skip_word = ">";    ///< to the next required field
inline constexpr std::string_view none_word = "-";    ///< take the value away
inline constexpr std::string_view editor_word = "e";  ///< open an editor

/// Writes what a field is about, with its choices and the value that it has now (empty: none).
void introduce(Session& session, const Field& field, const std::string& now);

/// Writes what else there is to know about a field and its values: of a grouped vocabulary those
/// within `group`, and how many others there are; all when `group` is empty.
void explain(Session& session, const Field& field, const std::string& group);

/// Reads a line behind a prompt; none at the end of input.
using LineReader = std::function<std::optional<std::string>(std::string_view prompt)>;

/// Reads lines from the session as they come, without line editing.
[[nodiscard]] LineReader plain_lines(Session& session);

/// Asks until the answer is one of `words`, whole or its first letter; none at the end of input.
/// `help` is written after any other answer.
[[nodiscard]] std::optional<std::string_view> chosen(Session& session, const LineReader& read,
                                                     std::string_view prompt,
                                                     std::initializer_list<std::string_view> words,
                                                     std::string_view help);

}  // namespace icc
