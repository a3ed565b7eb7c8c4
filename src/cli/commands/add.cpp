#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/checking.h"
#include "cli/commands/commands.h"
#include "cli/form_editor.h"
#include "cli/import_source.h"
#include "cli/intake.h"
#include "cli/interview.h"
#include "cli/message.h"
#include "cli/reading.h"
#include "cli/resemblance.h"
#include "cli/tidying.h"
#include "icc/json.h"
#include "icc/text.h"
#include "write/csv_cell.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Adds a new practice. On a terminal it asks for one field after the other in the schema's order,
and checks each answer at once. '?' explains a field, an empty answer leaves an optional one out,
'<' goes back, '>' passes over the optional fields up to the next required one or the end, '-'
takes a value away, 'e' opens your editor for a long text. Choices are given by number, name,
other name or a beginning that no other has. Several values of a list are given one by one or on
one line, with ';' between them, and where the values are known also with ','; each is taken or
refused for itself. Nothing is stored before you have seen the record, and the titles that it
resembles, and said yes; '<' goes back there, too.

With --editor the whole form is opened in your editor ($ICC_EDITOR, $GIT_EDITOR, $VISUAL, $EDITOR
or vi); after an error it is opened again at the line, with the message above it. Closed
unchanged, nothing happens.

What is typed is kept in a draft until it is stored, in $XDG_STATE_HOME/icc/drafts or
~/.local/state/icc/drafts, or in the database's own .icc-drafts where there is no home: git is told
to leave that alone. When you are interrupted, --resume goes on with it, with the newest one unless
DRAFT names another.

Without a terminal, or with any field's option, nothing is asked: the fields come from the
options, from the file of --from (YAML, JSON or the filled-in form of 'icc template', '-' for
standard input; comments in it are not taken over, which is said), or both, where an option
replaces the file's field. Lists take an option several times. References are written 'TITLE <URL>'.

The record is checked before it is stored: with an error, nothing is written. It is stored in the
folder of its country in canonical form; its id is made from the title, with -2 and so on when
that is taken. An existing record is never overwritten.)";

constexpr Example examples[] = {
    {"icc add", "Answer questions."},
    {"icc add --editor", "Fill in the form in your editor."},
    {"icc add --resume", "Go on where you were interrupted."},
    {"icc add --title 'Night of languages' --country Norway --city Bergen --summary 'Neighbours "
     "teach …'",
     "Without questions."},
    {"icc add --from practice.md", "Store a form that a city has filled in."},
};

struct Answer {
  const Field* field;
  std::vector<std::string> values;
};

struct Arguments {
  std::deque<Answer> answers;  // a deque, since CLI11 keeps addresses
  std::string from;
  std::string draft;
  bool editor = false;
  bool resume = false;
  bool dry_run = false;
  bool json = false;
};

/// A record that was given, with what is wrong with it where that is known already.
struct Given {
  Draft draft;
  std::optional<std::vector<Diagnostic>> faults = {};
};

bool has_options(const Arguments& arguments) {
  return std::any_of(arguments.answers.begin(), arguments.answers.end(),
                     [](const Answer& answer) { return !answer.values.empty(); });
}

/// The one record of a source, read as `import` reads it.
Result<Given> read_record(Context& context, Source& source) {
  const auto reader = read_source(source, *context.schema());
  if (!reader) return tl::unexpected(reader.error());
  report_faults(context.session, reader->faults);
  const Result<std::optional<SourceRecord>> record =
      reader->faults.empty() ? reader->next() : std::nullopt;
  if (!record) return tl::unexpected(record.error());
  if (!*record) {
    const std::string_view reason =
        reader->faults.empty() ? "holds no record" : "can't be read as a record";
    return failed(Failure::environment, fmt::format("'{}' {}", source.name, reason),
                  "nothing is added");
  }
  report_remarks(context, **record, source.name);
  Given given{Draft(*context.schema(), (*record)->record)};
  given.faults = faults_in(**record, source.name, *context.store);
  const auto another = reader->next();
  if (!another) return tl::unexpected(another.error());
  if (!*another) return given;
  return failed(Failure::usage, fmt::format("'{}' holds several records", source.name),
                "'icc import' takes them all");
}

