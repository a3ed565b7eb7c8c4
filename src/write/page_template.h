#pragma once

#include <span>
#include <string>
#include <string_view>

namespace icc {

/// What stands at a place of a template. The bytes are put in as they are: whoever makes them has
/// escaped them.
struct Filling {
  std::string_view name;
  std::string bytes;
};

/// A template with what `fillings` say at each `{{name}}`. Every name must have its filling; what
/// is put in is not looked at again.
[[nodiscard]] std::string filled(std::string_view text, std::span<const Filling> fillings);

}  // namespace icc
