#include "write/markdown_practice.h"

#include "icc/entries.h"
#include "icc/text.h"
#include "write/markdown_text.h"
#include "write/object_parts.h"
#include "write/unknown_fields.h"

namespace icc {
namespace {

constexpr std::size_t section_level = 4;

std::string label(const Field& field) {
  return escaped_markdown(field.title.empty() ? field.name : field.title);
}

bool is_short(const Field& field) {
  return field.type != FieldType::prose && field.type != FieldType::object;
}

/// The values of a short field on one line.
std::string short_text(const Practice& practice, const Field& field) {
  std::string joined;
  for (const std::string_view value : practice.values(field)) {
    if (!joined.empty()) joined += "; ";
    joined += field.type == FieldType::url ? markdown_link(value) : escaped_markdown(value);
  }
  return joined;
}

void append_short_fields(std::string& out, const Practice& practice, const Schema& schema) {
  out += '\n';
  for (const Field& field : schema.fields()) {
    if (!is_short(field) || field.name == "title" || known_node(practice, field) == nullptr) {
      continue;
    }
    const std::string text = short_text(practice, field);
    if (!text.empty()) out += "- **" + label(field) + ":** " + text + "\n";
  }
  out += "- **Id:** " + escaped_markdown(practice.id()) + "\n";
}

/// An object on one line: its first text linked to its first address, then what else it has.
std::string object_text(const Field& field, const Document& document, const Node& object) {
  const ObjectParts parts = object_parts(field, document, object);
  return markdown_link(parts.title, parts.url) + escaped_markdown(parts.rest);
}

std::string prose_text(const Practice& practice, const Field& field) {
  std::string text;
  for (const std::string_view value : practice.values(field)) {
    text += "\n" + embedded_prose(value, section_level) + "\n";
  }
  return text;
}

std::string object_list(const Practice& practice, const Field& field) {
  const Document& document = practice.document();
  const Node* node = practice.node(field);
  if (node == nullptr) return {};
  std::string text;
  if (node->kind != Kind::list) return "\n- " + object_text(field, document, *node) + "\n";
  for (const Node& item : document.children(*node)) {
    text += (text.empty() ? "\n- " : "- ") + object_text(field, document, item) + "\n";
  }
  return text;
}

void append_sections(std::string& out, const Practice& practice, const Schema& schema) {
  for (const Field& field : schema.fields()) {
    if (is_short(field) || known_node(practice, field) == nullptr) continue;
    const std::string text =
        field.type == FieldType::prose ? prose_text(practice, field) : object_list(practice, field);
    if (!text.empty()) out += markdown_heading(section_level, label(field)) + text;
  }
}

/// What the schema does not know, or not in this shape, as YAML in a block of code.
void append_unknown_fields(std::string& out, const Practice& practice, const Schema& schema) {
  for (const Node* member : unknown_fields(practice, schema)) {
    out += markdown_heading(section_level, escaped_markdown(member->key)) + "\n";
    const std::string yaml = yaml_of(practice, *member, schema);
    for (const std::string_view line : lines_of(yaml)) {
      out.append("    ").append(line).append("\n");
    }
  }
}

}  // namespace

void append_markdown_practice(std::string& out, const Practice& practice, const Schema& schema) {
  append_short_fields(out, practice, schema);
  append_sections(out, practice, schema);
  append_unknown_fields(out, practice, schema);
}

}  // namespace icc
