#include "cli/resemblance.h"

#include <algorithm>
#include <utility>

#include "icc/entries.h"

namespace icc {

Result<void> Resemblance::add_stored(const std::vector<std::string>& paths) {
  using Practices = std::vector<Practice>;
  return store_.scan<Practices>(
      paths,
      [](Record&& record, Practices& practices) {
        if (record.practice) practices.push_back(std::move(*record.practice));
      },
      [&](Practices& practices) {
        for (const Practice& practice : practices) integrity_.add(practice);
        return true;
      });
}

void Resemblance::add(std::string path, std::string_view title) {
  const Value text{Kind::text, std::string(title), {}, {}};
  auto document =
      Document::read(canonical_text({Kind::map, {}, {}, {{"title", text}}}, store_.schema()));
  if (!document) return;  // a title of many kilobytes, which the schema refuses
  integrity_.add(Practice(path, std::move(*document)));
  added_.push_back(std::move(path));
}

std::vector<Twins> Resemblance::twins() const {
  std::vector<std::string> added = added_;
  std::sort(added.begin(), added.end());
  const auto is_new = [&](const std::string& path) {
    return std::binary_search(added.begin(), added.end(), path);
  };
  std::vector<Twins> twins;
  for (const Diagnostic& found : integrity_.check()) {
    if (found.rule != RuleId::similar_title || found.related.empty()) continue;
    const std::string& other = found.related.front().path;
    if (is_new(found.path)) {
      twins.push_back({found.path, other});
    } else if (is_new(other)) {
      twins.push_back({other, found.path});
    }
  }
  std::sort(twins.begin(), twins.end(),
            [](const Twins& left, const Twins& right) { return left.path < right.path; });
  return twins;
}

}  // namespace icc
