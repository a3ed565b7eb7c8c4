#include "core/document_syntax.h"

#include <string>

#include "core/document_guards.h"
#include "core/document_layout.h"
#include "icc/text.h"

namespace icc {
namespace {

Diagnostic blank_after_colon_fault(std::string_view text, std::size_t at) {
  const std::size_t colon = key_end(text, at);
  return diagnostic(RuleId::syntax, range_of(colon, colon + 1), "no blank behind the colon",
                    "write " + quoted(std::string(text.substr(at, colon - at)) + ": …"));
}

/// Whether `at` begins a `key:value`.
bool is_key_without_blank(std::string_view text, std::size_t at) {
  const std::size_t colon = key_end(text, at);
  return colon != no_offset && !is_space_or_end(text, colon + 1);
}

}  // namespace

Diagnostic no_key_fault(std::string_view text, std::size_t at) {
  if (is_key_without_blank(text, at)) return blank_after_colon_fault(text, at);
  const Range range = rest_of_line(text, at);
  return diagnostic(RuleId::syntax, range, quoted(slice(text, range)) + " is not 'key: value'",
                    "write 'key: value', or indent the line below the text that it continues");
}

Diagnostic not_closed_fault(std::string_view text, std::size_t at) {
  const std::string_view mark = text.substr(at, 1);
  const std::string_view closing = mark == "[" ? "]" : mark == "{" ? "}" : mark;
  return diagnostic(RuleId::not_closed, range_of(at, at + 1),
                    "the " + quoted(mark) + " that opens here is not closed",
                    "write a " + quoted(closing) + " at the end, or put the whole text in quotes");
}

Diagnostic question_mark_fault(std::string_view text, std::size_t at) {
  return diagnostic(RuleId::syntax, character_at(text, at), "a text can't begin with '? '",
                    std::string(quote_the_text));
}

Diagnostic unclear_fault(std::string_view text, std::size_t at) {
  if (is_at(text, at, '#')) {
    return diagnostic(RuleId::syntax, range_of(at, at + 1), "no blank in front of a comment's '#'",
                      "put a blank in front of it, or the text in quotes");
  }
  if (is_at(text, at, '?')) return question_mark_fault(text, at);
  const Range range = rest_of_line(text, at);
  return diagnostic(RuleId::syntax, range, quoted(slice(text, range)) + " is not expected here",
                    std::string(quote_the_text));
}

Diagnostic missing_colon_fault(std::string_view text, std::size_t key_end) {
  return no_key_fault(text, line_text(text, key_end));
}

Diagnostic property_fault(std::string_view text, std::size_t at) {
  const Range range = word_at(text, at);
  const std::string word = quoted(slice(text, range));
  const std::string hint(quote_the_text);
  switch (text[at]) {
    case '&':
      return diagnostic(RuleId::anchor, range, word + " is a mark of YAML and would be lost", hint);
    case '*':
      return diagnostic(RuleId::alias, range, word + " refers to another value in YAML", hint);
    default:
      return diagnostic(RuleId::tag, range, word + " is a mark of YAML and would be lost", hint);
  }
}

Diagnostic text_after_record_fault(std::string_view text, std::size_t at) {
  const Range range = rest_of_line(text, at);
  if (key_end(text, at) != no_offset && column_of(text, skip_gap(text, 0)) > column_of(text, at)) {
    const std::size_t first = skip_gap(text, 0);
    return diagnostic(RuleId::indentation, range_of(line_begin(text, first), first),
                      "the first key is indented more than the others",
                      "begin all keys of the record in the first column");
  }
  return diagnostic(RuleId::text_after_record, range,
                    quoted(slice(text, range)) + " stands behind the end of the record",
                    "keep one record in a file");
}

Diagnostic no_record_fault(std::string_view text, std::size_t at, std::string_view value) {
  if (at >= text.size()) {
    return diagnostic(RuleId::not_a_record, range_of(text.size(), text.size()),
                      "there is no record in the file", "write 'key: value' on each line");
  }
  if (const Range tab = tab_in_indentation(text, at); tab.end > 0) return tab_fault(tab);
  if (is_key_without_blank(text, at)) return blank_after_colon_fault(text, at);
  if (text.substr(line_begin(text, at), 3) == "---" && key_end(text, at) != no_offset) {
    return diagnostic(RuleId::not_a_record, rest_of_line(text, at),
                      "a key on the line of the '---'", "begin the record on the next line");
  }
  const Range range = value == "-" ? range_of(at, at + 1) : rest_of_line(text, at);
  return diagnostic(RuleId::not_a_record, range,
                    quoted(slice(text, range)) + " where the first key is expected",
                    "write 'key: value' on each line");
}

Diagnostic nothing_fault(std::string_view text, std::size_t at) {
  return diagnostic(RuleId::syntax, character_at(text, at), "nothing stands in front of this",
                    "take it out, or put the text in quotes");
}

Diagnostic key_fault(const Scalar& key) {
  return diagnostic(RuleId::key_not_text, key.range,
                    "the key " + quoted(key.text) + " is not a text to every reader of YAML",
                    "put the key in quotes");
}

Diagnostic list_as_key_fault(std::string_view text, std::size_t at) {
  // yaml-cpp takes what a bracket begins that is never closed for a key.
  const bool bracket = is_at(text, at, '[') || is_at(text, at, '{');
  if (bracket && !is_closed(text, at)) return not_closed_fault(text, at);
  return diagnostic(RuleId::key_not_text, range_of(at, at + 1), "a list or a map as a key",
                    std::string(quote_the_text));
}

Diagnostic colon_at_start_fault(std::string_view text, std::size_t at) {
  return diagnostic(RuleId::colon_in_text, character_at(text, at),
                    "a colon at the start of a text within brackets", std::string(quote_the_text));
}

Diagnostic indentation_fault(std::string_view text, std::size_t at) {
  return diagnostic(RuleId::indentation,
                    range_of(line_begin(text, at), skip_blanks(text, line_begin(text, at))),
                    "the indentation fits none of the lines above",
                    "begin the line in the column of the values that it belongs with");
}

Diagnostic escape_fault(std::string_view text, Range escape) {
  return diagnostic(RuleId::syntax, escape,
                    quoted(slice(text, escape)) + " has no meaning between double quotes",
                    "write the backslash twice, or use single quotes");
}

Diagnostic deep_blank_line_fault(std::string_view text, std::size_t line) {
  return diagnostic(RuleId::indentation, range_of(line, line_end(text, line)),
                    "an empty line with more blanks than the text below it",
                    "delete the blanks of this line");
}

Range item_in_text(std::string_view text, Range plain) {
  for (std::size_t line = next_line(text, plain.begin); line < plain.end;
       line = next_line(text, line)) {
    const std::size_t begin = skip_blanks(text, line);
    if (is_at(text, begin, '-') && is_at(text, begin + 1, ' ')) return range_of(begin, begin + 1);
  }
  return {};
}

Diagnostic item_in_text_fault(Range range) {
  return diagnostic(RuleId::indentation, range,
                    "this looks like a list's item but continues the text above",
                    "begin the item in the column of the other items, or put the text in quotes");
}

Diagnostic text_behind_fault(std::string_view text, std::size_t begin, std::size_t cursor) {
  if (is_at(text, cursor, '#')) return unclear_fault(text, cursor);
  const bool quotes = is_quote(text[begin]);
  if (quotes && line_begin(text, begin) != line_begin(text, cursor)) {
    return not_closed_fault(text, begin);
  }
  const Range range = rest_of_line(text, skip_blanks(text, cursor));
  if (!quotes) {
    return diagnostic(RuleId::syntax, range,
                      quoted(slice(text, range)) + " stands behind a closing bracket",
                      "put the whole text in quotes");
  }
  const bool single = text[begin] == '\'';
  return diagnostic(RuleId::text_after_quote, range,
                    quoted(slice(text, range)) + " stands behind the closing quote",
                    single ? "write an apostrophe within single quotes twice, or use double quotes"
                           : "put the whole text in quotes, and a backslash before each inner one");
}

}  // namespace icc
