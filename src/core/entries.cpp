#include "icc/entries.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <tuple>

#include "core/entries_scalar.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t step = 2;  // blanks a level

using Member = std::pair<std::string, Value>;

void append_members(std::string& out, const Value& map, std::span<const Field> fields,
                    std::size_t indent);
void append_items(std::string& out, const Value& list, const Field* field, std::size_t indent);

void begin_line(std::string& out, std::size_t indent) {
  out += '\n';
  out.append(indent, ' ');
}

const Field* field_of(std::string_view key, std::span<const Field> fields) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == key; });
  return found == fields.end() ? nullptr : &*found;
}

std::span<const Field> fields_of(const Field* field) {
  return field == nullptr ? std::span<const Field>() : std::span<const Field>(field->fields);
}

/// The members in the order of the fields, unknown ones after them in their own.
std::vector<const Member*> ordered(const std::vector<Member>& members,
                                   std::span<const Field> fields) {
  const auto rank = [&](const Member* member) {
    const Field* field = field_of(member->first, fields);
    return field == nullptr ? fields.size() : static_cast<std::size_t>(field - fields.data());
  };
  std::vector<const Member*> order;
  for (const Member& member : members) order.push_back(&member);
  std::stable_sort(order.begin(), order.end(),
                   [&](const Member* a, const Member* b) { return rank(a) < rank(b); });
  return order;
}

bool is_scalar(const Value& value) {
  return value.kind != Kind::list && value.kind != Kind::map;
}

/// The items of a list; those of a set as people look them up, by their folded texts.
std::vector<const Value*> ordered(const std::vector<Value>& items, const Field* field) {
  std::vector<const Value*> order;
  for (const Value& item : items) order.push_back(&item);
  const bool is_set = field != nullptr && field->set;
  if (!is_set || !std::all_of(items.begin(), items.end(), is_scalar)) return order;
  std::sort(order.begin(), order.end(),
            [](const Value* a, const Value* b) { return precedes_in_set(*a, *b); });
  return order;
}

void append_text(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out += text;
  } else {
    append_quoted(out, text);
  }
}

/// Appends a scalar that is not null, behind a `:` or `-`; lines below it are `indent` deep.
void append_scalar(std::string& out, const Value& scalar, std::size_t indent) {
  if (scalar.kind == Kind::text && is_literal(scalar.text)) {
    append_literal(out, scalar.text, indent);
    return;
  }
  out += ' ';
  if (scalar.kind == Kind::text) {
    append_text(out, scalar.text);
  } else {
    assert(!scalar.text.empty());
    out += scalar.text;
  }
}

/// Appends a value behind the `:` of its key, or behind the `-` of an item, which stands at
/// `indent`.
void append_value(std::string& out, const Value& value, const Field* field, std::size_t indent,
                  bool is_item) {
  const std::size_t below = indent + step;
  if (value.kind == Kind::null) {
    if (is_item) out += " null";  // nothing at all is too easily taken for a slip
  } else if (is_scalar(value)) {
    append_scalar(out, value, below);
  } else if (value.items.empty() && value.members.empty()) {
    out += value.kind == Kind::list ? " []" : " {}";
  } else {
    is_item ? static_cast<void>(out += ' ') : begin_line(out, below);
    value.kind == Kind::list ? append_items(out, value, field, below)
                             : append_members(out, value, fields_of(field), below);
  }
}

/// Appends the items of a list. The first begins where `out` ends, at `indent`.
void append_items(std::string& out, const Value& list, const Field* field, std::size_t indent) {
  bool first = true;
  for (const Value* item : ordered(list.items, field)) {
    if (!first) begin_line(out, indent);
    first = false;
    out += '-';
    append_value(out, *item, field, indent, true);
  }
}

/// Appends the members of a map. The first begins where `out` ends, at `indent`.
void append_members(std::string& out, const Value& map, std::span<const Field> fields,
                    std::size_t indent) {
  bool first = true;
  for (const Member* member : ordered(map.members, fields)) {
    if (!first) begin_line(out, indent);
    if (!first && indent == 0) out += '\n';
    first = false;
    append_text(out, member->first);
    out += ':';
    append_value(out, member->second, field_of(member->first, fields), indent, false);
  }
}

}  // namespace

bool precedes_in_set(const Value& item, const Value& other) {
  const auto key = [](const Value& value) {
    return std::tuple(folded(value.text), std::string_view(value.text), value.kind);
  };
  return key(item) < key(other);
}

std::string canonical_text(const Value& record, std::span<const Field> fields) {
  std::string out;
  append_members(out, record, fields, 0);
  if (out.empty()) out = "{}";
  out += '\n';
  return out;
}

}  // namespace icc
