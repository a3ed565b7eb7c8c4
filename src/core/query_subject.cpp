#include "core/query_subject.h"

#include <algorithm>
#include <iterator>

#include "icc/text.h"

namespace icc {
namespace {

/// A name that queries have beside the fields of the schema.
struct Name {
  std::string_view name;
  QuerySource source;
  FieldType type;
};
constexpr Name names[] = {
    {"end", QuerySource::ends, FieldType::period},
    {"id", QuerySource::id, FieldType::text},
    {"start", QuerySource::starts, FieldType::period},
    {"text", QuerySource::values, FieldType::prose},
    {"year", QuerySource::active, FieldType::period},
};

/// The words that take the place of a field: `has:period`.
constexpr std::string_view questions[] = {"has", "is", "no"};

template <class Wanted>
void collect(std::span<const Field> fields, const Wanted& wanted,
             std::vector<const Field*>& found) {
  for (const Field& field : fields) {
    if (field.fields.empty() && wanted(field.type)) found.push_back(&field);
    collect(field.fields, wanted, found);
  }
}

bool is_text(FieldType type) {
  return type == FieldType::text || type == FieldType::prose || type == FieldType::choice;
}

QuerySubject field_subject(const Field& field) {
  QuerySubject subject{field.path, QuerySource::values,    field.type,
                       {},         field.vocabulary.get(), true};
  if (field.type == FieldType::period) subject.source = QuerySource::active;
  collect(
      {&field, 1}, [](FieldType) { return true; }, subject.fields);
  return subject;
}

}  // namespace

std::vector<const Field*> period_fields(const Schema& schema) {
  std::vector<const Field*> found;
  collect(
      schema.fields(), [](FieldType type) { return type == FieldType::period; }, found);
  return found;
}

QuerySubject all_text(const Schema& schema) {
  QuerySubject subject{"text", QuerySource::values, FieldType::prose, {}, nullptr, false};
  collect(schema.fields(), is_text, subject.fields);
  return subject;
}

std::optional<QuerySubject> query_subject(std::string_view path, const Schema& schema) {
  if (const Field* field = schema.field(path)) return field_subject(*field);
  const auto* const name = std::ranges::find(names, folded(path), &Name::name);
  if (name == std::end(names)) return std::nullopt;
  if (name->source == QuerySource::values) return all_text(schema);
  QuerySubject subject{std::string(name->name), name->source, name->type, {}, nullptr, false};
  if (name->type == FieldType::period) subject.fields = period_fields(schema);
  return subject;
}

std::string nearest_subject(std::string_view path, const Schema& schema) {
  std::vector<std::string_view> known = field_names(schema);
  for (const Name& name : names) known.push_back(name.name);
  known.insert(known.end(), std::begin(questions), std::end(questions));
  const auto found = nearest(path, known);
  return found.empty() ? std::string() : std::string(found.front());
}

}  // namespace icc
