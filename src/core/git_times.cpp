#include <charconv>
#include <map>

#include "icc/git.h"
#include "icc/text.h"

// What `git log --name-status` prints with a format of `@%at`, newest commit first:
//
//   @1790000000
//                                   an empty line
//   A<TAB>practices/sweden/a.yaml
//   M<TAB>practices/sweden/b.yaml

namespace icc {
namespace {

std::int64_t seconds_of(std::string_view digits) {
  std::int64_t seconds = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  return seconds;
}

std::vector<GitTimes> times_of(std::string_view log) {
  std::map<std::string_view, GitTimes> times;
  std::int64_t commit = 0;
  for (const std::string_view line : split(log, '\n')) {
    if (line.front() == '@') commit = seconds_of(line.substr(1));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.substr(tab + 1).starts_with('"')) continue;
    const std::string_view path = line.substr(tab + 1);
    const auto [row, is_new] = times.try_emplace(path, GitTimes{std::string(path), commit, commit});
    row->second.added = commit;
  }
  std::vector<GitTimes> sorted;
  sorted.reserve(times.size());
  for (auto& [path, row] : times) sorted.push_back(std::move(row));
  return sorted;
}

}  // namespace

Result<std::vector<GitTimes>> Git::times_below(std::string_view path) const {
  const auto head = asked({"rev-parse", "--verify", "--quiet", "HEAD"});
  if (!head) return tl::unexpected(head.error());
  if (head->empty()) return std::vector<GitTimes>();
  const auto log = output({"log", "--format=@%at", "--name-status", "--no-renames",
                           "--diff-filter=AM", "--relative", "--", std::string(path)});
  if (!log) return tl::unexpected(log.error());
  return times_of(*log);
}

}  // namespace icc
