#include <fmt/format.h>

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
  const Field* period = period_field(schema);
  const std::string wanted = folded(name);
  if (period != nullptr && (wanted == "start" || wanted == "end" || wanted == "year")) {
    return fmt::format("'{}' holds it", period->path);
  }
  std::vector<std::string_view> known = field_names(schema);
  known.insert(known.end(), others);
  return did_you_mean(nearest(name, known), "'icc fields' lists the fields");
}

Result<std::vector<std::string_view>> listed_names(std::string_view list) {
  std::vector<std::string_view> names;
  while (true) {
    const std::size_t comma = list.find(',');
    names.push_back(trimmed(list.substr(0, comma)));
    if (names.back().empty()) {
      return failed(Failure::usage, "a name is missing beside a comma",
                    "write FIELD, or FIELD,FIELD");
    }
    if (comma == std::string_view::npos) return names;
    list.remove_prefix(comma + 1);
  }
}

Error unknown_field(std::string_view name, const Schema& schema) {
  return {Failure::usage, "no such field '" + visible(name) + "'", suggested_field(name, schema)};
}

}  // namespace icc
