#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "icc/integrity.h"

// What the rules about the meaning of one record share.

namespace icc {

/// The examination of one record: what is looked at, and what was found so far.
struct Examination {
  static constexpr std::size_t most_searches = 64;

  const Practice& practice;
  const Schema& schema;
  const FileExists& exists;
  const Field* group = nullptr;   ///< the field that groups a vocabulary: the country
  const Choice* place = nullptr;  ///< its value in this record; null when it has no known one
  bool has_quotes = true;         ///< whether the text has typographic quotes
  bool has_brackets = true;       ///< whether it has the bracket without which there is no link
  std::vector<Diagnostic> found;
  std::size_t searches = 0;  ///< for similar names, so far

  /// Whether a search for similar names may still be made: each takes time, and a record with
  /// thousands of faults needs no thousands of hints.
  [[nodiscard]] bool may_search() { return searches++ < most_searches; }

  /// Adds a fault with the schema's severity. Null when the rule is off; else to be completed
  /// before the next call.
  Diagnostic* report(RuleId rule, Range range, std::string message, std::string hint = {});
};

/// A value that is written in one piece: its field and its node.
struct FieldValue {
  const Field& field;
  const Node& node;
};

/// Calls `take` with each node at or below `node` that is neither list nor map.
template <class Take>
void for_each_scalar(const Document& document, const Node& node, const Take& take) {
  if (!is_collection(node.kind)) return take(node);
  for (const Node& child : document.children(node)) for_each_scalar(document, child, take);
}

/// The bytes of the file that hold `part`, a piece of the decoded text of `node`; the whole value
/// when it is written with escapes.
[[nodiscard]] Range range_of(const Document& document, const Node& node, std::string_view part);

/// A value as a message quotes it: short and on one line.
[[nodiscard]] std::string in_quotes(std::string_view value);

/// Whether a text has one of the quotes that `examine_quotes` looks at.
[[nodiscard]] bool has_typographic_quotes(std::string_view text);

/// The end of the code that begins at `begin` of a text in Markdown with a run of backticks: of a
/// span or a fence; of the run where it is none.
[[nodiscard]] std::size_t end_of_code(std::string_view text, std::size_t begin);

/// The path in the database that a local link of the record at `record` leads to, its escapes
/// decoded; `/` is the database. None when it leads out of it.
[[nodiscard]] std::optional<std::string> linked_path(std::string_view record,
                                                     std::string_view target);

/// Whether a whole value only says that there is nothing: `N/A`, `-`, `none`.
[[nodiscard]] bool is_empty_word(std::string_view value);

// Each of these looks for the faults of its rules, and reports them.
void examine_path(Examination& all);                                  ///< bad-id, wrong-folder
void examine_comments(Examination& all);                              ///< hash-in-text
void examine_escapes(Examination& all);                               ///< control-character
void examine_invisible(Examination& all);                             ///< invisible-character
void examine_city(Examination& all, const FieldValue& value);         ///< the rules of cities
void examine_title(Examination& all, const FieldValue& value);        ///< country-in-title
void examine_period(Examination& all, const FieldValue& value);       ///< the rules of periods
bool examine_emptiness(Examination& all, const FieldValue& value);    ///< whether nothing is said
void examine_blanks(Examination& all, const FieldValue& value);       ///< stray-blanks
void examine_quotes(Examination& all, const FieldValue& value);       ///< unbalanced-quotes
void examine_prose_links(Examination& all, const FieldValue& value);  ///< dead-link in Markdown
void examine_link(Examination& all, const FieldValue& value);         ///< dead-link in an address
void examine_contact(Examination& all, const FieldValue& value);      ///< personal-data

}  // namespace icc
