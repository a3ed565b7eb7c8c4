#include "core/integrity_examination.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text_ascii.h"
#include "core/text_set.h"

// What in a contact may belong to a person.

namespace icc {
namespace {

constexpr CharacterSet address_characters = CharacterSet().with_words().with(".-_+").with_foreign();
constexpr CharacterSet number_starts = CharacterSet().with("+0(");
constexpr CharacterSet number_characters = CharacterSet().with("0123456789 -./()");

bool is_address_character(char c) {
  return address_characters.has(c);
}

/// Where a telephone number may begin, at or behind `from`; the size of the text when nowhere.
std::size_t next_start(std::string_view text, std::size_t from) {
  while (from < text.size() && !number_starts.has(text[from])) ++from;
  return from;
}

/// The first e-mail address in a text; empty when there is none.
std::string_view email_in(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_address_character(text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_address_character(text[end])) ++end;
    while (end > at && text[end - 1] == '.') --end;
    const std::string_view domain = text.substr(at + 1, end - at - 1);
    if (begin < at && domain.find('.') != std::string_view::npos) {
      return text.substr(begin, end - begin);
    }
  }
  return {};
}

/// The first telephone number in a text: seven digits or more, with blanks, points, strokes and
/// brackets between them, that begin with + or 0. Empty when there is none.
std::string_view telephone_number_in(std::string_view text) {
  constexpr std::ptrdiff_t fewest_digits = 7;
  for (std::size_t begin = next_start(text, 0); begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && number_characters.has(text[end])) ++end;
    while (!is_digit(text[end - 1]) && end > begin + 1) --end;
    const std::string_view number = text.substr(begin, end - begin);
    const bool within_word =
        begin > 0 && (is_address_character(text[begin - 1]) || text[begin - 1] == '/');
    const bool is_number = number.starts_with('+') || number.starts_with('0') ||
                           number.starts_with("(+") || number.starts_with("(0");
    if (!within_word && is_number &&
        std::count_if(number.begin(), number.end(), is_digit) >= fewest_digits) {
      return number;
    }
    begin = next_start(text, end);
  }
  return {};
}

void report(Examination& all, const FieldValue& value, std::string_view part,
            std::string_view what) {
  if (part.empty()) return;
  all.report(RuleId::personal_data, range_of(all.practice.document(), value.node, part),
             fmt::format("'{}' holds {} {}", value.field.path, what, in_quotes(part)),
             "it will be public: an office's is better than a person's");
}

}  // namespace

void examine_contact(Examination& all, const FieldValue& value) {
  report(all, value, email_in(value.node.text), "an e-mail address");
  report(all, value, telephone_number_in(value.node.text), "a telephone number");
}

}  // namespace icc
