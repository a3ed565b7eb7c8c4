#include "core/query_explain.h"

#include <cstddef>
#include <string_view>

#include "icc/text.h"

namespace icc {
namespace {

void explain(std::string& out, const QueryNode& node, std::size_t depth);

void add_line(std::string& out, std::size_t depth, std::string_view line) {
  out.append(depth * 2, ' ');
  out += line;
  out += '\n';
}

void explain_parts(std::string& out, std::string_view head, const std::vector<QueryNodePtr>& parts,
                   std::size_t depth) {
  if (parts.size() == 1) return explain(out, *parts.front(), depth);
  add_line(out, depth, head);
  for (const QueryNodePtr& part : parts) explain(out, *part, depth + 1);
}

void explain(std::string& out, const QueryNode& node, std::size_t depth) {
  if (const auto* term = std::get_if<QueryTerm>(&node.what)) {
    add_line(out, depth, visible(term->meaning));
  } else if (const auto* negation = std::get_if<QueryNot>(&node.what)) {
    add_line(out, depth, "not:");
    explain(out, *negation->part, depth + 1);
  } else if (const auto* any = std::get_if<QueryAny>(&node.what)) {
    explain_parts(out, "any of:", any->parts, depth);
  } else if (const auto* all = std::get_if<QueryAll>(&node.what)) {
    explain_parts(out, all->parts.empty() ? "every practice" : "all of:", all->parts, depth);
  }
}

}  // namespace

std::string query_explanation(const QueryNode& node) {
  std::string out;
  const auto* all = std::get_if<QueryAll>(&node.what);
  if (all == nullptr || all->parts.empty()) {
    explain(out, node, 0);
  } else {
    for (const QueryNodePtr& part : all->parts) explain(out, *part, 0);
  }
  return out;
}

}  // namespace icc
