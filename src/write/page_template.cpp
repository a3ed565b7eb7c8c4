#include "write/page_template.h"

#include <algorithm>
#include <cassert>

namespace icc {

std::string filled(std::string_view text, std::span<const Filling> fillings) {
  std::string out;
  while (true) {
    const std::size_t begin = text.find("{{");
    out += text.substr(0, begin);
    if (begin == std::string_view::npos) return out;
    const std::size_t end = text.find("}}", begin);
    assert(end != std::string_view::npos);
    const auto filling =
        std::ranges::find(fillings, text.substr(begin + 2, end - begin - 2), &Filling::name);
    assert(filling != fillings.end());
    out += filling->bytes;
    text.remove_prefix(end + 2);
  }
}

}  // namespace icc
