#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/checking.h"
#include "cli/commands/commands.h"
#include "cli/diff.h"
#include "cli/field_change.h"
#include "cli/ids.h"
#include "cli/message.h"
#include "cli/question.h"
#include "cli/reading.h"
#include "cli/tidying.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Changes fields of practices: 'FIELD=VALUE' sets a field (a list to this one value), 'FIELD+=VALUE'
adds to a list, 'FIELD-=VALUE' takes from it, 'FIELD=' takes the field away. Several changes are
made one after the other; one that would undo another is refused. 'FIELD[N]=VALUE' sets one item of
a list, counted from 1, 'FIELD[N].KEY=VALUE' a part of it, 'FIELD[N]=' takes it away. Values are
understood as by 'icc add': other names of a vocabulary's values are written as the vocabulary does,
a reference is written 'TITLE <URL>'.

Only the lines of the field change; comments, the order of fields, quotes and line ends of all
else stay. A comment above a field or an item that is taken away goes with it.

A change that would bring a new error is refused with its fault, unless --force is given; a record
that has errors may be made better.

With --where, the changes are made in all practices that match the query: on a terminal each is
shown, and you say yes, no, all or quit; elsewhere --yes is needed. --dry-run shows what would
change. The exit code is 1 when a change was refused.)";

constexpr Example examples[] = {
    {"icc set equality-planning period=2018-2024", "Set a field."},
    {"icc set migrant-stories topics+=Roma cities-=Erlangen",
     "Add to one list, take from another."},
    {"icc set migrant-stories 'references+=Report <https://www.example.org/report>'",
     "Add a reference."},
    {"icc set migrant-stories 'references[1].url=https://www.example.org/new'",
     "Mend the address of the first one."},
    {"icc set --where country:Germany topics+=Roma --dry-run", "See what would change."},
};

// Somebody who writes the same record again and again must not keep a change waiting for ever.
constexpr int most_attempts = 16;

struct Arguments {
  std::vector<std::string> words;
  std::string where;
  bool dry_run = false;
  bool yes = false;
  bool force = false;
};

/// What is to be done, and how it went.
struct Work {
  std::vector<std::string> paths;
  std::vector<FieldChange> changes;
  bool asks = false;
  bool stopped = false;
  std::size_t changed = 0;
  std::size_t refused = 0;
  Exit exit = Exit::done;
};

Result<std::vector<FieldChange>> changes_in(const std::vector<std::string>& words,
                                            const Schema& schema) {
  std::vector<FieldChange> changes;
  for (const std::string& word : words) {
    if (!is_field_change(word)) continue;
    auto change = field_change(word, schema);
    if (!change) return tl::unexpected(change.error());
    for (const FieldChange& earlier : changes) {
      if (!undoes(*change, earlier)) continue;
      return failed(Failure::usage, fmt::format("'{}' undoes a change before it", word),
                    "leave one of them out; a list takes several as FIELD=VALUE FIELD+=VALUE");
    }
    changes.push_back(std::move(*change));
  }
  if (changes.empty()) {
    return failed(Failure::usage, "nothing to set is named", "icc set ID FIELD=VALUE");
  }
  return changes;
}

/// The paths of the practices that match a query; empty when it can't be understood.
std::optional<std::vector<std::string>> paths_where(Context& context, const std::string& where,
                                                    Exit& exit) {
  auto query = Query::read(where, *context.schema());
  if (!query) {
    exit = complain(context.session, query.error());
    return std::nullopt;
  }
  std::vector<std::string> paths;
  const Outcome outcome = read_chosen<std::string>(
      context, {std::move(*query), {}, 0},
      [](const Practice& practice) { return std::string(practice.path()); },
      [&](std::string&& path) { paths.push_back(std::move(path)); });
  exit = worse(exit, outcome.exit);
  return paths;
}

std::optional<Work> work_of(Context& context, const Arguments& arguments, Exit& exit) {
  auto changes = changes_in(arguments.words, *context.schema());
  if (!changes) {
    exit = complain(context.session, changes.error());
    return std::nullopt;
  }
  std::vector<std::string> ids;
  std::copy_if(arguments.words.begin(), arguments.words.end(), std::back_inserter(ids),
               [](const std::string& word) { return !is_field_change(word); });
  const bool chooses_all = !arguments.where.empty() && trimmed(arguments.where).empty();
  if (ids.empty() == arguments.where.empty() || chooses_all) {
    exit = complain(context.session, {Failure::usage, "which practices are to be changed?",
                                      "name them by id, or choose them with --where QUERY"});
    return std::nullopt;
  }
  Work work{.paths = {}, .changes = std::move(*changes)};
  if (arguments.where.empty()) {
    work.paths = paths_of(context, ids, exit);
  } else if (auto paths = paths_where(context, arguments.where, exit)) {
    work.paths = std::move(*paths);
  } else {
    return std::nullopt;
  }
  work.asks = !arguments.where.empty() && !arguments.yes && !arguments.dry_run;
  return work;
}

