#include "cli/reading.h"

#include <algorithm>
#include <utility>

namespace icc {

Result<Choosing> choosing(Context& context, const Query& query, const Order& order) {
  for (const std::string& note : query.notes()) remark(context.session, note);
  auto sort = SortOrder::read(order.sort, *context.schema());
  if (!sort) return tl::unexpected(sort.error());
  return Choosing{query, std::move(*sort), order.limit};
}

void report_faults(Session& session, const std::vector<Diagnostic>& faults) {
  for (const Diagnostic& fault : faults) {
    session.err.write(session.err.is_terminal() ? human_form(fault, diagnostic_style(session.err))
                                                : short_form(fault));
  }
}

std::vector<std::string> sorted_paths(Context& context, const Choosing& choosing,
                                      Outcome& outcome) {
  using Row = std::pair<std::string, std::string>;
  std::vector<Row> rows;
  const auto paths = context.store->paths();
  if (!paths) {
    outcome.exit = complain(context.session, paths.error());
    return {};
  }
  read_each<Row>(
      context, *paths, {choosing.query, {}, 0},
      [&](const Practice& practice) {
        return Row(choosing.sort.key(practice), std::string(practice.path()));
      },
      [&](Row&& row) { rows.push_back(std::move(row)); }, outcome);
  outcome.records = paths->size();
  std::sort(rows.begin(), rows.end());
  if (choosing.limit != 0 && rows.size() > choosing.limit) rows.resize(choosing.limit);
  std::vector<std::string> sorted;
  sorted.reserve(rows.size());
  for (Row& row : rows) sorted.push_back(std::move(row.second));
  return sorted;
}

}  // namespace icc
