#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/message.h"
#include "cli/table.h"
#include "icc/json.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Shows the schema for people: every field with its type, whether it is required, and what it is
for; with a field, all about it, with the values to choose from and what they mean. A field that
is added to schema/practice.schema.yaml shows up here and in every other command at once.)";

constexpr Example examples[] = {
    {"icc fields", "All fields."},
    {"icc fields topics", "The topics with their descriptions and other names."},
    {"icc fields --json", "For a program (icc.fields/1)."},
};

struct Arguments {
  std::string field;
  bool json = false;
};

std::string type_of(const Field& field) {
  std::string type(field_type_name(field.type));
  if (!field.list) return type;
  return fmt::format("{} of {}", field.set ? "set" : "list", type);
}

/// All fields, those of objects after them.
void collect(std::span<const Field> fields, std::vector<const Field*>& found) {
  for (const Field& field : fields) {
    found.push_back(&field);
    collect(field.fields, found);
  }
}

std::string first_sentence(const std::string& text) {
  const std::size_t end = std::min(text.find(". "), text.find(".\n"));
  std::string sentence = text.substr(0, end);
  while (sentence.ends_with('.') || sentence.ends_with('\n')) sentence.pop_back();
  return sentence;
}

std::string field_table(const Output& out, const Schema& schema) {
  std::vector<const Field*> fields;
  collect(schema.fields(), fields);
  std::vector<Row> rows;
  rows.reserve(fields.size());
  for (const Field* field : fields) {
    rows.push_back({field->path, type_of(*field), field->required ? "required" : "",
                    first_sentence(field->description)});
  }
  if (out.is_terminal()) return aligned_table(out, {"Field", "Type", "", "For"}, rows);
  std::string text;
  for (const Row& row : rows) text += tab_separated(row);
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string choice_text(const Choice& choice, std::size_t width) {
  std::string name = visible(choice.value);
  if (!choice.within.empty()) name += fmt::format(" ({})", visible(choice.within));
  if (!choice.aliases.empty()) name += fmt::format(" [{}]", visible(joined(choice.aliases)));
  return indented(name, 2, width) + indented(visible(choice.description), 6, width);
}

std::string field_text(const Output& out, const Field& field) {
  std::string text = fmt::format("{} ({}{})\n", coloured(out, bold, field.path), type_of(field),
                                 field.required ? ", required" : "");
  text += indented(field.description, 0, out.text_width());
  if (!field.examples.empty())
    text += fmt::format("\nExample: {}\n", visible_lines(field.examples[0]));
  if (!field.aliases.empty()) text += fmt::format("Also called: {}\n", joined(field.aliases));
  if (!field.flag.empty()) text += fmt::format("Option: --{}\n", field.flag);
  text += fmt::format("Defined at: {}\n", field.origin);
  if (!field.vocabulary) return text;
  const auto choices = field.vocabulary->choices();
  text += fmt::format("\n{} ({}, {}):\n", field.vocabulary->closed() ? "Values" : "Known values",
                      choices.size(), field.vocabulary->path());
  for (const Choice& choice : choices) text += choice_text(choice, out.text_width());
  return text;
}

void write_field(JsonWriter& json, const Field& field) {
  json.begin_object();
  json.member("field", field.path);
  json.member("type", field_type_name(field.type));
  json.member("list", field.list);
  json.member("required", field.required);
  json.member("title", field.title);
  json.member("description", field.description);
  json.texts("examples", field.examples);
  json.texts("aliases", field.aliases);
  if (field.vocabulary) {
    json.member("closed", field.vocabulary->closed());
    json.key("values");
    json.begin_array();
    for (const Choice& choice : field.vocabulary->choices()) json.text(choice.value);
    json.end_array();
  }
  json.end_object();
}

std::string fields_json(const std::vector<const Field*>& fields) {
  std::string text;
  JsonWriter json(text, 2);
  json.begin_object();
  json.member("format", "icc.fields/1");
  json.key("fields");
  json.begin_array();
  for (const Field* field : fields) write_field(json, *field);
  json.end_array();
  json.end_object();
  return text + "\n";
}

Exit fields(Context& context, const Arguments& arguments) {
  const Schema& schema = *context.schema();
  Output& out = context.session.out;
  std::vector<const Field*> chosen;
  if (arguments.field.empty()) {
    collect(schema.fields(), chosen);
    out.write(arguments.json ? fields_json(chosen) : field_table(out, schema));
    return Exit::done;
  }
  const Field* field = schema.field(arguments.field);
  if (field == nullptr) return complain(context.session, unknown_field(arguments.field, schema));
  chosen.push_back(field);
  out.write(arguments.json ? fields_json(chosen) : field_text(out, *field));
  return Exit::done;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("FIELD", arguments->field);
  options.add({"--json", "", "One JSON object (icc.fields/1)", "Output"}, arguments->json);
  return [&context, arguments] { return fields(context, *arguments); };
}

}  // namespace

const Command fields_command{.name = "fields",
                             .operands = "[FIELD]",
                             .summary = "Show the fields of a record and their values",
                             .description = description,
                             .examples = examples,
                             .needs = Needs::database,
                             .pages = true,
                             .bind = bind};

}  // namespace icc
