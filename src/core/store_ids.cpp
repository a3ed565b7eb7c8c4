#include "icc/store_ids.h"

#include "icc/practice.h"

namespace icc {

StoreIds::StoreIds(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) take(path);
}

const std::string* StoreIds::path(std::string_view id) const {
  const auto found = paths_.find(id_key(id));
  return found == paths_.end() ? nullptr : &found->second;
}

std::string StoreIds::free_id(std::string_view title) const {
  std::size_t number = 1;
  while (path(id_from(title, number)) != nullptr) ++number;
  return id_from(title, number);
}

void StoreIds::take(std::string_view path) {
  paths_.emplace(id_key(id_of(path)), path);
}

}  // namespace icc
