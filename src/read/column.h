#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "icc/reader.h"

namespace icc {

/// What a column of a table, or a key of an object, is for.
struct Column {
  enum class Use : std::uint8_t { field, id, other_fields, nothing, nameless };
  Use use = Use::nothing;
  const Field* field = nullptr;  ///< of `Use::field`
};

/// What the options say that a column or key is for; none when they don't speak of it.
[[nodiscard]] std::optional<Column> column_by_options(std::string_view name, const Schema& schema,
                                                      const SourceOptions& options);

/// What the column with this name is for, by the options; then by the names that `export` gives;
/// then by a field's name, alias or title, folded. None when the schema has no such field.
[[nodiscard]] std::optional<Column> column_named(std::string_view name, const Schema& schema,
                                                 const SourceOptions& options);

/// What to say of a column that is unknown.
[[nodiscard]] Diagnostic unknown_column(std::string_view name, Range range, const Schema& schema);

/// The key of a record behind the name under which JSON exports it; none where the name is the
/// export's own.
[[nodiscard]] std::optional<std::string> key_of_exported(const Schema& schema,
                                                         std::string_view name);

/// What is wrong with the options themselves: a field that does not exist.
[[nodiscard]] Result<void> check_options(const Schema& schema, const SourceOptions& options);

/// What is wrong with the options for a table with these columns: one that it does not have.
[[nodiscard]] Result<void> check_columns(std::span<const std::string_view> columns,
                                         const SourceOptions& options);

}  // namespace icc
