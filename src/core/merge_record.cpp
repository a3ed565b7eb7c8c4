#include "core/merge_record.h"

#include "core/merge_three.h"

namespace icc {
namespace {

/// The blank lines above a field that is not the first. They carry nothing, so that ours are as
/// good as theirs; a field that was the first of its version has none to give.
std::string_view blank_above(const Three<const FieldText*>& field) {
  const auto gives = [](const FieldText* version) {
    return version != nullptr && !version->is_first;
  };
  if (gives(field.base) && gives(field.ours) && gives(field.theirs)) {
    const Three<std::string_view> blanks{field.base->blank, field.ours->blank, field.theirs->blank};
    return agreed(blanks).value_or(blanks.ours);
  }
  if (gives(field.ours)) return field.ours->blank;
  return gives(field.theirs) ? field.theirs->blank : "\n";
}

std::string_view text(const FieldText* field) {
  return field == nullptr ? std::string_view() : field->text();
}

}  // namespace

RecordMerge::RecordMerge(const Three<const Version*>& versions, const MergeRules& rules)
    : versions_(versions),
      rules_(rules),
      order_(merged_order({versions.base->keys(), versions.ours->keys(), versions.theirs->keys()},
                          rules.fields)) {}

Three<const FieldText*> RecordMerge::field(std::string_view key) const {
  return {versions_.base->find(key), versions_.ours->find(key), versions_.theirs->find(key)};
}

std::set<std::string_view> RecordMerge::disputed() const {
  std::set<std::string_view> keys;
  for (const std::string_view key : order_) {
    const auto versions = field(key);
    if (text(versions.ours) != text(versions.theirs)) keys.insert(key);
  }
  return keys;
}

Result<Merged> RecordMerge::merged(const std::set<std::string_view>& forced) const {
  const auto& [base, ours, theirs] = versions_;
  auto whole = merged_lines({base->head(), ours->head(), theirs->head()}, rules_.text_merge);
  bool is_first = true;
  for (const std::string_view key : order_) {
    const auto versions = field(key);
    auto one = forced.contains(key) ? conflicting_field(versions) : merged_field(versions, rules_);
    if (!whole || !one) return whole ? one : whole;
    if (one->text.empty()) continue;
    if (!is_first) whole->text += blank_above(versions);
    whole->text += one->text;
    whole->conflicts |= one->conflicts;
    is_first = false;
  }
  auto tail = merged_lines({base->tail(), ours->tail(), theirs->tail()}, rules_.text_merge);
  if (!whole || !tail) return whole ? tail : whole;
  return Merged{whole->text + tail->text, whole->conflicts || tail->conflicts};
}

}  // namespace icc
