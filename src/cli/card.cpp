#include "cli/card.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/message.h"
#include "cli/prose.h"
#include "icc/text.h"
#include "write/card_line.h"
#include "write/unknown_fields.h"

namespace icc {
namespace {

/// `text` wrapped, with its lines after the first indented.
std::string hanging(std::string_view text, std::size_t indent, std::size_t width) {
  std::string block;
  for (const std::string& line : wrapped(text, width - std::min(width / 2, indent))) {
    if (!block.empty()) block += "\n" + std::string(indent, ' ');
    block += line;
  }
  return block;
}

/// A value of any shape, as indented lines `key: value`.
void append_tree(std::string& text, const Document& document, const Node& node, std::size_t indent,
                 std::size_t width) {
  if (node.kind != Kind::list && node.kind != Kind::map) {
    text += hanging(visible(node.text), indent, width) + "\n";
    return;
  }
  bool first = true;
  for (const Node& child : document.children(node)) {
    if (!first) text += std::string(indent, ' ');
    first = false;
    const bool in_list = node.kind == Kind::list;
    const std::string label = in_list ? "• " : visible(child.key) + ": ";
    text += label;
    append_tree(text, document, child, indent + (in_list ? 2 : display_width(label)), width);
  }
  if (first) text += "\n";
}

std::string section(const Practice& practice, const Field& field, const Output& out) {
  std::string text = "\n" + coloured(out, bold, visible(field.title)) + "\n";
  if (field.type == FieldType::prose && !field.list) {
    return text + readable_prose(practice.text(field), out.text_width());
  }
  append_tree(text, practice.document(), *practice.node(field), 0, out.text_width());
  return text;
}

bool is_section(const Field& field) {
  return field.type == FieldType::prose || field.type == FieldType::object;
}

/// What the schema does not know, or not in this shape.
std::string other_sections(const Practice& practice, const Schema& schema, const Output& out) {
  std::string text;
  for (const Node* node : unknown_fields(practice, schema)) {
    const Field* field = find_field(schema.fields(), node->key);
    text += "\n" + coloured(out, bold, visible(field == nullptr ? node->key : field->title)) +
            (field == nullptr ? " (not in the schema)\n" : "\n");
    append_tree(text, practice.document(), *node, 0, out.text_width());
  }
  return text;
}

}  // namespace

std::string readable_practice(const Practice& practice, const Schema& schema, const Output& out) {
  std::string short_fields;
  std::string sections;
  std::string title;
  for (const Field& field : schema.fields()) {
    if (known_node(practice, field) == nullptr) continue;
    if (field.name == "title") {
      title = visible(joined_values(practice, field));
    } else if (is_section(field)) {
      sections += section(practice, field, out);
    } else if (!field.column) {
      const std::string label = visible(field.title) + ": ";
      short_fields +=
          label +
          hanging(visible(joined_values(practice, field)), display_width(label), out.text_width()) +
          "\n";
    }
  }
  const std::string line =
      hanging(visible(card_line(practice, schema, {"title"})), 0, out.text_width());
  return fmt::format("{}\n{}\n{}{}{}\n{}\n", coloured(out, bold, title), line, short_fields,
                     sections, other_sections(practice, schema, out),
                     coloured(out, dim, visible(practice.path())));
}

}  // namespace icc
