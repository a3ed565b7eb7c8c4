#include "core/entries_part.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "icc/text.h"

namespace icc {
namespace {

void arrange(Part& part, const Field* field, std::span<const Field> fields);

std::span<const Field> fields_of(const Field* field) {
  return field == nullptr ? std::span<const Field>() : std::span<const Field>(field->fields);
}

bool is_scalar(const Part& part) {
  return !is_collection(part.kind);
}

/// The members in the order of the fields, unknown ones after them in their own. `ranks` says for
/// each where its field stands.
void sort_members(std::vector<Part>& members, const std::vector<std::size_t>& ranks) {
  if (std::is_sorted(ranks.begin(), ranks.end())) return;  // as most are
  std::vector<std::size_t> order(members.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
  std::vector<Part> sorted;
  sorted.reserve(members.size());
  for (const std::size_t member : order) sorted.push_back(std::move(members[member]));
  members = std::move(sorted);
}

/// What orders the items of a set: as people look them up, by their folded texts.
auto set_key(std::string_view text, Kind kind) {
  return std::tuple(folded(text), text, kind);
}

void sort_items(std::vector<Part>& items) {
  if (items.size() < 2 || !std::all_of(items.begin(), items.end(), is_scalar)) return;
  const auto is_before = [](const Part& a, const Part& b) {
    return set_key(a.text, a.kind) < set_key(b.text, b.kind);
  };
  if (std::is_sorted(items.begin(), items.end(), is_before)) return;
  std::stable_sort(items.begin(), items.end(), is_before);
}

void move_comments(std::vector<Comment>& from, std::vector<Comment>& to) {
  to.insert(to.end(), from.begin(), from.end());
  from.clear();
}

/// Moves comments to the lines above where there is no other place: one line has room for one
/// comment, and `[]` has none within.
void make_room(Part& part) {
  const auto extra = part.beside.begin() + std::min<std::ptrdiff_t>(std::ssize(part.beside), 1);
  part.above.insert(part.above.end(), extra, part.beside.end());
  part.beside.erase(extra, part.beside.end());
  if (part.parts.empty()) move_comments(part.below, part.above);
}

/// Moves the comments of an item whose first part stands on its own line, behind the `-`.
void make_room_for_item(Part& item) {
  if (item.parts.empty()) return;
  move_comments(item.beside, item.above);
  move_comments(item.parts.front().above, item.above);
}

void arrange_items(Part& list, const Field* field) {
  for (Part& item : list.parts) {
    arrange(item, nullptr, fields_of(field));  // only the list itself is a set
    make_room_for_item(item);
  }
  if (field != nullptr && field->set) sort_items(list.parts);
}

void arrange_members(Part& map, std::span<const Field> fields) {
  std::vector<std::size_t> ranks;
  ranks.reserve(map.parts.size());
  std::size_t from = 0;
  for (Part& member : map.parts) {
    const Field* field = find_field(fields, member.key, from);
    arrange(member, field, fields_of(field));
    ranks.push_back(field == nullptr ? fields.size() + 1 : from);
  }
  sort_members(map.parts, ranks);
}

void arrange(Part& part, const Field* field, std::span<const Field> fields) {
  if (part.kind == Kind::list) arrange_items(part, field);
  if (part.kind == Kind::map) arrange_members(part, fields);
  make_room(part);
}

/// Fields, and what is above and below them, are apart already.
void join_first(std::vector<Comment>& comments) {
  if (!comments.empty()) comments.front().apart = false;
}

}  // namespace

Part part_of(const Value& value) {
  Part part{.kind = value.kind, .key = {}, .text = value.text, .parts = {}};
  for (const Value& item : value.items) part.parts.push_back(part_of(item));
  for (const auto& [key, member] : value.members) {
    part.parts.push_back(part_of(member));
    part.parts.back().key = key;
  }
  return part;
}

bool precedes_in_set(const Value& item, const Value& other) {
  return set_key(item.text, item.kind) < set_key(other.text, other.kind);
}

void arrange(Part& record, std::span<const Field> fields) {
  arrange_members(record, fields);
  for (Part& part : record.parts) join_first(part.above);
  join_first(record.above);
  join_first(record.below);
}

}  // namespace icc
