#include "write/card_line.h"

#include <algorithm>

#include "icc/text.h"
#include "write/unknown_fields.h"

namespace icc {

std::string joined_values(const Practice& practice, const Field& field) {
  std::string line;
  for (const std::string_view value : practice.values(field)) {
    if (!line.empty()) line += ", ";
    line += trimmed(value);
  }
  return line;
}

std::string card_line(const Practice& practice, const Schema& schema,
                      std::initializer_list<std::string_view> without) {
  std::string line;
  for (const Field& field : schema.fields()) {
    if (!field.column || known_node(practice, field) == nullptr) continue;
    if (std::ranges::find(without, field.name) != without.end()) continue;
    const std::string values = joined_values(practice, field);
    if (!values.empty()) line += (line.empty() ? "" : " · ") + values;
  }
  return line;
}

}  // namespace icc
