#include "core/document_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <istream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document_layout.h"
#include "core/document_scalar.h"
#include "core/document_syntax.h"
#include "core/document_translation.h"

namespace icc {
namespace {

// What stands behind the text when yaml-cpp reads it, on a line of its own: it would accept an open
// quote at the end of a file, but not a document's end within one.
constexpr std::string_view sentinel = "...\n";

/// Follows yaml-cpp's events (0.7.0) with a cursor through the text. The events alone do not tell
/// where a value ends, whether a null is written, or what was left out; and yaml-cpp accepts more
/// than YAML does. So each event must agree with what stands at the cursor.
class EventReader final : public YAML::EventHandler {
 public:
  EventReader(DocumentBuilder& builder, std::istream& input)
      : builder_(builder), text_(builder.text()), input_(input), cursor_(text_begin(text_)) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override;
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

  /// Notes what yaml-cpp says when it gives up; nothing when a fault has stopped it already.
  void give_up(const std::string& message, std::size_t place);

 private:
  /// A list or map that is open.
  struct Level {
    Kind kind;
    bool flow;
    bool bracket;  // false for the `a: b` of `[a: b]`
    std::size_t begin;
    std::size_t column;       // of the first key or `-` of a block list or map
    bool value_next = false;  // a map's key was read
    bool first = true;
  };

