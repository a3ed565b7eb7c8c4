#pragma once

#include <cstdint>

namespace icc::json_schema {

/// A place in the files of a schema.
struct SchemaPlace {
  std::uint32_t source = 0;  ///< index of the file
  std::uint32_t node = 0;    ///< index of the node in its document

  /// A number that no other place has.
  [[nodiscard]] constexpr std::uint64_t key() const {
    return (std::uint64_t{source} << 32U) | node;
  }

  bool operator==(const SchemaPlace&) const = default;
};

}  // namespace icc::json_schema
