#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/query_node.h"
#include "icc/schema.h"

namespace icc {

/// What the word before an operator names: a field of the schema, or one of the names that queries
/// have beside them: `id`, `text` (all text), `year` (when the practice was active), `start`,
/// `end`.
struct QuerySubject {
  std::string name;  ///< the field's path, or the name
  QuerySource source = QuerySource::values;
  FieldType type = FieldType::text;
  std::vector<const Field*> fields;        ///< without fields of their own
  const Vocabulary* vocabulary = nullptr;  ///< null when any value goes
  bool is_field = false;                   ///< of the schema
};

/// The field or name that `path` means; a field of the schema wins. Nothing when there is none.
[[nodiscard]] std::optional<QuerySubject> query_subject(std::string_view path,
                                                        const Schema& schema);

/// What a bare word searches: all fields with text.
[[nodiscard]] QuerySubject all_text(const Schema& schema);

/// The fields with periods, nested ones too.
[[nodiscard]] std::vector<const Field*> period_fields(const Schema& schema);

/// What was probably meant by a path that names nothing; may be empty.
[[nodiscard]] std::string nearest_subject(std::string_view path, const Schema& schema);

}  // namespace icc
