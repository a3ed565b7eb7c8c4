#include "icc/text_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace icc {
namespace {

constexpr std::size_t around = 3;              // lines shown around a change
constexpr std::size_t most_pairs = 4'000'000;  // of lines that are compared

using Lines = std::vector<std::string_view>;

/// A line of either version: what stands in front of it (` `, `-` or `+`), and itself.
struct Step {
  char mark;
  std::string_view line;
};

/// The lines with their ends.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// A table of how many lines the ends of two texts have in common at most, from each pair of lines.
class Common {
 public:
  Common(const Lines& before, const Lines& after)
      : width_(after.size() + 1), table_((before.size() + 1) * width_) {
    for (std::size_t i = before.size(); i-- > 0;) {
      for (std::size_t j = after.size(); j-- > 0;) {
        at(i, j) =
            before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }

  std::uint32_t& at(std::size_t i, std::size_t j) { return table_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> table_;
};

void append_all(std::vector<Step>& steps, char mark, const Lines& lines) {
  for (const std::string_view line : lines) steps.push_back({mark, line});
}

/// The way from one text to the other, of which the first and last lines differ.
void append_changes(std::vector<Step>& steps, const Lines& before, const Lines& after) {
  if (before.size() * after.size() > most_pairs) {
    append_all(steps, '-', before);
    return append_all(steps, '+', after);
  }
  Common common(before, after);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      steps.push_back({' ', before[i++]});
      ++j;
    } else if (j == after.size() ||
               (i < before.size() && common.at(i + 1, j) >= common.at(i, j + 1))) {
      steps.push_back({'-', before[i++]});
    } else {
      steps.push_back({'+', after[j++]});
    }
  }
}

std::vector<Step> steps_between(Lines before, Lines after) {
  const auto first = std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first;
  const Lines begin(before.begin(), first);
  before.erase(before.begin(), before.begin() + std::ssize(begin));
  after.erase(after.begin(), after.begin() + std::ssize(begin));
  const auto last =
      std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend()).first;
  const Lines end(last.base(), before.end());
  before.resize(before.size() - end.size());
  after.resize(after.size() - end.size());
  std::vector<Step> steps;
  append_all(steps, ' ', begin);
  append_changes(steps, before, after);
  append_all(steps, ' ', end);
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
  const std::vector<Step> steps = steps_between(lines_of(before), lines_of(after));
  std::string out = fmt::format("--- a/{0}\n+++ b/{0}\n", path);
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
