#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace re2 {
class RE2;
}

namespace icc::json_schema {

/// Why a pattern can't be used: `look-around is not supported`.
struct PatternFault {
  std::size_t offset = 0;  ///< bytes into the pattern; 0 when only the whole is known to be wrong
  std::string message;
};

/// A compiled `pattern`; matches anywhere in a text unless it is anchored. May be used by many
/// threads.
class Pattern {
 public:
  /// Compiles a pattern of ECMA-262 (with the flag `u`, as JSON Schema wants it). What RE2 can't
  /// match in linear time (look-around, back references), and what ECMA-262 does not know (`\A`,
  /// `(?i)`, `[[:alpha:]]`), is a fault.
  [[nodiscard]] static tl::expected<Pattern, PatternFault> compile(std::string_view ecma);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Whether the pattern is found in `text`, which must be UTF-8.
  [[nodiscard]] bool matches(std::string_view text) const;

  /// The pattern as the schema has it.
  [[nodiscard]] std::string_view source() const { return source_; }

 private:
  using Test = bool (*)(std::string_view text);

  Pattern(std::string source, std::unique_ptr<re2::RE2> expression);

  std::string source_;
  std::unique_ptr<re2::RE2> expression_;  // null where no engine is needed
  Test test_;                             // of a pattern that says something simple; else null
};

}  // namespace icc::json_schema
