#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/format_output.h"
#include "cli/layout.h"
#include "cli/site_output.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view description = R"(
Writes practices in a format for other programs or for print. JSON, JSON Lines and YAML keep every
field, also those that the schema does not know, and text as it is. CSV has one column a field,
with '; ' between the items of a list; a cell that a spreadsheet would take for a formula gets an
apostrophe in front, which --raw leaves out. HTML is one page that needs no server and no network:
cards, facets, a search that understands icc-query(7), pictures; readable without scripts, and in
print. SQLite is a database with a table of practices and one a list, see icc-data(7).
--json-schema writes no practice, but what one may be: the schema with its vocabularies as one
document, by which editors and other programs check records.

--site writes a small static site into a folder: a page to browse, a page a practice at an address
that stays, the data, and with --base-url a sitemap and a feed of what is new by git's history.
Only files that differ are written, only files of the site's own manifest are removed, and a
folder with anything else in it is refused. icc-publish(7) shows how to publish it.

A FILE (or -o FILE; '-' is standard output) is written whole or not at all: when a record can't be
read, nothing is written and the exit code is 2. The same records give the same bytes everywhere.)";

constexpr Example examples[] = {
    {"icc export --json", "Everything, for a program."},
    {"icc export --csv -o practices.csv --country Sweden", "Sweden's practices for a spreadsheet."},
    {"icc export --html practices.html", "A page for the web; opens from the disk, too."},
    {"icc export --site public --base-url https://example.org/practices/", "A site to publish."},
    {"icc export --markdown --where 'topic:education start:2018..'", "A report to read or print."},
};

struct Flag {
  const Format* format;
  bool chosen;
};

struct Arguments {
  std::deque<Flag> formats;  // a deque, since the parser keeps addresses
  std::string file;          // the operand that says the same as --output
  std::string output;
  std::string columns;
  std::string title;
  std::string site;
  std::string base_url;
  bool raw = false;
  Selection selection;
  Order order;

  /// The file that is named, either way; empty when none is.
  [[nodiscard]] const std::string& target() const { return file.empty() ? output : file; }
};

/// The one format that was asked for.
Result<const Format*> chosen_format(const Arguments& arguments) {
  const Format* chosen = nullptr;
  std::vector<std::string> names;
  for (const Flag& flag : arguments.formats) {
    names.push_back(fmt::format("--{}", flag.format->name));
    if (!flag.chosen) continue;
    if (chosen != nullptr) {
      return failed(Failure::usage,
                    fmt::format("--{} and {} exclude each other", chosen->name, names.back()));
    }
    chosen = flag.format;
  }
  if (chosen != nullptr) return chosen;
  const std::string ending = fs::path(arguments.target()).extension().string();
  const Format* meant = ending.empty() ? nullptr : find_format(ending.substr(1));
  return failed(Failure::usage, "which format?",
                meant == nullptr ? fmt::format("one of {}", fmt::join(names, ", "))
                                 : fmt::format("did you mean --{}?", meant->name));
}

Result<WriteOptions> write_options(const Arguments& arguments, const Format& format,
                                   const Schema& schema) {
  WriteOptions options;
  options.raw = arguments.raw;
  if (!arguments.columns.empty()) {
    auto columns = columns_named(arguments.columns, schema);
    if (!columns) return tl::unexpected(columns.error());
    std::erase(*columns, nullptr);  // the id always comes first
    options.columns = std::move(*columns);
  }
  options.title = arguments.title;
  if (format.name != "html" && format.name != "markdown" && !options.title.empty()) {
    return failed(Failure::usage, "--title goes with --html, --markdown and --site only");
  }
  if (format.name != "csv" && (options.raw || options.columns)) {
    return failed(Failure::usage, "--raw and --columns go with --csv only");
  }
  return options;
}

/// The file to write; empty for standard output.
Result<std::string> output_file(const Context& context, const Arguments& arguments) {
  if (!arguments.file.empty() && !arguments.output.empty()) {
    return failed(Failure::usage,
                  fmt::format("two files: '{}' and '{}'", arguments.output, arguments.file));
  }
  std::string file = arguments.target();
  if (file == "-") return std::string();
  if (auto checked = check_outside(context.session, context.root, file); !checked) {
    return tl::unexpected(checked.error());
  }
  return file;
}

/// Writes to a file only when all records could be read.
Exit write_to_file(Context& context, const std::string& file, const Choosing& choice,
                   const Format& format, const WriteOptions& options) {
  Outcome outcome;
  const auto written = write_file_by(absolute(context.session, file), [&](const TakeBytes& take) {
    outcome = write_practices(context, choice, format, options, take);
    return outcome.exit == Exit::done;
  });
  if (!written) return complain(context.session, written.error());
  if (!*written) {
    return complain(context.session,
                    {Failure::environment, fmt::format("'{}' is not written", file),
                     "mend the records above; 'icc validate' shows what is wrong"});
  }
  context.session.err.write(
      fmt::format("wrote {} to {}\n", counted(outcome.matches, "practice"), visible(file)));
  return Exit::done;
}

