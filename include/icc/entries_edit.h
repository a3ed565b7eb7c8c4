#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "icc/document.h"
#include "icc/entries.h"
#include "icc/result.h"
#include "icc/schema.h"

// Changing one field of a record, and no other line.

namespace icc {

/// The text of a document in which the top-level field `key` has `value`; without a value, the text
/// without the field. A new field stands at its canonical place. All other lines stay byte by byte,
/// and within the field what did not change: the comment beside it, the items of a list with
/// theirs. Comments belong to what they precede: those above a field or item that is taken away go
/// with it. Lines end as those of the document do.
///
/// What is answered has been read again and means just this. Refuses (`Failure::refused`) a record
/// that is written in braces.
[[nodiscard]] Result<std::string> with_field(const Document& document, std::string_view key,
                                             const std::optional<Value>& value,
                                             std::span<const Field> fields);

/// A list with one more item: of a set that is sorted at its place, else at the end.
[[nodiscard]] Value with_item(Value list, Value item, const Field& field);

}  // namespace icc
