#include "write/tally.h"

#include <algorithm>
#include <map>

#include "icc/facet.h"
#include "icc/text.h"

namespace icc {
namespace {

std::map<std::string_view, std::size_t> occurring(std::span<const Practice> practices,
                                                  const Field& field) {
  std::map<std::string_view, std::size_t> counts;
  for (const Practice& practice : practices) {
    auto values = practice.values(field);
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const std::string_view value : values) ++counts[value];
  }
  return counts;
}

}  // namespace

std::vector<ValueCount> value_counts(std::span<const Practice> practices, const Field& field) {
  auto occurrences = occurring(practices, field);
  std::vector<ValueCount> counts;
  const bool is_short = field.vocabulary != nullptr && field.vocabulary->closed() &&
                        field.vocabulary->choices().size() <= long_vocabulary;
  if (is_short) {
    for (const Choice& choice : field.vocabulary->choices()) {
      counts.push_back({choice.value, occurrences[choice.value]});
      occurrences.erase(choice.value);
    }
  }
  const auto known = static_cast<std::ptrdiff_t>(counts.size());
  for (const auto& [value, count] : occurrences) counts.push_back({std::string(value), count});
  std::stable_sort(counts.begin() + known, counts.end(),
                   [](const ValueCount& left, const ValueCount& right) {
                     return folded(left.value) < folded(right.value);
                   });
  return counts;
}

std::vector<ValueCount> largest_first(std::vector<ValueCount> counts) {
  std::erase_if(counts, [](const ValueCount& row) { return row.count == 0; });
  std::stable_sort(
      counts.begin(), counts.end(),
      [](const ValueCount& left, const ValueCount& right) { return left.count > right.count; });
  return counts;
}

std::size_t largest(std::span<const ValueCount> counts) {
  std::size_t most = 0;
  for (const ValueCount& row : counts) most = std::max(most, row.count);
  return most;
}

}  // namespace icc