/// The faults of a record that came from options alone.
std::vector<Diagnostic> faults_of_options(const Draft& draft, const Context& context) {
  std::vector<Diagnostic> faults = draft.faults(*context.store);
  for (Diagnostic& fault : faults) {
    const std::string_view name = std::string_view(fault.field).substr(0, fault.field.find('.'));
    const Field* field = find_field(context.schema()->fields(), name);
    if (field == nullptr) continue;
    fault.hint = name == fault.field ? fmt::format("give it with --{}", name)
                                     : fmt::format("write it as {}", object_form(*field));
  }
  return faults;
}

/// The record of --from and the options, where an option replaces the field of the file.
Result<Given> given_in(Context& context, const Arguments& arguments) {
  Given given{Draft(*context.schema())};
  if (!arguments.from.empty()) {
    auto source = open_source(context.session, SourceArguments{arguments.from, {}, {}, {}});
    if (!source) return tl::unexpected(source.error());
    auto read = read_record(context, *source);
    if (!read) return read;
    given = std::move(*read);
  }
  for (const Answer& answer : arguments.answers) {
    if (answer.values.empty()) continue;
    if (auto put = given.draft.put(*answer.field, answer.values); !put) {
      return tl::unexpected(put.error());
    }
    given.faults.reset();
  }
  if (arguments.from.empty()) given.faults = faults_of_options(given.draft, context);
  return given;
}

/// `{"format":"icc.add/1","id":…,"path":…,"faults":[…]}`; id and path are null when nothing is
/// stored, `text` is there when it is only shown.
void report_json(Session& session, const std::string& path, const std::vector<Diagnostic>& faults,
                 const std::string& text = {}) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("format", "icc.add/1");
  json.key("id");
  path.empty() ? json.null() : json.text(id_of(path));
  json.key("path");
  path.empty() ? json.null() : json.text(path);
  json.key("faults");
  json.begin_array();
  for (const Diagnostic& fault : faults) json.verbatim(json_form(fault));
  json.end_array();
  if (!text.empty()) json.member("text", text);
  json.end_object();
  session.out.write(out + "\n");
}

/// Checks the record and stores it.
Exit store(Context& context, const Given& given, const Arguments& arguments) {
  Session& session = context.session;
  const Draft& draft = given.draft;
  const auto faults = given.faults ? *given.faults : draft.faults(*context.store);
  if (!arguments.json) report_faults(session, faults);
  if (has_error(faults)) {
    if (arguments.json) report_json(session, {}, faults);
    return complain(session,
                    {Failure::refused, "the practice is not added", "mend what is said above"});
  }
  if (arguments.dry_run) {
    arguments.json ? report_json(session, {}, faults, draft.canonical())
                   : session.out.write(draft.canonical());
    return Exit::done;
  }
  tidy(context);
  const auto path =
      context.store->add(draft.text("title"), draft.text("country"), draft.canonical());
  if (!path) return complain(session, path.error());
  arguments.json ? report_json(session, *path, faults) : tell(session.out, "added " + *path);
  tell_to_commit(session, *path);
  return Exit::done;
}

/// Tells which stored practices may be the same one.
void tell_resembled(Context& context, const Draft& draft) {
  const auto found = resembled(*context.store, draft.text("title"), draft.text("country"));
  if (!found) return static_cast<void>(complain(context.session, found.error()));
  for (const std::string& path : *found) {
    remark(context.session, fmt::format("there is a practice with nearly this title: {}", path));
  }
}

/// Where what was typed is kept, unless it is stored.
Exit leave(Session& session, const std::optional<DraftFile>& file, Exit code) {
  if (!file) {
    session.err.write("\nnothing is stored\n");
    return code;
  }
  session.err.write(
      fmt::format("\nnothing is stored; what you have typed is kept in {}\n"
                  "next: icc add --resume {}\n",
                  visible(file->path()), id_of(file->path())));
  return code;
}

