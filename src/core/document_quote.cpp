#include "core/document_quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "core/text_ascii.h"
#include "core/text_run.h"
#include "icc/text.h"

// The sources of the rules: YAML 1.2.2, sections 5.3 (indicators), 7.3.3
// (plain style) and 10.3 (core schema), and the types of YAML 1.1 at yaml.org/type (bool, int,
// float, null, timestamp, merge, value), which most readers still follow.

namespace icc {
namespace {

// Words that are no text in YAML 1.1 or 1.2, in lower case. Sorted.
constexpr std::array<std::string_view, 16> words = {"+.inf", "-.inf", ".inf", ".nan", "<<",  "=",
                                                    "false", "n",     "no",   "null", "off", "on",
                                                    "true",  "y",     "yes",  "~"};

bool is_word(std::string_view text) {
  if (text.size() > 5) return false;
  std::array<char, 5> key{};
  std::transform(text.begin(), text.end(), key.begin(), lower);
  return std::binary_search(words.begin(), words.end(), std::string_view(key.data(), text.size()));
}

bool all_in(std::string_view text, std::string_view set) {
  return text.find_first_not_of(set) == std::string_view::npos;
}

/// The text behind its first characters that are in `set`.
std::string_view behind(std::string_view text, std::string_view set) {
  return text.substr(std::min(text.find_first_not_of(set), text.size()));
}

/// `e+03`, and what comes near to it; or nothing.
bool is_exponent(std::string_view text) {
  if (text.empty()) return true;
  if (lower(text.front()) != 'e') return false;
  text.remove_prefix(1);
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return all_in(text, "0123456789_.");
}

/// Whether some reader may see a number: `1_000`, `012`, `0o14`, `0x1F`, `12:30`, `1.5e3`, `.5`,
/// and what looks like one to a person (`1.2.3`).
bool is_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || behind(text, "0123456789_.").size() == text.size()) return false;
  const bool has_base = text.size() > 2 && text[0] == '0' &&
                        std::string_view("xXoObB").find(text[1]) != std::string_view::npos;
  if (has_base) {
    return all_in(text.substr(2), "0123456789abcdefABCDEF_");
  }
  return is_exponent(behind(text, "0123456789_.:"));
}

/// Whether the text begins with a date of YAML 1.1 (`2020-1-31`), alone or before a time.
bool is_timestamp(std::string_view text) {
  const auto digits = [&](std::size_t most) {
    std::size_t count = 0;
    while (count < text.size() && count < most && is_digit(text[count])) ++count;
    text.remove_prefix(count);
    return count;
  };
  const auto dash = [&] {
    const bool found = text.starts_with('-');
    if (found) text.remove_prefix(1);
    return found;
  };
  if (digits(4) != 4 || !dash() || digits(2) == 0 || !dash() || digits(2) == 0) return false;
  const std::string_view time = behind(text, "Tt \t");
  return text.empty() || (time.size() < text.size() && !time.empty() && is_digit(time.front()));
}

/// Whether the text as a key would begin a line like the end of a document, or like a mark that git
/// leaves in a file with conflicts.
bool is_mark(std::string_view text) {
  return text.starts_with("...") || text.starts_with("<<<<<<<") || text.starts_with("=======");
}

/// Whether a `#` in the text begins a comment.
bool has_comment(std::string_view text) {
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    if (at > 0 && text[at - 1] == ' ') return true;
  }
  return false;
}

bool has_syntax(std::string_view text) {
  constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`";
  return indicators.find(text.front()) != std::string_view::npos || text.front() == ' ' ||
         text.back() == ' ' || text.back() == ':' || text.find(": ") != std::string_view::npos ||
         has_comment(text);
}

/// Whether a character is seen by all readers as itself, without an escape.
bool shows(const Character& character) {
  const char32_t code = character.code;
  if (!character.valid || code < 0x20 || (code >= 0x7F && code < 0xA0)) return false;
  return code != 0x2028 && code != 0x2029 && code != 0xFEFF && code != 0xFFFE && code != 0xFFFF;
}

// The escapes that YAML (1.2.2, section 5.7) and JSON share.
constexpr std::array<std::pair<char, char>, 7> short_escapes = {
    {{'"', '"'}, {'\\', '\\'}, {'\b', 'b'}, {'\t', 't'}, {'\n', 'n'}, {'\f', 'f'}, {'\r', 'r'}}};

bool append_short_escape(std::string& out, char c) {
  const auto* const found = std::find_if(short_escapes.begin(), short_escapes.end(),
                                         [&](const auto& escape) { return escape.first == c; });
  if (found == short_escapes.end()) return false;
  out += '\\';
  out += found->second;
  return true;
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
  return out += '\'';
}

}  // namespace

bool all_show(std::string_view text, std::string_view allowed) {
  while (true) {
    text.remove_prefix(run_length(text, no_printable));
    if (text.empty()) return true;
    const Character character = first_character(text);
    if (!shows(character) && allowed.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(character.length);
  }
}

bool is_plain(std::string_view text) {
  return !text.empty() && !has_syntax(text) && !is_mark(text) && !is_word(text) &&
         !is_number(text) && !is_timestamp(text) && all_show(text);
}

bool is_plain_in_flow(std::string_view text) {
  return text.find_first_of(",[]{}") == std::string_view::npos && is_plain(text);
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const Character character = first_character(text);
    const std::string_view bytes = text.substr(0, character.length);
    text.remove_prefix(character.length);
    if (append_short_escape(out, bytes.front())) continue;
    if (shows(character) || !character.valid) {
      out += bytes;
    } else {
      fmt::format_to(std::back_inserter(out), "\\u{:04X}", static_cast<unsigned>(character.code));
    }
  }
  out += '"';
}

std::string scalar_text(std::string_view text, Style old) {
  if (old == Style::single_quoted && all_show(text)) return single_quoted(text);
  if (old != Style::double_quoted && is_plain_in_flow(text)) return std::string(text);
  std::string out;
  append_quoted(out, text);
  return out;
}

}  // namespace icc