/// Shows a change and asks whether to make it.
bool is_wanted(Session& session, Work& work, const std::string& path, std::string_view before,
               std::string_view after) {
  show_diff(session.out, path, before, after);
  session.out.flush();
  const auto answer =
      chosen(session, plain_lines(session),
             "Change this practice? [y]es, [n]o, [a]ll, [q]uit: ", {"yes", "no", "all", "quit"},
             "'a' changes this one and all that follow, 'q' none any more.");
  work.stopped = !answer || answer == "quit";
  if (answer == "all") work.asks = false;
  return answer == "yes" || answer == "all";
}

/// Whether a change brings no error, or shall be made all the same.
bool is_allowed(Context& context, const Practice& before, const std::string& after, bool force) {
  const Practice changed(std::string(before.path()), *Document::read(after));
  const std::vector<Diagnostic> faults = faults_of_change(before, changed, *context.store);
  report_faults(context.session, faults);
  if (!has_error(faults) || force) return true;
  complain(context.session,
           {Failure::refused, fmt::format("'{}' is not changed", visible(before.path())),
            "mend what is said above, or use --force"});
  return false;
}

/// Changes one record as it was read; answers why it could not.
Result<void> change_read_record(Context& context, const Arguments& arguments, Work& work,
                                const Practice& practice) {
  const std::string path(practice.path());
  const std::string_view before = practice.document().text();
  const auto after = changed_text(practice.document(), work.changes, *context.schema());
  if (!after) return tl::unexpected(after.error());
  if (arguments.where.empty()) {
    for (const std::string& missed : not_taken(practice.document(), work.changes)) {
      remark(context.session, fmt::format("{} {}", id_of(path), missed));
    }
  }
  if (*after == before) return {};
  if (!is_allowed(context, practice, *after, arguments.force)) {
    ++work.refused;
    work.exit = worse(work.exit, Exit::no);
    return {};
  }
  Session& session = context.session;
  if (arguments.dry_run) {
    show_diff(session.out, path, before, *after);
  } else {
    if (work.asks && !is_wanted(session, work, path, before, *after)) return {};
    auto written = replace_below(context.store->root(), path, before, *after);
    if (!written) return written;
    tell(session.out, "changed " + path);
  }
  ++work.changed;
  return {};
}

/// Changes one record; when somebody else does so meanwhile, what they have written is changed:
/// a change of one field means the same in both.
Result<void> change_record(Context& context, const Arguments& arguments, Work& work,
                           const std::string& path) {
  Result<void> changed;
  std::string before;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const Record record = context.store->read(path);
    if (!record.practice) {
      report_faults(context.session, record.practice.error());
      work.exit = Exit::failed;
      return {};
    }
    const std::string_view text = record.practice->document().text();
    if (text == before) break;  // it was not outrun
    before = text;
    changed = change_read_record(context, arguments, work, *record.practice);
    if (changed || changed.error().failure != Failure::refused) break;
  }
  return changed;
}

/// Holds off who else sets, adds or renames, but not while a person thinks.
Result<std::optional<FolderLock>> lock_for(const Context& context, const Arguments& arguments,
                                           const Work& work) {
  if (arguments.dry_run || work.asks) return std::nullopt;
  auto lock = FolderLock::take(context.store->root(), {});
  if (!lock) return tl::unexpected(lock.error());
  return std::move(*lock);
}

void change_records(Context& context, const Arguments& arguments, Work& work) {
  for (const std::string& path : work.paths) {
    if (work.stopped) break;
    const auto changed = change_record(context, arguments, work, path);
    if (!changed) {
      ++work.refused;
      work.exit = worse(work.exit, complain(context.session, changed.error()));
    }
  }
}

std::string summary(const Arguments& arguments, const Work& work) {
  std::string text = fmt::format("{}: {} {}", counted(work.paths.size(), "practice"), work.changed,
                                 arguments.dry_run ? "would change" : "changed");
  if (work.refused > 0) text += fmt::format(", {} refused", work.refused);
  return text + "\n";
}

Exit set(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  Exit exit = Exit::done;
  std::optional<Work> work = work_of(context, arguments, exit);
  if (!work) return exit;
  if (work->paths.empty()) {
    if (exit == Exit::done) session.err.write(summary(arguments, *work));
    return exit;
  }
  if (work->asks && !session.can_ask()) {
    return complain(session, {Failure::usage, "there is no terminal to ask on",
                              "look with --dry-run, then change with --yes"});
  }
  const auto lock = lock_for(context, arguments, *work);
  if (!lock) return complain(session, lock.error());
  if (!arguments.dry_run) tidy(context);
  change_records(context, arguments, *work);
  session.out.flush();
  session.err.write(summary(arguments, *work));
  return worse(exit, work->exit);
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operands("ID", arguments->words);
  options.add({"--where", "QUERY", "Change all practices that match (see icc-query(7))", "Choice"},
              arguments->where);
  options.add({"--dry-run", "", "Show what would change, and write nothing", "Output"},
              arguments->dry_run);
  options.add({"--yes", "", "Do not ask", "Output"}, arguments->yes);
  options.add({"--force", "", "Make a change that brings an error, too", "Output"},
              arguments->force);
  return [&context, arguments] { return set(context, *arguments); };
}

}  // namespace

const Command set_command{.name = "set",
                          .operands = "[ID…] FIELD=VALUE…",
                          .summary = "Change fields of practices, and no other line",
                          .description = description,
                          .examples = examples,
                          .needs = Needs::database,
                          .pages = false,
                          .bind = bind};

}  // namespace icc
