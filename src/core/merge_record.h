#pragma once

#include <set>
#include <string_view>

#include "core/merge_field.h"
#include "core/merge_order.h"
#include "core/merge_version.h"
#include "icc/merge_text.h"

namespace icc {

/// Merges three versions that can be read, field by field. The versions and rules must outlive it.
class RecordMerge {
 public:
  RecordMerge(const Three<const Version*>& versions, const MergeRules& rules);

  /// The whole record. The fields with keys in `forced` are conflicts.
  [[nodiscard]] Result<Merged> merged(const std::set<std::string_view>& forced = {}) const;

  /// The keys of the fields that the sides do not have alike.
  [[nodiscard]] std::set<std::string_view> disputed() const;

 private:
  [[nodiscard]] Three<const FieldText*> field(std::string_view key) const;

  Three<const Version*> versions_;
  const MergeRules& rules_;
  Keys order_;
};

}  // namespace icc
