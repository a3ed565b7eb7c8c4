#include "icc/practice.h"

#include <optional>

namespace icc {
namespace {

/// What is left of `path` below `key`: empty when the path ends there, nothing when it leads
/// elsewhere.
std::optional<std::string_view> rest_below(std::string_view path, std::string_view key) {
  if (path == key) return std::string_view{};
  if (path.size() <= key.size() || path[key.size()] != '.') return std::nullopt;
  if (path.substr(0, key.size()) != key) return std::nullopt;
  return path.substr(key.size() + 1);
}

void collect(const Document& document, const Node& node, std::string_view path,
             std::vector<std::string_view>& values);

void collect_members(const Document& document, const Node& map, std::string_view path,
                     std::vector<std::string_view>& values) {
  for (const Node& member : document.children(map)) {
    if (const auto rest = rest_below(path, member.key)) collect(document, member, *rest, values);
  }
}

void collect(const Document& document, const Node& node, std::string_view path,
             std::vector<std::string_view>& values) {
  if (node.kind == Kind::list) {
    for (const Node& item : document.children(node)) collect(document, item, path, values);
  } else if (node.kind == Kind::map) {
    collect_members(document, node, path, values);
  } else if (path.empty() && node.kind != Kind::null && !node.text.empty()) {
    values.push_back(node.text);
  }
}

}  // namespace

const Node* Practice::node(const Field& field) const {
  return document_.find(document_.root(), field.path);
}

std::vector<std::string_view> Practice::values(const Field& field) const {
  std::vector<std::string_view> found;
  collect_members(document_, document_.root(), field.path, found);
  return found;
}

std::string_view Practice::text(const Field& field) const {
  const auto all = values(field);
  return all.empty() ? std::string_view{} : all.front();
}

}  // namespace icc
