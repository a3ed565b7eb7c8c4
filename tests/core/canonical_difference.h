#pragma once

#include <string>
#include <string_view>

#include "core/canonical.h"
#include "core/document_tree.h"

// The two readers of YAML against each other, over whole trees.

namespace icc::test {

inline bool same_range(Range left, Range right) {
  return left.begin == right.begin && left.end == right.end;
}

inline bool same_node(const Node& left, const Node& right) {
  return left.key == right.key && left.text == right.text && left.end == right.end &&
         left.kind == right.kind && left.style == right.style &&
         same_range(left.key_range, right.key_range) && same_range(left.range, right.range);
}

/// A node with all that is known of it, on one line.
inline std::string shown(const Node& node) {
  const auto range = [](Range bytes) {
    return std::to_string(bytes.begin) + "-" + std::to_string(bytes.end);
  };
  return "'" + one_line(node.key) + "'@" + range(node.key_range) + " '" + one_line(node.text) +
         "'@" + range(node.range) + " kind " + std::to_string(static_cast<int>(node.kind)) +
         " style " + std::to_string(static_cast<int>(node.style)) + " end " +
         std::to_string(node.end);
}

/// The first difference between two trees; empty when there is none.
inline std::string difference(const Document& fast, const Document& any) {
  for (std::size_t i = 0; i < std::min(fast.nodes().size(), any.nodes().size()); ++i) {
    if (same_node(fast.node(i), any.node(i))) continue;
    return "canonical: " + shown(fast.node(i)) + ", yaml-cpp: " + shown(any.node(i));
  }
  if (fast.nodes().size() != any.nodes().size()) return "more values in one of the trees";
  return fast.text() == any.text() ? "" : "another text";
}

/// How the fast reader's answer differs from the other's; empty when it does not, or when it has
/// left the text to the other.
inline std::string difference_of_readers(std::string_view text) {
  const auto fast = read_canonical(text, {});
  if (!fast) return {};
  const Reading any = read_any(text, {});
  if (!any) return "canonical reads it, yaml-cpp says: " + faults_of(any.error());
  return difference(*fast, *any);
}

}  // namespace icc::test
