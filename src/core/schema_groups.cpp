#include "core/schema_groups.h"

#include <algorithm>
#include <unordered_map>

namespace icc::json_schema {
namespace {

std::uint32_t size_of(const auto& list) {
  return static_cast<std::uint32_t>(list.size());
}

BlockId optional_block(Compiler& compiler, SchemaPlace schema, std::string_view name) {
  const Node* value = compiler.keyword(schema, name);
  return value == nullptr ? true_block : compiler.block(schema, *value);
}

/// Collects the keys of properties and required, each once.
class MemberList {
 public:
  Member& at(std::string_view key) {
    const auto [known, is_new] = indices_.try_emplace(key, members_.size());
    if (is_new) members_.emplace_back().key = key;
    return members_[known->second];
  }

  std::vector<Member> take() { return std::move(members_); }

 private:
  std::vector<Member> members_;
  std::unordered_map<std::string_view, std::size_t> indices_;
};

std::vector<Member> listed_members(Compiler& compiler, SchemaPlace schema) {
  MemberList list;
  if (const Node* properties = compiler.keyword(schema, "properties")) {
    for (const Node& child : compiler.children(schema, *properties)) {
      Member& member = list.at(child.key);
      member.block = compiler.block(schema, child);
      member.declared = true;
    }
  }
  if (const Node* required = compiler.keyword(schema, "required")) {
    for (const Node& key : compiler.children(schema, *required)) {
      Member& member = list.at(key.text);
      member.required = true;
      member.requirement = compiler.sources().place(schema, key);
    }
  }
  return list.take();
}

void add_patterns(Compiler& compiler, SchemaPlace schema, Members& members) {
  const Node* patterns = compiler.keyword(schema, "patternProperties");
  if (patterns == nullptr) return;
  for (const Node& child : compiler.children(schema, *patterns)) {
    const std::uint32_t pattern = compiler.pattern(schema, child.key, child);
    members.by_pattern.push_back({pattern, compiler.block(schema, child)});
  }
}

TextSet keys_of(const std::vector<Member>& members) {
  std::vector<std::string_view> keys;
  keys.reserve(members.size());
  for (const Member& member : members) keys.push_back(member.key);
  return TextSet(keys);
}

/// Adds one instruction for all keys of a dependentRequired or dependentSchemas.
template <class MakeDependency>
void add_dependencies(Compiler& compiler, SchemaPlace schema, const Node& value,
                      Operation operation, MakeDependency make) {
  auto& list = compiler.program().dependencies;
  const std::uint32_t first = size_of(list);
  for (const Node& child : compiler.children(schema, value)) list.push_back(make(child));
  compiler.add({operation, any_map, first, size_of(list) - first, 0,
                compiler.sources().place(schema, value)});
}

}  // namespace

std::uint32_t add_blocks(Compiler& compiler, const std::vector<BlockId>& blocks) {
  auto& lists = compiler.program().block_lists;
  const std::uint32_t first = size_of(lists);
  lists.insert(lists.end(), blocks.begin(), blocks.end());
  return first;
}

void compile_items(Compiler& compiler, SchemaPlace schema, const Node& value) {
  std::vector<BlockId> blocks;
  if (const Node* prefix = compiler.keyword(schema, "prefixItems")) {
    for (const Node& child : compiler.children(schema, *prefix)) {
      blocks.push_back(compiler.block(schema, child));
    }
  }
  const std::uint32_t count = size_of(blocks);
  const Node* rest = compiler.keyword(schema, "items");
  blocks.push_back(optional_block(compiler, schema, "items"));
  compiler.add({Operation::items, any_list, add_blocks(compiler, blocks), count, 0,
                compiler.sources().place(schema, rest == nullptr ? value : *rest)});
}

void compile_contains(Compiler& compiler, SchemaPlace schema, const Node& /*first*/) {
  const Node* value = compiler.keyword(schema, "contains");
  if (value == nullptr) return;
  Contains contains;
  contains.block = compiler.block(schema, *value);
  const Node* fewest = compiler.keyword(schema, "minContains");
  const Node* most = compiler.keyword(schema, "maxContains");
  if (fewest != nullptr) contains.fewest = Number(fewest->text).count();
  if (most != nullptr) contains.most = Number(most->text).count();
  auto& list = compiler.program().contains;
  compiler.add({Operation::contains, any_list, size_of(list), 0, 0,
                compiler.sources().place(schema, *value)});
  list.push_back(contains);
}

void compile_members(Compiler& compiler, SchemaPlace schema, const Node& value) {
  Members members;
  members.members = listed_members(compiler, schema);
  members.keys = keys_of(members.members);
  members.required_count = static_cast<std::uint32_t>(
      std::count_if(members.members.begin(), members.members.end(),
                    [](const Member& member) { return member.required; }));
  add_patterns(compiler, schema, members);
  if (const Node* additional = compiler.keyword(schema, "additionalProperties")) {
    members.additional = compiler.block(schema, *additional);
    members.additional_origin = compiler.sources().place(schema, *additional);
  }
  auto& list = compiler.program().members;
  compiler.add(
      {Operation::members, any_map, size_of(list), 0, 0, compiler.sources().place(schema, value)});
  list.push_back(std::move(members));
}

void compile_condition(Compiler& compiler, SchemaPlace schema, const Node& value) {
  Condition condition;
  condition.condition = optional_block(compiler, schema, "if");
  condition.consequence = optional_block(compiler, schema, "then");
  condition.alternative = optional_block(compiler, schema, "else");
  if (compiler.keyword(schema, "if") == nullptr) return;
  auto& list = compiler.program().conditions;
  compiler.add({Operation::condition, any_kind, size_of(list), 0, 0,
                compiler.sources().place(schema, value)});
  list.push_back(condition);
}

void compile_dependent_required(Compiler& compiler, SchemaPlace schema, const Node& value) {
  add_dependencies(compiler, schema, value, Operation::dependent_required, [&](const Node& child) {
    Dependency dependency;
    dependency.key = child.key;
    for (const Node& key : compiler.children(schema, child))
      dependency.required.push_back(key.text);
    return dependency;
  });
}

void compile_dependent_schemas(Compiler& compiler, SchemaPlace schema, const Node& value) {
  add_dependencies(compiler, schema, value, Operation::dependent_schemas, [&](const Node& child) {
    Dependency dependency;
    dependency.key = child.key;
    dependency.block = compiler.block(schema, child);
    return dependency;
  });
}

}  // namespace icc::json_schema
