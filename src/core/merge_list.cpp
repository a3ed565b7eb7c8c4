#include "core/merge_list.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/document_layout.h"
#include "core/entries_part.h"
#include "core/merge_sequence.h"
#include "core/merge_three.h"
#include "icc/entries.h"

namespace icc {
namespace {

/// An item with the comments above it.
struct ListItem {
  std::string_view text;  // whole lines
  Value value;
};

/// The text of a field that is a list: `head`, the items and `tail` one behind the other.
struct ListText {
  std::string_view head;  // the line of the key
  std::vector<ListItem> items;
  std::string_view tail;   // comments below the last item
  std::size_t indent = 0;  // of the items' dashes, in bytes
};

/// The first byte of the line of an item's dash. The item's value begins at `value`, at times on a
/// line below. `no_offset` when the lines from `begin` on have no dash of their own.
std::size_t dash_line(std::string_view text, std::size_t begin, std::size_t value) {
  for (std::size_t line = line_begin(text, value);; line = line_begin(text, line - 1)) {
    if (line < begin) return no_offset;
    if (is_at(text, skip_blanks(text, line), '-')) return line;
    if (line == begin) return no_offset;
  }
}

/// The end of the lines of a value and all that is below it.
std::size_t lines_end(const Document& document, const Node& value) {
  const Node& last = document.nodes()[value.end - 1];
  return next_line(document.text(), std::max(value.range.end, last.range.end));
}

/// A field's list, item by item; nothing when it is no list, has no items, or is not written in
/// block style with one item a line.
std::optional<ListText> list_text(const FieldText& field) {
  const Node& value = *field.value;
  if (value.kind != Kind::list || value.style != Style::block) return std::nullopt;
  const Document& document = *field.document;
  const std::string_view text = document.text();
  ListText list;
  std::size_t end = next_line(text, field.body_begin);
  list.head = field.within(field.body_begin, end);
  for (const Node& item : document.children(value)) {
    const std::size_t line = dash_line(text, end, item.range.begin);
    const std::size_t next = lines_end(document, item);
    const Node& last = document.nodes()[item.end - 1];
    if (line == no_offset || next <= line || keeps_blank_lines(text, last)) return std::nullopt;
    list.indent = skip_blanks(text, line) - line;
    list.items.push_back({field.within(end, next), value_of(document, item)});
    end = next;
  }
  list.tail = field.within(end, field.body_begin + field.body.size());
  return list.items.empty() ? std::nullopt : std::optional(std::move(list));
}

const ListItem* find(const ListText& list, const Value& value) {
  const auto found = std::find_if(list.items.begin(), list.items.end(),
                                  [&](const ListItem& item) { return item.value == value; });
  return found == list.items.end() ? nullptr : &*found;
}

/// Whether a list can be taken for a set: no value is in it twice.
bool is_set_of_scalars(const ListText& list) {
  return std::all_of(list.items.begin(), list.items.end(), [&](const ListItem& item) {
    return !is_collection(item.value.kind) && find(list, item.value) == &item;
  });
}

bool is_sorted(const std::vector<ListItem>& items) {
  return std::is_sorted(items.begin(), items.end(), [](const ListItem& a, const ListItem& b) {
    return precedes_in_set(a.value, b.value);
  });
}

/// Merges two sets.
class SetMerge {
 public:
  explicit SetMerge(const Three<ListText>& lists) : lists_(lists) {}

  std::optional<std::vector<ListItem>> merged() {
    sorted_ = is_sorted(lists_.ours.items) && is_sorted(lists_.theirs.items);
    for (const ListItem& item : lists_.ours.items) {
      if (!take(item)) return std::nullopt;
    }
    for (const ListItem& item : lists_.theirs.items) {
      if (find(lists_.ours, item.value) == nullptr && !take(item)) return std::nullopt;
    }
    return std::move(items_);
  }

 private:
  /// Takes an item of one side into the result, or leaves it out when the other side removed it.
  bool take(const ListItem& item) {
    const auto text = [&](const ListText& list) {
      const ListItem* found = find(list, item.value);
      return found == nullptr ? std::string_view() : found->text;
    };
    const auto kept =
        agreed(Three<std::string_view>{text(lists_.base), text(lists_.ours), text(lists_.theirs)});
    if (kept && !kept->empty()) insert({*kept, item.value});
    return kept.has_value();
  }

  void insert(ListItem item) {
    const auto later = std::find_if(items_.begin(), items_.end(), [&](const ListItem& other) {
      return sorted_ && precedes_in_set(item.value, other.value);
    });
    items_.insert(later, std::move(item));
  }

  const Three<ListText>& lists_;
  bool sorted_ = false;
  std::vector<ListItem> items_;
};

std::optional<Sequence> merged_set(const Three<ListText>& lists) {
  for (const ListText* list : {&lists.base, &lists.ours, &lists.theirs}) {
    if (!is_set_of_scalars(*list)) return std::nullopt;
  }
  const auto items = SetMerge(lists).merged();
  if (!items) return std::nullopt;
  Sequence texts;
  for (const ListItem& item : *items) texts.push_back(item.text);
  return texts;
}

std::optional<Sequence> merged_items(const Three<ListText>& lists) {
  const auto texts = [](const ListText& list) {
    Sequence found;
    for (const ListItem& item : list.items) found.push_back(item.text);
    return found;
  };
  return merged_sequence(texts(lists.base), texts(lists.ours), texts(lists.theirs));
}

std::optional<std::string> merged_lists(const Three<ListText>& lists, bool is_set) {
  const auto head = agreed<std::string_view>({lists.base.head, lists.ours.head, lists.theirs.head});
  const auto tail = agreed<std::string_view>({lists.base.tail, lists.ours.tail, lists.theirs.tail});
  if (!head || !tail || lists.ours.indent != lists.theirs.indent) return std::nullopt;
  const auto items = is_set ? merged_set(lists) : merged_items(lists);
  if (!items || items->empty()) return std::nullopt;
  std::string text(*head);
  for (const std::string_view item : *items) text += item;
  return text.append(*tail);
}

}  // namespace

std::optional<std::string> merged_list(const Three<const FieldText*>& field, bool is_set) {
  auto ours = list_text(*field.ours);
  auto theirs = list_text(*field.theirs);
  if (!ours || !theirs) return std::nullopt;
  auto base = field.base == nullptr ? std::nullopt : list_text(*field.base);
  if (!base) base = ListText{};  // it was no list, or is new
  return merged_lists({std::move(*base), std::move(*ours), std::move(*theirs)}, is_set);
}

}  // namespace icc
