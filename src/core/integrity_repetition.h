#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace icc {

/// A hash and the index of what has it. Equal hashes only propose that two texts are equal.
struct HashedIndex {
  std::uint32_t hash;
  std::uint32_t index;

  auto operator<=>(const HashedIndex&) const = default;
};

/// The hash of a text.
[[nodiscard]] inline std::uint32_t short_hash(std::string_view text) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

/// Calls `take` for each stretch of a sorted list whose entries share a hash, if it has several.
template <class Take>
void for_each_sharing(std::span<const HashedIndex> sorted, const Take& take) {
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    while (end < sorted.size() && sorted[end].hash == sorted[begin].hash) ++end;
    if (end - begin > 1) take(sorted.subspan(begin, end - begin));
    begin = end;
  }
}

/// Calls `take(first, other)` for each index whose text equals that of one before it, with the
/// first of them. `text` makes the text of an index, and is called only where hashes are equal;
/// empty texts equal none.
template <class Text, class Take>
void for_each_repetition(std::vector<HashedIndex> entries, const Text& text, const Take& take) {
  std::sort(entries.begin(), entries.end());
  for_each_sharing(entries, [&](std::span<const HashedIndex> sharing) {
    std::vector<HashedIndex> group(sharing.begin(), sharing.end());
    while (group.size() > 1) {  // again only when different texts share a hash
      const std::size_t first = group.front().index;
      const std::string wanted = text(first);
      std::erase_if(group, [&](const HashedIndex& entry) {
        if (text(entry.index) != wanted) return false;
        if (entry.index != first && !wanted.empty()) take(first, std::size_t{entry.index});
        return true;
      });
    }
  });
}

}  // namespace icc
