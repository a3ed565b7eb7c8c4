#include "icc/text_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "core/text_common.h"
#include "core/text_quote.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t around = 3;  // lines shown around a change

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// A line of either version: what stands in front of it (` `, `-` or `+`), and itself.
struct Step {
  char mark;
  std::string_view line;
};

void append_all(std::vector<Step>& steps, char mark, Items lines) {
  for (const std::string_view line : lines) steps.push_back({mark, line});
}

/// The way from one text to the other; from end to end where they are too long to compare.
std::vector<Step> steps_between(Items before, Items after) {
  const std::size_t begin = common_front(before, after);
  std::vector<Step> steps;
  append_all(steps, ' ', before.first(begin));
  before = before.subspan(begin);
  after = after.subspan(begin);
  const auto last =
      std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend()).first;
  const auto end = static_cast<std::size_t>(last - before.rbegin());
  const Items below = before.last(end);
  before = before.first(before.size() - end);
  after = after.first(after.size() - end);
  std::size_t i = 0;
  std::size_t j = 0;
  const auto change_up_to = [&](std::size_t to, std::size_t into) {
    append_all(steps, '-', before.subspan(i, to - i));
    append_all(steps, '+', after.subspan(j, into - j));
    i = to + 1;
    j = into + 1;
  };
  for (const auto& [same, other] : common_items(before, after).value_or(Pairs())) {
    change_up_to(same, other);
    steps.push_back({' ', before[same]});
  }
  change_up_to(before.size(), after.size());
  append_all(steps, ' ', below);
  return steps;
}

/// `12,3` or `12`: where a piece begins, and how many lines it has. The line above an empty one.
std::string extent(std::size_t lines_above, std::size_t count) {
  if (count == 1) return fmt::format("{}", lines_above + 1);
  return fmt::format("{},{}", count == 0 ? lines_above : lines_above + 1, count);
}

/// How many of some steps the version before (`-`) or after (`+`) has.
std::size_t count_of(const Step* begin, const Step* end, char mark) {
  return static_cast<std::size_t>(std::count_if(
      begin, end, [&](const Step& step) { return step.mark == ' ' || step.mark == mark; }));
}

void append_piece(std::string& out, const std::vector<Step>& steps, std::size_t begin,
                  std::size_t end) {
  const Step* first = steps.data();
  fmt::format_to(
      std::back_inserter(out), "@@ -{} +{} @@\n",
      extent(count_of(first, first + begin, '-'), count_of(first + begin, first + end, '-')),
      extent(count_of(first, first + begin, '+'), count_of(first + begin, first + end, '+')));
  for (std::size_t i = begin; i < end; ++i) {
    out += steps[i].mark;
    out += steps[i].line;
    if (!steps[i].line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

/// The next step from `at` on that is a change; the number of steps when there is none.
std::size_t next_change(const std::vector<Step>& steps, std::size_t at) {
  while (at < steps.size() && steps[at].mark == ' ') ++at;
  return at;
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<Step> steps = steps_between(lines_with_ends(before), lines_with_ends(after));
  const std::string name(path);
  std::string out = fmt::format("--- {}\n+++ {}\n", git_name("a/" + name), git_name("b/" + name));
  for (std::size_t change = next_change(steps, 0); change < steps.size();) {
    const std::size_t begin = change - std::min(change, around);
    std::size_t end = change;
    // Changes with less between them than the lines around them are one piece.
    while (change < steps.size() && change <= end + 2 * around) {
      end = change + 1;
      change = next_change(steps, end);
    }
    append_piece(out, steps, begin, std::min(end + around, steps.size()));
  }
  return out;
}

}  // namespace icc
