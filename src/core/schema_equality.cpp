#include "core/schema_equality.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "core/schema_number.h"

namespace icc::json_schema {
namespace {

// Up to this many items each is compared with each, which needs no memory.
constexpr std::size_t few_items = 16;

bool equal_lists(DocumentValue left, DocumentValue right) {
  const auto ours = left.document.children(left.node);
  const auto theirs = right.document.children(right.node);
  auto other = theirs.begin();
  for (const Node& item : ours) {
    if (other == theirs.end()) return false;
    if (!equal_values({left.document, item}, {right.document, *other})) return false;
    ++other;
  }
  return other == theirs.end();
}

bool equal_maps(DocumentValue left, DocumentValue right) {
  if (left.document.child_count(left.node) != right.document.child_count(right.node)) return false;
  for (const Node& member : left.document.children(left.node)) {
    const Node* other = right.document.find(right.node, member.key);
    if (other == nullptr) return false;
    if (!equal_values({left.document, member}, {right.document, *other})) return false;
  }
  return true;
}

/// A number that is equal for equal values.
std::size_t hash_of(DocumentValue value) {
  const Node& node = value.node;
  if (is_number(node.kind)) return Number(node.text).hash();
  if (node.kind == Kind::text) return std::hash<std::string_view>{}(node.text);
  if (node.kind == Kind::boolean) return is_true(node) ? 1 : 2;
  std::size_t hash = static_cast<std::size_t>(node.kind);
  for (const Node& child : value.document.children(node)) {
    const std::size_t item = hash_of({value.document, child});
    if (node.kind == Kind::list) {
      hash = hash * 31 + item;
    } else {
      hash += (item + 17) * (std::hash<std::string_view>{}(child.key) | 1U);
    }
  }
  return hash;
}

using Pair = std::pair<const Node*, const Node*>;

Pair equal_among_few(DocumentValue list) {
  for (const Node& second : list.document.children(list.node)) {
    for (const Node& first : list.document.children(list.node)) {
      if (&first == &second) break;
      if (equal_values({list.document, first}, {list.document, second})) return {&first, &second};
    }
  }
  return {nullptr, nullptr};
}

struct Hashed {
  std::size_t hash;
  const Node* item;
};

/// The pair with the earliest second item in a run of items whose hashes are equal.
Pair equal_in_run(const Document& document, const Hashed* begin, const Hashed* end) {
  for (const Hashed* second = begin; second != end; ++second) {
    for (const Hashed* first = begin; first != second; ++first) {
      if (equal_values({document, *first->item}, {document, *second->item})) {
        return {first->item, second->item};
      }
    }
  }
  return {nullptr, nullptr};
}

Pair equal_among_many(DocumentValue list) {
  std::vector<Hashed> items;
  for (const Node& item : list.document.children(list.node)) {
    items.push_back({hash_of({list.document, item}), &item});
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Hashed& left, const Hashed& right) { return left.hash < right.hash; });
  Pair earliest = {nullptr, nullptr};
  const Hashed* const last = items.data() + items.size();
  for (const Hashed* begin = items.data(); begin != last;) {
    const Hashed* end =
        std::find_if(begin, last, [&](const Hashed& other) { return other.hash != begin->hash; });
    const Pair found = equal_in_run(list.document, begin, end);
    const bool is_earlier = earliest.second == nullptr || found.second < earliest.second;
    if (found.second != nullptr && is_earlier) earliest = found;
    begin = end;
  }
  return earliest;
}

}  // namespace

bool equal_values(DocumentValue left, DocumentValue right) {
  const Node& ours = left.node;
  const Node& theirs = right.node;
  if (is_number(ours.kind) && is_number(theirs.kind)) {
    return ours.text == theirs.text || Number(ours.text) == Number(theirs.text);
  }
  if (ours.kind != theirs.kind) return false;
  switch (ours.kind) {
    case Kind::boolean:
      return is_true(ours) == is_true(theirs);
    case Kind::text:
      return ours.text == theirs.text;
    case Kind::list:
      return equal_lists(left, right);
    case Kind::map:
      return equal_maps(left, right);
    default:
      return true;
  }
}

Pair equal_items(DocumentValue list) {
  const bool is_short = list.document.child_count(list.node) <= few_items;
  return is_short ? equal_among_few(list) : equal_among_many(list);
}

}  // namespace icc::json_schema
