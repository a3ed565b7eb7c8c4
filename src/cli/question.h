#pragma once

#include <string>
#include <string_view>

#include "cli/session.h"
#include "icc/schema.h"

// What a person sees of a question of `icc add`, and what may be answered beside a value.

namespace icc {

inline constexpr std::string_view help_word = "?";    ///< explain the field
inline constexpr std::string_view back_word = "<";    ///< to the field before
inline constexpr std::string_view skip_word = ">";    ///< to the next required field
inline constexpr std::string_view none_word = "-";    ///< take the value away
inline constexpr std::string_view editor_word = "e";  ///< open an editor

/// Writes what a field is about, with its choices and the value that it has now (empty: none).
void introduce(Session& session, const Field& field, const std::string& now);

/// Writes what else there is to know about a field and its values.
void explain(Session& session, const Field& field);

}  // namespace icc
