#include <fmt/format.h>

#include <algorithm>

#include "icc/reader.h"

namespace icc {
namespace {

/// The text whose values stand in the order of `ranges`: nothing is sorted.
std::string text_in_order(const SourceRecord& record) {
  return canonical_text(record.record, std::span<const Field>());
}

/// The index of the innermost value that a range of the document lies in; 0 is the whole record.
std::size_t node_at(const Document& document, Range range) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < document.nodes().size(); ++i) {
    const Node& node = document.node(i);
    const std::uint32_t begin =
        node.key_range.end > node.key_range.begin ? node.key_range.begin : node.range.begin;
    const std::uint32_t end = std::max(node.range.end, node.key_range.end);
    if (range.begin >= begin && range.begin < std::max(end, begin + 1)) found = i;
  }
  return found;
}

/// Moves a fault from the text in order to the source.
void move_to_source(Diagnostic& found, const SourceRecord& record, const Document& document) {
  const std::size_t node = found.range.end == 0 ? 0 : node_at(document, found.range);
  found.range = node < record.ranges.size() ? record.ranges[node] : record.id_range;
  found.fix.reset();
  for (const auto& [field, range] : record.empty) {
    if (found.rule != RuleId::missing_key || found.field != field) continue;
    found.range = range;
    found.message = fmt::format("there is no {}", field);
    found.hint = "it is required";
  }
  std::erase_if(found.related, [](const Related& related) { return related.path.empty(); });
}

}  // namespace

std::string canonical_text(const SourceRecord& record, const Schema& schema) {
  return canonical_text(record.record, schema);
}

void locate(Diagnostic& found, const SourceRecord& record, std::string_view source) {
  locate(found, record.text);
  found.place.line += record.line - 1;
  found.place.end_line += record.line - 1;
  for (Related& related : found.related) {
    if (related.path.empty()) related.place.line += record.line - 1;
  }
  found.path = source;
}

std::vector<Diagnostic> faults_of(const SourceRecord& record, std::string_view source,
                                  const std::string& path, const Schema& schema,
                                  const FileExists& exists) {
  std::vector<Diagnostic> faults = record.faults;
  if (faults.empty()) {
    auto document = Document::read(text_in_order(record));
    if (document) {
      const Practice practice(path, std::move(*document));
      faults = check_record(practice, schema, exists);
      for (Diagnostic& fault : faults) move_to_source(fault, record, practice.document());
    } else {
      faults = std::move(document.error());
      for (Diagnostic& fault : faults) fault.range = record.ranges.front();
    }
  }
  for (Diagnostic& fault : faults) locate(fault, record, source);
  sort_diagnostics(faults);
  return faults;
}

}  // namespace icc
