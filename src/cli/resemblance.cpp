#include "cli/resemblance.h"

#include <algorithm>
#include <utility>

namespace icc {

Result<void> Resemblance::add_stored(const std::vector<std::string>& paths) {
  using Notes = std::vector<RecordNote>;
  return store_.scan<Notes>(
      paths,
      [&](Record&& record, Notes& notes) {
        if (record.practice) notes.push_back(note_of(*record.practice, store_.schema()));
      },
      [&](Notes& notes) {
        for (const RecordNote& note : notes) integrity_.add(note);
        return true;
      });
}

void Resemblance::add(std::string path, std::string_view title) {
  integrity_.add({path, std::string(title), {}, {}});
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

Result<std::vector<std::string>> resembled(const Store& store, const std::string& title,
                                           const std::string& country) {
  const auto paths = store.paths();
  if (!paths) return tl::unexpected(paths.error());
  Resemblance resemblance(store);
  if (auto noted = resemblance.add_stored(*paths); !noted) return tl::unexpected(noted.error());
  resemblance.add(path_for(country, "new practice"), title);
  std::vector<std::string> found;
  for (Twins& twins : resemblance.twins()) found.push_back(std::move(twins.other));
  return found;
}

}  // namespace icc
