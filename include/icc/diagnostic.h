#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What is wrong with the data, where, and what to do about it. Whoever finds a fault makes a
// `Diagnostic` with a range in bytes; `locate` adds line and column from the text; the forms below
// show it.

namespace icc {

/// How bad a fault is; only errors make `icc validate` say no.
enum class Severity : std::uint8_t { off, note, warning, error };

/// The rules by their number: below 100 syntax and encoding, from 100 schema, from 200 integrity.
/// `unknown_key` is shown as `ICC104 unknown-key`.
enum class RuleId : std::uint16_t {
  unreadable_file = 1,
  too_large = 2,
  not_utf8 = 3,
  control_character = 4,
  misplaced_byte_order_mark = 5,
  directive = 6,
  tab_indentation = 7,
  merge_marker = 8,
  syntax = 9,
  not_closed = 10,
  too_deep = 11,
  too_many_values = 12,
  not_a_record = 13,
  key_not_text = 14,
  repeated_key = 15,
  anchor = 16,
  alias = 17,
  tag = 18,
  text_after_quote = 19,
  text_after_record = 20,
  colon_in_text = 21,
  indentation = 22,
  hash_in_text = 23,
  wrong_type = 101,
  unknown_value = 102,
  missing_key = 103,
  unknown_key = 104,
  too_short = 105,
  too_long = 106,
  pattern = 107,
  format = 108,
  out_of_range = 109,
  not_a_multiple = 110,
  too_few_items = 111,
  too_many_items = 112,
  repeated_item = 113,
  contains = 114,
  too_few_keys = 115,
  too_many_keys = 116,
  key_name = 117,
  dependent_key = 118,
  no_alternative = 119,
  several_alternatives = 120,
  forbidden = 121,
  faulty_schema = 122,
  repeated_id = 201,
  similar_title = 202,
  unknown_city = 203,
  city_spelling = 204,
  city_country = 205,
  wrong_folder = 206,
  unreadable_period = 207,
  period_order = 208,
  empty_word = 209,
  dead_link = 210,
  bad_id = 211,
  unbalanced_quotes = 212,
  stray_blanks = 213,
  empty_section = 214,
  country_in_title = 215,
  personal_data = 216,
  not_canonical = 217,
  unneeded_allow = 218,
  invisible_character = 219,
};

/// One row of the table of rules: it feeds messages, `icc explain`, the manual and the tests.
struct Rule {
  RuleId id;
  std::string_view name;         ///< kebab-case, stable: `unknown-key`
  Severity severity;             ///< unless the schema sets another
  std::string_view sentence;     ///< what the rule demands, in one sentence
  std::string_view explanation;  ///< why, and what to do, in a paragraph
  std::string_view bad;          ///< an example in YAML that breaks it; to be shown through
                                 ///< `visible_lines`, since some break it by their bytes
  std::string_view good;         ///< the same, mended
};

/// All rules, sorted by id.
[[nodiscard]] std::span<const Rule> rules();

/// The row of a rule.
[[nodiscard]] const Rule& rule(RuleId id);

/// The rule with this name (`unknown-key`) or code (`ICC104`, in any case); null when there is
/// none.
[[nodiscard]] const Rule* find_rule(std::string_view name_or_code);

/// The names of the rules that a person may have meant by `name`, nearest first.
[[nodiscard]] std::vector<std::string_view> nearest_rules(std::string_view name,
                                                          std::size_t most = 1);

/// `ICC104`.
[[nodiscard]] std::string rule_code(RuleId id);

/// `note`, `warning`, `error` or `off`.
[[nodiscard]] std::string_view severity_name(Severity severity);

/// A stretch of a text: bytes from `begin` up to, not including, `end`.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Range&) const = default;
};

/// The range of the bytes from `begin` up to `end`.
[[nodiscard]] constexpr Range range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Where `part`, a view into `text`, stands in it.
[[nodiscard]] constexpr Range range_in(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::size_t>(part.data() - text.data());
  return range_of(begin, begin + part.size());
}

/// Where a range lies for people and editors. All count from 1; 0 means not located yet.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;            ///< in characters
  std::size_t byte_column = 0;       ///< in bytes
  std::size_t utf16_column = 0;      ///< in UTF-16 code units
  std::size_t end_line = 0;          ///< the line of the last character in the range
  std::size_t end_column = 0;        ///< one past the last character, in characters
  std::size_t end_utf16_column = 0;  ///< one past the last character, in UTF-16 code units
  std::string excerpt;  ///< the first line of the range, without its line end; of a line above
                        ///< 2 KiB the part around the range, with `…` where it was cut
  std::size_t excerpt_begin = 0;  ///< the range in the excerpt: bytes from here, counted from 0,
  std::size_t excerpt_end = 0;    ///< up to, not including, here
};

/// Line, columns and line of a range in `text`. Lines end with LF or CR LF; a byte order mark at
/// the start has no width; a line end has no columns. A range beyond the text is at its end.
[[nodiscard]] Place place_of(std::string_view text, Range range);

/// A change of the text that mends a fault.
struct Fix {
  bool safe = false;        ///< certainly meant; `--fix` applies only these
  Range range;              ///< the bytes to replace
  std::string replacement;  ///< what to put there
  std::string sentence;     ///< what it does: `rename the key`
  Place place = {};         ///< of the range; set by `locate`
};

/// Another place that matters to a fault: the first of two equal ids, say.
struct Related {
  std::string path;  ///< empty: the same file
  Range range;
  std::string message;
  Place place;
};

/// One fault in the data.
struct Diagnostic {
  RuleId rule = RuleId::syntax;
  Severity severity = Severity::error;
  std::string path;  ///< relative to the database; set by whoever knows the file
  Range range;
  std::string message;  ///< one sentence, lower case, no full stop, values in single quotes
  std::string hint;     ///< what to do; shown at the caret; may be empty
  std::string origin;  ///< where the rule comes from: `schema/practice.schema.yaml:9`; may be empty
  std::string field;   ///< of a missing key: its path (`references.url`); else empty
  std::optional<Fix> fix;
  std::vector<Related> related;
  Place place;  ///< set by `locate`
};

/// A diagnostic of `rule` with the rule's own severity.
[[nodiscard]] Diagnostic diagnostic(RuleId rule, Range range, std::string message,
                                    std::string hint = {});

/// Sets the place of `found`, of its fix, and of its related places in the same file, from the text
/// of its file.
void locate(Diagnostic& found, std::string_view text);

/// The same for many faults of one file. Fast when they are sorted by place.
void locate(std::span<Diagnostic> found, std::string_view text);

/// Sorts by path, then place, then rule.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

/// How the human form is drawn.
struct DiagnosticStyle {
  bool colour = false;
  std::size_t width = 100;  ///< cells; longer excerpts show a window around the caret
};

/// Several lines with excerpt, caret and hint, for people at a terminal. Ends with a line end. What
/// is not located stands at 1:1, without an excerpt.
[[nodiscard]] std::string human_form(const Diagnostic& found, const DiagnosticStyle& style);

/// `file:line:column: severity: message (hint) [ICC104 unknown-key]`, with a line end.
[[nodiscard]] std::string short_form(const Diagnostic& found);

/// One JSON object with all of a diagnostic (contract icc.validate/1), without a line end. Columns
/// count from 1, `begin` and `end` are offsets in bytes from 0; places are null where nothing is
/// located.
[[nodiscard]] std::string json_form(const Diagnostic& found);

}  // namespace icc
