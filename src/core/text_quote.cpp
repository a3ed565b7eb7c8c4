#include "core/text_quote.h"

#include <fmt/format.h>

#include "icc/text.h"

namespace icc {
namespace {

bool can_be_shown(std::string_view text) {
  return visible(text) == text;
}

/// `text` between two `quote`s, with escapes as in C for what is not printable ASCII.
std::string escaped(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (c < ' ' || c > '~') {
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    } else {
      if (c == quote || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + quote;
}

}  // namespace

std::string shell_word(std::string_view text) {
  constexpr std::string_view special = " \t\n!\"#$&'()*;<>?[\\]^`{|}~";
  if (!can_be_shown(text)) return "$" + escaped(text, '\'');
  if (!text.empty() && text.find_first_of(special) == text.npos) return std::string(text);
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
  return word + "'";
}

std::string git_name(std::string_view path) {
  const bool is_plain = can_be_shown(path) && path.find_first_of("\"\\") == path.npos;
  return is_plain ? std::string(path) : escaped(path, '"');
}

}  // namespace icc
