#include "icc/entries_edit.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "core/document_layout.h"
#include "core/document_quote.h"
#include "core/entries_part.h"
#include "core/entries_scalar.h"
#include "icc/text.h"

namespace icc {
namespace {

/// A change that is to be made.
struct Edit {
  const Document& document;
  const Entries& entries;
  std::string_view key;
  const std::optional<Value>& value;
  std::span<const Field> fields;
  const Entry* entry;  ///< of the field; null when the record does not have it
  const Field* field;  ///< null when the schema does not have it

  [[nodiscard]] std::string_view text() const { return document.text(); }
  [[nodiscard]] const Node& node() const { return document.node(entry->node); }
};

/// A way to make a change; nothing where it is not for this one.
using Way = std::optional<std::string> (*)(const Edit& edit);

/// The text with other bytes in a range.
std::string with(std::string_view text, Range range, std::string_view bytes) {
  std::string out(text.substr(0, range.begin));
  return out.append(bytes).append(text.substr(range.end));
}

/// Lines as the document has them: indented as much, and with its line ends.
std::string fitted(const Edit& edit, std::string_view lines, std::size_t column) {
  const std::string_view text = edit.text();
  const bool crlf = text.find('\n') != no_offset && is_at(text, text.find('\n') - 1, '\r');
  std::string out;
  while (!lines.empty()) {
    const std::string_view line = take_line(lines);
    if (!line.empty()) out.append(column, ' ');
    out.append(line).append(crlf ? "\r\n" : "\n");
  }
  return out;
}

std::size_t root_column(const Edit& edit) {
  return column_of(edit.text(), edit.document.root().range.begin);
}

/// A field in canonical form.
std::string field_lines(const Edit& edit, Part part) {
  part.key = edit.key;
  Part record{.kind = Kind::map, .key = {}, .text = {}, .parts = {}};
  record.parts.push_back(std::move(part));
  arrange(record, edit.fields);
  return fitted(edit, written(record), root_column(edit));
}

/// A scalar on one line, in a list or map of a style.
std::string inline_text(const Value& scalar, Style around = Style::block) {
  if (scalar.kind == Kind::null) return "null";
  if (scalar.kind != Kind::text) return scalar.text;
  const bool in_flow = around == Style::flow;
  if (in_flow ? is_plain_in_flow(scalar.text) : is_plain(scalar.text)) return scalar.text;
  std::string out;
  append_quoted(out, scalar.text);
  return out;
}

/// A scalar on one line in place of another: the comment behind it stays.
std::optional<std::string> replaced_scalar(const Edit& edit) {
  const Node& node = edit.node();
  const bool was_block = is_block_scalar(node.style);
  const bool is_block = edit.value->kind == Kind::text && is_literal(edit.value->text);
  if (is_collection(node.kind) || is_collection(edit.value->kind) || was_block || is_block) {
    return std::nullopt;
  }
  const bool was_written = node.range.end > node.range.begin;
  return with(edit.text(), node.range, (was_written ? "" : " ") + inline_text(*edit.value));
}

/// An item of a list in lines of its own, indented as the others are, below comments.
std::string item_lines(const Edit& edit, const Value& item, std::vector<Comment> above = {}) {
  const Value list{Kind::list, {}, {item}, {}};
  Part record{.kind = Kind::map, .key = {}, .text = {}, .parts = {}};
  record.parts.push_back(part_of(list));
  record.parts.front().parts.front().above = std::move(above);
  arrange(record, {});
  const std::string text = written(record);
  std::string lines;
  for (std::size_t at = text.find('\n') + 1; at < text.size(); at = next_line(text, at)) {
    const std::size_t blanks = std::min<std::size_t>(2, line_end(text, at) - at);
    lines.append(text, at + blanks, next_line(text, at) - at - blanks);
  }
  return fitted(edit, lines, column_of(edit.text(), edit.node().range.begin));
}

/// The items of a list as they stand, with the lines of each.
struct Item {
  Value value;
  Range lines;  ///< comments above it, and what is its own
  const Node* node;
};

/// Whether a list in lines of its own becomes another.
bool is_block_list(const Edit& edit) {
  return edit.node().kind == Kind::list && edit.node().style == Style::block &&
         edit.value->kind == Kind::list && !edit.value->items.empty();
}

std::vector<Item> items_of(const Edit& edit) {
  std::vector<Item> items;
  std::size_t begin = next_line(edit.text(), edit.node().key_range.end);
  for (const Node& child : edit.document.children(edit.node())) {
    const std::size_t end = value_end(edit.text(), child, edit.document.node(child.end - 1));
    items.push_back({value_of(edit.document, child), range_of(begin, end), &child});
    begin = end;
  }
  return items;
}

/// Moves all comments within a part, in their order.
void take_comments(const Part& part, std::vector<Comment>& to) {
  for (const Part& inner : part.parts) {
    to.insert(to.end(), inner.above.begin(), inner.above.end());
    to.insert(to.end(), inner.beside.begin(), inner.beside.end());
    take_comments(inner, to);
  }
  to.insert(to.end(), part.below.begin(), part.below.end());
}

/// Whether a value's bytes can be replaced where they stand.
bool is_on_one_line(const Node& node, const Value& value) {
  return !is_collection(node.kind) && !is_collection(value.kind) && !is_block_scalar(node.style) &&
         node.range.end > node.range.begin && (value.kind != Kind::text || !is_literal(value.text));
}

/// An item in which only the scalars that differ are replaced.
std::optional<std::string> patched(const Edit& edit, const Node& item, const Value& wanted) {
  if (is_on_one_line(item, wanted)) return with(edit.text(), item.range, inline_text(wanted));
  if (item.kind != Kind::map || wanted.kind != Kind::map) return std::nullopt;
  std::string text(edit.text());
  auto member = wanted.members.rbegin();  // from the end, so that ranges stay true
  std::vector<const Node*> nodes;
  for (const Node& node : edit.document.children(item)) nodes.push_back(&node);
  if (nodes.size() != wanted.members.size()) return std::nullopt;
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node, ++member) {
    if ((*node)->key != member->first) return std::nullopt;
    if (value_of(edit.document, **node) == member->second) continue;
    if (!is_on_one_line(**node, member->second)) return std::nullopt;
    text = with(text, (*node)->range, inline_text(member->second, item.style));
  }
  return text;
}

/// A list of as many items in lines of its own, of which one is another: it keeps its comments.
std::optional<std::string> replaced_item(const Edit& edit) {
  if (!is_block_list(edit)) return std::nullopt;
  const std::vector<Item> items = items_of(edit);
  if (items.size() != edit.value->items.size()) return std::nullopt;
  const auto differs =
      std::mismatch(items.begin(), items.end(), edit.value->items.begin(),
                    [](const Item& item, const Value& wanted) { return item.value == wanted; });
  if (differs.first == items.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(differs.first - items.begin());
  for (std::size_t i = at + 1; i < items.size(); ++i) {
    if (items[i].value != edit.value->items[i]) return std::nullopt;
  }
  if (auto text = patched(edit, *items[at].node, *differs.second)) return text;
  const Part record = part_of(edit.document);
  const Part& old =
      record.parts[static_cast<std::size_t>(edit.entry - edit.entries.entries().data())].parts[at];
  std::vector<Comment> comments = old.above;
  comments.insert(comments.end(), old.beside.begin(), old.beside.end());
  take_comments(old, comments);
  return with(edit.text(), items[at].lines, item_lines(edit, *differs.second, std::move(comments)));
}

/// A list in lines of its own as another: only the lines of items that come or go differ.
std::optional<std::string> replaced_items(const Edit& edit) {
  if (!is_block_list(edit)) return std::nullopt;
  const std::vector<Item> items = items_of(edit);
  std::string lines;
  auto next = items.begin();
  for (const Value& wanted : edit.value->items) {
    const auto found =
        std::find_if(next, items.end(), [&](const Item& item) { return item.value == wanted; });
    if (found == items.end()) {
      if (!lines.empty() && !lines.ends_with('\n')) lines += fitted(edit, "\n", 0);
      lines += item_lines(edit, wanted);
    } else {
      lines += edit.entries.text(found->lines);
      next = found + 1;
    }
  }
  return with(edit.text(), {items.front().lines.begin, items.back().lines.end}, lines);
}

/// An item for a list in brackets: as it is written there already, else anew.
std::string spelling(const Edit& edit, const Value& wanted) {
  for (const Node& child : edit.document.children(edit.node())) {
    if (value_of(edit.document, child) == wanted) {
      return std::string(edit.entries.text(child.range));
    }
  }
  return inline_text(wanted, Style::flow);
}

/// A list in brackets as another.
std::optional<std::string> replaced_brackets(const Edit& edit) {
  const Node& node = edit.node();
  const bool is_list = node.kind == Kind::list && node.style == Style::flow &&
                       edit.value->kind == Kind::list &&
                       std::none_of(edit.value->items.begin(), edit.value->items.end(),
                                    [](const Value& item) { return is_collection(item.kind); });
  // Comments within would be lost.
  if (!is_list || edit.entries.text(node.range).find('#') != no_offset) return std::nullopt;
  std::string list = "[";
  for (const Value& wanted : edit.value->items) {
    if (list.size() > 1) list += ", ";
    list += spelling(edit, wanted);
  }
  return with(edit.text(), node.range, list + "]");
}

/// The lines of the field anew, in canonical form, with all comments that were among them.
std::optional<std::string> rewritten(const Edit& edit) {
  const Part record = part_of(edit.document);
  const Part& old =
      record.parts[static_cast<std::size_t>(edit.entry - edit.entries.entries().data())];
  Part part = part_of(*edit.value);
  const char* const body = edit.entries.text(edit.entry->body).data();
  std::copy_if(old.above.begin(), old.above.end(), std::back_inserter(part.above),
               [&](const Comment& comment) { return comment.text.data() >= body; });
  part.beside = old.beside;
  take_comments(old, part.below);
  return with(edit.text(), edit.entry->body, field_lines(edit, std::move(part)));
}

std::size_t rank(const Edit& edit, std::string_view key) {
  const Field* field = find_field(edit.fields, key);
  return field == nullptr ? edit.fields.size()
                          : static_cast<std::size_t>(field - edit.fields.data());
}

/// A new field in front of the first one that comes after it in canonical order, else at the end.
std::string inserted(const Edit& edit, bool apart) {
  const std::span<const Entry> entries = edit.entries.entries();
  const auto next = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return rank(edit, entry.key) > rank(edit, edit.key);
  });
  const std::string blank = apart ? fitted(edit, "\n", 0) : "";
  std::string lines = field_lines(edit, part_of(*edit.value));
  if (next == entries.begin()) {
    const std::size_t at = next->leading.begin;
    return with(edit.text(), range_of(at, at), lines + blank);
  }
  const std::size_t at = std::prev(next)->body.end;
  if (!edit.text().substr(0, at).ends_with('\n')) lines.insert(0, fitted(edit, "\n", 0));
  return with(edit.text(), range_of(at, at), blank + lines);
}

