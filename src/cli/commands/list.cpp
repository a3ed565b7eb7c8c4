#include <memory>

#include "cli/commands/commands.h"
#include "cli/layout.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Shows the practices of the database as a table of cards: title, country, cities and period, one
practice a line, in the order of their files. Options choose among them: an option given twice
means either value, different options mean that all must hold. Names are compared without regard
to case and accents, and other names of a country, a city or a topic are understood ('UK',
'Genova').

On a terminal the table is cut to its width, and the number of practices stands below it. In a
pipe there is no header, tabs stand between the columns, and nothing is cut.)";

constexpr Example examples[] = {
    {"icc list", "All practices."},
    {"icc list --country Sweden", "The practices of one country."},
    {"icc list --topic education --year 2018..2020 --sort -period",
     "Practices on education active in those years, the latest first."},
    {"icc list --columns id,title --text migrant", "Their ids, which 'icc show' takes."},
};

struct Arguments {
  Selection selection;
  Order order;
  Layout layout;
};

Exit list(Context& context, const Arguments& arguments) {
  const auto query = selected(arguments.selection, *context.schema());
  if (!query) return complain(context.session, query.error());
  const auto choice = choosing(context, *query, arguments.order);
  if (!choice) return complain(context.session, choice.error());
  Outcome outcome;
  return show_practices(context, *choice, arguments.layout, outcome);
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  bind_selection(options, arguments->selection, context.schema());
  bind_order(options, arguments->order);
  bind_layout(options, arguments->layout);
  options.no_operands("'icc filter' looks for words; here --country, --topic or --text choose");
  return [&context, arguments] { return list(context, *arguments); };
}

}  // namespace

const Command list_command{.name = "list",
                           .operands = "",
                           .summary = "List practices as a table",
                           .description = description,
                           .examples = examples,
                           .needs = Needs::database,
                           .pages = true,
                           .bind = bind};

}  // namespace icc
