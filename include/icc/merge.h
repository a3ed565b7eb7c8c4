#pragma once

#include <string_view>

#include "icc/merge_text.h"
#include "icc/result.h"
#include "icc/schema.h"

// Two changed versions of a record to one, by field.

namespace icc {

/// Merges the text of a record field by field. What only one side changed is taken from it; where
/// both did, values and their comments are merged each for itself, sets as sets, lists item by
/// item, and multi-line text by `text_merge`, sentence by sentence. What can't be merged stands
/// within conflict markers inside its field, and a field that one side removed and the other
/// changed in them whole. The keys have our order (theirs where only they changed it), and new
/// fields of the other side stand at their canonical place.
///
/// An empty base means that both sides are new. Where a version can't be read, the whole is merged
/// by `text_merge`. `path` is the record's, relative to the database. Without a schema there are
/// no sets, and new fields stand behind their neighbours.
///
/// A clean result can be read, and neither the schema nor the rules of one record find in it what
/// they don't find in one of the sides: otherwise the fields concerned are conflicts.
[[nodiscard]] Result<Merged> merged_record(const Three<std::string_view>& versions,
                                           std::string_view path, const Schema* schema,
                                           const TextMerge& text_merge);

}  // namespace icc
