#include "core/query_phrase.h"

#include <utf8proc.h>

#include <cstddef>
#include <optional>

#include "core/text_ascii.h"
#include "core/text_run.h"
#include "icc/text.h"

namespace icc {
namespace {

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// An ASCII character as `folded` writes it.
char folded_character(char c) {
  return c == '`' ? '\'' : lower(c);
}

/// What a text has to be.
enum class Wanted : bool { whole, beginning };

/// Compares while it can without a copy: nothing when a character is not ASCII and the answer hangs
/// on it.
std::optional<bool> is_same_ascii(std::string_view text, std::string_view wanted, Wanted part) {
  std::size_t matched = 0;
  bool after_blank = false;
  for (const char c : text) {
    if (part == Wanted::beginning && matched == wanted.size()) return true;
    if (!is_ascii(c)) return std::nullopt;
    if (is_white(c)) {
      after_blank = matched > 0;
      continue;
    }
    if (after_blank && (matched == wanted.size() || wanted[matched++] != ' ')) return false;
    after_blank = false;
    if (matched == wanted.size() || wanted[matched++] != folded_character(c)) return false;
  }
  return matched == wanted.size();
}

/// A letter, digit or mark, other than those of scripts that do not part words: East Asian
/// characters two cells wide.
bool is_word(char32_t code) {
  if (code < 0x80) return is_letter_or_digit(static_cast<char>(code));
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  const bool is_mark = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
  const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
  const bool is_number = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
  return (is_letter || is_mark || is_number) && character_width(code) < 2;
}

/// The last character of a text that is not empty.
char32_t last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return first_character(text.substr(begin)).code;
}

/// The other character that `folded` writes as `c`; `c` itself when there is none.
char unfolded_character(char c) {
  if (is_lower(c)) return static_cast<char>(c - 'a' + 'A');
  return c == '\'' ? '`' : c;
}

bool has_phrase_ascii(std::string_view text, std::string_view phrase) {
  const bool at_word = is_letter_or_digit(phrase.front());
  const auto first = static_cast<signed char>(phrase.front());
  const auto other = static_cast<signed char>(unfolded_character(phrase.front()));
  const auto starts = [=](auto byte) { return (byte == first) | (byte == other); };
  for (std::size_t i = run_length(text, starts); i < text.size();
       i += 1 + run_length(text.substr(i + 1), starts)) {
    if (at_word && i > 0 && is_letter_or_digit(text[i - 1])) continue;
    if (is_same_ascii(text.substr(i), phrase, Wanted::beginning).value_or(false)) return true;
  }
  return false;
}

bool has_phrase_folded(std::string_view text, std::string_view phrase) {
  const bool at_word = is_word(first_character(phrase).code);
  for (std::size_t i = text.find(phrase); i != std::string_view::npos;
       i = text.find(phrase, i + 1)) {
    if (!at_word || i == 0 || !is_word(last_character(text.substr(0, i)))) return true;
  }
  return false;
}

/// As `has_phrase` for a phrase without blanks: it lies within one word of the text, so that only
/// words which are not ASCII have to be folded.
bool has_word(std::string_view text, std::string_view phrase) {
  while (true) {
    const std::size_t foreign = run_length(text, no_ascii);
    if (foreign == text.size()) return has_phrase_ascii(text, phrase);
    std::size_t begin = foreign;
    std::size_t end = foreign;
    while (begin > 0 && !is_white(text[begin - 1])) --begin;
    while (end < text.size() && !is_white(text[end])) ++end;
    if (has_phrase_ascii(text.substr(0, begin), phrase)) return true;
    if (has_phrase_folded(folded(text.substr(begin, end - begin)), phrase)) return true;
    text.remove_prefix(end);
  }
}

}  // namespace

bool has_phrase(std::string_view text, std::string_view phrase) {
  if (phrase.find(' ') == std::string_view::npos) return has_word(text, phrase);
  if (run_length(text, no_ascii) == text.size()) return has_phrase_ascii(text, phrase);
  return has_phrase_folded(folded(text), phrase);
}

bool is_same_text(std::string_view text, std::string_view wanted) {
  const auto same = is_same_ascii(text, wanted, Wanted::whole);
  return same ? *same : folded(text) == wanted;
}

bool begins_with_text(std::string_view text, std::string_view wanted) {
  const auto same = is_same_ascii(text, wanted, Wanted::beginning);
  return same ? *same : folded(text).starts_with(wanted);
}

}  // namespace icc
