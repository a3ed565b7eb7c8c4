#pragma once

#include <string>
#include <string_view>

#include "core/merge_sequence.h"
#include "core/merge_three.h"
#include "icc/merge.h"
#include "schema_fixture.h"

namespace icc_test {

/// The lines of a text with their line ends, and a last one that all texts share, so that what both
/// append is a conflict, as it is for git.
inline icc::Sequence lines_and_end(std::string_view text) {
  icc::Sequence lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  lines.emplace_back();
  return lines;
}

/// A stand-in for git's merge of texts: line by line, or the whole in conflict markers.
inline icc::Result<icc::Merged> merged_by_lines(const icc::Three<std::string_view>& versions) {
  const auto lines = icc::merged_sequence(
      lines_and_end(versions.base), lines_and_end(versions.ours), lines_and_end(versions.theirs));
  if (!lines) return icc::Merged{icc::in_markers(versions.ours, versions.theirs), true};
  std::string text;
  for (const std::string_view line : *lines) text += line;
  return icc::Merged{text};
}

/// A schema with a field of each kind that a merge knows.
inline const icc::Schema& merge_schema() {
  static const icc::Schema schema =
      schema_of(R"($schema: https://json-schema.org/draft/2020-12/schema
type: object
properties:
  title: {type: string}
  country: {type: string}
  cities: {type: array, uniqueItems: true, items: {type: string}}
  period: {type: [string, integer]}
  topics: {type: array, maxItems: 5, uniqueItems: true, items: {type: string}, x-icc: {set: true}}
  summary: {type: string, x-icc: {type: prose}}
  references:
    type: array
    items: {type: object, properties: {title: {type: string}, url: {type: string}}}
  contact: {type: string}
)");
  return schema;
}

/// Merges with the schema above and `merged_by_lines`.
inline icc::Merged merged(std::string_view base, std::string_view ours, std::string_view theirs) {
  const auto result = icc::merged_record({base, ours, theirs}, "practices/a.yaml", &merge_schema(),
                                         merged_by_lines);
  REQUIRE(result.has_value());
  return *result;
}

}  // namespace icc_test
