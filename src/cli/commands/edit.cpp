#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/checking.h"
#include "cli/commands/commands.h"
#include "cli/draft_file.h"
#include "cli/editor.h"
#include "cli/error_marks.h"
#include "cli/field_change.h"
#include "cli/ids.h"
#include "cli/message.h"
#include "cli/reading.h"
#include "cli/tidying.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Opens the files of practices in your editor, one after the other, and stores what you write when
it is good: the editor is that of $ICC_EDITOR, $GIT_EDITOR, $VISUAL or $EDITOR, or vi. An error
that was not there before is shown as a comment above its line, and the editor opens again. Closed
unchanged, nothing happens.

You edit a copy outside of the database. When the practice has changed meanwhile, or you close the
editor without mending an error, the copy stays where it is and its path is said: what you have
typed is never lost.)";

constexpr Example examples[] = {
    {"icc edit equality-planning", "Write on in one practice."},
};

struct Arguments {
  std::vector<std::string> ids;
};

/// A record on its way through the editor.
struct Editing {
  std::string path;
  std::string before;
  DraftFile copy;
};

tl::unexpected<Error> kept(const Error& error, const DraftFile& copy) {
  return failed(error.failure, error.message,
                fmt::format("what you have typed is kept in {}", copy.path()));
}

/// The faults that a text has and the record had not, located.
std::vector<Diagnostic> faults_brought(const Editing& editing, const std::string& text,
                                       const Store& store) {
  auto after = Document::read(text);
  if (!after) {
    for (Diagnostic& fault : after.error()) {
      fault.path = editing.path;
      locate(fault, text);
    }
    return after.error();
  }
  auto before = Document::read(editing.before);
  const Practice changed(editing.path, std::move(*after));
  if (!before) return faults_of(changed, store);
  return faults_of_change(Practice(editing.path, std::move(*before)), changed, store);
}

/// Lets the person edit until the text is good; answers it, or the old one when it was closed
/// unchanged.
Result<std::string> edited(Context& context, const Editing& editing) {
  MarkedText shown{editing.before};
  while (true) {
    const auto opened = open_in_editor(context.session, editing.copy.path(), shown.line);
    const auto text = editing.copy.read();
    if (!text) return tl::unexpected(text.error());
    if (!opened) return kept(opened.error(), editing.copy);
    // Before the first round a record may have comments that look like marks.
    std::string answer = shown.text == editing.before ? *text : without_errors(*text);
    const std::vector<Diagnostic> faults = faults_brought(editing, answer, *context.store);
    if (answer == editing.before) return answer;
    const bool is_given_up = *text == shown.text;
    if (!has_error(faults) || is_given_up) report_faults(context.session, faults);
    if (!has_error(faults)) return answer;
    if (is_given_up) {
      const Error error{Failure::refused,
                        fmt::format("'{}' is not changed: it has errors", visible(editing.path)),
                        {}};
      return kept(error, editing.copy);
    }
    shown = with_errors(answer, faults);
    if (auto written = editing.copy.write(shown.text); !written) {
      return kept(written.error(), editing.copy);
    }
  }
}

Result<void> edit_record(Context& context, const std::string& path) {
  const std::string& root = context.store->root();
  auto before = read_whole(root, path);
  if (!before) return tl::unexpected(before.error());
  auto copy = DraftFile::create(context.session, *context.store, DraftFile::Kind::copy, id_of(path),
                                *before);
  if (!copy) return tl::unexpected(copy.error());
  const Editing editing{path, std::move(*before), std::move(*copy)};
  const auto after = edited(context, editing);
  if (!after) return tl::unexpected(after.error());
  if (*after == editing.before) {
    tell(context.session.err, path + " was closed unchanged");
    return editing.copy.remove();
  }
  const auto written = replace_below(root, path, editing.before, *after);
  if (!written) return kept(written.error(), editing.copy);
  tell(context.session.out, "changed " + path);
  tell_to_commit(context.session, path);
  return editing.copy.remove();
}

Exit edit(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  if (!session.can_ask() && session.environment("ICC_EDITOR").empty()) {
    return complain(session, {Failure::usage, "there is no terminal for an editor",
                              "'icc set' changes single fields"});
  }
  tidy(context);
  Exit exit = Exit::done;
  for (const std::string& path : paths_of(context, arguments.ids, exit)) {
    const auto done = edit_record(context, path);
    if (!done) exit = worse(exit, complain(session, done.error()));
  }
  return exit;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operands("ID", arguments->ids, true);
  return [&context, arguments] { return edit(context, *arguments); };
}

}  // namespace

const Command edit_command{.name = "edit",
                           .operands = "ID…",
                           .summary = "Edit practices in your editor",
                           .description = description,
                           .examples = examples,
                           .needs = Needs::database,
                           .pages = false,
                           .bind = bind};

}  // namespace icc