  [[nodiscard]] std::size_t place(const YAML::Mark& mark) const;
  [[nodiscard]] bool is_key_next() const;
  [[nodiscard]] bool is_in_flow() const { return !levels_.empty() && levels_.back().flow; }
  [[nodiscard]] bool is_indented(std::size_t at) const;
  [[nodiscard]] bool is_own_null(std::size_t after_indicator, std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> block_column() const;

  void stop();
  void stop(Diagnostic fault);
  void stop_unclear();
  void move_past_document_start();
  bool move_past_separator();
  bool move_past_comma(Level& level);
  bool move_past_colon();
  bool move_past_properties();
  bool move_to(std::size_t place);
  bool move_to_list_or_map(std::size_t place);
  void open(Kind kind, std::size_t place, bool flow);
  void close(char bracket);
  bool is_text_key(const Scalar& scalar);
  void add(const Scalar& scalar, std::size_t end);
  void add_unwritten(std::size_t at);
  void check_behind(std::size_t begin);

  DocumentBuilder& builder_;
  std::string_view text_;
  std::istream& input_;
  std::size_t cursor_;
  std::vector<Level> levels_;
  bool stopped_ = false;
};

/// The end of the word for null at `at`; `at` when there is none.
std::size_t null_word_end(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    const std::size_t end = at + word.size();
    if (text.substr(at, word.size()) != word) continue;
    if (is_space_or_end(text, end) || text.find_first_of(",]}:", end) == end) return end;
  }
  return at;
}

std::size_t EventReader::place(const YAML::Mark& mark) const {
  // yaml-cpp counts in bytes, behind the byte order mark.
  return std::min(static_cast<std::size_t>(mark.pos) + text_begin(text_), text_.size());
}

bool EventReader::is_key_next() const {
  return !levels_.empty() && levels_.back().kind == Kind::map && !levels_.back().value_next;
}

/// The column of the list or map in which a block scalar could stand; none within brackets.
std::optional<std::size_t> EventReader::block_column() const {
  if (levels_.empty() || levels_.back().flow) return {};
  return levels_.back().column;
}

/// Ends the work: yaml-cpp finds its input at an end, and what it still says is not heard.
void EventReader::stop() {
  stopped_ = true;
  input_.setstate(std::ios::eofbit);
}

void EventReader::stop(Diagnostic fault) {
  if (!stopped_) builder_.add_fault(std::move(fault));
  stop();
}

/// Ends the work at a place where text and event differ. Behind a fault that is to be expected.
void EventReader::stop_unclear() {
  if (builder_.has_faults()) return stop();
  stop(unclear_fault(text_, cursor_));
}

void EventReader::give_up(const std::string& message, std::size_t place) {
  if (stopped_) return;
  const std::size_t at = std::min(place + text_begin(text_), text_.size());
  std::size_t open_flow = no_offset;
  if (is_in_flow()) open_flow = levels_.back().begin;
  stop(syntax_fault({text_, message, at, cursor_, open_flow}));
}

void EventReader::move_past_document_start() {
  cursor_ = skip_gap(text_, cursor_);
  const bool marked = text_.substr(cursor_, 3) == "---" && column_of(text_, cursor_) == 0;
  if (marked && is_space_or_end(text_, cursor_ + 3)) cursor_ += 3;
}

bool EventReader::move_past_comma(Level& level) {
  cursor_ = skip_gap(text_, cursor_);
  if (!std::exchange(level.first, false)) {
    if (!is_at(text_, cursor_, ',')) {
      stop_unclear();
      return false;
    }
    ++cursor_;
  }
  return true;
}

bool EventReader::move_past_colon() {
  const std::size_t key_end = cursor_;
  cursor_ = is_in_flow() ? skip_gap(text_, cursor_) : skip_blanks(text_, cursor_);
  if (!is_at(text_, cursor_, ':')) {
    stop(missing_colon_fault(text_, key_end));
    return false;
  }
  ++cursor_;
  return true;
}

/// Moves over the `-`, `,` or `:` in front of the next value or key.
bool EventReader::move_past_separator() {
  if (levels_.empty()) {
    move_past_document_start();
    return true;
  }
  Level& level = levels_.back();
  if (level.kind == Kind::map && level.value_next) return move_past_colon();
  if (level.flow) return level.bracket ? move_past_comma(level) : true;
  cursor_ = skip_gap(text_, cursor_);
  if (level.kind == Kind::map) return true;
  if (!is_at(text_, cursor_, '-')) {
    stop_unclear();
    return false;
  }
  ++cursor_;
  return true;
}

/// Refuses the anchors and tags in front of a value, and moves over them.
bool EventReader::move_past_properties() {
  while (cursor_ < text_.size() && (text_[cursor_] == '&' || text_[cursor_] == '!')) {
    const std::size_t begin = cursor_;
    while (!is_space_or_end(text_, cursor_)) ++cursor_;
    builder_.add_fault(property_fault(text_, begin));
    cursor_ = skip_gap(text_, cursor_);
  }
  return true;
}

/// Moves to the value or key that yaml-cpp has found at `place`.
bool EventReader::move_to(std::size_t place) {
  if (stopped_ || !move_past_separator()) return false;
  cursor_ = skip_gap(text_, cursor_);
  if (cursor_ != place) {
    stop_unclear();
    return false;
  }
  return move_past_properties();
}

void EventReader::OnDocumentStart(const YAML::Mark& /*mark*/) {}

void EventReader::OnDocumentEnd() {
  if (stopped_) return;
  std::size_t at = skip_gap(text_, cursor_);
  if (text_.substr(at, 3) == "..." && column_of(text_, at) == 0) at = skip_gap(text_, at + 3);
  if (at < text_.size()) stop(text_after_record_fault(text_, at));
}

void EventReader::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  if (!move_to(place(mark))) return;
  const std::size_t begin = cursor_;
  while (!is_space_or_end(text_, cursor_)) ++cursor_;
  stop(property_fault(text_, begin));
}

/// Whether the null at `at` is the value that belongs behind an indicator (`:` or `-`), and not
/// what follows a value that is not written.
bool EventReader::is_own_null(std::size_t after_indicator, std::size_t at) const {
  if (is_in_flow() || is_key_next()) return true;
  return line_begin(text_, at) <= after_indicator || column_of(text_, at) > levels_.back().column;
}

void EventReader::OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  if (stopped_) return;
  const std::size_t at = place(mark);
  const bool bare_key =
      is_in_flow() && levels_.back().value_next && !is_at(text_, skip_gap(text_, cursor_), ':');
  if (bare_key) return add_unwritten(cursor_);
  if (!move_past_separator()) return;
  if (levels_.empty()) return stop(no_record_fault(text_, skip_gap(text_, cursor_), {}));
  const std::size_t after_indicator = cursor_;
  const std::size_t next = skip_gap(text_, cursor_);
  const std::size_t word_end = null_word_end(text_, next);
  const bool property = is_at(text_, next, '&') || is_at(text_, next, '!');
  if (next != at || !is_own_null(after_indicator, next) || (word_end == next && !property)) {
    return add_unwritten(after_indicator);
  }
  cursor_ = next;
  if (property) {
    move_past_properties();
    return add_unwritten(after_indicator);
  }
  add({text_.substr(next, word_end - next), range_of(next, word_end), Kind::null, Style::plain},
      word_end);
}

/// Adds a null that is not written; in a list in brackets and as a key that is refused.
void EventReader::add_unwritten(std::size_t at) {
  const bool refused = is_key_next() || (is_in_flow() && levels_.back().kind == Kind::list);
  if (refused) {
    const std::size_t next = skip_gap(text_, at);
    if (is_in_flow() && next == text_.size()) return;  // yaml-cpp misses the bracket next
    return stop(nothing_fault(text_, next));
  }
  add({{}, range_of(at, at), Kind::null, Style::plain}, cursor_);
}

