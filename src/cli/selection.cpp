#include "cli/selection.h"

#include <fmt/format.h>

namespace icc {
namespace {

void bind_flag(Options& options, Selection& selection, const std::string& option,
               const std::string& field, const std::string& description) {
  if (options.has("--" + option)) return;
  selection.flags.push_back({field, {}});
  options.add({"--" + option, "VALUE", description, "Selection"}, selection.flags.back().values);
}

}  // namespace

void bind_selection(Options& options, Selection& selection, const Schema* schema) {
  options.add(
      {"--where", "QUERY", "Only practices that match QUERY, see icc-query(7)", "Selection"},
      selection.where);
  bind_flag(options, selection, "text", "text", "Only practices with these words anywhere");
  bind_flag(options, selection, "year", "year",
            "Only practices active in this year, or range 2018..2020");
  if (schema == nullptr) return;
  for (const Field& field : schema->fields()) {
    if (field.flag.empty()) continue;
    bind_flag(options, selection, field.flag, field.path,
              fmt::format("Only practices with this value in '{}'", field.path));
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
