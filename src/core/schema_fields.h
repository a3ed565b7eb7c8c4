#pragma once

#include "core/schema_compile.h"

namespace icc::json_schema {

/// Adds to the program the fields that the schema at `root` describes. The program must be compiled
/// and without faults.
void add_fields(Compiler& compiler, SchemaPlace root);

}  // namespace icc::json_schema
