#include "core/schema_names.h"

#include <algorithm>
#include <utility>

#include "icc/text.h"

namespace icc {

ChoiceNames::ChoiceNames(std::span<const Choice> choices) {
  std::vector<std::string_view> written;
  const auto add = [&](const std::string& name, const Choice& choice) {
    written.push_back(name);
    owners_.push_back(&choice);
    folded_.push_back(folded(name));
  };
  for (const Choice& choice : choices) {
    add(choice.value, choice);
    for (const std::string& alias : choice.aliases) add(alias, choice);
  }
  written_set_ = json_schema::TextSet(written);
  folded_set_ = json_schema::TextSet(std::vector<std::string_view>(folded_.begin(), folded_.end()));
  group();
}

/// Puts the choices of each folded name beside each other.
void ChoiceNames::group() {
  groups_.resize(folded_.size());
  for (const std::string& name : folded_) {
    first_.push_back(folded_set_.find(name));
    ++groups_[first_.back()].size;
  }
  std::uint32_t places = 0;
  for (Group& group : groups_) {
    group.first = places;
    places += std::exchange(group.size, 0);
  }
  grouped_.resize(places);
  for (std::size_t i = 0; i < owners_.size(); ++i) {
    Group& group = groups_[first_[i]];
    const bool is_known = group.size > 0 && grouped_[group.first + group.size - 1] == owners_[i];
    if (!is_known) grouped_[group.first + group.size++] = owners_[i];
  }
}

std::span<const Choice* const> ChoiceNames::find(std::string_view name) const {
  using json_schema::TextSet;
  std::uint32_t index = written_set_.find(name);
  if (index == TextSet::none) index = folded_set_.find(folded(name));
  if (index == TextSet::none) return {};
  const Group& group = groups_[first_[index]];
  return std::span(grouped_).subspan(group.first, group.size);
}

std::span<const ChoiceNames::Name> ChoiceNames::sorted() const {
  std::call_once(is_sorted_, [this] {
    for (std::size_t i = 0; i < folded_.size(); ++i) sorted_.push_back({folded_[i], owners_[i]});
    std::sort(sorted_.begin(), sorted_.end());
    sorted_.erase(std::unique(sorted_.begin(), sorted_.end()), sorted_.end());
  });
  return sorted_;
}

}  // namespace icc
