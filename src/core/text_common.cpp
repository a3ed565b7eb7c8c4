#include "core/text_common.h"

#include <algorithm>
#include <cstdint>

namespace icc {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

constexpr std::size_t most_cells = 4'000'000;  // of the table of lengths

/// Lengths of the longest common subsequences of all pairs of ends, row by row.
class Lengths {
 public:
  Lengths(Items left, Items right)
      : width_(right.size() + 1), cells_((left.size() + 1) * width_, 0) {
    for (std::size_t i = left.size(); i-- > 0;) {
      for (std::size_t j = right.size(); j-- > 0;) {
        cells_[i * width_ + j] =
            left[i] == right[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }

  [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const {
    return cells_[i * width_ + j];
  }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> cells_;
};

void append_common(Pairs& pairs, Items left, Items right, std::size_t offset) {
  const Lengths lengths(left, right);
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    if (left[i] == right[j]) {
      pairs.emplace_back(offset + i++, offset + j++);
    } else {
      lengths.at(i + 1, j) >= lengths.at(i, j + 1) ? ++i : ++j;
    }
  }
}

}  // namespace

std::size_t common_front(Items left, Items right) {
  const auto ends = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(ends.first - left.begin());
}

std::optional<Pairs> common_items(Items left, Items right) {
  Pairs pairs;
  const std::size_t before = common_front(left, right);
  for (std::size_t i = 0; i < before; ++i) pairs.emplace_back(i, i);
  left = left.subspan(before);
  right = right.subspan(before);
  if ((left.size() + 1) * (right.size() + 1) > most_cells) return std::nullopt;
  append_common(pairs, left, right, before);
  return pairs;
}

}  // namespace icc
