#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace icc {

/// A hash and the index of what has it.
struct HashedIndex {
  std::uint64_t hash;
  std::uint32_t index;

  auto operator<=>(const HashedIndex&) const = default;
};

/// Calls `take` for each stretch of a sorted list whose entries share a hash, if it has several.
template <class Entry, class Take>
void for_each_sharing(const std::vector<Entry>& sorted, const Take& take) {
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    const auto end = std::find_if(begin, sorted.end(),
                                  [&](const Entry& entry) { return entry.hash != begin->hash; });
    if (end - begin > 1) take(std::vector<Entry>(begin, end));
    begin = end;
  }
}

/// Calls `take(first, other)` for each index below `count` whose text equals that of one before it,
/// with the first of them. `text` is called several times, since only hashes of its answers are
/// held; empty texts equal none.
template <class Text, class Take>
void for_each_repetition(std::size_t count, const Text& text, const Take& take) {
  std::vector<HashedIndex> entries;
  entries.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string own = text(i);
    if (own.empty()) continue;
    entries.push_back({std::hash<std::string_view>()(own), static_cast<std::uint32_t>(i)});
  }
  std::sort(entries.begin(), entries.end());
  for_each_sharing(entries, [&](std::vector<HashedIndex> group) {
    while (group.size() > 1) {  // again only when different texts share a hash
      const std::size_t first = group.front().index;
      const std::string wanted = text(first);
      std::erase_if(group, [&](const HashedIndex& entry) {
        if (text(entry.index) != wanted) return false;
        if (entry.index != first) take(first, std::size_t{entry.index});
        return true;
      });
    }
  });
}

}  // namespace icc
