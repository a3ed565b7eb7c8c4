#include "cli/selection.h"

#include <fmt/format.h>

namespace icc {
namespace {

/// Where the values of the option for `field` go.
std::vector<std::string>& values_for(Selection& selection, std::string field) {
  return selection.flags.emplace_back(Selection::Flag{std::move(field), {}}).values;
}

}  // namespace

void bind_selection(Options& options, Selection& selection, const Schema* schema) {
  options.add(
      {"--where", "QUERY", "Only practices that match QUERY, see icc-query(7)", "Selection"},
      selection.where);
  options.add({"--text", "VALUE", "Only practices with these words anywhere", "Selection"},
              values_for(selection, "text"));
  options.add(
      {"--year", "VALUE", "Only practices active in this year, or range 2018..2020", "Selection"},
      values_for(selection, "year"));
  if (schema == nullptr) return;
  for (const Field& field : schema->fields()) {
    if (field.flag.empty()) continue;
    const auto meaning = fmt::format("Only practices with this value in '{}'", field.path);
    options.add_field({"--" + field.flag, "VALUE", meaning, "Selection"},
                      values_for(selection, field.path));
  }
}

void bind_order(Options& options, Order& order) {
  options.add({"--sort", "FIELD,…", "Sort by these fields; a '-' before one reverses it", "Output"},
              order.sort);
  options.add({"--limit", "N", "Show at most N practices", "Output"}, order.limit);
}

tl::expected<Query, QueryError> selected(const Selection& selection, const Schema& schema) {
  auto where = Query::read(selection.where, schema);
  if (!where) return where;
  Query all = *where;
  for (const Selection::Flag& flag : selection.flags) {
    if (flag.values.empty()) continue;
    auto query = Query::any_of(flag.field, flag.values, schema);
    if (!query) return query;
    all = Query::both(all, *query);
  }
  return all;
}

}  // namespace icc
