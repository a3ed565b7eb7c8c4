#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace icc {

/// Which ids are taken in a database, also by records that are still to be written. Ids that differ
/// in case only are one.
class StoreIds {
 public:
  /// The ids of the records at these paths.
  explicit StoreIds(const std::vector<std::string>& paths);

  /// The path of the record with this id; null when the id is free.
  [[nodiscard]] const std::string* path(std::string_view id) const;

  /// A free id made from a title: with `-2`, `-3` … when it is taken.
  [[nodiscard]] std::string free_id(std::string_view title) const;

  /// Takes a free id for the record at `path`.
  void take(std::string_view path);

 private:
  std::map<std::string, std::string, std::less<>> paths_;  // by id in lower case
};

}  // namespace icc
