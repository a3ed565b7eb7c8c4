#include "write/unknown_fields.h"

#include "icc/entries.h"
#include "icc/text.h"

namespace icc {

namespace {

bool has_shape(const Document& document, const Node& node, const Field& field) {
  if (field.type == FieldType::object) return true;
  if (node.kind == Kind::map || (node.kind == Kind::list && !field.list)) return false;
  for (const Node& item : document.children(node)) {
    if (item.kind == Kind::map || item.kind == Kind::list) return false;
  }
  return true;
}

}  // namespace

const Node* known_node(const Practice& practice, const Field& field) {
  const Node* node = practice.node(field);
  const bool is_known = node != nullptr && has_shape(practice.document(), *node, field);
  return is_known ? node : nullptr;
}

std::vector<const Node*> unknown_fields(const Practice& practice, const Schema& schema) {
  std::vector<const Node*> unknown;
  const Document& document = practice.document();
  for (const Node& member : document.children(document.root())) {
    const Field* field = find_field(schema.fields(), member.key);
    if (field == nullptr || !has_shape(document, member, *field)) unknown.push_back(&member);
  }
  return unknown;
}

std::string yaml_of(const Practice& practice, const Node& member, const Schema& schema) {
  const Value value = value_of(practice.document(), member);
  const Value record{Kind::map, {}, {}, {{std::string(member.key), value}}};
  return visible_lines(canonical_text(record, schema));
}

}  // namespace icc
