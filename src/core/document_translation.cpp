#include "core/document_translation.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/document_builder.h"
#include "core/document_decode.h"
#include "core/document_guards.h"
#include "core/document_layout.h"
#include "core/document_syntax.h"
#include "icc/text.h"

namespace icc {
namespace {

/// Whether the line is indented and its colon at `at` is the first and stands behind one word.
bool is_indented_key(std::string_view text, std::size_t at) {
  const std::size_t begin = line_text(text, at);
  return begin > line_begin(text, at) && key_end(text, begin) == at;
}

Diagnostic colon_fault(const ParserFault& fault) {
  const std::string_view text = fault.text;
  // A line without a colon runs on into the next line, whose colon yaml-cpp then names.
  std::size_t start = skip_gap(text, fault.cursor);
  if (is_at(text, start, ':') && start < fault.at) start = skip_gap(text, start + 1);
  const bool runs_on = start < fault.at && line_begin(text, start) < line_begin(text, fault.at);
  if (runs_on && start == line_text(text, start)) return no_key_fault(text, start);
  if (is_indented_key(text, fault.at)) return indentation_fault(text, fault.at);
  return diagnostic(RuleId::colon_in_text, character_at(text, fault.at), "a colon in the text",
                    std::string(quote_the_text));
}

Diagnostic line_fault(const ParserFault& fault) {
  const std::size_t at = fault.at;
  const bool starts_line = skip_blanks(fault.text, line_begin(fault.text, at)) == at;
  if (starts_line && column_of(fault.text, at) > 0) return indentation_fault(fault.text, at);
  if (starts_line && is_at(fault.text, at, '-') && is_space_or_end(fault.text, at + 1)) {
    return diagnostic(
        RuleId::indentation, range_of(at, at + 1), "a list's item where a key is expected",
        "write the list below its key: 'key:', then '  - item' on lines of their own");
  }
  return unclear_fault(fault.text, at);
}

/// The quote at or behind `at` that is never closed; `no_offset` when there is none.
std::size_t open_quote(std::string_view text, std::size_t at) {
  while ((at = text.find_first_of("'\"#", at)) != no_offset) {
    if (text[at] == '#') {
      at = is_space_or_end(text, at == 0 ? 0 : at - 1) ? line_end(text, at) : at + 1;
    } else if (!can_open_quote(text, at)) {
      ++at;
    } else if (const std::size_t end = end_of_quoted(text, at); end == no_offset) {
      return at;
    } else {
      at = end;
    }
  }
  return no_offset;
}

Diagnostic quote_fault(const ParserFault& fault) {
  const std::size_t at = open_quote(fault.text, fault.cursor);
  if (at == no_offset) return unclear_fault(fault.text, fault.cursor);
  return not_closed_fault(fault.text, at);
}

/// yaml-cpp takes a question mark within brackets for the mark of a key.
Diagnostic question_in_brackets_fault(std::string_view text, std::size_t at) {
  return diagnostic(RuleId::syntax, character_at(text, at), "a '?' within brackets",
                    std::string(quote_the_text));
}

Diagnostic first_character_fault(const ParserFault& fault) {
  if (is_at(fault.text, fault.at, '?')) return question_in_brackets_fault(fault.text, fault.at);
  const Range range = character_at(fault.text, fault.at);
  return diagnostic(RuleId::syntax, range,
                    "a text can't begin with " + quoted(slice(fault.text, range)),
                    std::string(quote_the_text));
}

Diagnostic bracket_fault(const ParserFault& fault) {
  if (is_at(fault.text, fault.at, '?')) return question_in_brackets_fault(fault.text, fault.at);
  if (fault.open_bracket == no_offset) return unclear_fault(fault.text, fault.at);
  const bool same_line =
      line_begin(fault.text, fault.open_bracket) == line_begin(fault.text, fault.at);
  if (same_line && fault.at < fault.text.size()) return unclear_fault(fault.text, fault.at);
  return not_closed_fault(fault.text, fault.open_bracket);
}

Diagnostic closing_fault(const ParserFault& fault) {
  const Range range = character_at(fault.text, fault.at);
  return diagnostic(RuleId::syntax, range,
                    "the bracket " + quoted(slice(fault.text, range)) + " closes none that is open",
                    std::string(quote_the_text));
}

Diagnostic item_fault(const ParserFault& fault) {
  return diagnostic(RuleId::syntax, character_at(fault.text, fault.at),
                    "a list's item behind other text on a line",
                    "write each '- item' on a line of its own, or put the text in quotes");
}

Diagnostic question_fault(const ParserFault& fault) {
  return question_mark_fault(fault.text, fault.at);
}

Diagnostic bad_escape_fault(const ParserFault& fault) {
  const std::size_t backslash = fault.text.substr(0, fault.at).rfind('\\');
  if (backslash == no_offset) return unclear_fault(fault.text, fault.at);
  return escape_fault(fault.text, escape_at(fault.text, backslash));
}

Diagnostic block_header_fault(const ParserFault& fault) {
  const std::size_t begin = fault.text.substr(0, fault.at).find_last_of("|>");
  return diagnostic(RuleId::syntax, rest_of_line(fault.text, begin),
                    "text on the line of a '|' or '>'",
                    "begin the text on the next line, indented below its key; a text that begins "
                    "with this character stands in quotes");
}

/// The `&`, `*` or `!` at or in front of `at` on its line that yaml-cpp stumbled over.
Diagnostic property_name_fault(const ParserFault& fault) {
  const std::size_t last = std::min(fault.at + 1, fault.text.size());
  const std::size_t found = fault.text.substr(0, last).find_last_of("&*!");
  if (found == no_offset || found < fault.cursor) return unclear_fault(fault.text, fault.at);
  return property_fault(fault.text, found);
}

/// One row for each message of yaml-cpp 0.7, by how it begins.
struct Translation {
  std::string_view message;
  Diagnostic (*fault)(const ParserFault&);
};

constexpr std::array translations{
    Translation{"aliases can't", property_name_fault},
    Translation{"alias not found", property_name_fault},
    Translation{"anchor not found", property_name_fault},
    Translation{"bad character found while scanning hex", bad_escape_fault},
    Translation{"cannot assign multiple", property_name_fault},
    Translation{"cannot set zero indentation", block_header_fault},
    Translation{"end of map flow not found", bracket_fault},
    Translation{"end of map not found", line_fault},
    Translation{"end of sequence flow not found", bracket_fault},
    Translation{"end of sequence not found", line_fault},
    Translation{"end of verbatim tag", property_name_fault},
    Translation{"illegal EOF in scalar", quote_fault},
    Translation{"illegal block entry", item_fault},
    Translation{"illegal character found while scanning", property_name_fault},
    Translation{"illegal document indicator in scalar", quote_fault},
    Translation{"illegal flow end", closing_fault},
    Translation{"illegal map key", question_fault},
    Translation{"illegal map value", colon_fault},
    Translation{"invalid unicode", bad_escape_fault},
    Translation{"tag handle with no suffix", property_name_fault},
    Translation{"the referenced anchor", property_name_fault},
    Translation{"unexpected character in block scalar", block_header_fault},
    Translation{"unknown escape character", bad_escape_fault},
    Translation{"unknown token", first_character_fault},
};

}  // namespace

Diagnostic syntax_fault(const ParserFault& fault) {
  const Range tab = tab_in_indentation(fault.text, fault.at);
  if (tab.end > 0) return tab_fault(tab);
  if (fault.open_bracket != no_offset) {
    const std::size_t mark = fault.text.substr(0, fault.at + 1).find("? ", fault.cursor);
    if (mark != no_offset) return question_in_brackets_fault(fault.text, mark);
  }
  const auto* const row =
      std::find_if(translations.begin(), translations.end(), [&](const Translation& translation) {
        return fault.message.substr(0, translation.message.size()) == translation.message;
      });
  return row == translations.end() ? unclear_fault(fault.text, fault.at) : row->fault(fault);
}

}  // namespace icc