/// Writes what is asked of no practice.
Exit export_schema(Context& context, const Arguments& arguments, const std::string& file,
                   const Format& format) {
  const bool chooses =
      !arguments.selection.where.empty() || !arguments.order.sort.empty() ||
      arguments.order.limit != 0 ||
      std::ranges::any_of(arguments.selection.flags,
                          [](const Selection::Flag& flag) { return !flag.values.empty(); });
  if (chooses) {
    return complain(context.session,
                    {Failure::usage, fmt::format("--{} has no practices to choose", format.name),
                     "leave out the options that choose or sort them"});
  }
  std::string text;
  format.head(text, *context.schema(), {});
  if (file.empty()) {
    write_exact(context.session.out, text);
    return Exit::done;
  }
  const auto written = write_file(absolute(context.session, file), text);
  if (!written) return complain(context.session, written.error());
  context.session.err.write(fmt::format("wrote the schema to {}\n", visible(file)));
  return Exit::done;
}

/// What goes with a site only, or never with one.
Result<void> check_site(const Context& context, const Arguments& arguments,
                        const std::string& file) {
  if (arguments.site.empty() && !arguments.base_url.empty()) {
    return failed(Failure::usage, "--base-url goes with --site only");
  }
  const bool has_format = std::ranges::any_of(arguments.formats, &Flag::chosen);
  if (!arguments.site.empty() &&
      (has_format || !file.empty() || arguments.raw || !arguments.columns.empty())) {
    return failed(Failure::usage, "--site stands for itself: no format and no file beside it");
  }
  return check_outside(context.session, context.root, arguments.site);
}

Exit export_site(Context& context, const Arguments& arguments, const Choosing& choice) {
  return write_site(
      context, choice,
      {absolute(context.session, arguments.site), arguments.title, arguments.base_url});
}

Exit export_format(Context& context, const Arguments& arguments, const std::string& file,
                   const Choosing& choice) {
  const auto format = chosen_format(arguments);
  if (!format) return complain(context.session, format.error());
  const auto options = write_options(arguments, **format, *context.schema());
  if (!options) return complain(context.session, options.error());
  if (!(*format)->has_practices()) return export_schema(context, arguments, file, **format);
  if (file.empty() && !(*format)->is_text && context.session.out.is_terminal()) {
    return complain(context.session,
                    {Failure::usage, fmt::format("{} is no text for a terminal", (*format)->name),
                     fmt::format("name a file: icc export --{} FILE", (*format)->name)});
  }
  if (!file.empty()) return write_to_file(context, file, choice, **format, *options);
  const auto write = [&](std::string_view piece) { write_exact(context.session.out, piece); };
  return write_practices(context, choice, **format, *options, write).exit;
}

Exit export_practices(Context& context, const Arguments& arguments) {
  const auto file = output_file(context, arguments);
  if (!file) return complain(context.session, file.error());
  const auto checked = check_site(context, arguments, *file);
  if (!checked) return complain(context.session, checked.error());
  const auto query = selected(arguments.selection, *context.schema());
  if (!query) return complain(context.session, query.error());
  const auto choice = choosing(context, *query, arguments.order);
  if (!choice) return complain(context.session, choice.error());
  return arguments.site.empty() ? export_format(context, arguments, *file, *choice)
                                : export_site(context, arguments, *choice);
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  for (const Format& format : formats()) {
    arguments->formats.push_back({&format, false});
    options.add({fmt::format("--{}", format.name), "", std::string(format.summary), "Format"},
                arguments->formats.back().chosen);
  }
  options.operand("FILE", arguments->file);
  options.add(
      {"-o,--output", "FILE", "Write to FILE, whole or not at all; - is standard output", "Output"},
      arguments->output);
  options.add({"--columns", "FIELD,…", "The columns of --csv", "Output"}, arguments->columns);
  options.add({"--raw", "", "CSV without the apostrophe in front of formulas", "Output"},
              arguments->raw);
  options.add({"--site", "DIR", "Write a static site into DIR", "Output"}, arguments->site);
  options.add({"--base-url", "URL", "Where the site of --site will be found", "Output"},
              arguments->base_url);
  options.add({"--title", "TEXT", "What a page, a site or a report is called", "Output"},
              arguments->title);
  bind_selection(options, arguments->selection, context.schema());
  bind_order(options, arguments->order);
  return [&context, arguments] { return export_practices(context, *arguments); };
}

}  // namespace

const Command export_command{.name = "export",
                             .operands = "[FILE]",
                             .summary = "Write practices as JSON, CSV, Markdown and more",
                             .description = description,
                             .examples = examples,
                             .needs = Needs::database,
                             .pages = false,
                             .bind = bind};

}  // namespace icc
