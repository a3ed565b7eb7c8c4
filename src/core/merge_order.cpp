#include "core/merge_order.h"

#include <algorithm>
#include <cstddef>

namespace icc {
namespace {

bool has(const Keys& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Whether the keys that two versions share stand in one order in both.
bool same_order(const Keys& left, const Keys& right) {
  const auto shared = [](const Keys& keys, const Keys& others) {
    Keys found;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(found),
                 [&](std::string_view key) { return has(others, key); });
    return found;
  };
  return shared(left, right) == shared(right, left);
}

/// The place of a key among the fields; their number for an unknown one.
std::size_t rank(std::string_view key, std::span<const Field> fields) {
  const Field* field = find_field(fields, key);
  return field == nullptr ? fields.size() : static_cast<std::size_t>(field - fields.data());
}

/// The place behind the nearest key above `key` in its own text; the front when there is none.
Keys::const_iterator behind_neighbour(const Keys& order, const Keys& own, std::string_view key) {
  for (auto above = std::find(own.begin(), own.end(), key); above != own.begin();) {
    const auto found = std::find(order.begin(), order.end(), *--above);
    if (found != order.end()) return found + 1;
  }
  return order.begin();
}

/// The place behind all known fields.
Keys::const_iterator behind_known(const Keys& order, std::span<const Field> fields) {
  const auto last = std::find_if(order.rbegin(), order.rend(), [&](std::string_view key) {
    return rank(key, fields) < fields.size();
  });
  return last.base();
}

Keys::const_iterator place(const Keys& order, const Keys& own, std::string_view key,
                           std::span<const Field> fields) {
  const std::size_t own_rank = rank(key, fields);
  if (own_rank == fields.size()) return behind_neighbour(order, own, key);
  const auto later = std::find_if(order.begin(), order.end(), [&](std::string_view other) {
    const std::size_t other_rank = rank(other, fields);
    return other_rank > own_rank && other_rank < fields.size();
  });
  return later == order.end() ? behind_known(order, fields) : later;
}

}  // namespace

Keys merged_order(const Three<Keys>& keys, std::span<const Field> fields) {
  const bool ours_is_old = same_order(keys.base, keys.ours);
  const bool only_theirs =
      keys.base == keys.ours || (ours_is_old && !same_order(keys.base, keys.theirs));
  Keys order = only_theirs ? keys.theirs : keys.ours;
  const Keys& others = only_theirs ? keys.ours : keys.theirs;
  for (const std::string_view key : others) {
    if (!has(order, key)) order.insert(place(order, others, key, fields), key);
  }
  return order;
}

}  // namespace icc
