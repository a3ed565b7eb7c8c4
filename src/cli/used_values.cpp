#include "cli/used_values.h"

#include <set>

namespace icc {
namespace {

using Sets = std::map<std::string, std::set<std::string>>;  // values by the field's path

void add_values(const Practice& practice, const Schema& schema, Sets& sets) {
  for (const Field& field : schema.fields()) {
    const bool has_words = field.type == FieldType::text || field.type == FieldType::choice;
    if (!field.list || !has_words) continue;
    for (const std::string_view value : practice.values(field)) {
      sets[field.path].emplace(value);
    }
  }
}

}  // namespace

Result<UsedValues> UsedValues::read(const Store& store) {
  const auto paths = store.paths();
  if (!paths) return tl::unexpected(paths.error());
  Sets all;
  const auto scanned = store.scan<Sets>(
      *paths,
      [&](Record&& record, Sets& sets) {
        if (record.practice) add_values(*record.practice, store.schema(), sets);
      },
      [&](Sets& sets) {
        for (auto& [path, values] : sets) all[path].merge(values);
        return true;
      });
  if (!scanned) return tl::unexpected(scanned.error());
  UsedValues used;
  for (const auto& [path, values] : all) {
    used.values_[path] = std::vector<std::string>(values.begin(), values.end());
  }
  return used;
}

std::vector<std::string> UsedValues::of(const Field& field) const {
  const auto found = values_.find(field.path);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace icc
