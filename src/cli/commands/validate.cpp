#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "cli/checking.h"
#include "cli/commands/commands.h"
#include "cli/fixing.h"
#include "cli/message.h"
#include "cli/version.h"
#include "icc/report.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Checks records by every rule: that they can be read, that they are what the schema demands, that
they make sense together. Each fault is shown with its file, line and column, the place in the
text, what to do about it, and where the rule comes from; 'icc explain' tells more of a rule. All
faults of all files are shown in one run, sorted.

With paths, only the faults of those records are shown, but the rules between records still see
all. The exit code is 1 when there is an error, 2 when there was nothing to check; warnings and
notes alone are 0.

With --staged, schema and records are read from git's index, and the work tree doesn't count: this
is what a hook before a commit has to ask. With --since, faults that a commit had already are
counted only, so that a collection with old faults can be kept from getting new ones; a fault is
the same when rule, id, message and the text at its place are.

With --fix, each fix that the human form calls safe is applied; nothing but its bytes is changed,
and what was done is told, fault by fault. The others are for a person to judge. With --strict, a
record without other faults must be in the canonical form of 'icc fmt'.

A comment '# icc: allow NAME reason' silences a rule for its record; icc-rules(7) tells more of
it, and of severities that the schema can set.

Without --format, faults are shown in the human form on a terminal and in the short one elsewhere.
Where GITHUB_ACTIONS is true, the annotations of the form github are added.)";

constexpr Example examples[] = {
    {"icc validate", "The whole database."},
    {"icc validate practices/sweden", "The records of one folder."},
    {"icc validate --staged", "What git would commit."},
    {"icc validate --since origin/main", "Only what a branch has made worse."},
    {"icc validate --fix --dry-run", "What would be mended."},
    {"icc validate --format sarif", "For code scanning and editors."},
};

struct Arguments {
  std::vector<std::string> paths;
  bool staged = false;
  std::string since;
  bool strict = false;
  bool fix = false;
  bool dry_run = false;
  std::string format;
  bool stats = false;
};

/// What was found, and how many faults were left out since an earlier version had them already.
struct Findings {
  Report report;
  std::size_t known = 0;
};

/// Leaves out the faults that the database had at a revision. Where there was no database that can
/// be read, all are new.
Result<void> leave_out_known(Context& context, const std::string& revision, Findings& findings) {
  const auto earlier = database_at(context, revision);
  if (!earlier) {
    if (earlier.error().failure != Failure::refused) return tl::unexpected(earlier.error());
    remark(
        context.session,
        fmt::format("there is no database that can be read in '{}': all faults are new", revision));
    return {};
  }
  const auto paths = earlier->paths();
  if (!paths) return tl::unexpected(paths.error());
  const auto faults = check_records(*earlier, *paths);
  if (!faults) return tl::unexpected(faults.error());
  auto& all = findings.report.diagnostics;
  const std::size_t before = all.size();
  all = new_faults(std::move(all), *faults);
  findings.known = before - all.size();
  return {};
}

Result<Findings> findings_of(Context& context, const Store& store, const Arguments& arguments) {
  auto paths = records_named(context.session, store, arguments.paths);
  if (!paths) return tl::unexpected(paths.error());
  if (paths->empty()) {
    return failed(Failure::usage, "there is nothing to check", "'icc add' makes a first record");
  }
  auto faults = check_records(store, *paths,
                              {.strict = arguments.strict, .only_some = !arguments.paths.empty()});
  if (!faults) return tl::unexpected(faults.error());
  Findings findings{{std::move(*paths), std::move(*faults), ICC_VERSION}};
  if (!arguments.since.empty()) {
    const auto left_out = leave_out_known(context, arguments.since, findings);
    if (!left_out) return tl::unexpected(left_out.error());
  }
  return findings;
}

/// `10 records: 1 error, 2 warnings; 12 more faults were in 'main' already`.
std::string summary(const Findings& findings, const Arguments& arguments) {
  const Report& report = findings.report;
  std::string text = fmt::format("{}: {}", counted(record_count(report.paths), "record"),
                                 counts_of(report.diagnostics).text());
  if (findings.known != 0) {
    text += fmt::format("; {} that '{}' had already {} not shown", counted(findings.known, "fault"),
                        arguments.since, findings.known == 1 ? "is" : "are");
  }
  return text + '\n';
}

/// The form that was asked for, or else the one for this output.
const ReportForm& chosen_form(const Arguments& arguments, const Output& out) {
  const std::string_view usual = out.is_terminal() ? "human" : "short";
  const ReportForm* form =
      find_report_form(arguments.format.empty() ? usual : std::string_view(arguments.format));
  return form == nullptr ? report_forms().front() : *form;
}

