#pragma once

#include <map>
#include <string>
#include <vector>

#include "icc/store.h"

namespace icc {

/// The values that the lists of words in a database have already: tags, partners, cities.
class UsedValues {
 public:
  /// Reads all records, once; what can't be read has no values.
  [[nodiscard]] static Result<UsedValues> read(const Store& store);

  /// The values of a field, sorted, each once.
  [[nodiscard]] std::vector<std::string> of(const Field& field) const;

 private:
  std::map<std::string, std::vector<std::string>> values_;  // by the field's path
};

}  // namespace icc
