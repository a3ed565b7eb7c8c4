#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document_builder.h"
#include "core/document_guards.h"
#include "core/document_layout.h"
#include "core/document_scalar.h"
#include "icc/document.h"
#include "icc/text.h"

namespace icc {
namespace {

using nlohmann::json;

bool is_json_space(char c) {
  return is_blank(c) || is_break(c);
}

/// Builds the tree from what nlohmann-json finds. Its events have no places, so a cursor follows
/// them through the text, whose syntax is known to be good up to the event.
class JsonEvents {
 public:
  explicit JsonEvents(DocumentBuilder& builder)
      : builder_(builder), text_(builder.text()), cursor_(text_begin(text_)) {}

  bool null() { return literal(); }
  bool boolean(bool /*value*/) { return literal(); }
  bool number_integer(json::number_integer_t /*value*/) { return literal(); }
  bool number_unsigned(json::number_unsigned_t /*value*/) { return literal(); }
  bool number_float(json::number_float_t /*value*/, const std::string& /*text*/) {
    return literal();
  }
  bool string(std::string& value);
  bool binary(json::binary_t& /*value*/) { return false; }  // not in texts
  bool start_object(std::size_t /*size*/) { return open(Kind::map); }
  bool key(std::string& value);
  bool end_object() { return close(); }
  bool start_array(std::size_t /*size*/) { return open(Kind::list); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& error);

 private:
  bool literal();
  bool open(Kind kind);
  bool close();
  Scalar text_at_cursor(const std::string& value);
  void move_to_token();
  [[nodiscard]] std::size_t skip_space(std::size_t at) const;
  [[nodiscard]] Diagnostic early_end() const;
  [[nodiscard]] Diagnostic unexpected(std::size_t at) const;
  [[nodiscard]] Diagnostic fault_near(std::size_t position, bool in_string) const;

  DocumentBuilder& builder_;
  std::string_view text_;
  std::size_t cursor_;
  std::size_t last_ = no_offset;   // where the last number or word begins
  std::vector<std::size_t> open_;  // where the lists and maps that are not closed begin
};

std::size_t JsonEvents::skip_space(std::size_t at) const {
  while (at < text_.size() && is_json_space(text_[at])) ++at;
  return at;
}

void JsonEvents::move_to_token() {
  cursor_ = skip_space(cursor_);
  while (is_at(text_, cursor_, ',') || is_at(text_, cursor_, ':'))
    cursor_ = skip_space(cursor_ + 1);
}

bool JsonEvents::literal() {
  move_to_token();
  const std::size_t begin = cursor_;
  last_ = begin;
  cursor_ = std::min(text_.find_first_of(" \t\r\n,]}", begin), text_.size());
  const std::string_view written = text_.substr(begin, cursor_ - begin);
  builder_.scalar({written, range_of(begin, cursor_), core_kind(written), Style::plain});
  return !builder_.is_full();
}

Scalar JsonEvents::text_at_cursor(const std::string& value) {
  move_to_token();
  const std::size_t begin = cursor_;
  cursor_ = end_of_quoted(text_, begin);
  const std::string_view written = text_.substr(begin + 1, cursor_ - begin - 2);
  return {written == value ? written : builder_.keep(value), range_of(begin, cursor_), Kind::text,
          Style::double_quoted};
}

bool JsonEvents::string(std::string& value) {
  builder_.scalar(text_at_cursor(value));
  return !builder_.is_full();
}

bool JsonEvents::key(std::string& value) {
  const Scalar scalar = text_at_cursor(value);
  builder_.key(scalar.text, scalar.range);
  return true;
}

bool JsonEvents::open(Kind kind) {
  move_to_token();
  builder_.open(kind, Style::flow, cursor_);
  open_.push_back(cursor_++);
  return !builder_.is_full();
}

bool JsonEvents::close() {
  move_to_token();
  builder_.close(++cursor_);
  open_.pop_back();
  return true;
}

/// The text ends within something: the bracket that is open, or nothing was there at all.
Diagnostic JsonEvents::early_end() const {
  if (open_.empty()) {
    return diagnostic(RuleId::not_a_record, range_of(text_.size(), text_.size()),
                      "there is no JSON in the text", "write a value, such as {\"key\": \"text\"}");
  }
  const std::string_view bracket = text_.substr(open_.back(), 1);
  return diagnostic(RuleId::not_closed, range_of(open_.back(), open_.back() + 1),
                    "the " + quoted(bracket) + " that opens here is not closed",
                    "write a " + quoted(bracket == "[" ? "]" : "}") + " at the end");
}

/// What JSON has in place of what people write.
std::string_view json_hint(char c) {
  switch (c) {
    case '\'':
      return "put texts and keys in double quotes";
    case '#':
    case '/':
      return "take the comment out: JSON has none";
    case ',':
      return "take the comma out, or write a value behind it";
    default:
      return "put texts and keys in double quotes, a colon behind a key, a comma between values";
  }
}

Diagnostic JsonEvents::unexpected(std::size_t at) const {
  const bool is_text = text_[at] == '"';
  const std::size_t end = is_text
                              ? end_of_quoted(text_, at)
                              : std::min(text_.find_first_of(" \t\r\n,:[]{}\"", at), text_.size());
  const Range range = range_of(at, std::max(end, at + 1));
  return diagnostic(RuleId::syntax, range,
                    quoted(slice(text_, range)) + " is not expected here in JSON",
                    std::string(json_hint(text_[at])));
}

/// The fault at the first token that had no event; `position` is behind the byte at which
/// nlohmann-json stopped.
Diagnostic JsonEvents::fault_near(std::size_t position, bool in_string) const {
  if (position <= cursor_ && last_ < cursor_) return unexpected(last_);  // `01` is `0` and `1`
  std::size_t at = skip_space(cursor_);
  if ((is_at(text_, at, ',') || is_at(text_, at, ':')) && position > at + 1) {
    const std::size_t next = skip_space(at + 1);
    const bool closes = is_at(text_, next, ']') || is_at(text_, next, '}');
    if (!closes) at = next;
  }
  if (at >= text_.size()) return early_end();
  if (text_[at] != '"') return unexpected(at);
  const std::size_t end = end_of_quoted(text_, at);
  if (end == no_offset) {
    return diagnostic(RuleId::not_closed, range_of(at, at + 1),
                      "the text that opens here is not closed", "write a '\"' at its end");
  }
  if (!in_string) return unexpected(at);
  return diagnostic(RuleId::syntax, character_at(text_, std::max<std::size_t>(position, 1) - 1),
                    "a text in JSON can't hold this as it is",
                    "write \\n for a line end, \\t for a tab, \\\\ for a backslash");
}

bool JsonEvents::parse_error(std::size_t position, const std::string& /*token*/,
                             const nlohmann::detail::exception& error) {
  constexpr int out_of_range = 406;
  const bool in_string = std::string_view(error.what()).find("invalid string") != no_offset;
  Diagnostic fault = fault_near(position, in_string);
  if (error.id == out_of_range) {
    fault.message = "this number is too large to be counted with";
    fault.hint = "write it as a text in double quotes";
  }
  builder_.add_fault(std::move(fault));
  return false;
}

}  // namespace

Reading Document::read_json(std::string_view text, const ReadLimits& limits) {
  if (std::vector<Diagnostic> faults = encoding_faults(text, limits); !faults.empty()) {
    return tl::unexpected(std::move(faults));
  }
  DocumentBuilder builder(text, limits);
  JsonEvents events(builder);
  const std::string_view kept = builder.text();
  json::sax_parse(kept.begin(), kept.end(), &events);
  return builder.finish();
}

}  // namespace icc
