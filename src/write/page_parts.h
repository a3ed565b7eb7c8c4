#pragma once

#include <string>
#include <string_view>

// The sources of the page (src/write/page), which the build puts into the program.

namespace icc {

/// The bytes of a source of the page: `page.html`. It must exist.
[[nodiscard]] std::string_view page_source(std::string_view name);

/// The style sheet in its element.
[[nodiscard]] std::string style_element();

/// All scripts, each in an element of its own, in the order in which they need each other.
[[nodiscard]] std::string script_elements();

/// A policy (Content Security Policy 3) that allows our style sheet and our scripts, each by its
/// hash, and nothing else: no request, no other script. `with_scripts`: whether the page has
/// any.
[[nodiscard]] std::string content_policy(bool with_scripts);

}  // namespace icc
