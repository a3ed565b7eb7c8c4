#pragma once

#include "core/schema_compile.h"

// The annotation x-icc. Other validators ignore it; we refuse what we do not know in it, because a
// misspelt `colum: true` would else do nothing at all.

namespace icc::json_schema {

/// Reports keys of an `x-icc` that are unknown or whose values have the wrong kind.
void check_extension(Compiler& compiler, SchemaPlace schema, const Node& extension);

/// Adds the severities that `x-icc.rules` at the root of the schema sets.
void read_rules(Compiler& compiler, SchemaPlace root);

}  // namespace icc::json_schema
