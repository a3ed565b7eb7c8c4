#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/diff.h"
#include "cli/import_source.h"
#include "cli/intake.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "cli/reading.h"
#include "cli/resemblance.h"
#include "cli/tidying.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Adds the practices of a file: a table in CSV, JSON, JSON Lines or YAML; '-' is standard input. The
format is told by the file's name or its first bytes, a table's delimiter (',', ';' or tab) by its
first row, or any by a line 'sep=;' above it; UTF-16, as spreadsheets write it, is converted.

Columns and keys are matched with fields by name, other name or title. One that matches nothing is
an error, unless --map says which field it is or --ignore leaves it out.

A record without an id is read as people write: other names of countries, cities and topics become
the usual ones, several cities in one cell are told apart where all are known, lines of what
stands on one line are joined, 'N/A' is left out, comments of YAML are not taken over, and each
time it is said. A record with an id (column or key 'id'), such as 'icc export' writes, is taken
exactly as it stands.

All or nothing: every record is checked before the first is written, and with one error nothing
is. With --keep-going the good ones are added and the others are written to a file of the same
format, each with its reason, which can be mended and imported again. Ctrl-C takes back what was
written. What is stored already, word by word, is passed over, so that an import can be repeated,
also one that was killed; a record that the file itself has twice is refused.

Stored practices are never touched, unless --update is given: then a record with the id of a stored
one changes the fields that it has, and no other line of the file. An empty cell takes its field
away, as a table from 'icc export' leaves a cell empty where there is none; a column that is not in
the table changes nothing.

CSV and JSON Lines may be of any size: what is kept in memory of a record is its id. Standard input
is kept in a file in $TMPDIR meanwhile.)";

constexpr Example examples[] = {
    {"icc import practices.csv --dry-run", "Check a table and show what would be stored."},
    {"icc import practices.csv --map 'Project=title' --ignore 'Row'", "Say what columns mean."},
    {"icc import practices.csv --keep-going", "Add the good rows, put the others in a file."},
    {"icc import corrections.csv --update --dry-run", "Show what a table would change."},
    {"icc export --jsonl | icc -C ../other import -", "Carry practices to another database."},
};

struct Arguments {
  SourceArguments source;
  std::string rejects;
  bool keep_going = false;
  bool update = false;
  bool dry_run = false;
};

/// Practices whose titles are compared with others: for more, memory would grow without a use.
constexpr std::size_t most_compared = 20'000;
constexpr std::size_t kibibyte = 1024;

/// How many records have which fate.
struct Count {
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t refused = 0;

  void add(Incoming::Fate fate) {
    added += fate == Incoming::Fate::added ? 1 : 0;
    updated += fate == Incoming::Fate::updated ? 1 : 0;
    unchanged += fate == Incoming::Fate::unchanged ? 1 : 0;
    refused += fate == Incoming::Fate::refused ? 1 : 0;
  }
  bool operator==(const Count&) const = default;
};

/// A new practice that was stored.
struct Added {
  std::string path;
  std::size_t hash;  ///< of its text
};

/// A stored practice that was changed.
struct Updated {
  std::string path;
  std::string before;
  std::string after;
};

