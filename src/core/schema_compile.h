#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/schema_program.h"

namespace icc::json_schema {

struct Keyword;

/// Turns the schemas of the sources into a program, block by block, without recursion: a block that
/// is asked for is put into a queue.
class Compiler {
 public:
  /// `sources` must outlive the compiler; its faults tell what is wrong.
  explicit Compiler(Sources& sources);

  /// Compiles the schema at `root` and all that it leads to.
  void compile(SchemaPlace root);

  /// The block of the schema at a place.
  BlockId block(SchemaPlace schema);

  /// The block of the schema that is the value of a keyword.
  BlockId block(SchemaPlace schema, const Node& value);

  /// The program, as far as it is compiled.
  [[nodiscard]] Program& program() { return program_; }

  /// The files.
  [[nodiscard]] Sources& sources() { return sources_; }

  /// The children of a node in the same file as `schema`.
  [[nodiscard]] Document::Children children(SchemaPlace schema, const Node& node) const {
    return sources_.document(schema).children(node);
  }

  /// The value of a keyword of a schema; null when it is absent or of the wrong shape.
  [[nodiscard]] const Node* keyword(SchemaPlace schema, std::string_view name) const;

  /// Adds an instruction to the block that is being compiled.
  void add(Instruction instruction) { program_.instructions.push_back(instruction); }

  /// The index of a pattern, compiled once however often it is used: the text of `value`, or its
  /// key.
  std::uint32_t pattern(SchemaPlace schema, std::string_view text, const Node& value);

  /// Adds a fault in the file of `schema`.
  void add_fault(SchemaPlace schema, Range range, std::string message, std::string hint = {}) {
    sources_.add_fault(schema, range, std::move(message), std::move(hint));
  }

 private:
  void compile_block(BlockId id);
  void compile_keyword(SchemaPlace schema, const Node& value, std::vector<const Keyword*>& done);

  void check_unknown(SchemaPlace schema, const Node& value);

  // A search for similar names takes time, which a schema with a million unknown keywords would
  // multiply.
  static constexpr std::size_t most_searches = 1000;

  Sources& sources_;
  Program program_;
  std::unordered_map<std::uint64_t, BlockId> known_;  // by place
  std::unordered_map<std::string, std::uint32_t> patterns_;
  std::size_t searches_ = 0;
};

/// Reports blocks that need themselves for one and the same value, and those that need more steps
/// for one value than anybody would write by hand.
void check_progress(Compiler& compiler);

}  // namespace icc::json_schema
