#include "core/canonical_text.h"

#include <cstddef>

#include "core/document_guards.h"
#include "core/document_layout.h"
#include "core/text_run.h"
#include "icc/text.h"

namespace icc {
namespace {

/// Stops at what needs a second look: all but ASCII that can be seen, a blank or LF. Of the two
/// comparisons that are compared, one holds for what is fine.
constexpr auto no_simple = [](auto byte) {
  return ((byte >= ' ') == (byte == '\n')) | (byte == 0x7F);
};

/// Whether a text has more of a character than `most`.
bool has_more(std::string_view text, char c, std::size_t most) {
  if (text.size() <= most) return false;
  std::size_t count = 0;
  for (std::size_t at = text.find(c); at != no_offset; at = text.find(c, at + 1)) {
    if (++count > most) return true;
  }
  return false;
}

/// The length of the character at `at`, which is not simple; 0 when it is not clean.
std::size_t clean_length(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
  const bool is_accented =
      first > 0xC2 && first < 0xE0;  // two bytes, nothing but letters and marks
  if (is_accented) return (second & 0xC0U) == 0x80 ? 2 : 0;
  if (first == '\t' || is_unwanted(text, at)) return 0;
  const Character character = first_character(text.substr(at));
  return character.valid ? character.length : 0;
}

}  // namespace

bool is_clean(std::string_view text) {
  std::size_t at = text_begin(text);
  while (true) {
    at += run_length(text.substr(at), no_simple);
    if (at == text.size()) break;
    const std::size_t length = clean_length(text, at);
    if (length == 0) return false;
    at += length;
  }
  constexpr std::size_t most = most_open_brackets / 2;
  return !has_more(text, '[', most) && !has_more(text, '{', most);
}

}  // namespace icc