void show(Context& context, const Arguments& arguments, Findings& findings) {
  Session& session = context.session;
  Report& report = findings.report;
  const ReportForm& form = chosen_form(arguments, session.out);
  const bool in_actions =
      arguments.format.empty() && session.environment("GITHUB_ACTIONS") == "true";
  if (form.from_top || in_actions) report.folder = folder_in_repository(context);
  report.style = diagnostic_style(session.out);
  std::string text;
  form.write(text, report);
  if (in_actions) find_report_form("github")->write(text, report);
  form.is_summed_up ? session.out.write(text) : write_exact(session.out, text);
  session.out.flush();
  if (form.is_summed_up) session.err.write(summary(findings, arguments));
}

/// How many rules are on in a database.
std::size_t rules_on(const Schema& schema) {
  std::size_t count = 0;
  for (const Rule& rule : rules()) count += schema.severity(rule.id) == Severity::off ? 0 : 1;
  return count;
}

/// What is wrong with the options together; empty when nothing is.
std::string contradiction(const Arguments& arguments) {
  if (arguments.dry_run && !arguments.fix) return "--dry-run goes with --fix only";
  if (!arguments.fix) return {};
  if (arguments.staged) return "--fix mends the work tree, --staged checks the index";
  if (!arguments.since.empty()) return "--fix mends old faults as well: leave --since out";
  return {};
}

/// Mends what can be mended, then looks again.
Result<Findings> mended_findings(Context& context, const Store& store, const Arguments& arguments) {
  auto findings = findings_of(context, store, arguments);
  if (!findings || !arguments.fix) return findings;
  const auto fixed =
      fix_records(context.session, store, findings->report.diagnostics, arguments.dry_run);
  if (!fixed) return tl::unexpected(fixed.error());
  return arguments.dry_run ? findings : findings_of(context, store, arguments);
}

Exit exit_of(const Findings& findings) {
  return counts_of(findings.report.diagnostics).errors == 0 ? Exit::done : Exit::no;
}

Exit validate(Context& context, const Arguments& arguments) {
  const std::chrono::milliseconds begin = context.session.elapsed();
  if (const std::string problem = contradiction(arguments); !problem.empty()) {
    return complain(context.session, {Failure::usage, problem, {}});
  }
  const auto store = arguments.staged ? staged_database(context) : present_database(context);
  if (!store) return complain(context.session, store.error());
  auto findings = mended_findings(context, *store, arguments);
  if (!findings) return complain(context.session, findings.error());
  if (arguments.dry_run) return exit_of(*findings);
  show(context, arguments, *findings);
  if (arguments.stats) {
    const std::chrono::duration<double> took = context.session.elapsed() - begin;
    context.session.err.write(fmt::format(
        "{} by {} in {:.3f} s\n", counted(record_count(findings->report.paths), "record"),
        counted(rules_on(store->schema()), "rule"), took.count()));
  }
  return exit_of(*findings);
}

/// The option `--format`, from the table of forms.
Option format_option() {
  Option option{"--format", "NAME", "", "Output", {}};
  for (const ReportForm& form : report_forms()) {
    option.description +=
        fmt::format("{}{}: {}", option.description.empty() ? "" : "; ", form.name, form.summary);
    option.allowed.emplace_back(form.name);
  }
  return option;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operands("PATH", arguments->paths);
  options.add({"--staged", "", "Check what git would commit: its index", "Selection"},
              arguments->staged);
  options.add({"--since", "REVISION", "Show only faults that REVISION did not have", "Selection"},
              arguments->since);
  options.add({"--strict", "", "Demand the canonical form of 'icc fmt'", "Selection"},
              arguments->strict);
  options.add({"--fix", "", "Apply the fixes that are certainly meant", "Fixing"}, arguments->fix);
  options.add({"--dry-run", "", "With --fix: show what would change, change nothing", "Fixing"},
              arguments->dry_run);
  options.add(format_option(), arguments->format);
  options.add({"--stats", "", "Tell how many records and rules, and how long it took", "Output"},
              arguments->stats);
  return [&context, arguments] { return validate(context, *arguments); };
}

}  // namespace

const Command validate_command{.name = "validate",
                               .operands = "[PATH…]",
                               .summary = "Check records and show every fault with its place",
                               .description = description,
                               .examples = examples,
                               .needs = Needs::folder,
                               .pages = true,
                               .bind = bind};

}  // namespace icc
