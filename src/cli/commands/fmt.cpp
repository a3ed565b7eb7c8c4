#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/checking.h"
#include "cli/commands/commands.h"
#include "cli/diff.h"
#include "cli/message.h"
#include "cli/reading.h"
#include "cli/tidying.h"
#include "icc/entries_format.h"
#include "icc/files.h"
#include "icc/report.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Writes records in the canonical form, in which two versions of a file differ only where their
content differs: the fields in the schema's order, unknown ones after them, a blank line between
them; lists in lines with '-', sets sorted; texts without quotes where every reader takes them for
text, texts of several lines behind '|'; UTF-8, LF.

The data does not change, and no comment is lost: each stays at the field or item that it
precedes, or on its line. Comments on top with a blank line below them stay on top. What is
written has been read again and compared before it replaces a file. Texts are not wrapped anew.

Without paths, all records are formatted. With '-', one record is read from standard input and
written to standard output. A record that can't be read is reported and not touched; then the exit
code is 2.)";

constexpr Example examples[] = {
    {"icc fmt", "All records."},
    {"icc fmt --check", "Name those that would change; the exit code is 1 if there are any."},
    {"icc fmt --diff practices/sweden", "Show what would change."},
    {"icc fmt - < practice.yaml", "As a filter, from an editor."},
};

struct Arguments {
  std::vector<std::string> paths;
  bool check = false;
  bool diff = false;
};

/// A record that is not canonical.
struct Change {
  std::string path;
  std::string before;
  std::string after;
};

struct Tally {
  std::size_t records = 0;
  std::size_t changes = 0;
  std::size_t failures = 0;
  Exit exit = Exit::done;
};

/// What one chunk of records comes to.
struct Chunk {
  std::size_t records = 0;
  std::vector<Change> changes;
  std::vector<Diagnostic> faults;
  std::vector<Error> errors;
};

void format_record(Record&& record, const Schema& schema, Chunk& chunk) {
  chunk.records += record_count({&record.path, 1});
  if (!record.practice) {
    for (Diagnostic& fault : record.practice.error()) chunk.faults.push_back(std::move(fault));
    return;
  }
  const Document& document = record.practice->document();
  if (canonical_text(document, schema.fields()) == document.text()) return;
  auto text = formatted(document, schema.fields());
  if (text) {
    chunk.changes.push_back({record.path, std::string(document.text()), std::move(*text)});
  } else {
    text.error().message = fmt::format("'{}': {}", visible(record.path), text.error().message);
    chunk.errors.push_back(std::move(text.error()));
  }
}

/// Writes, names or shows a change.
Exit apply(Context& context, const Arguments& arguments, const Change& change) {
  Output& out = context.session.out;
  if (arguments.diff) {
    show_diff(out, change.path, change.before, change.after);
  } else if (arguments.check) {
    tell(out, change.path);
  } else {
    const auto written =
        replace_below(context.store->root(), change.path, change.before, change.after);
    if (!written) return worse(complain(context.session, written.error()), Exit::failed);
    tell(out, "formatted " + change.path);
  }
  return Exit::done;
}

void take(Context& context, const Arguments& arguments, const Chunk& chunk, Tally& tally) {
  tally.records += chunk.records;
  report_faults(context.session, chunk.faults);
  if (!chunk.faults.empty()) tally.exit = Exit::failed;
  for (const Error& error : chunk.errors) {
    tally.exit = worse(tally.exit, complain(context.session, error));
  }
  for (const Change& change : chunk.changes) {
    const Exit exit = apply(context, arguments, change);
    ++(exit == Exit::done ? tally.changes : tally.failures);
    tally.exit = worse(tally.exit, exit);
  }
}

std::string summary(const Arguments& arguments, const Tally& tally) {
  if (tally.changes == 0 && tally.failures == 0) return "nothing to format";
  const bool writes = !arguments.check && !arguments.diff;
  std::string text = fmt::format("{} {}", tally.changes, writes ? "formatted" : "would change");
  if (tally.failures != 0) text += fmt::format(", {} could not be changed", tally.failures);
  return text;
}

Exit format_records(Context& context, const Arguments& arguments) {
  const auto paths = records_named(context.session, *context.store, arguments.paths);
  if (!paths) return complain(context.session, paths.error());
  if (paths->empty()) {
    return complain(context.session, {Failure::usage, "there is nothing to format",
                                      "'icc add' makes a first record"});
  }
  if (!arguments.check && !arguments.diff) tidy(context);
  Tally tally;
  const auto scanned = context.store->scan<Chunk>(
      *paths,
      [&](Record&& record, Chunk& chunk) {
        format_record(std::move(record), *context.schema(), chunk);
      },
      [&](Chunk& chunk) {
        take(context, arguments, chunk, tally);
        return true;
      });
  if (!scanned) return complain(context.session, scanned.error());
  context.session.out.flush();
  context.session.err.write(
      fmt::format("{}: {}\n", counted(tally.records, "record"), summary(arguments, tally)));
  return worse(tally.exit, arguments.check && tally.changes > 0 ? Exit::no : Exit::done);
}

Exit format_input(Context& context, const Arguments& arguments) {
  constexpr std::string_view name = "(standard input)";
  const auto input = rest_of(context.session.in);
  if (!input) return complain(context.session, input.error());
  const std::string& before = *input;
  auto document = Document::read(before);
  if (!document) {
    for (Diagnostic& fault : document.error()) {
      fault.path = name;
      locate(fault, before);
    }
    report_faults(context.session, document.error());
    return Exit::failed;
  }
  const auto after = formatted(*document, context.schema()->fields());
  if (!after) return complain(context.session, after.error());
  if (arguments.diff) {
    show_diff(context.session.out, name, before, *after);
  } else if (!arguments.check) {
    context.session.out.write(*after);
  }
  return arguments.check && before != *after ? Exit::no : Exit::done;
}

Exit format(Context& context, const Arguments& arguments) {
  const bool from_input = arguments.paths.size() == 1 && arguments.paths.front() == "-";
  return from_input ? format_input(context, arguments) : format_records(context, arguments);
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operands("PATH", arguments->paths);
  options.add({"--check", "", "Name the records that would change, and write nothing", "Output"},
              arguments->check);
  options.add({"--diff", "", "Show what would change, and write nothing", "Output"},
              arguments->diff);
  return [&context, arguments] { return format(context, *arguments); };
}

}  // namespace

const Command fmt_command{.name = "fmt",
                          .operands = "[PATH…]",
                          .summary = "Write records in canonical form",
                          .description = description,
                          .examples = examples,
                          .needs = Needs::database,
                          .pages = false,
                          .bind = bind};

}  // namespace icc
