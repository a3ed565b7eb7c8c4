#include "icc/query.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/query_bind.h"
#include "core/query_explain.h"
#include "core/query_match.h"
#include "core/query_node.h"
#include "core/query_parse.h"
#include "core/query_words.h"

namespace icc {
namespace {

constexpr std::size_t longest_query = 64 * 1024;

QueryNodePtr every_practice() {
  return std::make_shared<const QueryNode>();
}

/// The parts of a query's AND; a query without one is its only part.
std::vector<QueryNodePtr> parts_of(const QueryNodePtr& node) {
  const auto* all = std::get_if<QueryAll>(&node->what);
  return all != nullptr ? all->parts : std::vector{node};
}

/// `FIELD:VALUE,VALUE` with each value in the quotes that it needs.
Qualifier plain_qualifier(std::string_view field, const std::vector<std::string>& values,
                          std::string& text) {
  Qualifier qualifier;
  qualifier.path = field;
  qualifier.op = operator_at(":");
  const auto size = [&] { return static_cast<std::uint32_t>(text.size()); };
  text = field;
  qualifier.path_range = {0, size()};
  text += ':';
  qualifier.op_range = {size() - 1, size()};
  for (const std::string& value : values) {
    if (!qualifier.values.empty()) text += ',';
    const std::uint32_t begin = size();
    text += quoted_value(value);
    qualifier.values.push_back({value, {begin, size()}, true});
  }
  return qualifier;
}

tl::unexpected<QueryError> of_query(QueryError error, std::string_view text) {
  error.query = text;
  return tl::unexpected(std::move(error));
}

}  // namespace

Query::Query() : root_(every_practice()) {}

Query::Query(std::shared_ptr<const QueryNode> root, std::vector<std::string> notes)
    : root_(std::move(root)), notes_(std::move(notes)) {}

tl::expected<Query, QueryError> Query::read(std::string_view text, const Schema& schema) {
  if (is_blank(text)) return Query();
  if (text.size() > longest_query) {
    return of_query({{}, {}, "the query is longer than 64 KiB", {}}, text.substr(0, 60));
  }
  QueryBinder binder(schema);
  auto root = parse_query(text, binder);
  if (!root) return of_query(std::move(root.error()), text);
  return Query(std::move(*root), std::move(binder.notes()));
}

tl::expected<Query, QueryError> Query::read(const std::vector<std::string>& words,
                                            const Schema& schema) {
  return read(query_of_words(words, schema), schema);
}

tl::expected<Query, QueryError> Query::any_of(std::string_view field,
                                              const std::vector<std::string>& values,
                                              const Schema& schema) {
  std::string text;
  const Qualifier qualifier = plain_qualifier(field, values, text);
  QueryBinder binder(schema);
  auto node = binder.qualifier(qualifier);
  if (!node) return of_query(std::move(node.error()), text);
  node->text = text;
  return Query(std::make_shared<const QueryNode>(std::move(*node)), std::move(binder.notes()));
}

Query Query::both(const Query& left, const Query& right) {
  if (left.empty()) return right;
  if (right.empty()) return left;
  QueryAll all{parts_of(left.root_)};
  std::ranges::copy(parts_of(right.root_), std::back_inserter(all.parts));
  std::vector<std::string> notes = left.notes_;
  std::ranges::copy(right.notes_, std::back_inserter(notes));
  QueryNode node{std::move(all), left.root_->text + ' ' + right.root_->text};
  return Query(std::make_shared<const QueryNode>(std::move(node)), std::move(notes));
}

bool Query::matches(const Practice& practice) const {
  return icc::matches(*root_, practice);
}

bool Query::empty() const {
  const auto* all = std::get_if<QueryAll>(&root_->what);
  return all != nullptr && all->parts.empty();
}

std::string Query::explanation() const {
  return query_explanation(*root_);
}

std::vector<Query::Clause> Query::clauses() const {
  if (empty()) return {};
  std::vector<Clause> clauses;
  for (const QueryNodePtr& part : parts_of(root_)) {
    const auto* term = std::get_if<QueryTerm>(&part->what);
    clauses.push_back({part->text, Query(part, {}), term == nullptr ? "" : term->advice});
  }
  return clauses;
}

}  // namespace icc
