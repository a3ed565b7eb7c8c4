#include "read/column.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "icc/text.h"
#include "write/keys.h"

namespace icc {
namespace {

bool is_one(std::string_view name, std::string_view other) {
  return folded(name) == folded(other);
}

const Field* top_field(std::string_view name, const Schema& schema) {
  const auto fields = schema.fields();
  const auto by = [&](auto name_of) {
    return std::find_if(fields.begin(), fields.end(),
                        [&](const Field& field) { return is_one(name_of(field), name); });
  };
  auto found = by([](const Field& field) { return std::string_view(field.name); });
  if (found == fields.end()) {
    found = by([](const Field& field) { return std::string_view(field.title); });
  }
  if (found != fields.end()) return &*found;
  const Field* field = schema.field(name);
  return field != nullptr && field->path == field->name ? field : nullptr;
}

std::optional<Column> column_for(std::string_view name, const Schema& schema) {
  if (is_one(name, id_name)) return Column{Column::Use::id};
  const Field* field = top_field(name, schema);
  if (field == nullptr) return std::nullopt;
  return Column{Column::Use::field, field};
}

}  // namespace

std::optional<std::string> key_of_exported(const Schema& schema, std::string_view name) {
  if (!name.starts_with('_')) {
    const bool is_ours = exported_name(schema, name) != name;
    return is_ours ? std::nullopt : std::optional<std::string>(name);
  }
  const std::string_view shorter = name.substr(1);
  return std::string(exported_name(schema, shorter) == name ? shorter : name);
}

std::optional<Column> column_by_options(std::string_view name, const Schema& schema,
                                        const SourceOptions& options) {
  for (const auto& [column, field] : options.mapped) {
    if (is_one(column, name)) return column_for(field, schema);
  }
  const bool is_ignored =
      std::any_of(options.ignored.begin(), options.ignored.end(),
                  [&](const std::string& ignored) { return is_one(ignored, name); });
  if (is_ignored) return Column{};
  return std::nullopt;
}

std::optional<Column> column_named(std::string_view name, const Schema& schema,
                                   const SourceOptions& options) {
  if (const auto chosen = column_by_options(name, schema, options)) return chosen;
  if (name == other_fields_name) return Column{Column::Use::other_fields};
  const auto key = key_of_exported(schema, name);
  if (!key && name != id_name) return Column{};  // what a period was understood as, or a reason
  if (key && *key != name) {
    const Field* field = top_field(*key, schema);
    if (field != nullptr) return Column{Column::Use::field, field};
  }
  return column_for(name, schema);
}

Diagnostic unknown_column(std::string_view name, Range range, const Schema& schema) {
  std::vector<std::string_view> names;
  for (const Field& field : schema.fields()) {
    names.insert(names.end(), {field.name, field.title});
    names.insert(names.end(), field.aliases.begin(), field.aliases.end());
  }
  const auto found = nearest(name, names);
  const std::string shown = visible(name);
  const std::string meant = found.empty() ? "" : fmt::format("did you mean '{}'? ", found[0]);
  return diagnostic(
      RuleId::unknown_key, range, fmt::format("no field is called '{}'", shown),
      fmt::format("{0}'icc import' takes --map '{1}=FIELD' or --ignore '{1}'", meant, shown));
}

Result<void> check_options(const Schema& schema, const SourceOptions& options) {
  for (const auto& [column, name] : options.mapped) {
    if (column_for(name, schema)) continue;
    return failed(Failure::usage, fmt::format("there is no field '{}' for '{}'", name, column),
                  suggested_field(name, schema));
  }
  return {};
}

Result<void> check_columns(std::span<const std::string_view> columns,
                           const SourceOptions& options) {
  std::vector<std::string> named = options.ignored;
  for (const auto& [column, field] : options.mapped) named.push_back(column);
  for (const std::string& name : named) {
    const auto is_it = [&](std::string_view column) { return is_one(column, name); };
    if (std::any_of(columns.begin(), columns.end(), is_it)) continue;
    const auto found = nearest(name, columns);
    return failed(Failure::usage, fmt::format("there is no column '{}'", name),
                  found.empty() ? fmt::format("the columns are {}", fmt::join(columns, ", "))
                                : fmt::format("did you mean '{}'?", found[0]));
  }
  return {};
}

}  // namespace icc
