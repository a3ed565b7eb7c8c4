#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"

namespace icc {

/// An order of practices by one or more fields, as `--sort country,-period` names it.
class SortOrder {
 public:
  /// The order that `text` names: fields with commas between them, a `-` before one reverses it;
  /// `id` counts as a field. An unknown field is a usage error. `schema` must outlive the order.
  [[nodiscard]] static Result<SortOrder> read(std::string_view text, const Schema& schema);

  /// Whether no field is named.
  [[nodiscard]] bool empty() const { return keys_.empty(); }

  /// Bytes whose order is the order of the practices. Texts compare folded, periods by their first
  /// day, then their last, numbers by value (`.nan` after all others); a record without the
  /// field, or with no number in a field of numbers, comes last in either direction.
  [[nodiscard]] std::string key(const Practice& practice) const;

 private:
  struct Key {
    const Field* field;  // null: the id
    bool descending;
  };
  std::vector<Key> keys_;
};

}  // namespace icc
