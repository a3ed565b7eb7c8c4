#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/schema_number.h"
#include "core/schema_pattern.h"
#include "core/schema_source.h"
#include "core/schema_texts.h"
#include "icc/schema.h"

// A schema as a flat program. Each subschema is a block: a run of instructions, all of which must
// hold. Instructions point to further blocks and to tables by index.

namespace icc::json_schema {

/// Index of a block.
using BlockId = std::uint32_t;

/// The block of the schema `true`: without instructions.
constexpr BlockId true_block = 0;
/// The block of the schema `false`: nothing passes.
constexpr BlockId false_block = 1;

/// A set of `Kind`s, one bit each.
using KindSet = std::uint8_t;

/// The set of one kind.
constexpr KindSet kind_bit(Kind kind) {
  return static_cast<KindSet>(1U << static_cast<unsigned>(kind));
}

constexpr KindSet any_text = kind_bit(Kind::text);
constexpr KindSet any_number = static_cast<KindSet>(kind_bit(Kind::integer) | kind_bit(Kind::real));
constexpr KindSet any_list = kind_bit(Kind::list);
constexpr KindSet any_map = kind_bit(Kind::map);
constexpr KindSet any_kind = 0x7F;
/// In the set of a `type`: reals only where they have no fraction.
constexpr KindSet whole_reals_only = 0x80;

/// What an instruction demands; its `index`, `count` and `limit` mean what the comment says.
enum class Operation : std::uint8_t {
  nothing_allowed,
  type,               // limit: a KindSet
  values,             // index: of a value set
  shortest,           // limit
  longest,            // limit
  pattern,            // index: of a pattern
  format,             // index: of a format
  minimum,            // index: of a number
  exclusive_minimum,  // index: of a number
  maximum,            // index: of a number
  exclusive_maximum,  // index: of a number
  multiple_of,        // index: of a number
  fewest_items,       // limit
  most_items,         // limit
  unique_items,
  items,               // index: first of `count` prefix blocks, then the block of the rest
  contains,            // index: of a contains table
  fewest_members,      // limit
  most_members,        // limit
  members,             // index: of a members table
  member_names,        // index: a block
  dependent_required,  // index: of a dependency, count: how many
  dependent_schemas,   // index: of a dependency, count: how many
  reference,           // index: a block
  all_of,              // index: first of `count` blocks in the list of blocks
  any_of,              // likewise
  one_of,              // likewise
  not_allowed,         // index: a block
  condition,           // index: of a condition table
};

/// Number of operations.
constexpr std::size_t operation_count = static_cast<std::size_t>(Operation::condition) + 1;

/// What is done for an operation.
template <class Function>
struct OperationRow {
  Operation operation;
  Function function;
};

/// Has no definition: to call it while compiling is an error that shows its name.
void an_operation_has_two_rows();

/// The functions of a table that has a row for each operation, by the number of that.
template <class Function, std::size_t size>
consteval std::array<Function, operation_count> by_operation(
    const OperationRow<Function> (&rows)[size]) {
  static_assert(size == operation_count);
  std::array<Function, operation_count> functions{};
  std::array<bool, operation_count> has_row{};
  for (const auto& [operation, function] : rows) {
    const auto number = static_cast<std::size_t>(operation);
    if (std::exchange(has_row[number], true)) an_operation_has_two_rows();
    functions[number] = function;
  }
  return functions;
}

/// One demand on a value.
struct Instruction {
  Operation operation = Operation::nothing_allowed;
  KindSet kinds = any_kind;  ///< the kinds of values it says something about
  std::uint32_t index = 0;
  std::uint32_t count = 0;
  std::uint64_t limit = 0;
  SchemaPlace origin;  ///< the value of the keyword
};

/// The instructions of one subschema.
struct Block {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  ///< one past
  SchemaPlace origin;      ///< the subschema
};

/// The allowed values of an `enum`, a `const`, or a `oneOf` of consts.
struct ValueSet {
  std::shared_ptr<const AllowedTexts> texts;     ///< the texts among them; never null
  std::vector<SchemaPlace> others;               ///< those which are no texts
  SchemaPlace schema;                            ///< the subschema that lists them
  std::shared_ptr<const Vocabulary> vocabulary;  ///< of the texts; null for a `const`
};

/// One key that `properties` or `required` names.
struct Member {
  std::string_view key;
  BlockId block = true_block;
  bool declared = false;  ///< in `properties`
  bool required = false;
  SchemaPlace requirement;  ///< the item of `required`
};

/// properties, required, patternProperties and additionalProperties of one subschema.
struct Members {
  TextSet keys;
  std::vector<Member> members;  ///< by the index in `keys`
  /// The block for the keys that a pattern matches.
  struct ByPattern {
    std::uint32_t pattern;
    BlockId block;
  };
  std::vector<ByPattern> by_pattern;
  BlockId additional = true_block;
  SchemaPlace additional_origin;
  std::uint32_t required_count = 0;
};

/// contains with its limits.
struct Contains {
  BlockId block = true_block;
  std::uint64_t fewest = 1;
  std::uint64_t most = ~std::uint64_t{0};
};

/// What the presence of a key demands: the other keys, or a schema for the whole map.
struct Dependency {
  std::string_view key;
  std::vector<std::string_view> required;
  BlockId block = true_block;
};

/// if, then and else.
struct Condition {
  BlockId condition = true_block;
  BlockId consequence = true_block;
  BlockId alternative = true_block;
};

/// Where a `$ref` leads.
struct ReferenceTarget {
  SchemaPlace reference;  ///< the value of the `$ref`
  SchemaPlace target;     ///< the subschema
};

/// A compiled schema with all that it points to.
struct Program {
  std::vector<std::shared_ptr<const SourceFile>>
      files;  ///< the views below point into their documents
  std::vector<Block> blocks;
  std::vector<Instruction> instructions;
  std::vector<BlockId> block_lists;
  std::vector<ValueSet> value_sets;
  std::vector<Pattern> patterns;
  std::vector<Number> numbers;
  std::vector<Members> members;
  std::vector<Contains> contains;
  std::vector<Dependency> dependencies;
  std::vector<Condition> conditions;
  std::vector<ReferenceTarget> references;
  BlockId root = true_block;
  std::vector<Field> fields;
  std::vector<std::string_view> field_paths;
  std::vector<std::pair<std::string, const Field*>> field_names;  ///< folded, sorted
  std::vector<std::pair<RuleId, Severity>> severities;            ///< those that differ

  /// The instructions of a block.
  [[nodiscard]] std::span<const Instruction> block(BlockId id) const {
    return std::span(instructions).subspan(blocks[id].first, blocks[id].last - blocks[id].first);
  }
  /// The node at a place.
  [[nodiscard]] const Node& node(SchemaPlace place) const {
    return files[place.source]->document.node(place.node);
  }
  /// The blocks of all_of, any_of, one_of and items.
  [[nodiscard]] std::span<const BlockId> list(const Instruction& instruction) const {
    return std::span(block_lists).subspan(instruction.index, instruction.count);
  }
  /// The dependencies of dependent_required and dependent_schemas.
  [[nodiscard]] std::span<const Dependency> dependencies_of(const Instruction& instruction) const {
    return std::span(dependencies).subspan(instruction.index, instruction.count);
  }
};

}  // namespace icc::json_schema
