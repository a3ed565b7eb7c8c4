#include <fmt/format.h>

#include <algorithm>

#include "core/schema_explain.h"
#include "core/schema_words.h"
#include "icc/text.h"

// What is wrong with a value that fits no alternative, or too many. Of all alternatives the nearest
// one speaks: those for values of its type, and of these the one with the fewest faults.

namespace icc::json_schema {
namespace {

using Blocks = std::span<const BlockId>;

/// The kinds of values that a block can accept, as far as its own types say.
KindSet wanted_kinds(const Program& program, BlockId block) {
  KindSet kinds = any_kind | whole_reals_only;
  const auto narrow = [&](KindSet others) { kinds = static_cast<KindSet>(kinds & others); };
  for (const Instruction& demand : program.block(block)) {
    if (demand.operation == Operation::nothing_allowed) narrow(0);
    if (demand.operation == Operation::type) narrow(static_cast<KindSet>(demand.limit));
    if (demand.operation == Operation::reference) narrow(wanted_kinds(program, demand.index));
    if (demand.operation == Operation::all_of) {
      for (const BlockId other : program.list(demand)) narrow(wanted_kinds(program, other));
    }
  }
  return kinds;
}

std::uint64_t faulty_children(Explainer& explainer, const Instruction& demand, const Node& value) {
  const Members& members = explainer.program().members[demand.index];
  std::uint64_t faults = members.required_count;
  for (const Node& child : explainer.document().children(value)) {
    const std::uint32_t index = members.keys.find(child.key);
    const bool is_named = index != TextSet::none;
    const BlockId block = is_named ? members.members[index].block : members.additional;
    if (!explainer.matcher().passes(block, child)) ++faults;
    if (is_named && members.members[index].required) --faults;
  }
  return faults;
}

/// Roughly how many faults a value has against a block.
std::uint64_t fault_count(Explainer& explainer, BlockId block, const Node& value) {
  std::uint64_t faults = 0;
  for (const Instruction& demand : explainer.program().block(block)) {
    if (explainer.matcher().fulfils(demand, value)) continue;
    if (demand.operation == Operation::reference) {
      faults += fault_count(explainer, demand.index, value);
    } else if (demand.operation == Operation::members) {
      faults += faulty_children(explainer, demand, value);
    } else {
      ++faults;
    }
  }
  return faults;
}

BlockId nearest_block(Explainer& explainer, const std::vector<BlockId>& blocks, const Node& value) {
  std::vector<std::uint64_t> faults;
  faults.reserve(blocks.size());
  for (const BlockId block : blocks) faults.push_back(fault_count(explainer, block, value));
  return blocks[static_cast<std::size_t>(std::min_element(faults.begin(), faults.end()) -
                                         faults.begin())];
}

void explain_types(Explainer& explainer, const Instruction& demand, const Node& value) {
  Instruction type = demand;
  type.operation = Operation::type;
  for (const BlockId block : explainer.program().list(demand)) {
    const KindSet kinds = wanted_kinds(explainer.program(), block);
    const bool only_whole = (kinds & whole_reals_only) != 0;
    type.limit |= only_whole ? kinds & ~(whole_reals_only | kind_bit(Kind::real)) : kinds;
  }
  explain_type(explainer, type, value);
}

void explain_several(Explainer& explainer, const Instruction& demand, const Node& value) {
  std::vector<std::string> passed;
  std::size_t number = 0;
  for (const BlockId block : explainer.program().list(demand)) {
    ++number;
    if (!explainer.matcher().passes(block, value)) continue;
    const auto title =
        annotation(explainer.program(), explainer.program().blocks[block].origin, "title");
    passed.push_back(title.empty() ? fmt::format("{}", number) : quoted(title));
  }
  explainer.add(RuleId::several_alternatives, value.range, demand.origin,
                fmt::format("{} fits the alternatives {}, only one is allowed", explainer.subject(),
                            fmt::join(passed, " and ")));
}

void explain_nearest(Explainer& explainer, const Instruction& demand, const Node& value,
                     const std::vector<BlockId>& candidates) {
  const BlockId block = nearest_block(explainer, candidates, value);
  if (candidates.size() == 1) return explainer.explain(block, value);
  const auto faults = explainer.faults_of(block, value);
  if (faults.empty()) return;
  const Diagnostic& first = faults.front();
  explainer.add(
      RuleId::no_alternative, first.range, demand.origin,
      fmt::format("{} fits none of {} alternatives; by the nearest, {}", explainer.subject(),
                  explainer.program().list(demand).size(), first.message),
      first.hint);
}

}  // namespace

void explain_alternatives(Explainer& explainer, const Instruction& demand, const Node& value) {
  const Blocks blocks = explainer.program().list(demand);
  const bool has_passed = std::any_of(blocks.begin(), blocks.end(), [&](BlockId block) {
    return explainer.matcher().passes(block, value);
  });
  if (has_passed) return explain_several(explainer, demand, value);
  std::vector<BlockId> candidates;
  std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(candidates), [&](BlockId block) {
    return (wanted_kinds(explainer.program(), block) & kind_bit(value.kind)) != 0;
  });
  if (candidates.empty()) return explain_types(explainer, demand, value);
  explain_nearest(explainer, demand, value, candidates);
}

void explain_reference(Explainer& explainer, const Instruction& demand, const Node& value) {
  explainer.explain(demand.index, value);
}

void explain_all(Explainer& explainer, const Instruction& demand, const Node& value) {
  for (const BlockId block : explainer.program().list(demand)) explainer.explain(block, value);
}

void explain_condition(Explainer& explainer, const Instruction& demand, const Node& value) {
  const Condition& condition = explainer.program().conditions[demand.index];
  explainer.explain(explainer.matcher().passes(condition.condition, value) ? condition.consequence
                                                                           : condition.alternative,
                    value);
}

}  // namespace icc::json_schema
