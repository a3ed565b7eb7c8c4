#include "icc/schema.h"
#include "icc/text.h"

namespace icc {

std::vector<std::string_view> field_names(const Schema& schema) {
  std::vector<std::string_view> names(schema.field_paths().begin(), schema.field_paths().end());
  for (const Field& field : schema.fields()) {
    names.insert(names.end(), field.aliases.begin(), field.aliases.end());
  }
  return names;
}

std::string suggested_field(std::string_view name, const Schema& schema,
                            std::initializer_list<std::string_view> others) {
  std::vector<std::string_view> known = field_names(schema);
  known.insert(known.end(), others);
  return did_you_mean(nearest(name, known), "'icc fields' lists the fields");
}

Error unknown_field(std::string_view name, const Schema& schema) {
  return {Failure::usage, "no such field '" + visible(name) + "'", suggested_field(name, schema)};
}

}  // namespace icc
