#include "icc/json.h"

#include "core/text_run.h"
#include "icc/text.h"

#include <cassert>
#include <charconv>

namespace icc {
namespace {

/// Stops at what a string can't have as it is, and at what is not ASCII. Of the two sides that are
/// compared, one holds for what is fine.
constexpr auto no_plain = [](auto byte) {
  return (byte >= ' ') == ((byte == '"') | (byte == '\\'));
};

/// How many bytes at the start of a text a JSON string has as they are.
std::size_t verbatim_length(std::string_view text) {
  std::size_t length = run_length(text, no_plain);
  while (length < text.size()) {
    const Character character = first_character(text.substr(length));
    if (!character.valid || character.length == 1) break;
    length += character.length;
    length += run_length(text.substr(length), no_plain);
  }
  return length;
}

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u00";
  out += digits[static_cast<unsigned char>(c) >> 4U];
  out += digits[static_cast<unsigned char>(c) & 15U];
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t length = verbatim_length(text);
    out += text.substr(0, length);
    text.remove_prefix(length);
    if (text.empty()) break;
    if (static_cast<signed char>(text.front()) >= 0) {
      append_escape(out, text.front());
    } else {
      append_character(out, Character{}.code);  // a byte that is not UTF-8
    }
    text.remove_prefix(1);
  }
  out += '"';
}

void JsonWriter::begin_object() {
  before_value();
  out_ += '{';
  has_members_.push_back(0);
}

void JsonWriter::end_object() {
  end('}');
}

void JsonWriter::begin_array() {
  before_value();
  out_ += '[';
  has_members_.push_back(0);
}

void JsonWriter::end_array() {
  end(']');
}

void JsonWriter::end(char bracket) {
  assert(!has_members_.empty() && !after_key_);
  const bool had_members = has_members_.back() != 0;
  has_members_.pop_back();
  if (had_members) new_line();
  out_ += bracket;
}

void JsonWriter::key(std::string_view name) {
  assert(!after_key_);
  before_value();
  append_json_string(out_, name);
  out_ += indent_ > 0 ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  append_json_string(out_, value);
}

void JsonWriter::integer(std::int64_t value) {
  before_value();
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out_.append(digits, end);
}

void JsonWriter::boolean(bool value) {
  verbatim(value ? "true" : "false");
}

void JsonWriter::null() {
  verbatim("null");
}

void JsonWriter::verbatim(std::string_view json) {
  before_value();
  out_ += json;
}

void JsonWriter::member(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_members_.empty()) return;
  if (has_members_.back() != 0) out_ += ',';
  has_members_.back() = 1;
  new_line();
}

void JsonWriter::new_line() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(has_members_.size() * static_cast<std::size_t>(indent_), ' ');
}

}  // namespace icc
