#pragma once

#include <functional>
#include <string>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// Appends a practice as a JSON object on one line: `id`, then all its fields in the record's
/// order, a period followed by what it was understood as, or null: `"period": "2018-",
/// "period_edtf": "2018/.."`. For keys that clash with ours see keys.h. A field of which
/// `is_elsewhere` says so is written as `~`, which is not JSON.
void append_json_record(std::string& out, const Practice& practice, const Schema& schema,
                        const std::function<bool(const Node& field)>& is_elsewhere = {});

}  // namespace icc
