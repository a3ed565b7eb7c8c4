#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/draft.h"
#include "cli/interview.h"
#include "cli/message.h"
#include "icc/files.h"

namespace icc {
namespace {

constexpr std::string_view description =
    "Adds a new practice. On a terminal it asks for one field after the other in the schema's "
    "order: '?' explains a "
    "field, an empty answer leaves an optional one out, each answer is checked at once, and "
    "nothing is stored "
    "before you have seen the record and said yes.\n\n"
    "Without a terminal, or with any field's option, nothing is asked: the fields come from the "
    "options, from the "
    "file of --from (YAML or JSON, '-' for standard input), or both, where an option replaces the "
    "file's "
    "field. Lists take an option several times. References are written 'TITLE <URL>'.\n\n"
    "The record is checked before it is stored: with an error, nothing is written. It is stored in "
    "the folder of "
    "its country in canonical form; its id is made from the title, with -2 and so on when that is "
    "taken. An "
    "existing record is never overwritten.";

constexpr Example examples[] = {
    {"icc add", "Answer questions."},
    {"icc add --title 'Night of languages' --country Norway --city Bergen --summary 'Neighbours "
     "teach …'",
     "Without questions."},
    {"icc add --from practice.yaml --dry-run", "Show what would be stored."},
};

struct Answer {
  const Field* field;
  std::vector<std::string> values;
};

struct Arguments {
  std::deque<Answer> answers;  // a deque, since CLI11 keeps addresses
  std::string from;
  bool dry_run = false;
};

bool has_answers(const Arguments& arguments) {
  return !arguments.from.empty() ||
         std::any_of(arguments.answers.begin(), arguments.answers.end(),
                     [](const Answer& answer) { return !answer.values.empty(); });
}

void show_faults(Session& session, const std::vector<Diagnostic>& faults) {
  for (const Diagnostic& fault : faults) {
    session.err.write(session.err.is_terminal() ? human_form(fault, diagnostic_style(session.err))
                                                : short_form(fault));
  }
}

/// The record in a file; complains with places in that file.
Result<Draft> draft_from(Context& context, const std::string& from) {
  auto text = from == "-" ? Result<std::string>(context.session.in.rest())
                          : read_file(absolute(context.session, from));
  if (!text) return tl::unexpected(text.error());
  const bool is_json = from.ends_with(".json");
  auto document = is_json ? Document::read_json(*text) : Document::read(*text);
  std::vector<Diagnostic> faults = document ? std::vector<Diagnostic>() : document.error();
  if (faults.empty()) return Draft(*context.schema(), *document);
  for (Diagnostic& fault : faults) {
    fault.path = from;
    locate(fault, *text);
  }
  show_faults(context.session, faults);
  return failed(Failure::refused, fmt::format("'{}' can't be read as a record", from),
                "nothing is added");
}

Result<Draft> draft_of(Context& context, const Arguments& arguments) {
  Draft draft(*context.schema());
  if (!arguments.from.empty()) {
    auto read = draft_from(context, arguments.from);
    if (!read) return read;
    draft = std::move(*read);
  }
  for (const Answer& answer : arguments.answers) {
    if (answer.values.empty()) continue;
    if (auto put = draft.put(*answer.field, answer.values); !put)
      return tl::unexpected(put.error());
  }
  return draft;
}

/// Checks the draft and stores it.
Exit store_draft(Context& context, const Draft& draft, bool dry_run) {
  const std::vector<Diagnostic> faults = draft.faults(*context.store);
  show_faults(context.session, faults);
  const bool refused = std::any_of(faults.begin(), faults.end(), [](const Diagnostic& fault) {
    return fault.severity == Severity::error;
  });
  if (refused) {
    return complain(context.session,
                    {Failure::refused, "the practice is not added", "mend what is said above"});
  }
  if (dry_run) {
    context.session.out.write(draft.canonical());
    return Exit::done;
  }
  const auto path =
      context.store->add(draft.text("title"), draft.text("country"), draft.canonical());
  if (!path) return complain(context.session, path.error());
  context.session.out.write(fmt::format("added {}\n", *path));
  context.session.err.write(fmt::format("next: git add {0} && git commit\n", *path));
  return Exit::done;
}

Exit add(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  if (!has_answers(arguments)) {
    if (session.in.is_terminal && session.err.is_terminal()) {
      const auto draft = interview(context);
      return draft ? store_draft(context, *draft, arguments.dry_run) : Exit::interrupted;
    }
    return complain(session, {Failure::usage, "there is no terminal to ask questions on",
                              "give --title, --country and --summary, or --from FILE"});
  }
  const auto draft = draft_of(context, arguments);
  if (!draft) return complain(session, draft.error());
  return store_draft(context, *draft, arguments.dry_run);
}

/// The option of a field: its name, and the other names that mean nothing else.
std::string spellings(const Options& options, const Schema& schema, const Field& field) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    const std::string spelling = "--" + name;
    const bool is_free = std::ranges::find(names, spelling) == names.end() &&
                         !options.has(spelling) && name.find(' ') == std::string::npos;
    if (is_free && schema.field(name) == &field) names.push_back(spelling);
  };
  add(field.name);
  for (const std::string& alias : field.aliases) add(alias);
  return fmt::format("{}", fmt::join(names, ","));
}

void bind_field(Options& options, Arguments& arguments, const Schema& schema, const Field& field) {
  const std::string names = spellings(options, schema, field);
  if (names.empty()) return;
  arguments.answers.push_back({&field, {}});
  options.add({names, "VALUE", field.title, "Fields"}, arguments.answers.back().values);
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.add(
      {"--from", "FILE", "Take the record from FILE (YAML or JSON; - is standard input)", "Input"},
      arguments->from);
  options.add({"--dry-run", "", "Show the record and store nothing", "Output"}, arguments->dry_run);
  if (const Schema* schema = context.schema()) {
    for (const Field& field : schema->fields()) {
      bind_field(options, *arguments, *schema, field);
    }
  }
  return [&context, arguments] { return add(context, *arguments); };
}

}  // namespace

const Command add_command{.name = "add",
                          .operands = "",
                          .summary = "Add a practice, by questions or from options",
                          .description = description,
                          .examples = examples,
                          .needs = Needs::database,
                          .pages = false,
                          .bind = bind};

}  // namespace icc
