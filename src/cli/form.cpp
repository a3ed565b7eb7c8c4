#include "cli/form.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "cli/answer.h"
#include "icc/reader.h"
#include "icc/text.h"
#include "write/csv_cell.h"

namespace icc {
namespace {

constexpr std::size_t line_width = 76;  // cells, behind `#   `

/// What a field is about, in lines: description, choices, an example.
std::vector<std::string> help_lines(const Field& field) {
  std::vector<std::string> lines = wrapped(field.description, line_width);
  const auto append = [&](const std::string& text) {
    for (std::string& line : wrapped(text, line_width)) lines.push_back(std::move(line));
  };
  if (field.list) append("One line for each, with '- ' in front.");
  if (field.type == FieldType::object) append(fmt::format("Written as {}", object_form(field)));
  if (field.vocabulary && field.vocabulary->choices().size() <= few_choices) {
    std::string names;
    for (const Choice& choice : field.vocabulary->choices()) {
      names += (names.empty() ? "One of: " : "; ") + choice.value;
    }
    append(names);
  }
  if (!field.examples.empty()) append("Example: " + field.examples.front());
  return lines;
}

std::string heading(const Field& field) {
  return field.title + std::string(field.required ? required_mark : "");
}

const Value* value_in(const Value& record, const Field& field) {
  for (const auto& [key, value] : record.members) {
    if (key == field.name) return &value;
  }
  return nullptr;
}

/// `key:` with what is filled in, the placeholder or nothing.
std::string entry(const Field& field, const Value& record) {
  if (const Value* value = value_in(record, field)) {
    return canonical_text({Kind::map, {}, {}, {{field.name, *value}}}, std::span(&field, 1));
  }
  if (!field.required) {
    return field.name + (field.type == FieldType::prose && !field.list ? ": |\n\n" : ":\n");
  }
  if (field.type == FieldType::prose) return fmt::format("{}: |\n  {}\n", field.name, placeholder);
  return fmt::format("{}: {}\n", field.name, placeholder);
}

}  // namespace

std::string yaml_form(const Schema& schema, const Value& record) {
  std::string text =
      "# A good practice. Write behind the colons, and texts of several lines below them,\n"
      "# indented by two blanks. Leave empty what there is nothing to say about.\n";
  for (const Field& field : schema.fields()) {
    if (!field.prompt && value_in(record, field) == nullptr) continue;
    text += fmt::format("\n# {}\n", heading(field));
    for (const std::string& line : help_lines(field)) text += "#   " + line + "\n";
    text += entry(field, record);
  }
  return text;
}

Value filled_in(Value record) {
  std::erase_if(record.members, [](const auto& member) {
    const std::string_view text = trimmed(member.second.text);
    return !is_collection(member.second.kind) && (text.empty() || text == placeholder);
  });
  return record;
}

std::string markdown_form(const Schema& schema) {
  std::string text = fmt::format(
      "# Good practice\n\n{} Write below the headings. Leave empty what there is nothing to say "
      "about. -->\n",
      help_begin);
  for (const Field& field : schema.fields()) {
    if (!field.prompt) continue;
    text += fmt::format("\n## {}\n\n{} {} -->\n", heading(field), help_begin,
                        fmt::join(help_lines(field), "\n"));
    text += field.required ? fmt::format("\n{}\n", placeholder) : "\n";
  }
  return text;
}

}  // namespace icc
