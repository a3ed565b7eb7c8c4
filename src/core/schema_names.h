#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema_texts.h"
#include "icc/schema.h"

namespace icc {

/// The choices of a vocabulary by all their names: values and aliases.
class ChoiceNames {
 public:
  /// A name of a choice.
  struct Name {
    std::string_view folded;
    const Choice* choice;

    auto operator<=>(const Name&) const = default;
  };

  /// The choices must outlive the names.
  explicit ChoiceNames(std::span<const Choice> choices);

  /// The choices that have this name when both are folded, in the order of the vocabulary.
  [[nodiscard]] std::span<const Choice* const> find(std::string_view name) const;

  /// All names, sorted; each once for a choice. No two are views of the same bytes.
  [[nodiscard]] std::span<const Name> sorted() const;

 private:
  /// Choices with one folded name, by where they stand in `grouped_`.
  struct Group {
    std::uint32_t first = 0;
    std::uint32_t size = 0;
  };
  void group();

  std::vector<std::string> folded_;    // by the index of a name
  std::vector<const Choice*> owners_;  // likewise
  std::vector<std::uint32_t> first_;   // for each name, the first that equals it when folded
  json_schema::TextSet written_set_;   // most names are found as they are written
  json_schema::TextSet folded_set_;
  std::vector<Group> groups_;  // by the index of the first name
  std::vector<const Choice*> grouped_;
  mutable std::once_flag is_sorted_;
  mutable std::vector<Name> sorted_;
};

}  // namespace icc
