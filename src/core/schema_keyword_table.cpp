#include "core/schema_keywords.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/schema_compile.h"
#include "core/schema_extension.h"
#include "core/schema_format.h"
#include "core/schema_groups.h"
#include "core/schema_texts.h"
#include "core/schema_vocabulary.h"
#include "icc/text.h"

namespace icc::json_schema {
namespace {

constexpr std::string_view dialect = "https://json-schema.org/draft/2020-12/schema";

struct TypeName {
  std::string_view name;
  KindSet kinds;
};

constexpr TypeName type_names[] = {
    {"array", any_list},
    {"boolean", kind_bit(Kind::boolean)},
    {"integer", static_cast<KindSet>(any_number | whole_reals_only)},
    {"null", kind_bit(Kind::null)},
    {"number", any_number},
    {"object", any_map},
    {"string", any_text},
};

std::uint32_t size_of(const auto& list) {
  return static_cast<std::uint32_t>(list.size());
}

// A keyword that is one instruction.

template <Operation operation, KindSet kinds>
void compile_count(Compiler& compiler, SchemaPlace schema, const Node& value) {
  compiler.add({operation, kinds, 0, 0, Number(value.text).count(),
                compiler.sources().place(schema, value)});
}

template <Operation operation>
void compile_number(Compiler& compiler, SchemaPlace schema, const Node& value) {
  auto& numbers = compiler.program().numbers;
  compiler.add(
      {operation, any_number, size_of(numbers), 0, 0, compiler.sources().place(schema, value)});
  numbers.emplace_back(value.text);
}

template <Operation operation, KindSet kinds>
void compile_block(Compiler& compiler, SchemaPlace schema, const Node& value) {
  compiler.add({operation, kinds, compiler.block(schema, value), 0, 0,
                compiler.sources().place(schema, value)});
}

template <Operation operation>
void compile_blocks(Compiler& compiler, SchemaPlace schema, const Node& value) {
  std::vector<BlockId> blocks;
  for (const Node& child : compiler.children(schema, value)) {
    blocks.push_back(compiler.block(schema, child));
  }
  compiler.add({operation, any_kind, add_blocks(compiler, blocks), size_of(blocks), 0,
                compiler.sources().place(schema, value)});
}

void compile_dialect(Compiler& compiler, SchemaPlace schema, const Node& value) {
  if (value.text == dialect) return;
  compiler.add_fault(schema, value.range, fmt::format("'{}' is not supported", value.text),
                     fmt::format("write '{}'", dialect));
}

void compile_reference(Compiler& compiler, SchemaPlace schema, const Node& value) {
  const auto target = compiler.sources().find(schema, value);
  if (!target) return;
  compiler.program().references.push_back({compiler.sources().place(schema, value), *target});
  compiler.add({Operation::reference, any_kind, compiler.block(*target), 0, 0,
                compiler.sources().place(schema, value)});
}

/// Schemas that demand nothing by themselves are compiled for their faults.
void compile_definitions(Compiler& compiler, SchemaPlace schema, const Node& value) {
  for (const Node& child : compiler.children(schema, value)) {
    (void)compiler.block(schema, child);
  }
}

KindSet kinds_of(Compiler& compiler, SchemaPlace schema, const Node& name) {
  const auto* found = std::find_if(std::begin(type_names), std::end(type_names),
                                   [&](const TypeName& type) { return type.name == name.text; });
  if (found != std::end(type_names)) return found->kinds;
  std::vector<std::string_view> names;
  for (const TypeName& type : type_names) names.push_back(type.name);
  const auto near = nearest(name.text, names);
  compiler.add_fault(schema, name.range, fmt::format("'{}' is not a type", name.text),
                     did_you_mean(near, fmt::format("types: {}", fmt::join(names, ", "))));
  return 0;
}

void compile_type(Compiler& compiler, SchemaPlace schema, const Node& value) {
  KindSet kinds = 0;
  bool all_reals = false;
  const auto add = [&](const Node& name) {
    kinds = static_cast<KindSet>(kinds | kinds_of(compiler, schema, name));
    all_reals = all_reals || name.text == "number";
  };
  if (value.kind == Kind::text) add(value);
  for (const Node& name : compiler.children(schema, value)) add(name);
  if (all_reals) kinds = static_cast<KindSet>(kinds & ~whole_reals_only);
  compiler.add({Operation::type, any_kind, 0, 0, kinds, compiler.sources().place(schema, value)});
}

void add_value_set(Compiler& compiler, SchemaPlace origin, ValueSet set) {
  auto& sets = compiler.program().value_sets;
  compiler.add({Operation::values, any_kind, size_of(sets), 0, 0, origin});
  sets.push_back(std::move(set));
}

/// The set of these values, which stand in one schema.
template <class Values>
ValueSet value_set(Compiler& compiler, SchemaPlace schema, const Values& values) {
  ValueSet set;
  set.schema = schema;
  std::vector<std::string_view> texts;
  for (const Node& value : values) {
    if (value.kind == Kind::text) {
      texts.push_back(value.text);
    } else {
      set.others.push_back(compiler.sources().place(schema, value));
    }
  }
  set.texts = std::make_shared<AllowedTexts>(std::move(texts));
  return set;
}

void compile_const(Compiler& compiler, SchemaPlace schema, const Node& value) {
  add_value_set(compiler, compiler.sources().place(schema, value),
                value_set(compiler, schema, std::span(&value, 1)));
}

void compile_enum(Compiler& compiler, SchemaPlace schema, const Node& value) {
  ValueSet set = value_set(compiler, schema, compiler.children(schema, value));
  if (set.others.empty())
    set.vocabulary = closed_vocabulary(compiler.sources().file(schema), value);
  add_value_set(compiler, compiler.sources().place(schema, value), std::move(set));
}

bool is_annotation(const Keyword& keyword) {
  const bool is_extension = keyword.shape == KeywordShape::extension;
  return keyword.supported && (keyword.compile == nullptr || is_extension);
}

/// Whether a branch says nothing but that the value is one text.
bool is_choice(const Document& file, const Node& branch) {
  bool has_const = false;
  for (const Node& value : file.children(branch)) {
    const Keyword* keyword = find_keyword(value.key);
    if (value.key == "const") {
      has_const = value.kind == Kind::text;
    } else if (keyword != nullptr && !is_annotation(*keyword)) {
      return false;
    }
  }
  return has_const;
}

/// The texts of branches that are choices.
std::vector<std::string_view> choice_texts(const Document& file, const Node& branches) {
  std::vector<std::string_view> texts;
  for (const Node& branch : file.children(branches)) {
    texts.push_back(file.find(branch, "const")->text);
  }
  return texts;
}

/// The texts of a oneOf or anyOf whose branches are all choices, none twice; else null.
std::shared_ptr<const AllowedTexts> choices(Compiler& compiler, SchemaPlace schema,
                                            const Node& value) {
  const auto file = compiler.sources().file(schema);
  const Document& document = file->document;
  for (const Node& branch : document.children(value)) {
    if (!is_choice(document, branch)) return nullptr;
  }
  if (file->shipped) {
    return std::make_shared<AllowedTexts>([file, list = document.index(value)] {
      return choice_texts(file->whole(), file->whole().node(list));
    });
  }
  auto texts = std::make_shared<AllowedTexts>(choice_texts(document, value));
  return texts->has_repetition() ? nullptr : texts;
}

/// The annotations of branches that become no block of their own.
void check_choices(Compiler& compiler, SchemaPlace schema, const Node& value) {
  for (const Node& branch : compiler.children(schema, value)) {
    const Node* extension = compiler.sources().document(schema).find(branch, "x-icc");
    if (extension != nullptr) check_extension(compiler, schema, *extension);
  }
}

template <Operation operation>
void compile_alternatives(Compiler& compiler, SchemaPlace schema, const Node& value) {
  auto texts = choices(compiler, schema, value);
  if (!texts) return compile_blocks<operation>(compiler, schema, value);
  check_choices(compiler, schema, value);
  add_value_set(
      compiler, compiler.sources().place(schema, value),
      {std::move(texts), {}, schema, closed_vocabulary(compiler.sources().file(schema), value)});
}

void compile_pattern(Compiler& compiler, SchemaPlace schema, const Node& value) {
  compiler.add({Operation::pattern, any_text, compiler.pattern(schema, value.text, value), 0, 0,
                compiler.sources().place(schema, value)});
}

void compile_format(Compiler& compiler, SchemaPlace schema, const Node& value) {
  const auto index = text_format_index(value.text);
  if (!index) return;
  compiler.add(
      {Operation::format, any_text, *index, 0, 0, compiler.sources().place(schema, value)});
}

void compile_unique(Compiler& compiler, SchemaPlace schema, const Node& value) {
  if (compiler.block(schema, value) == false_block) return;
  compiler.add(
      {Operation::unique_items, any_list, 0, 0, 0, compiler.sources().place(schema, value)});
}

using enum KeywordShape;

constexpr Keyword keywords[] = {
    {"$anchor", text, nullptr},
    {"$comment", anything, nullptr},
    {"$defs", schemas_by_key, compile_definitions},
    {"$dynamicAnchor", text, nullptr, false},
    {"$dynamicRef", text, nullptr, false},
    {"$id", text, nullptr},
    {"$recursiveAnchor", anything, nullptr, false},
    {"$recursiveRef", anything, nullptr, false},
    {"$ref", text, compile_reference},
    {"$schema", text, compile_dialect},
    {"$vocabulary", anything, nullptr, false},
    {"additionalItems", anything, nullptr, false},
    {"additionalProperties", schema, compile_members},
    {"allOf", schemas, compile_blocks<Operation::all_of>},
    {"anyOf", schemas, compile_alternatives<Operation::any_of>},
    {"const", constant, compile_const},
    {"contains", schema, compile_contains},
    {"contentEncoding", anything, nullptr},
    {"contentMediaType", anything, nullptr},
    {"contentSchema", anything, nullptr},
    {"default", anything, nullptr},
    {"definitions", schemas_by_key, compile_definitions},
    {"dependencies", anything, nullptr, false},
    {"dependentRequired", texts_by_key, compile_dependent_required},
    {"dependentSchemas", schemas_by_key, compile_dependent_schemas},
    {"deprecated", anything, nullptr},
    {"description", anything, nullptr},
    {"else", schema, compile_condition},
    {"enum", list, compile_enum},
    {"examples", anything, nullptr},
    {"exclusiveMaximum", number, compile_number<Operation::exclusive_maximum>},
    {"exclusiveMinimum", number, compile_number<Operation::exclusive_minimum>},
    {"format", text, compile_format},
    {"if", schema, compile_condition},
    {"items", schema, compile_items},
    {"maxContains", count, compile_contains},
    {"maxItems", count, compile_count<Operation::most_items, any_list>},
    {"maxLength", count, compile_count<Operation::longest, any_text>},
    {"maxProperties", count, compile_count<Operation::most_members, any_map>},
    {"maximum", number, compile_number<Operation::maximum>},
    {"minContains", count, compile_contains},
    {"minItems", count, compile_count<Operation::fewest_items, any_list>},
    {"minLength", count, compile_count<Operation::shortest, any_text>},
    {"minProperties", count, compile_count<Operation::fewest_members, any_map>},
    {"minimum", number, compile_number<Operation::minimum>},
    {"multipleOf", divisor, compile_number<Operation::multiple_of>},
    {"not", schema, compile_block<Operation::not_allowed, any_kind>},
    {"oneOf", schemas, compile_alternatives<Operation::one_of>},
    {"pattern", text, compile_pattern},
    {"patternProperties", schemas_by_key, compile_members},
    {"prefixItems", schemas, compile_items},
    {"properties", schemas_by_key, compile_members},
    {"propertyNames", schema, compile_block<Operation::member_names, any_map>},
    {"readOnly", anything, nullptr},
    {"required", texts, compile_members},
    {"then", schema, compile_condition},
    {"title", anything, nullptr},
    {"type", type, compile_type},
    {"unevaluatedItems", anything, nullptr, false},
    {"unevaluatedProperties", anything, nullptr, false},
    {"uniqueItems", boolean, compile_unique},
    {"writeOnly", anything, nullptr},
    {"x-icc", extension, check_extension},
};

}  // namespace

std::span<const Keyword> all_keywords() {
  return keywords;
}

const Keyword* find_keyword(std::string_view name) {
  static const TextSet names = [] {
    std::vector<std::string_view> all;
    for (const Keyword& keyword : keywords) all.push_back(keyword.name);
    return TextSet(all);
  }();
  const std::uint32_t index = names.find(name);
  return index == TextSet::none ? nullptr : &keywords[index];
}

}  // namespace icc::json_schema
