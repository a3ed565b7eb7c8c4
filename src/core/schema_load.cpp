#include "icc/schema.h"

#include <algorithm>
#include <array>

#include "core/schema_compile.h"
#include "core/schema_explain.h"
#include "core/schema_extension.h"
#include "core/schema_fields.h"
#include "icc/text.h"

namespace icc {
namespace {

using json_schema::Program;

/// In the order of `FieldType`.
constexpr std::array<std::string_view, 11> type_names = {"text",   "prose",   "choice", "period",
                                                         "date",   "url",     "email",  "integer",
                                                         "number", "boolean", "object"};

void add_paths(const std::vector<Field>& fields, Program& program) {
  for (const Field& field : fields) {
    program.field_paths.push_back(field.path);
    add_paths(field.fields, program);
  }
}

/// Adds the paths that `field` finds a field by.
void add_path_names(const Field& field, Program& program) {
  program.field_names.emplace_back(folded(field.path), &field);
  for (const Field& nested : field.fields) add_path_names(nested, program);
}

/// Adds the other names of a field.
void add_alias_names(const Field& field, const std::string& prefix, Program& program) {
  for (const std::string& alias : field.aliases) {
    program.field_names.emplace_back(folded(prefix + alias), &field);
  }
  for (const Field& nested : field.fields) add_alias_names(nested, field.path + ".", program);
}

/// What can only be added when the fields have found their place in memory. Of equal names the
/// first wins: a path means its field, whatever calls itself so, too.
void add_indices(Program& program) {
  add_paths(program.fields, program);
  for (const Field& field : program.fields) add_path_names(field, program);
  for (const Field& field : program.fields) add_alias_names(field, {}, program);
  std::stable_sort(program.field_names.begin(), program.field_names.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
}

using Compiled = tl::expected<std::shared_ptr<const Program>, std::vector<Diagnostic>>;

/// The program of the schema at `path`, or its faults, sorted.
Compiled compiled(const SchemaLoader& loader, std::string_view path, json_schema::Extent extent) {
  std::vector<Diagnostic> faults;
  json_schema::Sources sources(loader, extent, faults);
  json_schema::Compiler compiler(sources);
  const auto root = sources.open(path);
  if (root) compiler.compile(*root);
  if (faults.empty()) json_schema::check_progress(compiler);
  if (faults.empty()) json_schema::read_rules(compiler, *root);
  if (faults.empty()) json_schema::add_fields(compiler, *root);
  if (!faults.empty()) {
    sort_diagnostics(faults);
    return tl::unexpected(std::move(faults));
  }
  auto program = std::make_shared<Program>(std::move(compiler.program()));
  program->files = sources.take_files();
  add_indices(*program);
  return program;
}

}  // namespace

std::string_view field_type_name(FieldType type) {
  return type_names[static_cast<std::size_t>(type)];
}

tl::expected<Schema, std::vector<Diagnostic>> Schema::load(const SchemaLoader& loader,
                                                           std::string_view path) {
  using json_schema::Extent;
  auto program = compiled(loader, path, Extent::beginning);
  // There may be no fault but that somebody refers to a value that was not read.
  if (!program) program = compiled(loader, path, Extent::whole);
  if (!program) return tl::unexpected(std::move(program.error()));
  return Schema(std::move(*program));
}

std::vector<Diagnostic> Schema::check(const Document& document) const {
  auto faults = json_schema::Explainer(*program_, document).faults();
  for (Diagnostic& fault : faults) fault.severity = severity(fault.rule);
  std::erase_if(faults, [](const Diagnostic& fault) { return fault.severity == Severity::off; });
  return faults;
}

bool Schema::accepts(const Document& document) const {
  json_schema::Matcher matcher(*program_, document);
  const bool passes = matcher.passes(program_->root, document.root()) && !matcher.gave_up();
  return passes || (!program_->severities.empty() && check(document).empty());
}

std::span<const Field> Schema::fields() const {
  return program_->fields;
}

const Field* Schema::field(std::string_view path_or_alias) const {
  const std::string wanted = folded(path_or_alias);
  const auto& names = program_->field_names;
  const auto found =
      std::lower_bound(names.begin(), names.end(), wanted,
                       [](const auto& row, const std::string& name) { return row.first < name; });
  return found == names.end() || found->first != wanted ? nullptr : found->second;
}

std::span<const std::string_view> Schema::field_paths() const {
  return program_->field_paths;
}

Severity Schema::severity(RuleId rule_id) const {
  const auto& own = program_->severities;
  const auto found =
      std::find_if(own.begin(), own.end(), [&](const auto& row) { return row.first == rule_id; });
  return found == own.end() ? rule(rule_id).severity : found->second;
}

}  // namespace icc
