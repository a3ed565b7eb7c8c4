#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/layout.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Shows the practices that match a query, in the same forms as 'icc list'. Terms side by side must
all hold; a comma inside a value means 'or'; 'and', 'or', 'not' and parentheses join terms.
FIELD:VALUE asks by the field's type, '=' exactly, '~' by regular expression, '<' and its kin by
order; has:FIELD and no:FIELD ask whether it is there. A bare word is looked for everywhere.
icc-query(7) tells all.

A field or a value that does not exist is an error with the nearest one that does, never an empty
answer.)";

constexpr Example examples[] = {
    {"icc filter country:Sweden,Norway topic:education", "Education in either country."},
    {"icc filter start:2018.. migrant",
     "Begun in 2018 or later, with 'migrant' or 'migrants' anywhere."},
    {"icc filter 'is:ongoing not (country:UK or city:Lisbon)'",
     "Parentheses need the shell's quotes."},
    {"icc filter -e topic:Roma", "Exit code 1 when there is none."},
};

struct Arguments {
  std::vector<std::string> words;
  bool explain = false;
  bool exit_code = false;
  Selection selection;
  Order order;
  Layout layout;
};

/// Whether an option speaks of the list of practices.
bool lists(const Arguments& arguments) {
  const Layout& layout = arguments.layout;
  return arguments.exit_code || !arguments.order.sort.empty() || arguments.order.limit != 0 ||
         !layout.columns.empty() || !layout.format.empty() || layout.json;
}

Exit filter(Context& context, const Arguments& arguments) {
  const auto query = Query::read(arguments.words, *context.schema());
  if (!query) return complain(context.session, query.error());
  const auto flags = selected(arguments.selection, *context.schema());
  if (!flags) return complain(context.session, flags.error());
  const Query both = Query::both(*query, *flags);
  if (arguments.explain && lists(arguments)) {
    return complain(context.session,
                    {Failure::usage, "--explain lists nothing, so there is nothing to lay out",
                     "leave out --exit-code and the options of order and layout"});
  }
  if (arguments.explain) {
    context.session.out.write(both.explanation());
    return Exit::done;
  }
  const auto choice = choosing(context, both, arguments.order);
  if (!choice) return complain(context.session, choice.error());
  Outcome outcome;
  const Exit exit = show_practices(context, *choice, arguments.layout, outcome);
  const bool nothing = arguments.exit_code && outcome.matches == 0;
  return nothing ? worse(exit, Exit::no) : exit;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operands("QUERY", arguments->words);
  options.add({"--explain", "", "Say how the query is understood, and stop", "Query"},
              arguments->explain);
  options.add({"-e,--exit-code", "", "Exit with 1 when nothing matches", "Query"},
              arguments->exit_code);
  bind_selection(options, arguments->selection, context.schema());
  bind_order(options, arguments->order);
  bind_layout(options, arguments->layout);
  return [&context, arguments] { return filter(context, *arguments); };
}

}  // namespace

const Command filter_command{.name = "filter",
                             .operands = "QUERY…",
                             .summary = "List the practices that match a query",
                             .description = description,
                             .examples = examples,
                             .needs = Needs::database,
                             .pages = true,
                             .bind = bind};

}  // namespace icc
