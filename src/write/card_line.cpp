#include "write/card_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "icc/text.h"
#include "write/object_parts.h"
#include "write/unknown_fields.h"

namespace icc {

namespace {

bool holds_map(const Document& document, const Node& node) {
  const auto all = document.nodes().subspan(document.index(node), node.end - document.index(node));
  return std::ranges::find(all, Kind::map, &Node::kind) != all.end();
}

/// `title <url>; key: value`.
std::string object_line(const Field& field, const Document& document, const Node& object) {
  const ObjectParts parts = object_parts(field, document, object);
  std::string line(trimmed(parts.title));
  if (!parts.url.empty()) line += fmt::format("{}<{}>", line.empty() ? "" : " ", parts.url);
  return line + parts.rest;
}

std::string joined_objects(const Field& field, const Document& document, const Node& node) {
  if (node.kind != Kind::list) return object_line(field, document, node);
  std::string line;
  for (const Node& item : document.children(node)) {
    line += (line.empty() ? "" : ", ") + object_line(field, document, item);
  }
  return line;
}

}  // namespace

std::string joined_values(const Practice& practice, const Field& field) {
  const Node* node = field.path == field.name ? practice.node(field) : nullptr;
  if (node != nullptr && holds_map(practice.document(), *node)) {
    return joined_objects(field, practice.document(), *node);
  }
  std::string line;
  for (const std::string_view value : practice.values(field)) {
    if (!line.empty()) line += ", ";
    line += trimmed(value);
  }
  return line;
}

std::string card_line(const Practice& practice, const Schema& schema,
                      std::initializer_list<std::string_view> without) {
  std::string line;
  for (const Field& field : schema.fields()) {
    if (!field.column || known_node(practice, field) == nullptr) continue;
    if (std::ranges::find(without, field.name) != without.end()) continue;
    const std::string values = joined_values(practice, field);
    if (!values.empty()) line += (line.empty() ? "" : " · ") + values;
  }
  return line;
}

}  // namespace icc