/// Stores what was typed; its draft goes only when that is done.
Exit store_typed(Context& context, const Draft& draft, const DraftFile& file,
                 const Arguments& arguments) {
  const Exit code = store(context, {draft}, arguments);
  if (code != Exit::done || arguments.dry_run) return leave(context.session, file, code);
  if (auto removed = file.remove(); !removed) return complain(context.session, removed.error());
  return code;
}

Exit ask(Context& context, const Arguments& arguments, std::optional<DraftFile> resumed) {
  auto interviewed = interview(context, std::move(resumed));
  if (!interviewed) return complain(context.session, interviewed.error());
  const auto& [end, draft, file] = *interviewed;
  if (end == Interviewed::End::agreed && file) return store_typed(context, draft, *file, arguments);
  if (end == Interviewed::End::agreed) return store(context, {draft}, arguments);
  return leave(context.session, file,
               end == Interviewed::End::stopped ? Exit::interrupted : Exit::no);
}

Exit edit(Context& context, const Arguments& arguments, std::optional<DraftFile> resumed) {
  const auto given = given_in(context, arguments);
  if (!given) return complain(context.session, given.error());
  const auto filled = fill_in_form(context, given->draft, std::move(resumed));
  if (!filled) return complain(context.session, filled.error());
  if (!*filled) return Exit::no;
  return store_typed(context, (*filled)->draft, (*filled)->file, arguments);
}

Exit add(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  const bool is_given = !arguments.from.empty() || has_options(arguments);
  if (!arguments.draft.empty() && !arguments.resume) {
    return complain(session, {Failure::usage, fmt::format("what is '{}' for?", arguments.draft),
                              "--resume DRAFT goes on with a draft"});
  }
  const bool asks = arguments.resume || arguments.editor || !is_given;
  if (asks && !session.can_ask()) {
    return complain(session, {Failure::usage, "there is no terminal to ask questions on",
                              "give --title, --country and --summary, or --from FILE"});
  }
  if (arguments.resume && is_given) {
    return complain(session, {Failure::usage, "--resume goes on with what the draft holds",
                              "leave --from and the options of fields out"});
  }
  std::optional<DraftFile> resumed;
  if (arguments.resume) {
    auto file = DraftFile::open(session, *context.store, arguments.draft);
    if (!file) return complain(session, file.error());
    resumed = std::move(*file);
  }
  if (arguments.editor) return edit(context, arguments, std::move(resumed));
  if (asks) return ask(context, arguments, std::move(resumed));
  const auto given = given_in(context, arguments);
  if (!given) return complain(session, given.error());
  tell_resembled(context, given->draft);
  return store(context, *given, arguments);
}

/// The option of a field: its name, and the other names that mean nothing else.
std::string spellings(const Schema& schema, const Field& field) {
  std::string names = "--" + field.name;
  for (const std::string& alias : field.aliases) {
    if (alias != field.name && schema.field(alias) == &field) names += ",--" + alias;
  }
  return names;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.add(
      {"--from", "FILE",
       "Take the record from FILE (YAML, JSON or a filled-in form; - is standard input)", "Input"},
      arguments->from);
  options.add({"--editor", "", "Fill in the form in your editor", "Input"}, arguments->editor);
  options.add({"--resume", "", "Go on with a draft, the newest unless DRAFT is named", "Input"},
              arguments->resume);
  options.operand("DRAFT", arguments->draft);
  options.add({"--json", "", "Report as JSON (icc.add/1)", "Output"}, arguments->json);
  options.add({"--dry-run", "", "Show the record and store nothing", "Output"}, arguments->dry_run);
  if (const Schema* schema = context.schema()) {
    for (const Field& field : schema->fields()) {
      arguments->answers.push_back({&field, {}});
      options.add_field({spellings(*schema, field), "VALUE", field.title, "Fields"},
                        arguments->answers.back().values);
    }
  }
  return [&context, arguments] { return add(context, *arguments); };
}

}  // namespace

const Command add_command{.name = "add",
                          .operands = "[DRAFT]",
                          .summary = "Add a practice, by questions or from options",
                          .description = description,
                          .examples = examples,
                          .needs = Needs::database,
                          .pages = false,
                          .bind = bind};

}  // namespace icc
