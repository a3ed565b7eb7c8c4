#pragma once

#include <optional>
#include <span>
#include <string>

#include "icc/diagnostic.h"
#include "icc/document.h"
#include "icc/result.h"
#include "icc/schema.h"

// Records in canonical form, with their comments.

namespace icc {

/// A document in canonical form (`canonical_text` of a value, in entries.h) with its comments: each
/// stays at the field or item that it precedes, or on the line of its value; at the end of a list
/// or map it stays there. Comments above the first field with a blank line below them stay on top,
/// those below the last at the end. Blank lines are kept where they set off a comment, one of
/// several. Values do not change, but for the order of keys and of the items of sets.
[[nodiscard]] std::string canonical_text(const Document& document, std::span<const Field> fields);

/// The same, read again and compared before it is answered. A difference, which would be a mistake
/// in this program, is an error.
[[nodiscard]] Result<std::string> formatted(const Document& document,
                                            std::span<const Field> fields);

/// The fault of a document that is not in canonical form (rule not-canonical): its range begins at
/// the first line that differs, its fix puts in what does. Nothing when it is canonical. Without
/// path and place; the severity is the rule's own.
[[nodiscard]] std::optional<Diagnostic> form_fault(const Document& document,
                                                   std::span<const Field> fields);

}  // namespace icc
