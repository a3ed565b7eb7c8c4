#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace icc::json_schema {

/// Finds a text among a fixed set in constant time: a table of slots with linear probing, at most
/// half full. The texts must outlive it.
class TextSet {
 public:
  /// What `find` answers for a text that is not in the set.
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  TextSet() = default;
  /// The set of `texts`; of two equal ones the first counts.
  explicit TextSet(std::span<const std::string_view> texts);

  /// The index of `text` in what the set was made from, or `none`.
  [[nodiscard]] std::uint32_t find(std::string_view text) const;

 private:
  struct Slot {
    std::string_view text;
    std::uint32_t index = none;
  };

  std::vector<Slot> slots_;  // a power of two many, or none at all
};

}  // namespace icc::json_schema
