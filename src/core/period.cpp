#include "icc/period.h"

#include <algorithm>

namespace icc {
namespace {

bool is_reversed(const Interval& interval) {
  return interval.first && interval.last && *interval.last < *interval.first;
}

}  // namespace

bool overlap(const Interval& left, const Interval& right) {
  if (is_reversed(left) || is_reversed(right)) return false;  // no day lies in it
  const bool left_starts = !left.first || !right.last || *left.first <= *right.last;
  const bool right_starts = !right.first || !left.last || *right.first <= *left.last;
  return left_starts && right_starts;
}

bool Period::reversed() const {
  return std::ranges::any_of(intervals, is_reversed);
}

bool Period::overlaps(const Interval& range) const {
  return std::ranges::any_of(intervals,
                             [&](const Interval& interval) { return overlap(interval, range); });
}

}  // namespace icc
