#include "icc/document.h"

namespace icc {

const Node* Document::find(const Node& map, std::string_view key) const {
  if (map.kind != Kind::map) return nullptr;
  for (const Node& child : children(map)) {
    if (child.key == key) return &child;
  }
  return nullptr;
}

}  // namespace icc
