#include "icc/text.h"

#include <algorithm>

namespace icc {
namespace {

using Row = std::vector<std::size_t>;

std::u32string characters(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    out += character.code;
    text.remove_prefix(character.length);
  }
  return out;
}

/// The three last rows of the table whose cell (i, j) is the distance between the first i
/// characters of one text and the first j of the other.
class DistanceTable {
 public:
  DistanceTable(const std::u32string& left, const std::u32string& right)
      : left_(left), right_(right), before_(right.size() + 1), last_(before_), now_(before_) {
    for (std::size_t j = 0; j < now_.size(); ++j) now_[j] = j;
  }

  /// Fills row `i`, from 1; answers its smallest cell.
  std::size_t fill_row(std::size_t i) {
    std::swap(before_, last_);
    std::swap(last_, now_);
    now_[0] = i;
    std::size_t smallest = i;
    for (std::size_t j = 1; j < now_.size(); ++j) smallest = std::min(smallest, fill_cell(i, j));
    return smallest;
  }

  std::size_t distance() const { return now_.back(); }

 private:
  std::size_t fill_cell(std::size_t i, std::size_t j) {
    const bool equal = left_[i - 1] == right_[j - 1];
    std::size_t best = std::min({last_[j] + 1, now_[j - 1] + 1, last_[j - 1] + (equal ? 0 : 1)});
    const bool swapped =
        i > 1 && j > 1 && left_[i - 1] == right_[j - 2] && left_[i - 2] == right_[j - 1];
    if (swapped) best = std::min(best, before_[j - 2] + 1);
    return now_[j] = best;
  }

  const std::u32string& left_;
  const std::u32string& right_;
  Row before_, last_, now_;
};

std::size_t distance_between(const std::u32string& left, const std::u32string& right,
                             std::size_t most) {
  const std::size_t difference =
      left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
  if (difference > most) return difference;
  DistanceTable table(left, right);
  std::size_t last_smallest = 0;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    const std::size_t smallest = table.fill_row(i);
    // A swap reaches two rows back, so both rows must be beyond the limit.
    if (std::min(smallest, last_smallest) > most) return smallest;
    last_smallest = smallest;
  }
  return table.distance();
}

struct Candidate {
  std::size_t distance;
  std::string_view text;
};

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t most) {
  return distance_between(characters(left), characters(right), most);
}

std::vector<std::string_view> nearest(std::string_view word,
                                      std::span<const std::string_view> candidates,
                                      std::size_t most) {
  const std::u32string wanted = characters(folded(word));
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::vector<Candidate> near;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = distance_between(wanted, characters(folded(candidate)), limit);
    if (distance <= limit) near.push_back({distance, candidate});
  }
  std::stable_sort(near.begin(), near.end(), [](const Candidate& left, const Candidate& right) {
    return left.distance < right.distance;
  });
  near.resize(std::min(most, near.size()));
  std::vector<std::string_view> found;
  found.reserve(near.size());
  for (const Candidate& candidate : near) found.push_back(candidate.text);
  return found;
}

}  // namespace icc
