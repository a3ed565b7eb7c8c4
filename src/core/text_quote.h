#pragma once

#include <string>
#include <string_view>

// Names of files as programs read them, in a form that a person can be shown.

namespace icc {

/// A text as one word of a shell: bare or in single quotes; as `$'…'`, which bash, zsh and ksh
/// know, where `visible` would change it.
[[nodiscard]] std::string shell_word(std::string_view text);

/// A path as git and patch read it in the head of a difference: bare, or in double quotes.
[[nodiscard]] std::string git_name(std::string_view path);

}  // namespace icc
