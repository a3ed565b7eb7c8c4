#include <memory>

#include "cli/commands/commands.h"
#include "cli/form.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Prints the blank form of a practice, made from the schema: every field with its help and an
example. Send it to a city; what comes back, 'icc add --from' or 'icc import' reads.

The form is YAML, or Markdown with a heading for each field, which is easier to fill in for those
who know neither. A field that is left empty is left out; a required one holds a placeholder,
which is refused where it is still there.)";

constexpr Example examples[] = {
    {"icc template --markdown >practice.md", "A form to send by mail."},
    {"icc add --from practice.md", "Store the form when it is filled in."},
};

struct Arguments {
  bool markdown = false;
};

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.add({"--markdown", "", "Headings with text below them, not YAML", "Output"},
              arguments->markdown);
  return [&context, arguments] {
    const Schema& schema = *context.schema();
    const Value nothing{Kind::map, {}, {}, {}};
    context.session.out.write(arguments->markdown ? markdown_form(schema)
                                                  : yaml_form(schema, nothing));
    return Exit::done;
  };
}

}  // namespace

const Command template_command{.name = "template",
                               .operands = "",
                               .summary = "Print the blank form of a practice",
                               .description = description,
                               .examples = examples,
                               .needs = Needs::database,
                               .pages = false,
                               .bind = bind};

}  // namespace icc