std::size_t hash_of(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

/// One import, from the first look at the source to the last record that is written.
class Import {
 public:
  Import(Context& context, const Arguments& arguments, Source source)
      : context_(context),
        session_(context.session),
        arguments_(arguments),
        source_(std::move(source)),
        resemblance_(*context.store) {}

  Exit run();

 private:
  using Take = std::function<Result<void>(const SourceReader&, const SourceRecord&, Incoming&)>;

  Result<Count> read(const Take& take);
  Result<void> check();
  void note(const SourceReader& reader, const SourceRecord& record, const Incoming& incoming);
  void show(const Incoming& incoming);
  void show_twins();
  Result<void> write_rejects();
  Result<void> write();
  Result<void> store(const Incoming& incoming);
  void take_back();
  Exit report();

  Context& context_;
  Session& session_;
  const Arguments& arguments_;
  Source source_;
  Resemblance resemblance_;
  std::vector<std::string> paths_;            // of the practices that are stored
  std::map<std::string, std::size_t> lines_;  // of the source, by the path of a new practice
  std::string rejects_;
  std::string rejects_tail_;
  Count count_;
  std::vector<Added> added_;
  std::vector<Updated> updated_;
  bool was_interrupted_ = false;
};

/// Reads the source from its start and decides about each record.
Result<Count> Import::read(const Take& take) {
  auto reader = read_source(source_, *context_.schema());
  if (!reader) return tl::unexpected(reader.error());
  if (!reader->faults.empty()) {
    report_faults(session_, reader->faults);
    return failed(Failure::usage, fmt::format("'{}' can't be read", source_.name),
                  "nothing is imported");
  }
  rejects_tail_ = reader->reject_tail;
  Intake intake(context_, paths_, source_.name, arguments_.update);
  Count count;
  while (true) {
    const auto record = reader->next();
    if (!record) return tl::unexpected(record.error());
    if (!*record) return count;
    Incoming incoming = intake.decide(**record);
    if (auto taken = take(*reader, **record, incoming); !taken) {
      return tl::unexpected(taken.error());
    }
    count.add(incoming.fate);
  }
}

void Import::note(const SourceReader& reader, const SourceRecord& record,
                  const Incoming& incoming) {
  report_faults(session_, incoming.faults);
  report_remarks(context_, record, source_.name);
  if (incoming.fate == Incoming::Fate::added && lines_.size() < most_compared) {
    lines_.emplace(incoming.path, record.line);
    resemblance_.add(incoming.path, title_of(record));
  }
  if (incoming.fate == Incoming::Fate::refused && arguments_.keep_going) {
    rejects_ += rejects_.empty() ? reader.reject_head : reader.reject_separator;
    rejects_ += reader.reject(record, reasons(incoming));
  }
}

/// The first reading: everything is checked, nothing is written.
Result<void> Import::check() {
  auto paths = context_.store->paths();
  if (!paths) return tl::unexpected(paths.error());
  paths_ = std::move(*paths);
  if (auto noted = resemblance_.add_stored(paths_); !noted) return noted;
  auto count = read([this](const SourceReader& reader, const SourceRecord& record,
                           const Incoming& incoming) -> Result<void> {
    note(reader, record, incoming);
    if (arguments_.dry_run) show(incoming);
    context_.progress->show(source_.handed / kibibyte, source_.size / kibibyte, "KiB");
    return {};
  });
  if (!count) return tl::unexpected(count.error());
  count_ = *count;
  show_twins();
  return {};
}

/// What would be stored, or the difference it would make.
void Import::show(const Incoming& incoming) {
  if (incoming.fate == Incoming::Fate::added) {
    session_.out.write(fmt::format("---\n# {}\n{}", visible(incoming.path), incoming.text));
  } else if (incoming.fate == Incoming::Fate::updated) {
    show_diff(session_.out, incoming.path, incoming.before, incoming.text);
  }
}

/// Tells which new practices may be there already.
void Import::show_twins() {
  if (count_.added > lines_.size()) {
    remark(session_, fmt::format("only the first {} are compared with the titles of others",
                                 counted(lines_.size(), "practice")));
  }
  for (const Twins& twins : resemblance_.twins()) {
    const auto other = lines_.find(twins.other);
    const std::string where =
        other == lines_.end() ? twins.other : fmt::format("line {}", other->second);
    session_.err.write(fmt::format("{}:{}: {} '{}' has nearly the title of '{}' ({})\n",
                                   visible(source_.name), lines_.at(twins.path),
                                   coloured(session_.err, yellow, "warning:"), id_of(twins.path),
                                   id_of(twins.other), visible(where)));
  }
}

Result<void> Import::store(const Incoming& incoming) {
  if (session_.is_interrupted()) {
    was_interrupted_ = true;
    return failed(Failure::refused, "interrupted", "nothing is imported");
  }
  if (incoming.fate == Incoming::Fate::refused && !arguments_.keep_going) {
    report_faults(session_, incoming.faults);
    return failed(Failure::refused, "a record that was good is refused now",
                  "nothing is imported; try again");
  }
  const std::string& root = context_.store->root();
  Result<void> stored;
  if (incoming.fate == Incoming::Fate::added) {
    stored = create_below(root, incoming.path, incoming.text);
    if (stored) added_.push_back({incoming.path, hash_of(incoming.text)});
  } else if (incoming.fate == Incoming::Fate::updated) {
    stored = replace_below(root, incoming.path, incoming.before, incoming.text);
    if (stored) updated_.push_back({incoming.path, incoming.before, incoming.text});
  }
  context_.progress->show(added_.size() + updated_.size(), count_.added + count_.updated);
  return stored;
}

/// The second reading, in which the same is decided.
Result<void> Import::write() {
  session_.hold_interrupt();
  const auto count = read([this](const SourceReader& /*reader*/, const SourceRecord& /*record*/,
                                 const Incoming& incoming) { return store(incoming); });
  if (count && *count == count_) return {};
  take_back();
  if (!count) return tl::unexpected(count.error());
  return failed(Failure::refused, fmt::format("'{}' changed while it was read", source_.name),
                "nothing is imported; try again");
}

/// Removes a practice that nobody has changed since it was stored.
Result<void> remove_added(const std::string& root, const Added& added) {
  const auto text = read_below(root, added.path, ReadLimits{}.bytes);
  if (!text) return tl::unexpected(text.error());
  if (hash_of(*text) != added.hash) {
    return failed(Failure::refused, fmt::format("'{}' has changed since it was stored", added.path),
                  "it stays; look at it");
  }
  return remove_below(root, added.path, *text);
}

/// Removes what was written and restores what was changed, as far as the machine lets it.
void Import::take_back() {
  const std::string& root = context_.store->root();
  for (const Added& added : added_) {
    const auto removed = remove_added(root, added);
    if (!removed) complain(session_, removed.error());
  }
  added_.clear();
  for (const Updated& updated : updated_) {
    const auto restored = replace_below(root, updated.path, updated.after, updated.before);
    if (!restored) complain(session_, restored.error());
  }
  updated_.clear();
}

Result<void> Import::write_rejects() {
  if (rejects_.empty()) return {};
  const std::string name = arguments_.rejects.empty() ? rejects_name(source_) : arguments_.rejects;
  const std::filesystem::path path = absolute(session_, name);
  auto written =
      create_below(path.parent_path().string(), path.filename().string(), rejects_ + rejects_tail_);
  if (!written && written.error().failure == Failure::refused) {
    return failed(Failure::refused, fmt::format("'{}' is there already", name),
                  "mend and import it first, or name another file with --rejects");
  }
  if (!written) return written;
  session_.err.write(fmt::format("refused: {} in {}; mend them and import that file\n",
                                 counted(count_.refused, "record"), visible(name)));
  return {};
}

/// What was done, or would be.
Exit Import::report() {
  const std::size_t refused = count_.refused;
  for (const Added& added : added_) tell(session_.out, "added " + added.path);
  for (const Updated& updated : updated_) tell(session_.out, "updated " + updated.path);
  std::string line = fmt::format("{}{} {}", counted(count_.added, "practice"),
                                 arguments_.dry_run ? " would be" : "", "added");
  if (count_.updated > 0) line += fmt::format(", {} updated", count_.updated);
  if (count_.unchanged > 0) {
    line += fmt::format(", {} stored already", count_.unchanged);
  }
  if (refused > 0) line += fmt::format(", {} refused", refused);
  session_.err.write(line + "\n");
  if (!added_.empty() || !updated_.empty())
    session_.err.write("next: git add practices && git commit\n");
  return refused > 0 ? Exit::no : Exit::done;
}

Exit Import::run() {
  std::optional<FolderLock> lock;
  if (!arguments_.dry_run) {
    auto taken = FolderLock::take(context_.store->root(), {});
    if (!taken) return complain(session_, taken.error());
    lock = std::move(*taken);
    tidy(context_);
  }
  if (auto checked = check(); !checked) return complain(session_, checked.error());
  const std::size_t refused = count_.refused;
  if (count_ == Count{}) {
    return complain(session_, {Failure::usage, fmt::format("'{}' holds no record", source_.name),
                               "nothing is imported"});
  }
  if (arguments_.dry_run) return report();
  if (refused > 0 && !arguments_.keep_going) {
    return complain(session_,
                    {Failure::refused,
                     fmt::format("nothing is imported: {} refused",
                                 counted(refused, "record") + (refused == 1 ? " is" : " are")),
                     "mend them, or import the others with --keep-going"});
  }
  if (auto written = write_rejects(); !written) return complain(session_, written.error());
  if (auto written = write(); !written) {
    const Exit code = complain(session_, written.error());
    return was_interrupted_ ? Exit::interrupted : code;
  }
  return report();
}

Exit import_practices(Context& context, const Arguments& arguments) {
  if (!arguments.rejects.empty() && !arguments.keep_going) {
    return complain(context.session, {Failure::usage, "--rejects goes with --keep-going only", {}});
  }
  const auto checked = check_outside(context.session, context.root, arguments.rejects);
  if (!checked) return complain(context.session, checked.error());
  auto source = open_source(context.session, arguments.source);
  if (!source) return complain(context.session, source.error());
  return Import(context, arguments, std::move(*source)).run();
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  bind_source(options, arguments->source);
  options.add({"--keep-going", "", "Import the good records, write the others to a file", "Output"},
              arguments->keep_going);
  options.add({"--rejects", "FILE", "The file for refused records, with --keep-going", "Output"},
              arguments->rejects);
  options.add({"--update", "", "Change stored practices that a record has the id of", "Input"},
              arguments->update);
  options.add({"--dry-run", "", "Show what would be stored and store nothing", "Output"},
              arguments->dry_run);
  return [&context, arguments] { return import_practices(context, *arguments); };
}

}  // namespace

const Command import_command{.name = "import",
                             .operands = "FILE",
                             .summary = "Add the practices of a table or another file",
                             .description = description,
                             .examples = examples,
                             .needs = Needs::database,
                             .pages = false,
                             .bind = bind};

}  // namespace icc
