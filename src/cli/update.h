#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "icc/practice.h"
#include "icc/reader.h"
#include "icc/store.h"

namespace icc {

/// The text of a stored record with the fields that a source's record has, and no other line
/// changed. A field of which the source says that it is empty is taken away.
[[nodiscard]] Result<std::string> updated_text(const Practice& stored, const SourceRecord& record,
                                               const Schema& schema);

/// The faults that the new text of a stored record has and the old one had not, located in the
/// source.
[[nodiscard]] std::vector<Diagnostic> update_faults(const Practice& stored, const std::string& text,
                                                    const SourceRecord& record,
                                                    std::string_view source, const Store& store);

}  // namespace icc
