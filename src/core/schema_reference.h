#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace icc::json_schema {

/// A reference cut at its `#`.
struct Reference {
  std::string address;   ///< absolute, without fragment
  std::string fragment;  ///< without `#`, percent-decoded; empty when there is none
};

/// `reference` read from a place whose base is `base` (RFC 3986, section 5.2).
[[nodiscard]] Reference resolved(std::string_view base, std::string_view reference);

/// The next step of a JSON pointer (RFC 6901), unescaped: takes `/name` off the front of `pointer`.
/// Nothing when `pointer` is empty or does not begin with `/`.
[[nodiscard]] std::optional<std::string> next_step(std::string_view& pointer);

}  // namespace icc::json_schema
