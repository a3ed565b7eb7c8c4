#include "core/merge_sequence.h"

#include <algorithm>

#include "core/text_common.h"

namespace icc {
namespace {

/// A stretch of the base and what a side put there.
struct Hunk {
  std::size_t begin;  // in the base
  std::size_t end;
  Items items;

  [[nodiscard]] bool is_insertion() const { return begin == end; }
};

bool operator==(const Hunk& left, const Hunk& right) {
  return left.begin == right.begin && left.end == right.end &&
         std::equal(left.items.begin(), left.items.end(), right.items.begin(), right.items.end());
}

/// How a side differs from the base, in order; nothing when they are too long to compare.
std::optional<std::vector<Hunk>> hunks(const Sequence& base, const Sequence& side) {
  auto pairs = common_items(base, side);
  if (!pairs) return std::nullopt;
  pairs->emplace_back(base.size(), side.size());
  std::vector<Hunk> found;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const auto& [in_base, in_side] : *pairs) {
    if (i < in_base || j < in_side) {
      found.push_back({i, in_base, Items(side).subspan(j, in_side - j)});
    }
    i = in_base + 1;
    j = in_side + 1;
  }
  return found;
}

/// Whether the order of two hunks is certain, the one before the other.
bool is_before(const Hunk& one, const Hunk& other) {
  const bool same_place = one.is_insertion() && other.is_insertion() && one.begin == other.begin;
  return one.end <= other.begin && !same_place;
}

void append(Sequence& out, Items items) {
  out.insert(out.end(), items.begin(), items.end());
}

/// What both added at the end: what they have in common at the front, then the rest of each.
bool append_both(Sequence& out, Items ours, Items theirs) {
  const std::size_t common = common_front(ours, theirs);
  append(out, ours.first(common));
  Items first = ours.subspan(common);
  Items second = theirs.subspan(common);
  const bool overlap = std::any_of(first.begin(), first.end(), [&](std::string_view item) {
    return std::find(second.begin(), second.end(), item) != second.end();
  });
  if (overlap) return false;
  if (std::lexicographical_compare(second.begin(), second.end(), first.begin(), first.end())) {
    std::swap(first, second);
  }
  append(out, first);
  append(out, second);
  return true;
}

/// Merges hunk by hunk, from the front.
class Walk {
 public:
  Walk(Items base, std::span<const Hunk> ours, std::span<const Hunk> theirs)
      : base_(base), ours_(ours), theirs_(theirs) {}

  std::optional<Sequence> merged() {
    while (!ours_.empty() || !theirs_.empty()) {
      if (!step()) return std::nullopt;
    }
    copy_up_to(base_.size());
    return std::move(out_);
  }

 private:
  bool step() {
    if (theirs_.empty() || (!ours_.empty() && is_before(ours_.front(), theirs_.front()))) {
      return apply(ours_);
    }
    if (ours_.empty() || is_before(theirs_.front(), ours_.front())) return apply(theirs_);
    if (ours_.front() == theirs_.front()) {
      theirs_ = theirs_.subspan(1);
      return apply(ours_);
    }
    return add_at_end();
  }

  bool add_at_end() {
    const Hunk& ours = ours_.front();
    const Hunk& theirs = theirs_.front();
    if (base_.empty() || ours.begin != base_.size() || theirs.begin != base_.size()) return false;
    copy_up_to(base_.size());
    const bool added = append_both(out_, ours.items, theirs.items);
    ours_ = {};
    theirs_ = {};
    return added;
  }

  bool apply(std::span<const Hunk>& side) {
    const Hunk& hunk = side.front();
    copy_up_to(hunk.begin);
    append(out_, hunk.items);
    next_ = hunk.end;
    side = side.subspan(1);
    return true;
  }

  void copy_up_to(std::size_t end) {
    append(out_, base_.subspan(next_, end - next_));
    next_ = end;
  }

  Items base_;
  std::span<const Hunk> ours_;
  std::span<const Hunk> theirs_;
  std::size_t next_ = 0;  // the first item of the base that was not looked at
  Sequence out_;
};

}  // namespace

std::optional<Sequence> merged_sequence(const Sequence& base, const Sequence& ours,
                                        const Sequence& theirs) {
  const auto our_hunks = hunks(base, ours);
  const auto their_hunks = hunks(base, theirs);
  if (!our_hunks || !their_hunks) return std::nullopt;
  return Walk(base, *our_hunks, *their_hunks).merged();
}

}  // namespace icc