/// Whether blank lines stand between the fields of the record.
bool has_blank_lines(const Edit& edit) {
  const std::span<const Entry> entries = edit.entries.entries();
  const auto is_apart = [&](const Entry& entry) {
    return entry.leading.end > entry.leading.begin &&
           is_blank_line(edit.text(), entry.leading.begin);
  };
  return entries.size() < 2 || std::any_of(entries.begin() + 1, entries.end(), is_apart);
}

std::optional<std::string> inserted_apart(const Edit& edit) {
  if (!has_blank_lines(edit)) return std::nullopt;
  return inserted(edit, true);
}

std::optional<std::string> inserted_close(const Edit& edit) {
  return inserted(edit, false);
}

/// The text without the field; what stood behind the first one goes up to where it was.
std::optional<std::string> without(const Edit& edit) {
  const std::span<const Entry> entries = edit.entries.entries();
  Range lines = edit.entry->lines();
  if (entries.size() == 1) return with(edit.text(), lines, fitted(edit, "{}\n", 0));
  if (edit.entry == entries.data()) {
    const std::size_t next = (edit.entry + 1)->body.begin;
    while (lines.end < next && is_blank_line(edit.text(), lines.end)) {
      lines.end = static_cast<std::uint32_t>(next_line(edit.text(), lines.end));
    }
  }
  return with(edit.text(), lines, "");
}

