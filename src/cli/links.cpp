#include "cli/links.h"

#include <cstddef>

#include "core/integrity_examination.h"

namespace icc {
namespace {

/// What can't be part of a local link.
constexpr std::string_view delimiters = " \t\r\n()<>[]{}\"'`,|";

/// Whether a word of a link can go on with this character.
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

/// Where the link whose last part is at `at` begins.
std::size_t link_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.find_last_of(delimiters, at - 1);
  return before == text.npos ? 0 : before + 1;
}

}  // namespace

std::string with_links(std::string_view text, std::string_view record, std::string_view from,
                       std::string_view id) {
  const std::string_view name = from.substr(from.rfind('/') + 1);
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool is_whole = end == text.size() || !is_word(text[end]);
    const std::size_t begin = link_begin(text, at);
    if (!is_whole || linked_path(record, text.substr(begin, end - begin)) != from) continue;
    out.append(text.substr(done, at - done)).append(id).append(".yaml");
    done = end;
  }
  return out.append(text.substr(done));
}

}  // namespace icc
