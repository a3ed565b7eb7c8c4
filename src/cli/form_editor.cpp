#include "cli/form_editor.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "cli/editor.h"
#include "cli/error_marks.h"
#include "cli/form.h"
#include "cli/intake.h"
#include "cli/message.h"
#include "icc/files.h"
#include "icc/reader.h"

namespace icc {
namespace {

/// What a form says, or what is wrong with it.
struct FormReading {
  std::optional<Draft> draft;
  std::vector<Diagnostic> faults;  // with an error when there is no draft
};

FormReading read_form(Context& context, const std::string& form) {
  auto pieces = std::make_shared<FilePieces>(FilePieces::of(form));
  const SourceFormat* yaml = format_of_name("form.yaml");
  const auto reader =
      yaml->open([pieces] { return pieces->next(); }, *context.schema(), {}, "form");
  const auto record = reader ? reader->next() : tl::unexpected(reader.error());
  if (!record) return {std::nullopt, {diagnostic(RuleId::too_large, {}, record.error().message)}};
  if (!*record) return {std::nullopt, {diagnostic(RuleId::not_a_record, {}, "the form is empty")}};
  Intake intake(context, {}, "form");
  const Incoming incoming = intake.decide(**record);
  report_remarks(context, **record, "form");
  if (incoming.fate != Incoming::Fate::added) return {std::nullopt, incoming.faults};
  return {Draft(*context.schema(), (*record)->record), incoming.faults};
}

tl::unexpected<Error> kept(const Error& error, const DraftFile& file) {
  return failed(
      error.failure, error.message,
      fmt::format("what you have typed is kept: icc add --editor --resume {}", file.path()));
}

/// Lets the person edit until the form is good or stays as it is.
Result<std::optional<Draft>> edit(Context& context, const DraftFile& file, std::string form) {
  std::size_t line = 1;
  while (true) {
    const std::string shown = form;
    const auto opened = open_in_editor(context.session, file.path(), line);
    const auto text = file.read();
    if (!text) return tl::unexpected(text.error());
    if (!opened && *text == shown) return tl::unexpected(opened.error());
    if (!opened) return kept(opened.error(), file);
    if (*text == shown) return std::nullopt;
    const std::string answer = without_errors(*text);
    FormReading reading = read_form(context, answer);
    if (reading.draft) return std::move(reading.draft);
    MarkedText marked = with_errors(answer, reading.faults);
    form = std::move(marked.text);
    line = marked.line;
    if (auto written = file.write(form); !written) return kept(written.error(), file);
  }
}

}  // namespace

Result<std::optional<FilledForm>> fill_in_form(Context& context, const Draft& draft,
                                               std::optional<DraftFile> resumed) {
  const bool is_new = !resumed;
  if (is_new) {
    const std::string form = yaml_form(*context.schema(), draft.record());
    auto created =
        DraftFile::create(context.session, *context.store, DraftFile::Kind::draft, "form", form);
    if (!created) return tl::unexpected(created.error());
    resumed = std::move(*created);
  }
  const auto form = resumed->read();
  if (!form) return tl::unexpected(form.error());
  auto edited = edit(context, *resumed, *form);
  if (edited && *edited) return FilledForm{std::move(**edited), std::move(*resumed)};
  const auto now = resumed->read();
  if (is_new && now && *now == *form) {
    if (auto removed = resumed->remove(); !removed) return tl::unexpected(removed.error());
    if (edited) context.session.err.write("the form was closed unchanged: nothing is stored\n");
    return edited ? Result<std::optional<FilledForm>>(std::nullopt)
                  : tl::unexpected(edited.error());
  }
  if (!edited) return tl::unexpected(edited.error());
  return kept({Failure::refused, "the form was closed unchanged: nothing is stored", {}}, *resumed);
}

}  // namespace icc
