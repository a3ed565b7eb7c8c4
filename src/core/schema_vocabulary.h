#pragma once

#include <memory>

#include "core/schema_compile.h"

namespace icc::json_schema {

// Both hold on to their file, whose nodes they read when their choices are first asked for.

/// The vocabulary of an `enum`, or of a `oneOf` of consts, in a file of the schema.
[[nodiscard]] std::shared_ptr<const Vocabulary> closed_vocabulary(
    const std::shared_ptr<const SourceFile>& file, const Node& list);

/// The vocabulary that `x-icc.values` names, for a field that takes other values, too.
[[nodiscard]] std::shared_ptr<const Vocabulary> open_vocabulary(
    const std::shared_ptr<const SourceFile>& file, const Node& extension);

}  // namespace icc::json_schema
