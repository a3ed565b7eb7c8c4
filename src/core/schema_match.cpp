#include "core/schema_match.h"

#include <algorithm>

#include "core/schema_equality.h"
#include "core/schema_format.h"
#include "icc/text.h"

namespace icc::json_schema {

namespace {

// What each operation demands: one function each, in the table at the end.

bool nothing_allowed(Matcher&, const Instruction&, const Node&) {
  return false;
}

bool type(Matcher&, const Instruction& demand, const Node& value) {
  if ((demand.limit & kind_bit(value.kind)) == 0) return false;
  const bool must_be_whole = value.kind == Kind::real && (demand.limit & whole_reals_only) != 0;
  return !must_be_whole || Number(value.text).is_whole();
}

bool values(Matcher& matcher, const Instruction& demand, const Node& value) {
  const Program& program = matcher.program();
  const ValueSet& set = program.value_sets[demand.index];
  if (value.kind == Kind::text) return set.texts->has(value.text);
  return std::any_of(set.others.begin(), set.others.end(), [&](SchemaPlace place) {
    const Document& file = program.files[place.source]->document;
    return equal_values({file, file.node(place.node)}, {matcher.document(), value});
  });
}

// A character takes one to four bytes, so most texts need not be counted.
bool shortest(Matcher&, const Instruction& demand, const Node& value) {
  if (value.text.size() < demand.limit) return false;
  return value.text.size() / 4 >= demand.limit || character_count(value.text) >= demand.limit;
}

bool longest(Matcher&, const Instruction& demand, const Node& value) {
  if (value.text.size() <= demand.limit) return true;
  return value.text.size() / 4 <= demand.limit && character_count(value.text) <= demand.limit;
}

bool pattern(Matcher& matcher, const Instruction& demand, const Node& value) {
  return matcher.take_steps(value.text.size() / 16) &&
         matcher.program().patterns[demand.index].matches(value.text);
}

bool format(Matcher&, const Instruction& demand, const Node& value) {
  return text_formats()[demand.index].accepts(value.text);
}

std::partial_ordering compared(Matcher& matcher, const Instruction& demand, const Node& value) {
  return Number(value.text) <=> matcher.program().numbers[demand.index];
}

bool minimum(Matcher& matcher, const Instruction& demand, const Node& value) {
  return std::is_gteq(compared(matcher, demand, value));
}

bool exclusive_minimum(Matcher& matcher, const Instruction& demand, const Node& value) {
  return std::is_gt(compared(matcher, demand, value));
}

bool maximum(Matcher& matcher, const Instruction& demand, const Node& value) {
  return std::is_lteq(compared(matcher, demand, value));
}

bool exclusive_maximum(Matcher& matcher, const Instruction& demand, const Node& value) {
  return std::is_lt(compared(matcher, demand, value));
}

bool multiple_of(Matcher& matcher, const Instruction& demand, const Node& value) {
  return Number(value.text).is_multiple_of(matcher.program().numbers[demand.index]);
}

bool at_least(Matcher& matcher, const Instruction& demand, const Node& value) {
  return matcher.document().child_count(value) >= demand.limit;
}

bool at_most(Matcher& matcher, const Instruction& demand, const Node& value) {
  return matcher.document().child_count(value) <= demand.limit;
}

bool unique_items(Matcher& matcher, const Instruction&, const Node& value) {
  if (!matcher.take_steps(value.end - matcher.document().index(value))) return false;
  return equal_items({matcher.document(), value}).first == nullptr;
}

bool items(Matcher& matcher, const Instruction& demand, const Node& value) {
  const BlockId* blocks = matcher.program().block_lists.data() + demand.index;
  std::uint32_t index = 0;
  for (const Node& item : matcher.document().children(value)) {
    if (!matcher.passes(blocks[std::min(index++, demand.count)], item)) return false;
  }
  return true;
}

bool contains(Matcher& matcher, const Instruction& demand, const Node& value) {
  const Contains& contains = matcher.program().contains[demand.index];
  std::uint64_t count = 0;
  for (const Node& item : matcher.document().children(value)) {
    if (matcher.passes(contains.block, item)) ++count;
  }
  return count >= contains.fewest && count <= contains.most;
}

/// How far the members of a map have been walked through.
struct MemberWalk {
  std::uint32_t next = 0;      // the index of the member that comes next in the schema
  std::uint32_t required = 0;  // how many required ones were there
};

/// The index of a key, or `TextSet::none`. Most maps have their keys in the order of the schema.
std::uint32_t member_index(const Members& members, std::string_view key, MemberWalk& walk) {
  const bool is_next = walk.next < members.members.size() && members.members[walk.next].key == key;
  const std::uint32_t index = is_next ? walk.next : members.keys.find(key);
  if (index != TextSet::none) walk.next = index + 1;
  return index;
}

bool member(Matcher& matcher, const Members& members, const Node& child, MemberWalk& walk) {
  const std::uint32_t index = member_index(members, child.key, walk);
  bool is_known = false;
  if (index != TextSet::none) {
    const Member& known = members.members[index];
    is_known = known.declared;
    if (known.required) ++walk.required;
    if (!matcher.passes(known.block, child)) return false;
  }
  for (const Members::ByPattern& row : members.by_pattern) {
    if (!matcher.program().patterns[row.pattern].matches(child.key)) continue;
    is_known = true;
    if (!matcher.passes(row.block, child)) return false;
  }
  return is_known || matcher.passes(members.additional, child);
}

bool members(Matcher& matcher, const Instruction& demand, const Node& value) {
  const Members& members = matcher.program().members[demand.index];
  MemberWalk walk;
  for (const Node& child : matcher.document().children(value)) {
    if (!member(matcher, members, child, walk)) return false;
  }
  return walk.required == members.required_count;
}

bool member_names(Matcher& matcher, const Instruction& demand, const Node& value) {
  for (const Node& child : matcher.document().children(value)) {
    if (!matcher.passes(demand.index, name_of(child))) return false;
  }
  return true;
}

template <class Holds>
bool all_dependencies(Matcher& matcher, const Instruction& demand, const Node& value, Holds holds) {
  const auto dependencies = matcher.program().dependencies_of(demand);
  return std::all_of(dependencies.begin(), dependencies.end(), [&](const Dependency& each) {
    return matcher.document().find(value, each.key) == nullptr || holds(each);
  });
}

bool dependent_required(Matcher& matcher, const Instruction& demand, const Node& value) {
  const Document& document = matcher.document();
  return all_dependencies(matcher, demand, value, [&](const Dependency& dependency) {
    return std::all_of(dependency.required.begin(), dependency.required.end(),
                       [&](std::string_view key) { return document.find(value, key) != nullptr; });
  });
}

bool dependent_schemas(Matcher& matcher, const Instruction& demand, const Node& value) {
  return all_dependencies(matcher, demand, value, [&](const Dependency& dependency) {
    return matcher.passes(dependency.block, value);
  });
}

bool reference(Matcher& matcher, const Instruction& demand, const Node& value) {
  return matcher.passes(demand.index, value);
}

bool all_of(Matcher& matcher, const Instruction& demand, const Node& value) {
  const auto blocks = matcher.program().list(demand);
  return std::all_of(blocks.begin(), blocks.end(),
                     [&](BlockId block) { return matcher.passes(block, value); });
}

bool any_of(Matcher& matcher, const Instruction& demand, const Node& value) {
  const auto blocks = matcher.program().list(demand);
  return std::any_of(blocks.begin(), blocks.end(),
                     [&](BlockId block) { return matcher.passes(block, value); });
}

bool one_of(Matcher& matcher, const Instruction& demand, const Node& value) {
  const auto blocks = matcher.program().list(demand);
  return std::count_if(blocks.begin(), blocks.end(),
                       [&](BlockId block) { return matcher.passes(block, value); }) == 1;
}

bool not_allowed(Matcher& matcher, const Instruction& demand, const Node& value) {
  return !matcher.passes(demand.index, value);
}

bool condition(Matcher& matcher, const Instruction& demand, const Node& value) {
  const Condition& condition = matcher.program().conditions[demand.index];
  return matcher.passes(condition.condition, value) ? matcher.passes(condition.consequence, value)
                                                    : matcher.passes(condition.alternative, value);
}
using Fulfils = bool (*)(Matcher&, const Instruction&, const Node&);

constexpr auto operations = by_operation<Fulfils>({
    {Operation::nothing_allowed, nothing_allowed},
    {Operation::type, type},
    {Operation::values, values},
    {Operation::shortest, shortest},
    {Operation::longest, longest},
    {Operation::pattern, pattern},
    {Operation::format, format},
    {Operation::minimum, minimum},
    {Operation::exclusive_minimum, exclusive_minimum},
    {Operation::maximum, maximum},
    {Operation::exclusive_maximum, exclusive_maximum},
    {Operation::multiple_of, multiple_of},
    {Operation::fewest_items, at_least},
    {Operation::most_items, at_most},
    {Operation::unique_items, unique_items},
    {Operation::items, items},
    {Operation::contains, contains},
    {Operation::fewest_members, at_least},
    {Operation::most_members, at_most},
    {Operation::members, members},
    {Operation::member_names, member_names},
    {Operation::dependent_required, dependent_required},
    {Operation::dependent_schemas, dependent_schemas},
    {Operation::reference, reference},
    {Operation::all_of, all_of},
    {Operation::any_of, any_of},
    {Operation::one_of, one_of},
    {Operation::not_allowed, not_allowed},
    {Operation::condition, condition},
});

}  // namespace

Node name_of(const Node& child) {
  Node name;
  name.kind = Kind::text;
  name.text = child.key;
  name.range = child.key_range;
  return name;
}

bool Matcher::fulfils(const Instruction& instruction, const Node& value) {
  return (instruction.kinds & kind_bit(value.kind)) == 0 ||
         operations[static_cast<std::size_t>(instruction.operation)](*this, instruction, value);
}

bool Matcher::passes(BlockId block, const Node& value) {
  if (!take_steps(1)) return false;
  const auto instructions = program_.block(block);
  return std::all_of(instructions.begin(), instructions.end(),
                     [&](const Instruction& instruction) { return fulfils(instruction, value); });
}

}  // namespace icc::json_schema
