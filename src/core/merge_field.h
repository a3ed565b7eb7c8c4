#pragma once

#include <span>

#include "core/merge_version.h"
#include "icc/merge_text.h"
#include "icc/schema.h"

namespace icc {

/// What the merge of a field depends on.
struct MergeRules {
  std::span<const Field> fields;  ///< of the schema; empty where there is none
  const TextMerge& text_merge;
};

/// Merges one field, without the blank lines above it; null where a version doesn't have it. An
/// empty text: the field is removed.
[[nodiscard]] Result<Merged> merged_field(const Three<const FieldText*>& field,
                                          const MergeRules& rules);

/// Both sides of a field in conflict markers.
[[nodiscard]] Merged conflicting_field(const Three<const FieldText*>& field);

/// Merges texts outside of fields, and comments: as one where at most one side changed them.
[[nodiscard]] Result<Merged> merged_lines(const Three<std::string_view>& lines,
                                          const TextMerge& text_merge);

}  // namespace icc
