#include "core/entries_sentence.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/document_layout.h"
#include "core/entries_block.h"
#include "core/text_ascii.h"
#include "icc/text.h"

namespace icc {
namespace {

// What stands before a full stop that ends no sentence, in lower case. Sorted.
constexpr std::array<std::string_view, 25> abbreviations = {
    "al",  "approx", "bzw", "ca", "cf",   "dr",   "ed",  "eds", "fr",  "hr", "incl", "jr", "mr",
    "mrs", "ms",     "mt",  "mx", "prof", "resp", "rev", "sr",  "sra", "st", "ste",  "vs"};
// The same, where a number follows.
constexpr std::array<std::string_view, 24> before_numbers = {
    "apr", "art", "aug", "ch", "chap", "dec", "feb", "fig", "jan", "jul",  "jun", "mar",
    "no",  "nos", "nov", "nr", "oct",  "par", "pp",  "sec", "sep", "sept", "tab", "vol"};

// Marks around words, with which a sentence may begin or end.
constexpr std::u32string_view openers = U"\"'“‘«‹„‚([¿¡*_";
constexpr std::u32string_view closers = U"\"'”’“‘»›)]*_";

struct Letters {
  char32_t first;
  char32_t last;
};
// Lower-case letters of the scripts of Europe; a sentence does not begin with them.
constexpr std::array<Letters, 5> lower_case = {
    {{'a', 'z'}, {0xDF, 0xF6}, {0xF8, 0xFF}, {0x3AC, 0x3CE}, {0x430, 0x45F}}};

bool is_digit_code(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_lower_code(char32_t code) {
  return std::any_of(lower_case.begin(), lower_case.end(), [&](const Letters& letters) {
    return code >= letters.first && code <= letters.last;
  });
}

template <class Set>
bool is_in(const Set& set, std::string_view word) {
  return std::binary_search(set.begin(), set.end(), word);
}

/// The text behind the characters of `set` at its start.
std::string_view behind(std::string_view text, std::u32string_view set) {
  while (!text.empty()) {
    const Character character = first_character(text);
    if (set.find(character.code) == std::u32string_view::npos) break;
    text.remove_prefix(character.length);
  }
  return text;
}

/// Whether a sentence can begin so: with a capital, a digit or a letter of a script without cases.
bool begins_sentence(std::string_view text) {
  text = behind(text, openers);
  if (text.empty()) return false;
  const char32_t code = first_character(text).code;
  if (code < 0x80) return is_digit_code(code) || (code >= 'A' && code <= 'Z');
  constexpr Letters punctuation = {0x2000, 0x2BFF};
  return code >= 0xC0 && !is_lower_code(code) &&
         (code < punctuation.first || code > punctuation.last);
}

/// `e.g`, `U.S`, `Ph.D`, `J`: letters with stops between, at most two each.
bool is_initials(std::string_view word) {
  std::size_t letters = 0;
  std::size_t stops = 0;
  for (const char c : word) {
    if (c == '.') {
      letters = 0;
      ++stops;
    } else if (!is_letter(c) || ++letters > 2) {
      return false;
    }
  }
  return stops > 0 || word.size() == 1;
}

/// Whether the full stop behind `before` belongs to its last word. `after` is what follows.
bool is_abbreviation(std::string_view before, std::string_view after) {
  const std::size_t blank = before.find_last_of(" \t");
  const std::string_view word =
      behind(before.substr(blank == std::string_view::npos ? 0 : blank + 1), openers);
  const std::string key = folded(word);
  return is_initials(word) || is_in(abbreviations, key) ||
         (is_in(before_numbers, key) && is_digit_code(first_character(after).code));
}

/// The length of what ends a sentence at the start of `text`: stops, then closing marks; 0 when it
/// is nothing of the kind.
std::size_t end_length(std::string_view text) {
  const std::string_view rest = behind(text, U".!?…");
  return rest.size() == text.size() ? 0 : text.size() - behind(rest, closers).size();
}

/// Where the sentence at the start of `text` ends; at the latest at the text's end.
std::size_t sentence_length(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = end_length(text.substr(at));
    if (length == 0) {
      at += first_character(text.substr(at)).length;
      continue;
    }
    const std::size_t end = at + length;
    if (end == text.size()) break;
    const bool is_stop = text[at] == '.' && (at + 1 == text.size() || text[at + 1] != '.');
    const std::string_view after = trimmed(text.substr(end));
    const bool ends = is_blank(text[end]) && begins_sentence(after) && !begins_block(after) &&
                      !(is_stop && is_abbreviation(text.substr(0, at), after));
    if (ends) return end;
    at = end;
  }
  return text.size();
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view paragraph) {
  std::vector<std::string_view> found;
  paragraph = trimmed(paragraph);
  while (!paragraph.empty()) {
    const std::size_t length = sentence_length(paragraph);
    found.push_back(paragraph.substr(0, length));
    paragraph = trimmed(paragraph.substr(length));
  }
  return found;
}

}  // namespace icc
