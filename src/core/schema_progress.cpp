#include <fmt/format.h>

#include <algorithm>

#include "core/schema_compile.h"

// A block may send a value on to further blocks ($ref, allOf, if, ...) before it looks at a child
// of the value. Blocks that do so in a circle would never end, and long chains of them would need a
// deep stack: both are faults of the schema. Documents are bounded in depth by their reader.

namespace icc::json_schema {
namespace {

constexpr std::uint32_t deepest_chain = 64;
constexpr std::uint64_t most_steps = 100'000;

/// The blocks that get the very same value from a block, and the places that send it.
struct Edge {
  BlockId target;
  SchemaPlace origin;
};

void add_list(const Program& program, const Instruction& instruction, std::vector<Edge>& edges) {
  for (const BlockId target : program.list(instruction)) {
    edges.push_back({target, instruction.origin});
  }
}

void add_edges(const Program& program, const Instruction& instruction, std::vector<Edge>& edges) {
  switch (instruction.operation) {
    case Operation::reference:
    case Operation::not_allowed:
      edges.push_back({instruction.index, instruction.origin});
      break;
    case Operation::all_of:
    case Operation::any_of:
    case Operation::one_of:
      add_list(program, instruction, edges);
      break;
    case Operation::dependent_schemas:
      for (std::uint32_t i = 0; i < instruction.count; ++i) {
        edges.push_back({program.dependencies[instruction.index + i].block, instruction.origin});
      }
      break;
    case Operation::condition: {
      const Condition& condition = program.conditions[instruction.index];
      edges.push_back({condition.condition, instruction.origin});
      edges.push_back({condition.consequence, instruction.origin});
      edges.push_back({condition.alternative, instruction.origin});
      break;
    }
    default:
      break;
  }
}

std::vector<Edge> edges_of(const Program& program, BlockId block) {
  std::vector<Edge> edges;
  for (const Instruction& instruction : program.block(block)) {
    add_edges(program, instruction, edges);
  }
  return edges;
}

/// Walks over all chains of blocks, depth first, without recursion.
class Walk {
 public:
  explicit Walk(Compiler& compiler)
      : compiler_(compiler), blocks_(compiler.program().blocks.size()) {}

  void run() {
    for (BlockId block = 0; block < blocks_.size() && !failed_; ++block) {
      if (blocks_[block].phase == Phase::untouched) enter(block);
      while (!path_.empty() && !failed_) step();
    }
  }

 private:
  enum class Phase : std::uint8_t { untouched, on_path, done };
  struct State {
    Phase phase = Phase::untouched;
    std::uint32_t chain = 1;  // the longest that begins here
    std::uint64_t steps = 1;
  };
  struct Visit {
    BlockId block;
    std::vector<Edge> edges;
    std::size_t next = 0;
  };

  void enter(BlockId block) {
    blocks_[block].phase = Phase::on_path;
    path_.push_back({block, edges_of(compiler_.program(), block)});
  }

  void step() {
    Visit& visit = path_.back();
    if (visit.next == visit.edges.size()) return leave();
    const Edge edge = visit.edges[visit.next];
    const State& target = blocks_[edge.target];
    if (target.phase == Phase::untouched) return enter(edge.target);
    ++visit.next;
    if (target.phase == Phase::on_path) {
      return fail(edge.origin, "this schema leads back to itself for the same value",
                  "take the '$ref' out of the circle");
    }
    take_in(blocks_[visit.block], target, edge);
  }

  void take_in(State& state, const State& target, const Edge& edge) {
    state.chain = std::max(state.chain, target.chain + 1);
    state.steps += target.steps;
    if (state.chain > deepest_chain) {
      fail(edge.origin, fmt::format("more than {} schemas in a chain", deepest_chain),
           "join some of them");
    } else if (state.steps > most_steps) {
      fail(edge.origin, fmt::format("more than {} schemas for one value", most_steps),
           "name a schema once instead of repeating it");
    }
  }

  void leave() {
    blocks_[path_.back().block].phase = Phase::done;
    path_.pop_back();
  }

  void fail(SchemaPlace origin, std::string message, std::string hint) {
    compiler_.add_fault(origin, compiler_.sources().node(origin).range, std::move(message),
                        std::move(hint));
    failed_ = true;
  }

  Compiler& compiler_;
  std::vector<State> blocks_;
  std::vector<Visit> path_;
  bool failed_ = false;
};

}  // namespace

void check_progress(Compiler& compiler) {
  Walk(compiler).run();
}

}  // namespace icc::json_schema