/// The value with the members of maps, and the items of sets, in one order.
Value ordered(Value value, const Field* field) {
  const std::span<const Field> fields = field == nullptr ? std::span<const Field>() : field->fields;
  for (Value& item : value.items) item = ordered(std::move(item), nullptr);
  for (auto& [key, member] : value.members) {
    member = ordered(std::move(member), find_field(fields, key));
  }
  std::sort(value.members.begin(), value.members.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  if (field != nullptr && field->set) {
    std::sort(value.items.begin(), value.items.end(), precedes_in_set);
  }
  return value;
}

/// Whether a text means the record with the change, and nothing else.
bool has_meaning(const std::string& text, const Edit& edit) {
  const Reading after = Document::read(text);
  if (!after) return false;
  const Document& before = edit.document;
  std::size_t count = edit.value ? 1 : 0;
  for (const Node& old : before.children(before.root())) {
    if (old.key == edit.key) continue;
    ++count;
    const Node* now = after->find(after->root(), old.key);
    if (now == nullptr || value_of(*after, *now) != value_of(before, old)) return false;
  }
  const Value record = value_of(*after, after->root());
  if (record.members.size() != count) return false;
  if (!edit.value) return true;
  const Node* now = after->find(after->root(), edit.key);
  return now != nullptr &&
         ordered(value_of(*after, *now), edit.field) == ordered(*edit.value, edit.field);
}

std::vector<Way> ways(const Edit& edit) {
  if (!edit.value) return {without};
  if (edit.entry == nullptr) return {inserted_apart, inserted_close};
  return {replaced_scalar, replaced_item, replaced_items, replaced_brackets, rewritten};
}

}  // namespace

Result<std::string> with_field(const Document& document, std::string_view key,
                               const std::optional<Value>& value, std::span<const Field> fields) {
  const auto entries = Entries::of(document);
  if (!entries) return tl::unexpected(entries.error());
  const Edit edit{
      document, *entries, key, value, fields, entries->find(key), find_field(fields, key)};
  if (edit.entry == nullptr && !value) return std::string(document.text());
  for (const Way way : ways(edit)) {
    std::optional<std::string> text = way(edit);
    if (text && has_meaning(*text, edit)) return std::move(*text);
  }
  return failed(Failure::refused, "the field can't be changed without touching others",
                "change it in an editor");
}

Value with_item(Value list, Value item, const Field& field) {
  const bool is_sorted =
      field.set && std::is_sorted(list.items.begin(), list.items.end(), precedes_in_set);
  const auto place =
      is_sorted ? std::upper_bound(list.items.begin(), list.items.end(), item, precedes_in_set)
                : list.items.end();
  list.items.insert(place, std::move(item));
  return list;
}

}  // namespace icc
