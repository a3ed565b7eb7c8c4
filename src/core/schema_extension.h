#pragma once

#include <span>
#include <string_view>

#include "core/schema_compile.h"

// The annotation x-icc. Other validators ignore it; we refuse what we do not know in it, because a
// misspelt `colum: true` would else do nothing at all.

namespace icc::json_schema {

/// A key of x-icc, and what its value may be.
struct ExtensionKey {
  std::string_view name;
  KindSet kinds;
};

/// All keys of x-icc, sorted by name.
[[nodiscard]] std::span<const ExtensionKey> extension_keys();

/// What `type` of x-icc may say.
inline constexpr std::string_view extension_types[] = {"period", "prose"};

/// Reports keys of an `x-icc` that are unknown or whose values have the wrong kind.
void check_extension(Compiler& compiler, SchemaPlace schema, const Node& extension);

/// Adds the severities that `x-icc.rules` at the root of the schema sets.
void read_rules(Compiler& compiler, SchemaPlace root);

}  // namespace icc::json_schema
