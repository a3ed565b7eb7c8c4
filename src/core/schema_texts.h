#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string_view>
#include <utility>
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

/// The texts that an `enum`, a `const` or a `oneOf` of consts allows.
class AllowedTexts {
 public:
  /// Tells all texts in their order; they must outlive the set.
  using Reader = std::function<std::vector<std::string_view>()>;

  /// Texts that are known.
  explicit AllowedTexts(std::vector<std::string_view> texts)
      : texts_(std::move(texts)), set_(texts_) {}
  /// Texts that are told when they are first asked for.
  explicit AllowedTexts(Reader read) : read_(std::move(read)) {}

  /// Whether it is one of them.
  [[nodiscard]] bool has(std::string_view text) const {
    make_ready();
    return set_.find(text) != TextSet::none;
  }
  /// All of them.
  [[nodiscard]] std::span<const std::string_view> all() const {
    make_ready();
    return texts_;
  }
  /// Whether one of them is there twice.
  [[nodiscard]] bool has_repetition() const;

 private:
  void make_ready() const;

  Reader read_;  // null where the texts are known from the start
  mutable std::once_flag is_read_;
  mutable std::vector<std::string_view> texts_;
  mutable TextSet set_;
};

}  // namespace icc::json_schema
