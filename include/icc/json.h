#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace icc {

/// Writes JSON (RFC 8259) piece by piece to the end of a string; non-ASCII text stays as it is.
/// Calls must come in an order that makes sense (a key before each value in an object): that is an
/// assert, not an error.
class JsonWriter {
 public:
  /// Appends to `out`, which must outlive the writer. `indent` blanks a level; 0 writes one line.
  explicit JsonWriter(std::string& out, int indent = 0) : out_(out), indent_(indent) {}

  void begin_object();                ///< Writes `{`.
  void end_object();                  ///< Writes `}`.
  void begin_array();                 ///< Writes `[`.
  void end_array();                   ///< Writes `]`.
  void key(std::string_view name);    ///< Writes the name of the next member.
  void text(std::string_view value);  ///< Writes a string; bytes that are not UTF-8 become U+FFFD.
  void integer(std::int64_t value);   ///< Writes a whole number.
  void boolean(bool value);           ///< Writes `true` or `false`.
  void null();                        ///< Writes `null`.
  void verbatim(std::string_view json);  ///< Writes a number or other value that is JSON already.

  /// Writes a member whose value is a string.
  void member(std::string_view name, std::string_view value);
  /// Writes a member whose value is a whole number.
  template <std::integral Value>
  requires(!std::same_as<Value, bool>) void member(std::string_view name, Value value) {
    key(name);
    integer(static_cast<std::int64_t>(value));
  }
  /// Writes a member whose value is `true` or `false`.
  void member(std::string_view name, std::same_as<bool> auto value) {
    key(name);
    boolean(value);
  }
  /// Writes a member whose value is an array of strings.
  void texts(std::string_view name, const auto& values) {
    key(name);
    begin_array();
    for (const auto& value : values) text(value);
    end_array();
  }

 private:
  void before_value();
  void end(char bracket);
  void new_line();

  std::string& out_;
  int indent_;
  std::vector<char> has_members_;  // whether, for each open bracket; bits are slower to reach
  bool after_key_ = false;
};

/// Appends `text` to `out` as a JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

}  // namespace icc
