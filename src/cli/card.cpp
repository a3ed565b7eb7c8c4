#include "cli/card.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/message.h"
#include "cli/prose.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t widest_text = 88;  // longer lines are hard to read

std::size_t text_width(const Output& out) {
  return std::min(out.width(), widest_text);
}

/// `text` wrapped, with its lines after the first indented.
std::string hanging(std::string_view text, std::size_t indent, std::size_t width) {
  std::string block;
  for (const std::string& line : wrapped(text, width - std::min(width / 2, indent))) {
    if (!block.empty()) block += "\n" + std::string(indent, ' ');
    block += line;
  }
  return block;
}

std::string joined_values(const Practice& practice, const Field& field) {
  std::string text;
  for (const std::string_view value : practice.values(field)) {
    text += (text.empty() ? "" : ", ") + visible(trimmed(value));
  }
  return text;
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
    return text + readable_prose(practice.text(field), text_width(out));
  }
  append_tree(text, practice.document(), *practice.node(field), 0, text_width(out));
  return text;
}

bool is_section(const Field& field) {
  return field.type == FieldType::prose || field.type == FieldType::object;
}

/// The line below the title: what `icc list` shows beside it.
std::string card_line(const Practice& practice, const Schema& schema) {
  std::string line;
  for (const Field& field : schema.fields()) {
    if (!field.column || field.name == "title") continue;
    const std::string value = joined_values(practice, field);
    if (!value.empty()) line += (line.empty() ? "" : " · ") + value;
  }
  return line;
}

std::string unknown_fields(const Practice& practice, const Schema& schema, const Output& out) {
  std::string text;
  const Document& document = practice.document();
  for (const Node& node : document.children(document.root())) {
    const auto fields = schema.fields();
    const bool known = std::any_of(fields.begin(), fields.end(),
                                   [&](const Field& field) { return field.name == node.key; });
    if (known) continue;
    text += "\n" + coloured(out, bold, visible(node.key)) + " (not in the schema)\n";
    append_tree(text, document, node, 0, text_width(out));
  }
  return text;
}

}  // namespace

std::string readable_practice(const Practice& practice, const Schema& schema, const Output& out) {
  std::string short_fields;
  std::string sections;
  std::string title;
  for (const Field& field : schema.fields()) {
    const Node* node = practice.node(field);
    if (node == nullptr) continue;
    if (field.name == "title") {
      title = joined_values(practice, field);
    } else if (is_section(field)) {
      sections += section(practice, field, out);
    } else if (!field.column) {
      const std::string label = visible(field.title) + ": ";
      short_fields +=
          label + hanging(joined_values(practice, field), display_width(label), text_width(out)) +
          "\n";
    }
  }
  const std::string line = hanging(card_line(practice, schema), 0, text_width(out));
  return fmt::format("{}\n{}\n{}{}{}\n{}\n", coloured(out, bold, title), line, short_fields,
                     sections, unknown_fields(practice, schema, out),
                     coloured(out, dim, visible(practice.path())));
}

}  // namespace icc
