#include "cli/update.h"

#include "cli/field_change.h"
#include "icc/entries_edit.h"

namespace icc {
namespace {

/// How many ranges a value has in a record: one for itself, and those of its children.
std::size_t count_of_ranges(const Value& value) {
  std::size_t count = 1;
  for (const Value& item : value.items) count += count_of_ranges(item);
  for (const auto& [key, member] : value.members) count += count_of_ranges(member);
  return count;
}

/// Where a field stands in the source; the id, where it does not.
Range range_of(const SourceRecord& record, std::string_view field) {
  std::size_t at = 1;  // the record itself is the first
  for (const auto& [key, value] : record.record.members) {
    if (key == field && at < record.ranges.size()) return record.ranges[at];
    at += count_of_ranges(value);
  }
  for (const auto& [key, range] : record.empty) {
    if (key == field) return range;
  }
  return record.id_range;
}

/// The field of a document that a range lies in; empty when it lies in none.
std::string_view field_at(const Document& document, Range range) {
  for (const Node& member : document.children(document.root())) {
    const bool is_in = range.begin >= member.key_range.begin && range.begin <= member.range.end;
    if (is_in && range.end > 0) return member.key;
  }
  return {};
}

/// Says a field's value; an empty one is none.
Result<std::string> with(const std::string& text, const std::string& field, const Value* value,
                         const Schema& schema) {
  const Reading now = Document::read(text);  // each step has been read by the one before
  const Node* node = now->find(now->root(), field);
  const bool is_nothing = value == nullptr || value->kind == Kind::null;
  const bool was_nothing = node == nullptr || node->kind == Kind::null;
  const bool stays = is_nothing ? was_nothing : !was_nothing && *value == value_of(*now, *node);
  if (stays) return text;
  return with_field(*now, field, is_nothing ? std::nullopt : std::optional<Value>(*value),
                    schema.fields());
}

}  // namespace

Result<std::string> updated_text(const Practice& stored, const SourceRecord& record,
                                 const Schema& schema) {
  Result<std::string> text = std::string(stored.document().text());
  for (const auto& [field, value] : record.record.members) {
    if (text) text = with(*text, field, &value, schema);
  }
  for (const auto& [field, range] : record.empty) {
    if (text) text = with(*text, field, nullptr, schema);
  }
  return text;
}

std::vector<Diagnostic> update_faults(const Practice& stored, const std::string& text,
                                      const SourceRecord& record, std::string_view source,
                                      const Store& store) {
  const Practice updated(std::string(stored.path()), *Document::read(text));
  std::vector<Diagnostic> faults = faults_of_change(stored, updated, store);
  for (Diagnostic& fault : faults) {
    fault.range = range_of(record, field_at(updated.document(), fault.range));
    fault.fix.reset();
    std::erase_if(fault.related,
                  [&](const Related& related) { return related.path == stored.path(); });
    locate(fault, record, source);
  }
  sort_diagnostics(faults);
  return faults;
}

}  // namespace icc