void EventReader::OnScalar(const YAML::Mark& mark, const std::string& /*tag*/,
                           YAML::anchor_t /*anchor*/, const std::string& value) {
  if (!move_to(place(mark))) return;
  if (levels_.empty()) return stop(no_record_fault(text_, cursor_, value));
  if (!is_indented(cursor_) && !builder_.has_faults()) return stop(no_key_fault(text_, cursor_));
  const std::size_t begin = cursor_;
  const tl::expected<Scalar, Diagnostic> scalar =
      located_scalar(builder_, cursor_, value, block_column());
  if (!scalar) return builder_.has_faults() ? stop() : stop(scalar.error());
  add(*scalar, scalar->range.end);
  if (is_quote(text_[begin])) check_behind(begin);
}

/// Whether a value stands on its key's line or is indented more. yaml-cpp does not care.
bool EventReader::is_indented(std::size_t at) const {
  const Level& level = levels_.back();
  if (level.flow || is_key_next() || column_of(text_, at) > level.column) return true;
  return skip_blanks(text_, line_begin(text_, at)) != at;
}

bool EventReader::is_text_key(const Scalar& scalar) {
  if (scalar.kind == Kind::text) return true;
  stop(key_fault(scalar));
  return false;
}

void EventReader::add(const Scalar& scalar, std::size_t end) {
  cursor_ = end;
  if (is_key_next()) {
    if (!is_text_key(scalar)) return;
    builder_.key(scalar.text, scalar.range);
    levels_.back().value_next = true;
    return;
  }
  builder_.scalar(scalar);
  if (!levels_.empty()) levels_.back().value_next = false;
  if (builder_.is_full()) stop();
}

/// Checks that nothing but an indicator or a comment stands between the cursor, which is behind a
/// closing quote or bracket, and the line's end.
void EventReader::check_behind(std::size_t begin) {
  const std::size_t next = skip_blanks(text_, cursor_);
  if (next >= text_.size() || is_break(text_[next])) return;
  const std::string_view allowed = is_in_flow() ? ",]}:" : ":";
  if (allowed.find(text_[next]) != std::string_view::npos) return;
  if (text_[next] == '#' && next > cursor_) return;
  stop(text_behind_fault(text_, begin, cursor_));
}

bool EventReader::move_to_list_or_map(std::size_t place) {
  if (!move_to(place)) return false;
  if (!is_key_next()) return true;
  stop(list_as_key_fault(text_, cursor_));
  return false;
}

void EventReader::open(Kind kind, std::size_t place, bool flow) {
  if (!move_to_list_or_map(place)) return;
  if (levels_.empty() && kind == Kind::list) return stop(no_record_fault(text_, cursor_, "-"));
  if (flow && !levels_.empty() && !is_indented(cursor_))
    return stop(indentation_fault(text_, cursor_));
  const bool bracket = flow && (is_at(text_, cursor_, '[') || is_at(text_, cursor_, '{'));
  builder_.open(kind, flow ? Style::flow : Style::block, cursor_);
  if (builder_.is_full()) return stop();
  if (!levels_.empty()) levels_.back().value_next = false;
  levels_.push_back({kind, flow, bracket, cursor_, column_of(text_, cursor_)});
  if (bracket) ++cursor_;
}

void EventReader::close(char bracket) {
  if (stopped_) return;
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.bracket) return builder_.close();
  cursor_ = skip_gap(text_, cursor_);
  if (is_at(text_, cursor_, ',') && !level.first) cursor_ = skip_gap(text_, cursor_ + 1);
  if (!is_at(text_, cursor_, bracket)) return stop_unclear();
  ++cursor_;
  builder_.close(cursor_);
  check_behind(level.begin);
}

void EventReader::OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/,
                                  YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value style) {
  open(Kind::list, place(mark), style == YAML::EmitterStyle::Flow);
}

void EventReader::OnSequenceEnd() {
  close(']');
}

void EventReader::OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/,
                             YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value style) {
  open(Kind::map, place(mark), style == YAML::EmitterStyle::Flow);
}

void EventReader::OnMapEnd() {
  close('}');
}

}  // namespace

void read_yaml(DocumentBuilder& builder) {
  std::string text(builder.text());
  if (!text.empty() && text.back() != '\n') text += '\n';
  std::istringstream input(text.append(sentinel));
  EventReader reader(builder, input);
  // yaml-cpp reports by exceptions; this is the border at which they end.
  try {
    YAML::Parser parser(input);
    parser.HandleNextDocument(reader);
  } catch (const YAML::Exception& error) {
    reader.give_up(error.msg, error.mark.is_null() ? 0 : static_cast<std::size_t>(error.mark.pos));
  } catch (const std::exception&) {
    reader.give_up({}, 0);
  }
}

}  // namespace icc
