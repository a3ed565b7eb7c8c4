#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/checking.h"
#include "cli/commands/commands.h"
#include "cli/message.h"

namespace icc {
namespace {

constexpr std::string_view description =
    "Checks records by every rule: that they can be read, that they are what the schema demands, "
    "that they make "
    "sense together. Each fault is shown with its file, line and column, the place in the text, "
    "what to do about "
    "it, and where the rule comes from; 'icc explain' tells more of a rule. All faults of all "
    "files are shown in "
    "one run, sorted.\n\n"
    "With paths, only the faults of those records are shown, but the rules between records still "
    "see all. The "
    "exit code is 1 when there is an error, 2 when there was nothing to check; warnings and notes "
    "alone are 0.\n\n"
    "The forms: human with excerpts (on a terminal), short with one line a fault (in a pipe), json "
    "(one "
    "object, icc.validate/1).";

constexpr Example examples[] = {
    {"icc validate", "The whole database."},
    {"icc validate practices/sweden", "The records of one folder."},
    {"icc validate --format json", "For a program."},
};

struct Arguments {
  std::vector<std::string> paths;
  std::string format;
};

struct Counts {
  std::size_t errors = 0, warnings = 0, notes = 0;
};

Counts counts_of(const std::vector<Diagnostic>& diagnostics) {
  Counts counts;
  for (const Diagnostic& found : diagnostics) {
    if (found.severity == Severity::error) ++counts.errors;
    if (found.severity == Severity::warning) ++counts.warnings;
    if (found.severity == Severity::note) ++counts.notes;
  }
  return counts;
}

/// `10 records: 1 error, 2 warnings`.
std::string summary(const Checked& checked, const Counts& counts) {
  std::string faults;
  const auto add = [&](std::size_t count, std::string_view noun) {
    if (count != 0) faults += (faults.empty() ? "" : ", ") + counted(count, noun);
  };
  add(counts.errors, "error");
  add(counts.warnings, "warning");
  add(counts.notes, "note");
  return fmt::format("{}: {}\n", counted(checked.records, "record"),
                     faults.empty() ? "no faults" : faults);
}

void show_json(Output& out, const Checked& checked, const Counts& counts) {
  out.write(
      fmt::format("{{\"format\":\"icc.validate/1\",\"records\":{},\"errors\":{},\"warnings\":{},"
                  "\"notes\":{},\"diagnostics\":[",
                  checked.records, counts.errors, counts.warnings, counts.notes));
  for (const Diagnostic& found : checked.diagnostics) {
    out.write(&found == &checked.diagnostics.front() ? "\n" : ",\n");
    out.write(json_form(found));
  }
  out.write(checked.diagnostics.empty() ? "]}\n" : "\n]}\n");
}

void show_text(Output& out, const Checked& checked, bool human) {
  const DiagnosticStyle style = diagnostic_style(out);
  for (const Diagnostic& found : checked.diagnostics) {
    out.write(human ? human_form(found, style) : short_form(found));
    if (human) out.write("\n");
  }
}

Exit validate(Context& context, const Arguments& arguments) {
  const auto paths = records_named(context, arguments.paths);
  if (!paths) return complain(context.session, paths.error());
  if (paths->empty()) {
    return complain(context.session,
                    {Failure::usage, "there is nothing to check", "icc add makes a first record"});
  }
  const auto checked = check_records(context, *paths);
  if (!checked) return complain(context.session, checked.error());
  const Counts counts = counts_of(checked->diagnostics);
  Output& out = context.session.out;
  if (arguments.format == "json") {
    show_json(out, *checked, counts);
  } else {
    const bool human = arguments.format.empty() ? out.is_terminal() : arguments.format == "human";
    show_text(out, *checked, human);
    out.flush();
    context.session.err.write(summary(*checked, counts));
  }
  return counts.errors == 0 ? Exit::done : Exit::no;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operands("path", arguments->paths);
  options.add({"--format", "NAME", "human, short or json", "Output", {"human", "short", "json"}},
              arguments->format);
  return [&context, arguments] { return validate(context, *arguments); };
}

}  // namespace

const Command validate_command{.name = "validate",
                               .operands = "[PATH…]",
                               .summary = "Check records and show every fault with its place",
                               .description = description,
                               .examples = examples,
                               .needs = Needs::database,
                               .pages = true,
                               .bind = bind};

}  // namespace icc
