#pragma once

#include <string>
#include <vector>

#include "icc/practice.h"

namespace icc {

/// The value of a field, where it has the field's shape, so that `Practice::values` says all of it:
/// one value, or a list of them in a field of lists. Objects may have any shape, which
/// object_parts.h shows. Null without such a value.
[[nodiscard]] const Node* known_node(const Practice& practice, const Field& field);

/// The values of a practice that the schema has no field for, or one of another shape, in the
/// record's order: what the forms for people show as it stands, so that nothing is left out.
[[nodiscard]] std::vector<const Node*> unknown_fields(const Practice& practice,
                                                      const Schema& schema);

/// Key and value of a member of a practice in canonical YAML, what does not show made visible.
[[nodiscard]] std::string yaml_of(const Practice& practice, const Node& member,
                                  const Schema& schema);

}  // namespace icc
