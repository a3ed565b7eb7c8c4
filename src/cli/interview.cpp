#include "cli/interview.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/answer.h"
#include "cli/editor.h"
#include "cli/form.h"
#include "cli/message.h"
#include "cli/question.h"
#include "cli/resemblance.h"
#include "cli/used_values.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view end_of_text = ".";  // a line of its own

/// Where to go after a question.
enum class Step : std::uint8_t { again, next, back, skip, stop };

/// Whether a field is answered by several lines.
bool has_lines(const Field& field) {
  return field.type == FieldType::prose && !field.list;
}

/// Asks one person for the fields of one practice.
class Interview {
 public:
  explicit Interview(Context& context)
      : session_(context.session),
        schema_(*context.schema()),
        draft_(schema_),
        store_(*context.store) {}

  Result<void> resume(DraftFile file);
  Interviewed run();

 private:
  Interviewed end(Interviewed::End how);
  bool ask_fields();
  Step ask(const Field& field);
  Step answer(const Field& field, const std::string& first);
  Step put(const Field& field, const std::vector<std::string>& given, bool is_more = false);
  Step put_line(const Field& field, std::string_view line, bool is_more = false);
  Step put_more(const Field& field);
  Step put_prose(const Field& field, const std::string& first);
  Step edit_prose(const Field& field);
  std::optional<std::string> line(std::string_view prompt, const Field* field);
  std::vector<std::string> words_for(const Field& field);
  std::string group_of(const Field& field) const;
  void go_to_last_answer();
  Step confirm();
  void show_twins();
  void keep();
  void show_now(const Field& field) {
    say(fmt::format("Now: {}\n", visible_lines(draft_.shown(field))));
  }
  void show_doubts(const Field& field);
  void say_doubt(const Diagnostic& fault);
  void say(std::string_view text) { session_.err.write(text); }
  void say_wrapped(std::string_view text) { say(indented(text, 0, session_.err.text_width())); }

  Session& session_;
  const Schema& schema_;
  Draft draft_;
  const Store& store_;
  std::vector<const Field*> fields_;
  std::size_t at_ = 0;
  std::size_t asked_ = 0;  // the field that was asked for last
  std::optional<DraftFile> file_;
  std::optional<UsedValues> used_;  // read for the first line that is edited
  std::set<std::string> doubts_;    // that were shown
  std::string loose_;               // refused answers, which are in no field
  std::string cut_off_;             // the line that was being typed when the input ended
};

/// The value of the field that groups the vocabulary of a field; empty when there is none.
std::string Interview::group_of(const Field& field) const {
  return field.vocabulary ? draft_.text(field.vocabulary->within()) : std::string();
}

/// What Tab completes: the values of a vocabulary, then others that are in use.
std::vector<std::string> Interview::words_for(const Field& field) {
  std::vector<std::string> words = completions(field, group_of(field));
  if (!used_) {
    auto read = UsedValues::read(store_);
    if (!read) complain(session_, read.error());
    used_ = read ? std::move(*read) : UsedValues();
  }
  for (std::string& value : used_->of(field)) {
    if (std::find(words.begin(), words.end(), value) == words.end()) {
      words.push_back(std::move(value));
    }
  }
  return words;
}

std::optional<std::string> Interview::line(std::string_view prompt, const Field* field) {
  if (session_.in.edited_line) {
    const auto words = field == nullptr ? std::vector<std::string>() : words_for(*field);
    session_.err.flush();
    auto edited = session_.in.edited_line(std::string(prompt), words);
    if (!edited && session_.in.unfinished) cut_off_ = session_.in.unfinished();
    return edited;
  }
  say(prompt);
  session_.err.flush();
  return session_.in.line();
}

/// Says what is doubtful in an answer that was taken, each doubt once.
void Interview::show_doubts(const Field& field) {
  for (const Diagnostic& fault : draft_.doubts_in(field, store_)) {
    if (doubts_.insert(fault.message).second) say_doubt(fault);
  }
}

void Interview::say_doubt(const Diagnostic& fault) {
  const std::string hint = fault.hint.empty() ? "" : fmt::format(" ({})", visible(fault.hint));
  say(fmt::format("{} {}{}\n", coloured(session_.err, yellow, "warning:"), visible(fault.message),
                  hint));
}

