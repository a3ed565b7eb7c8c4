#pragma once

#include "core/schema_compile.h"

// Keywords that work together. Each function compiles a whole group of the subschema at a place; it
// is called at the first keyword of the group.

namespace icc::json_schema {

/// prefixItems and items.
void compile_items(Compiler& compiler, SchemaPlace schema, const Node& value);

/// contains, minContains and maxContains.
void compile_contains(Compiler& compiler, SchemaPlace schema, const Node& value);

/// properties, patternProperties, additionalProperties and required.
void compile_members(Compiler& compiler, SchemaPlace schema, const Node& value);

/// if, then and else.
void compile_condition(Compiler& compiler, SchemaPlace schema, const Node& value);

/// dependentRequired alone.
void compile_dependent_required(Compiler& compiler, SchemaPlace schema, const Node& value);

/// dependentSchemas alone.
void compile_dependent_schemas(Compiler& compiler, SchemaPlace schema, const Node& value);

/// The place of `blocks` in the program's list of blocks, to whose end they are added.
std::uint32_t add_blocks(Compiler& compiler, const std::vector<BlockId>& blocks);

}  // namespace icc::json_schema
