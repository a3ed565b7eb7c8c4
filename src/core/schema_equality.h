#pragma once

#include <utility>

#include "icc/document.h"

namespace icc::json_schema {

/// A node with the document that it is in.
struct DocumentValue {
  const Document& document;
  const Node& node;
};

/// Whether two values are equal as JSON data: numbers by value, maps in any order.
[[nodiscard]] bool equal_values(DocumentValue left, DocumentValue right);

/// Two equal items of a list, the first pair in the order of the second; nulls when there are none.
[[nodiscard]] std::pair<const Node*, const Node*> equal_items(DocumentValue list);

}  // namespace icc::json_schema
