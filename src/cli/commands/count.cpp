#include <fmt/format.h>

#include <memory>

#include "cli/commands/commands.h"
#include "cli/reading.h"
#include "cli/tally.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Counts practices by the values of a field, the most frequent first, or by two fields as a cross
table. 'start' and 'end' count by the years in which practices began and ended. Practices without
a value are counted as '(none)'; one with several values counts under each. The values of a closed
vocabulary that no practice has are shown with 0, so that gaps are seen; where there are more than
fifty, --all shows them.

A query after the field, or options, choose what is counted.)";

constexpr Example examples[] = {
    {"icc count topics", "All 21 topics, also those without a practice."},
    {"icc count country,topics", "Which country works on which topic."},
    {"icc count start is:ongoing", "When the practices began that still go on."},
};

struct Arguments {
  std::string facets;
  std::vector<std::string> words;
  bool all = false;
  bool json = false;
  Selection selection;
};

Result<std::vector<Facet>> facets_named(std::string_view names, const Schema& schema) {
  const auto listed = listed_names(names);
  if (!listed) return tl::unexpected(listed.error());
  std::vector<Facet> facets;
  for (const std::string_view name : *listed) {
    auto facet = Facet::read(name, schema);
    if (!facet) return tl::unexpected(facet.error());
    facets.push_back(std::move(*facet));
  }
  if (facets.size() > 2) {
    return failed(Failure::usage, fmt::format("can't count by {} fields", facets.size()),
                  "name one field, or two with a comma between them");
  }
  return facets;
}

/// The combinations of values under which a practice counts.
std::vector<Row> combinations(const std::vector<Facet>& facets, const Practice& practice) {
  std::vector<Row> rows(1);
  for (const Facet& facet : facets) {
    std::vector<std::string> values = facet.values(practice);
    if (values.empty()) values.emplace_back();
    std::vector<Row> longer;
    for (const Row& row : rows) {
      for (const std::string& value : values) {
        longer.push_back(row);
        longer.back().push_back(value);
      }
    }
    rows = std::move(longer);
  }
  return rows;
}

Exit count(Context& context, const Arguments& arguments) {
  const auto facets = facets_named(arguments.facets, *context.schema());
  if (!facets) return complain(context.session, facets.error());
  if (arguments.all && facets->size() > 1) {
    return complain(context.session, {Failure::usage, "--all goes with one field",
                                      "a table of two has the values that occur together"});
  }
  const auto words = Query::read(arguments.words, *context.schema());
  if (!words) return complain(context.session, words.error());
  const auto flags = selected(arguments.selection, *context.schema());
  if (!flags) return complain(context.session, flags.error());
  const auto choice = choosing(context, Query::both(*words, *flags), {});
  if (!choice) return complain(context.session, choice.error());
  Tally tally(*facets, arguments.all);
  const Outcome outcome = read_chosen<std::vector<Row>>(
      context, *choice, [&](const Practice& practice) { return combinations(*facets, practice); },
      [&](std::vector<Row>&& rows) {
        for (const Row& row : rows) tally.add(row);
      });
  context.session.out.write(arguments.json ? tally.json(outcome.matches)
                                           : tally.text(context.session.out));
  if (context.session.out.is_terminal()) {
    context.session.out.flush();
    context.session.err.write(counted(outcome.matches, "practice") + "\n");
  }
  if (const std::string hidden = tally.hidden(); !hidden.empty()) remark(context.session, hidden);
  return outcome.exit;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("FIELD", arguments->facets, true);
  options.operands("QUERY", arguments->words);
  options.add({"--all", "", "Show every value of the vocabulary, also of a long one", "Output"},
              arguments->all);
  options.add({"--json", "", "One JSON object (icc.count/1)", "Output"}, arguments->json);
  bind_selection(options, arguments->selection, context.schema());
  return [&context, arguments] { return count(context, *arguments); };
}

}  // namespace

const Command count_command{.name = "count",
                            .operands = "FIELD[,FIELD2] [QUERY…]",
                            .summary = "Count practices by the values of a field",
                            .description = description,
                            .examples = examples,
                            .needs = Needs::database,
                            .pages = true,
                            .bind = bind};

}  // namespace icc
