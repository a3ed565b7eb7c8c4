#include "write/related.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace icc {
namespace {

constexpr std::size_t most = 5;
// Choices that more practices share say little, and pairs of them are many.
constexpr std::size_t most_common = 400;

/// The practices that have a choice, by field and choice.
using Holders = std::map<std::pair<const Field*, std::string_view>, std::vector<std::size_t>>;

Holders holders_of(std::span<const Practice> practices, const Schema& schema) {
  Holders holders;
  for (const Field& field : schema.fields()) {
    if (field.type != FieldType::choice || field.name == "language") continue;
    for (std::size_t i = 0; i < practices.size(); ++i) {
      for (const std::string_view value : practices[i].values(field)) {
        auto& indices = holders[{&field, value}];
        if (indices.empty() || indices.back() != i) indices.push_back(i);
      }
    }
  }
  return holders;
}

/// A practice and how much it has in common with another.
using Likeness = std::pair<std::size_t, std::size_t>;

std::vector<std::size_t> best(std::map<std::size_t, std::size_t> weights) {
  std::vector<Likeness> rows(weights.begin(), weights.end());
  std::stable_sort(rows.begin(), rows.end(), [](const Likeness& left, const Likeness& right) {
    return left.second > right.second;
  });
  rows.resize(std::min(rows.size(), most));
  std::vector<std::size_t> indices;
  indices.reserve(rows.size());
  for (const Likeness& row : rows) indices.push_back(row.first);
  return indices;
}

}  // namespace

std::vector<std::vector<std::size_t>> related_practices(std::span<const Practice> practices,
                                                        const Schema& schema) {
  std::vector<std::vector<const std::vector<std::size_t>*>> groups(practices.size());
  const Holders holders = holders_of(practices, schema);
  for (const auto& [choice, indices] : holders) {
    if (indices.size() < 2 || indices.size() > most_common) continue;
    for (const std::size_t index : indices) groups[index].push_back(&indices);
  }
  std::vector<std::vector<std::size_t>> related;
  for (std::size_t i = 0; i < practices.size(); ++i) {
    std::map<std::size_t, std::size_t> weights;
    for (const auto* group : groups[i]) {
      const std::size_t weight = 1000 + 10'000 / group->size();
      for (const std::size_t other : *group) {
        if (other != i) weights[other] += weight;
      }
    }
    related.push_back(best(std::move(weights)));
  }
  return related;
}

}  // namespace icc