/// Puts answers into the draft; what is refused is kept beside it.
Step Interview::put(const Field& field, const std::vector<std::string>& given, bool is_more) {
  const Draft before = draft_;
  const auto values = values_meant(field, given);
  if (values && !is_more) static_cast<void>(draft_.put(field, {}));
  const auto put = values ? draft_.add(field, *values) : tl::unexpected(values.error());
  std::optional<Error> refusal;
  if (!put) refusal = put.error();
  if (const auto fault = put ? draft_.fault_in(field) : std::nullopt) {
    refusal = Error{Failure::usage, fault->message, fault->hint};
  }
  if (!refusal) {
    keep();
    show_doubts(field);
    return Step::next;
  }
  draft_ = before;
  loose_ += fmt::format("{}: {}\n", field.name, fmt::join(given, "; "));
  keep();
  complain(session_, *refusal);
  return Step::again;
}

/// Takes each of the answers on a line for itself, so that a wrong one does not cost the others.
Step Interview::put_line(const Field& field, std::string_view line, bool is_more) {
  const std::vector<std::string> answers = answers_in(field, line, group_of(field));
  std::size_t taken = 0;
  for (const std::string& answer : answers) {
    if (put(field, {answer}, is_more || taken > 0) == Step::next) ++taken;
  }
  const bool is_whole = answers.size() == 1 && answers[0].find(',') != std::string::npos;
  if (taken == 1 && is_whole && !(field.vocabulary && field.vocabulary->closed()) &&
      field.type != FieldType::object) {
    remark(session_, "this is one value; several have ';' between them");
  }
  if (taken > 0 && taken < answers.size()) show_now(field);
  return taken > 0 ? Step::next : Step::again;
}

/// Asks for more values of a list, until there are no more. To go back is to give the list anew.
Step Interview::put_more(const Field& field) {
  while (true) {
    const auto more = line("and> ", &field);
    if (!more) return Step::stop;
    const std::string word(trimmed(*more));
    if (word.empty()) return Step::next;
    if (word == skip_word) return Step::skip;
    if (word == back_word) {
      show_now(field);
      return Step::again;
    }
    if (word == none_word) {
      put(field, {});
      return Step::again;
    }
    if (word == help_word) {
      explain(session_, field, group_of(field));
      continue;
    }
    put_line(field, word, true);
  }
}

/// Lines up to a single dot. What is there when the input ends is not lost.
Step Interview::put_prose(const Field& field, const std::string& first) {
  std::string text = first + "\n";
  while (auto next = line("| ", nullptr)) {
    if (*next == end_of_text) return put(field, {text});
    text += *next + "\n";
  }
  put(field, {text + std::exchange(cut_off_, {})});
  return Step::stop;
}

Step Interview::edit_prose(const Field& field) {
  const auto file = DraftFile::create(session_, store_, DraftFile::Kind::copy, field.name,
                                      draft_.text(field.name));
  if (!file) {
    complain(session_, file.error());
    return Step::again;
  }
  const auto edited = open_in_editor(session_, file->path());
  const auto text = edited ? file->read() : tl::unexpected(edited.error());
  if (!text) {
    complain(session_, text.error());
    say(fmt::format("the text is in {}\n", visible(file->path())));
    return Step::again;
  }
  const bool is_empty = trimmed(*text).empty();
  const Step step = is_empty ? Step::again : put(field, {*text});
  if (is_empty || step == Step::next) {
    if (auto removed = file->remove(); !removed) complain(session_, removed.error());
  }
  return step;
}

/// What follows from an answer, of which the first line is known.
Step Interview::answer(const Field& field, const std::string& first) {
  const bool is_ended = has_lines(field) && first == end_of_text;
  const std::string word(is_ended ? std::string_view() : trimmed(first));
  if (word == help_word) {
    explain(session_, field, group_of(field));
    return Step::again;
  }
  if (word == back_word) return Step::back;
  if (word == skip_word) return Step::skip;
  if (word == none_word) return put(field, {});
  if (word.empty()) {
    if (draft_.has(field) || !field.required) return Step::next;
    say_wrapped(fmt::format("{} is required; '?' explains it, Ctrl-C stops.", field.title));
    return Step::again;
  }
  if (has_lines(field)) {
    return word == editor_word ? edit_prose(field) : put_prose(field, first);
  }
  if (!field.list) return put(field, {word});
  const Step step = put_line(field, word);
  return step == Step::next ? put_more(field) : step;
}

/// Asks until the answer is good.
Step Interview::ask(const Field& field) {
  introduce(session_, field, draft_.shown(field));
  if (has_lines(field)) {
    say_wrapped(fmt::format(
        "End the text with a line that holds a single dot; '{}' opens your editor.", editor_word));
  }
  while (true) {
    const auto first = line(has_lines(field) ? "| " : "> ", &field);
    if (!first) return Step::stop;
    const Step step = answer(field, *first);
    if (step != Step::again) return step;
  }
}

