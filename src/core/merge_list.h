#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/merge_version.h"
#include "icc/entries.h"
#include "icc/merge_text.h"

// Lists in block style, item by item.

namespace icc {

/// An item with the comments above it.
struct ListItem {
  std::string_view text;  ///< whole lines
  Value value;
};

/// The text of a field that is a list: `head`, the items and `tail` one behind the other.
struct ListText {
  std::string_view head;  ///< the line of the key
  std::vector<ListItem> items;
  std::string_view tail;   ///< comments below the last item
  std::size_t indent = 0;  ///< of the items' dashes, in bytes
};

/// A field's list, item by item; nothing when it is no list, has no items, or is not written in
/// block style with one item a line.
[[nodiscard]] std::optional<ListText> list_text(const FieldText& field);

/// Merges a field whose value is a list in both sides; a set when `is_set`. In the base it may be
/// anything. Nothing when a person has to decide, or the lists are written in ways that differ.
[[nodiscard]] std::optional<std::string> merged_list(const Three<const FieldText*>& field,
                                                     bool is_set);

}  // namespace icc
