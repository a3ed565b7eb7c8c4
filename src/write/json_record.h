#pragma once

#include <string>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// Appends a practice as a JSON object on one line: `id`, then all its fields in the record's
/// order, a period followed by what it was understood as, or null: `"period": "2018-",
/// "period_edtf": "2018/.."`. For keys that clash with ours see keys.h.
void append_json_record(std::string& out, const Practice& practice, const Schema& schema);

}  // namespace icc
