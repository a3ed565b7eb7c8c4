#pragma once

#include <string>
#include <string_view>

#include "icc/schema.h"

// Formats with named values add some of their own to a record:
//
//   id            the record's id
//   FIELD_edtf    what a period was understood as: `2018/..`
//   other_fields  what has no column in a table
//   import_reason why `import` refused a record, in the files that it writes for those
//
// A key of the record that is one of these gets a `_` in front, as does such a key that begins with
// `_` already: so the record's keys can be told from ours, and back.

namespace icc {

inline constexpr std::string_view id_name = "id";
inline constexpr std::string_view other_fields_name = "other_fields";
inline constexpr std::string_view reason_name = "import_reason";

/// The name of the member that tells what a period was understood as.
[[nodiscard]] std::string edtf_name(std::string_view period);

/// Whether a key of a record is a field that holds a period.
[[nodiscard]] bool is_period(const Schema& schema, std::string_view key);

/// The name under which a key of a record is exported.
[[nodiscard]] std::string exported_name(const Schema& schema, std::string_view key);

}  // namespace icc
