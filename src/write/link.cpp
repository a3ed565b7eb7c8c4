#include "write/link.h"

#include <algorithm>
#include <array>
#include <string>

#include "icc/text.h"

namespace icc {
namespace {

constexpr std::array<std::string_view, 3> schemes = {"http://", "https://", "mailto:"};

}  // namespace

bool is_linkable(std::string_view url) {
  const std::string start = folded(url.substr(0, 8));
  const bool has_scheme =
      std::ranges::any_of(schemes, [&](std::string_view s) { return start.starts_with(s); });
  return has_scheme && visible(url) == url && url.find_first_of(" <>\\") == std::string_view::npos;
}

}  // namespace icc
