#include "write/unknown_fields.h"

#include <algorithm>

#include "icc/entries.h"
#include "icc/text.h"

namespace icc {

std::vector<UnknownField> unknown_fields(const Practice& practice, const Schema& schema) {
  std::vector<UnknownField> unknown;
  const auto fields = schema.fields();
  const Document& document = practice.document();
  for (const Node& member : document.children(document.root())) {
    if (std::ranges::find(fields, member.key, &Field::name) != fields.end()) continue;
    const Value record{Kind::map, {}, {}, {{std::string(member.key), value_of(document, member)}}};
    unknown.push_back({member.key, visible_lines(canonical_text(record, schema))});
  }
  return unknown;
}

}  // namespace icc
