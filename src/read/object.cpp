#include "read/object.h"

#include <utility>

#include "icc/json.h"
#include "icc/text.h"
#include "read/column.h"
#include "read/record_builder.h"
#include "write/keys.h"

namespace icc {
namespace {

/// Reads the members of one object into a record.
class ObjectReader {
 public:
  ObjectReader(const ObjectSource& source, const Schema& schema, const SourceOptions& options)
      : source_(source),
        schema_(schema),
        options_(options),
        builder_(moved(start_of(source), source.offset)) {}

  SourceRecord read(std::string_view id);

 private:
  static Range start_of(const ObjectSource& source) {
    const Range whole = source.object.range;
    return {whole.begin, std::min(whole.end, whole.begin + 1)};
  }
  void read_id();
  void add_exact(const Node& member);
  void add_meant(const Node& member);
  std::string group_of(const Field& field) const;

  const ObjectSource& source_;
  const Schema& schema_;
  const SourceOptions& options_;
  RecordBuilder builder_;
  const Node* id_member_ = nullptr;
};

void ObjectReader::read_id() {
  const Document& document = source_.document;
  for (const Node& member : document.children(source_.object)) {
    const auto column = column_named(member.key, schema_, options_);
    if (!column || column->use != Column::Use::id || member.kind == Kind::null) continue;
    if (is_collection(member.kind)) {
      builder_.record().faults.push_back(
          diagnostic(RuleId::wrong_type, moved(member.range, source_.offset),
                     "the id must be a text", "it is the name of the record's file"));
      continue;
    }
    id_member_ = &member;
    builder_.record().id = member.text;
    builder_.record().id_range = moved(member.range, source_.offset);
  }
}

/// The value of the field that groups the vocabulary of `field` in this object.
std::string ObjectReader::group_of(const Field& field) const {
  const Field* group = grouping_field(field, schema_);
  if (group == nullptr) return {};
  for (const Node& member : source_.document.children(source_.object)) {
    const auto column = column_named(member.key, schema_, options_);
    if (column && column->field == group) return group_meant(*group, member.text);
  }
  return {};
}

void ObjectReader::add_exact(const Node& member) {
  std::optional<std::string> key(member.key);
  if (const auto column = column_by_options(member.key, schema_, options_)) {
    if (column->use != Column::Use::field) return;
    key = column->field->name;
  } else if (source_.has_exported_names) {
    key = key_of_exported(schema_, member.key);
  }
  if (key && &member != id_member_) builder_.add(*key, source_.document, member, source_.offset);
}

void ObjectReader::add_meant(const Node& member) {
  const auto column = column_named(member.key, schema_, options_);
  if (!column || column->use == Column::Use::other_fields) {
    builder_.record().faults.push_back(
        unknown_column(member.key, moved(member.key_range, source_.offset), schema_));
    return;
  }
  if (column->use != Column::Use::field) return;
  const Field& field = *column->field;
  builder_.add_meant(field, source_.document, member, group_of(field), source_.offset);
}

SourceRecord ObjectReader::read(std::string_view id) {
  builder_.record().id = id;
  if (id.empty()) read_id();
  const bool is_exact = !builder_.record().id.empty();
  for (const Node& member : source_.document.children(source_.object)) {
    is_exact ? add_exact(member) : add_meant(member);
  }
  return builder_.take();
}

}  // namespace

SourceRecord record_of(const ObjectSource& source, const Schema& schema,
                       const SourceOptions& options, std::string_view id) {
  if (source.object.kind == Kind::map) return ObjectReader(source, schema, options).read(id);
  const Range range = source.object.range;
  return unreadable_record({diagnostic(RuleId::not_a_record, range, "this is not a record",
                                       "a record has keys with values")},
                           source.offset);
}

SourceRecord unreadable_record(std::vector<Diagnostic> faults, std::size_t offset) {
  RecordBuilder builder(moved({}, offset));
  for (Diagnostic& fault : faults) {
    fault.range = moved(fault.range, offset);
    for (Related& related : fault.related) related.range = moved(related.range, offset);
  }
  builder.record().faults = std::move(faults);
  return builder.take();
}

std::string json_text(const Document& document, const Node& object) {
  const Range all = object.range;
  std::string text(document.text().substr(all.begin, all.end - all.begin));
  const Node* before = nullptr;
  Range cut;
  for (const Node& member : document.children(object)) {
    if (cut.end > 0) {  // the member behind the reason
      cut.end = member.key_range.begin;
      break;
    }
    if (member.key == reason_name) {
      cut = {before == nullptr ? member.key_range.begin : before->range.end, member.range.end};
      if (before != nullptr) break;
    }
    before = &member;
  }
  if (cut.end > 0) text.erase(cut.begin - all.begin, cut.end - cut.begin);
  return text;
}

std::string json_reject(const SourceRecord& record, std::string_view reason) {
  const std::string_view written = record.written;
  if (!written.starts_with('{')) return record.written;
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member(reason_name, reason);
  const std::string_view rest = trimmed(written.substr(1));
  if (rest != "}") out += ", ";
  return out.append(rest);
}

}  // namespace icc
