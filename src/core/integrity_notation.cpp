#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/document_guards.h"
#include "core/document_layout.h"
#include "core/integrity_examination.h"
#include "core/text_ascii.h"
#include "icc/text.h"

// Rules about what YAML makes of a text as it is written: a comment that cuts it off, an escape
// that hides a character; and about characters that are hidden from people.

namespace icc {
namespace {

/// A letter or digit; all that is not ASCII counts as one.
bool is_word(char c) {
  return is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a `#` stands between a blank and a letter or digit, as it seldom does.
bool has_glued_comment(std::string_view text) {
  for (auto at = text.find('#'); at != text.npos; at = text.find('#', at + 1)) {
    const bool is_glued = at + 1 < text.size() && is_word(text[at + 1]);
    if (is_glued && at > 0 && is_blank(text[at - 1])) return true;
  }
  return false;
}

/// The comment behind a value that ends at `end`, when it begins with `#` and a letter or digit;
/// empty without one.
Range glued_comment(std::string_view text, std::size_t end) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t", end), text.size());
  const bool is_comment = begin > end && begin + 1 < text.size() && text[begin] == '#';
  if (!is_comment || !is_word(text[begin + 1])) return {};
  const std::size_t line_end = std::min(text.find_first_of("\r\n", begin), text.size());
  return range_of(begin, line_end);
}

bool has_no_width(char32_t code) {
  return code == 0x200B || code == 0x2060;
}

bool turns_direction(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/// The first character that nobody can see, as it stands in the text; empty when there is none.
std::string_view first_invisible(std::string_view text) {
  constexpr char first_byte = '\xE2';  // of all of them
  for (auto at = text.find(first_byte); at != text.npos; at = text.find(first_byte, at + 1)) {
    const Character character = first_character(text.substr(at));
    if (has_no_width(character.code) || turns_direction(character.code)) {
      return text.substr(at, character.length);
    }
  }
  return {};
}

void report_invisible(Examination& all, const Node& node, std::string_view bytes) {
  const char32_t code = first_character(bytes).code;
  const Range range = range_of(all.practice.document(), node, bytes);
  Diagnostic* found = all.report(
      RuleId::invisible_character, range,
      fmt::format("the invisible character U+{:04X}", static_cast<unsigned>(code)), "take it out");
  if (found == nullptr || range == node.range) return;
  found->fix = Fix{has_no_width(code), range, "", "take the character out"};
}

}  // namespace

std::vector<Diagnostic> cut_off_texts(const Document& document) {
  std::vector<Diagnostic> found;
  const std::string_view text = document.text();
  if (!has_glued_comment(text)) return found;
  for (const Node& node : document.nodes()) {
    if (node.style != Style::plain || is_collection(node.kind)) continue;
    const Range comment = glued_comment(text, node.range.end);
    if (comment.end == 0) continue;
    const std::string_view words = text.substr(comment.begin, comment.end - comment.begin);
    found.push_back(
        diagnostic(RuleId::hash_in_text, comment,
                   "the text ends before " + in_quotes(words) + ", which YAML takes for a comment",
                   "put the whole text in quotes; if it is a comment, a blank behind "
                   "the '#'"));
  }
  return found;
}

void examine_comments(Examination& all) {
  for (Diagnostic& cut : cut_off_texts(all.practice.document())) {
    all.report(cut.rule, cut.range, std::move(cut.message), std::move(cut.hint));
  }
}

void examine_escapes(Examination& all) {
  const Document& document = all.practice.document();
  if (document.text().find('\\') == std::string_view::npos) return;
  for (const Node& node : document.nodes()) {
    if (node.style != Style::double_quoted) continue;
    for (std::size_t at = 0; at < node.text.size(); ++at) {
      if (!is_unwanted(node.text, at)) continue;
      const Diagnostic fault = unwanted_fault(node.text, at, node.range);
      all.report(fault.rule, fault.range, fault.message, "delete the escape that stands for it");
      break;
    }
  }
}

void examine_invisible(Examination& all) {
  const Document& document = all.practice.document();
  const bool has_escapes = document.text().find('\\') != std::string_view::npos;
  if (first_invisible(document.text()).empty() && !has_escapes) return;
  for (const Node& node : document.nodes()) {
    if (is_collection(node.kind)) continue;
    const std::string_view bytes = first_invisible(node.text);
    if (!bytes.empty()) report_invisible(all, node, bytes);
  }
}

}  // namespace icc