/// Whether all fields were asked for.
bool Interview::ask_fields() {
  while (at_ < fields_.size()) {
    const Field& field = *fields_[at_];
    asked_ = at_;
    switch (ask(field)) {
      case Step::stop:
        return false;
      case Step::back:
        at_ = at_ == 0 ? 0 : at_ - 1;
        break;
      case Step::skip: {
        const auto lacks = [&](const Field* each) { return each->required && !draft_.has(*each); };
        const auto next =
            std::find_if(fields_.begin() + static_cast<std::ptrdiff_t>(at_), fields_.end(), lacks);
        at_ = static_cast<std::size_t>(next - fields_.begin());
        break;
      }
      default:
        ++at_;
    }
  }
  return true;
}

/// Writes all that was typed to the draft file.
void Interview::keep() {
  const std::string text = draft_head(store_, loose_) + draft_.canonical();
  if (file_) {
    if (auto written = file_->write(text); !written) complain(session_, written.error());
    return;
  }
  auto created =
      DraftFile::create(session_, store_, DraftFile::Kind::draft, draft_.text("title"), text);
  if (!created) {
    complain(session_, created.error());
    return;
  }
  file_ = std::move(*created);
}

/// Tells which practices the new one resembles.
void Interview::show_twins() {
  const auto found = resembled(store_, draft_.text("title"), draft_.text("country"));
  if (!found) return;
  for (const std::string& path : *found) {
    say(fmt::format("{} there is a practice with nearly this title: {}\n",
                    coloured(session_.err, yellow, "note:"), visible(path)));
  }
}

/// Shows the record and asks what to do with it: `next` is to store it, `stop` not to.
Step Interview::confirm() {
  say("\n" + visible_lines(draft_.canonical()) + "\n");
  for (const Diagnostic& fault : draft_.faults(store_)) {
    if (fault.severity == Severity::warning) say_doubt(fault);
  }
  show_twins();
  const auto answer = chosen(
      session_, [this](std::string_view prompt) { return line(prompt, nullptr); },
      "Store this practice? [y/n] ", {"yes", "no", back_word},
      "'y' stores it, 'n' keeps it as a draft, '<' goes back to the last question.");
  if (answer == back_word) return Step::back;
  return answer == "yes" ? Step::next : Step::stop;
}

Result<void> Interview::resume(DraftFile file) {
  auto text = file.read();
  if (!text) return tl::unexpected(text.error());
  const auto document = Document::read(*text);
  if (!document) {
    return failed(Failure::refused, fmt::format("'{}' can't be read as a record", file.path()),
                  "mend it in an editor");
  }
  loose_ = not_taken_over(*text);
  draft_ = Draft(schema_, filled_in(value_of(*document, document->root())));
  file_ = std::move(file);
  return {};
}

/// Where a draft was left: behind its last answer, or at it when it is a text that may go on.
void Interview::go_to_last_answer() {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (!draft_.has(*fields_[i])) continue;
    at_ = fields_[i]->type == FieldType::prose ? i : i + 1;
  }
}

Interviewed Interview::end(Interviewed::End how) {
  if (!cut_off_.empty()) loose_ += cut_off_ + "\n";
  if (!loose_.empty()) keep();
  return {how, draft_, file_};
}

Interviewed Interview::run() {
  say_wrapped(
      fmt::format("A new practice for {}. '?' explains a field, an empty answer leaves it out, '<' "
                  "goes back, '>' passes over the optional fields, Ctrl-C stops and keeps a draft.",
                  visible(store_.root())));
  for (const Field& field : schema_.fields()) {
    if (field.prompt) fields_.push_back(&field);
  }
  if (file_) {
    if (!loose_.empty()) say("\nNot taken over:\n" + visible_lines(loose_));
    say("\n" + visible_lines(draft_.canonical()));
  }
  go_to_last_answer();
  asked_ = fields_.size() - 1;
  while (ask_fields()) {
    const Step step = confirm();
    if (step == Step::next) return end(Interviewed::End::agreed);
    if (step == Step::stop) return end(Interviewed::End::refused);
    at_ = asked_;
  }
  return end(Interviewed::End::stopped);
}

}  // namespace

Result<Interviewed> interview(Context& context, std::optional<DraftFile> resumed) {
  context.session.catch_interrupt();
  Interview interview(context);
  if (resumed) {
    if (auto read = interview.resume(std::move(*resumed)); !read) {
      return tl::unexpected(read.error());
    }
  }
  return interview.run();
}

}  // namespace icc
