#pragma once

#include <string>

#include "icc/entries.h"
#include "icc/schema.h"

// The blank form of a practice, made from the schema: what a city fills in, in an editor or in a
// mail. Both forms are sources of `icc add --from` and `icc import`.

namespace icc {

/// The form in YAML: each field with its help as a comment. What `record` has is filled in;
/// required fields that it lacks hold the placeholder, optional ones nothing.
[[nodiscard]] std::string yaml_form(const Schema& schema, const Value& record);

/// A record that was filled in, without the fields that hold nothing or the placeholder.
[[nodiscard]] Value filled_in(Value record);

/// The blank form in Markdown: a heading for each field, its help in a comment.
[[nodiscard]] std::string markdown_form(const Schema& schema);

}  // namespace icc
