#include "write/object_parts.h"

#include "core/document_json_value.h"
#include "icc/json.h"

namespace icc {
namespace {

FieldType type_of(const Field& object, std::string_view key) {
  const Field* field = find_field(object.fields, key);
  return field == nullptr ? FieldType::text : field->type;
}

}  // namespace

std::string one_line(const Document& document, const Node& node) {
  if (!is_collection(node.kind)) return std::string(node.text);
  std::string out;
  JsonWriter json(out);
  write_json_value(json, document, node);
  return out;
}

ObjectParts object_parts(const Field& field, const Document& document, const Node& object) {
  if (object.kind != Kind::map) return {one_line(document, object), {}, {}};
  ObjectParts parts;
  for (const Node& member : document.children(object)) {
    const std::string text = one_line(document, member);
    const bool is_url = type_of(field, member.key) == FieldType::url;
    std::string& place = is_url ? parts.url : parts.title;
    if (place.empty()) {
      place = text;
    } else {
      parts.rest += "; " + std::string(member.key) + ": " + text;
    }
  }
  return parts;
}

}  // namespace icc
