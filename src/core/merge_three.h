#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "icc/merge_text.h"

// What all of a merge has in common: the rule of three, and conflict markers.

namespace icc {

/// What three versions come to where at most one side changed something, or both the same.
template <class T>
[[nodiscard]] std::optional<T> agreed(const Three<T>& versions) {
  if (versions.ours == versions.theirs || versions.theirs == versions.base) return versions.ours;
  if (versions.ours == versions.base) return versions.theirs;
  return std::nullopt;
}

/// Both sides within git's conflict markers. They are whole lines or empty.
[[nodiscard]] inline std::string in_markers(std::string_view ours, std::string_view theirs) {
  std::string text = "<<<<<<< ours\n";
  text += ours;
  text += "=======\n";
  text += theirs;
  return text + ">>>>>>> theirs\n";
}

}  // namespace icc
