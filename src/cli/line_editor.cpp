#include "cli/line_editor.h"

#include <histedit.h>

#include <clocale>
#include <cstdio>

#include "icc/text.h"

namespace icc {
namespace {

constexpr int most_history = 1000;       // lines
constexpr std::size_t most_listed = 60;  // candidates

// Ask a terminal to put marks around what is pasted (xterm, "bracketed paste").
constexpr const char* mark_pastes = "\x1b[?2004h";
constexpr const char* do_not_mark_pastes = "\x1b[?2004l";

/// The beginning that all words have in common.
std::string common_beginning(const std::vector<std::string>& words) {
  std::string common = words.front();
  for (const std::string& word : words) {
    std::size_t length = 0;
    while (length < common.size() && length < word.size() && common[length] == word[length]) {
      ++length;
    }
    common.resize(length);
  }
  while (first_invalid_utf8(common)) common.pop_back();  // not within a character
  return common;
}

void list_candidates(const std::vector<std::string>& candidates) {
  std::string text = "\n";
  for (std::size_t i = 0; i < candidates.size() && i < most_listed; ++i) {
    text += (i == 0 ? "" : "; ") + visible(candidates[i]);
  }
  if (candidates.size() > most_listed) text += "; …";
  std::fputs((text + "\n").c_str(), stderr);
}

/// Completes what stands behind `begin` and the blanks there.
Completion completed_from(std::size_t begin, const std::string& text,
                          const std::vector<std::string>& words) {
  while (begin < text.size() && text[begin] == ' ') ++begin;
  Completion found{text.substr(begin), text.substr(begin), {}};
  const std::string plain = folded(found.typed);
  for (const std::string& word : words) {
    if (folded(word).starts_with(plain)) found.candidates.push_back(word);
  }
  if (found.candidates.empty()) return found;
  std::string common = common_beginning(found.candidates);
  if (character_count(common) >= character_count(found.typed)) found.replacement = common;
  if (found.candidates.size() == 1) found.candidates.clear();
  return found;
}

}  // namespace

struct LineEditor::State {
  EditLine* edit = nullptr;
  History* history = nullptr;
  std::string prompt;
  std::vector<std::string> words;
  std::string unfinished;
  bool is_pasting = false;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (edit != nullptr) el_end(edit);
    if (history != nullptr) history_end(history);
  }

  void begin();
  unsigned char complete();
  unsigned char paste(bool begins) {
    is_pasting = begins;
    return CC_NORM;
  }
  static State& of(EditLine* edit);
};

LineEditor::State& LineEditor::State::of(EditLine* edit) {
  void* state = nullptr;
  el_get(edit, EL_CLIENTDATA, &state);
  return *static_cast<State*>(state);
}

void LineEditor::State::begin() {
  if (edit != nullptr) return;
  // Names of cities have accents in every locale; nothing else of the program depends on it.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  edit = el_init("icc", stdin, stderr, stderr);
  history = history_init();
  HistEvent event;
  ::history(history, &event, H_SETSIZE, most_history);
  el_set(edit, EL_CLIENTDATA, this);
  el_set(edit, EL_HIST, ::history, history);
  el_set(edit, EL_EDITOR, "emacs");
  el_set(edit, EL_SIGNAL, 0);
  el_set(
      edit, EL_PROMPT, +[](EditLine* one) { return of(one).prompt.data(); });
  // Wide, since libedit never frees the copies that it makes of narrow names.
  el_wset(
      edit, EL_ADDFN, L"icc-complete", L"Complete a value",
      +[](EditLine* one, int) { return of(one).complete(); });
  el_set(edit, EL_BIND, "^I", "icc-complete", nullptr);
  el_wset(
      edit, EL_ADDFN, L"icc-paste-begin", L"What follows is pasted",
      +[](EditLine* one, int) { return of(one).paste(true); });
  el_wset(
      edit, EL_ADDFN, L"icc-paste-end", L"What follows is typed",
      +[](EditLine* one, int) { return of(one).paste(false); });
  el_set(edit, EL_BIND, "\\e[200~", "icc-paste-begin", nullptr);
  el_set(edit, EL_BIND, "\\e[201~", "icc-paste-end", nullptr);
}

unsigned char LineEditor::State::complete() {
  if (is_pasting) {  // a tab parts words then, as cells of a spreadsheet
    return el_insertstr(edit, words.empty() ? " " : "; ") == 0 ? CC_REFRESH : CC_ERROR;
  }
  const LineInfo* line = el_line(edit);
  const std::string text(line->buffer, line->cursor);
  const Completion found = completed(text, words);
  if (found.replacement == found.typed && found.candidates.empty()) return CC_ERROR;
  if (found.replacement != found.typed) {
    el_deletestr(edit, static_cast<int>(character_count(found.typed)));
    if (el_insertstr(edit, found.replacement.c_str()) != 0) return CC_ERROR;
    return CC_REFRESH;
  }
  list_candidates(found.candidates);
  return CC_REDISPLAY;
}

LineEditor::LineEditor() : state_(std::make_unique<State>()) {}
LineEditor::~LineEditor() = default;
LineEditor::LineEditor(LineEditor&&) noexcept = default;
LineEditor& LineEditor::operator=(LineEditor&&) noexcept = default;

std::optional<std::string> LineEditor::line(const std::string& prompt,
                                            const std::vector<std::string>& words) {
  State& state = *state_;
  state.begin();
  state.prompt = prompt;
  state.words = words;
  state.unfinished.clear();
  el_resize(state.edit);
  int length = 0;
  std::fputs(mark_pastes, stderr);
  const char* typed = el_gets(state.edit, &length);
  std::fputs(do_not_mark_pastes, stderr);
  if (typed == nullptr || length <= 0) {
    const LineInfo* line = el_line(state.edit);
    state.unfinished.assign(line->buffer, line->lastchar);
    return std::nullopt;
  }
  std::string text(typed, static_cast<std::size_t>(length));
  HistEvent event;
  if (!trimmed(text).empty()) ::history(state.history, &event, H_ENTER, text.c_str());
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  return text;
}

std::string LineEditor::unfinished() const {
  return state_->unfinished;
}

Completion completed(const std::string& text, const std::vector<std::string>& words) {
  Completion found = completed_from(text.rfind(';') + 1, text, words);  // npos + 1 is 0
  const std::size_t comma = found.typed.rfind(',');
  const bool is_known = !found.candidates.empty() || found.replacement != found.typed;
  if (is_known || comma == std::string::npos) return found;
  return completed_from(text.size() - found.typed.size() + comma + 1, text, words);
}

}  // namespace icc
