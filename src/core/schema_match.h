#pragma once

#include "core/schema_program.h"

namespace icc::json_schema {

/// The key of a node as a value of its own, for propertyNames.
[[nodiscard]] Node name_of(const Node& child);

/// Says whether values pass blocks of a program, without memory of its own.
class Matcher {
 public:
  /// Both must outlive the matcher.
  Matcher(const Program& program, const Document& document)
      : program_(program), document_(document) {}

  /// Whether a value passes a block.
  [[nodiscard]] bool passes(BlockId block, const Node& value);

  /// Whether a value fulfils one instruction.
  [[nodiscard]] bool fulfils(const Instruction& instruction, const Node& value);

  /// Whether so many steps were needed that the matcher gave up; it then answers false. Only a
  /// schema made for the purpose needs that many.
  [[nodiscard]] bool gave_up() const { return steps_ > most_steps; }

  /// The program.
  [[nodiscard]] const Program& program() const { return program_; }
  /// The document whose values are matched.
  [[nodiscard]] const Document& document() const { return document_; }

  /// Counts steps. Answers whether the matcher may go on.
  [[nodiscard]] bool take_steps(std::uint64_t count) {
    steps_ += count;
    return !gave_up();
  }

 private:
  static constexpr std::uint64_t most_steps = 4'000'000;

  const Program& program_;
  const Document& document_;
  std::uint64_t steps_ = 0;
};

}  // namespace icc::json_schema
