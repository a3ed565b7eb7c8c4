#include "core/schema_compile.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/schema_keywords.h"
#include "core/schema_words.h"
#include "icc/text.h"

namespace icc::json_schema {
namespace {

struct ShapeRow {
  KeywordShape shape;
  std::string_view phrase;
};

constexpr ShapeRow shape_phrases[] = {
    {KeywordShape::text, "text"},
    {KeywordShape::count, "a whole number that is not negative"},
    {KeywordShape::number, "a number"},
    {KeywordShape::divisor, "a number above 0 of at most 18 digits"},
    {KeywordShape::boolean, "true or false"},
    {KeywordShape::list, "a list"},
    {KeywordShape::texts, "a list of texts"},
    {KeywordShape::texts_by_key, "a map of lists of texts"},
    {KeywordShape::type, "the name of a type, or a list of them"},
    {KeywordShape::extension, "a map of keys"},
    {KeywordShape::schema, "a schema"},
    {KeywordShape::schemas, "a list of schemas, at least one"},
    {KeywordShape::schemas_by_key, "a map of schemas"},
};

std::string_view shape_phrase(KeywordShape shape) {
  const auto* row = std::find_if(std::begin(shape_phrases), std::end(shape_phrases),
                                 [&](const ShapeRow& each) { return each.shape == shape; });
  return row == std::end(shape_phrases) ? "anything" : row->phrase;
}

bool all_texts(Document::Children children) {
  for (const Node& child : children) {
    if (child.kind != Kind::text) return false;
  }
  return true;
}

bool is_list_of_texts(const Document& file, const Node& value) {
  return value.kind == Kind::list && all_texts(file.children(value));
}

bool is_map_of_texts(const Document& file, const Node& value) {
  if (value.kind != Kind::map) return false;
  for (const Node& child : file.children(value)) {
    if (!is_list_of_texts(file, child)) return false;
  }
  return true;
}

bool has_children(const Document& file, const Node& value) {
  return value.end > file.index(value) + 1;
}

bool has_shape(const Document& file, const Node& value, KeywordShape shape) {
  switch (shape) {
    case KeywordShape::text:
      return value.kind == Kind::text;
    case KeywordShape::count:
      return is_number(value.kind) && Number(value.text).is_count();
    case KeywordShape::number:
      return is_number(value.kind);
    case KeywordShape::divisor:
      return is_number(value.kind) && Number(value.text).valid_divisor();
    case KeywordShape::boolean:
      return value.kind == Kind::boolean;
    case KeywordShape::list:
      return value.kind == Kind::list;
    case KeywordShape::texts:
      return is_list_of_texts(file, value);
    case KeywordShape::texts_by_key:
      return is_map_of_texts(file, value);
    case KeywordShape::type:
      return value.kind == Kind::text || is_list_of_texts(file, value);
    case KeywordShape::schemas:
      return value.kind == Kind::list && has_children(file, value);
    case KeywordShape::schemas_by_key:
    case KeywordShape::extension:
      return value.kind == Kind::map;
    case KeywordShape::anything:
    case KeywordShape::constant:
    case KeywordShape::schema:
      break;
  }
  return true;
}

/// The bytes of a pattern at which RE2 or we stumbled; the whole where quotes or escapes of the
/// file make counting uncertain.
Range fault_range(const Node& value, std::string_view pattern, std::size_t offset) {
  const std::size_t quotes = value.style == Style::plain ? 0 : 1;
  if (value.range.end - value.range.begin != pattern.size() + 2 * quotes) return value.range;
  return range_of(value.range.begin + quotes + offset, value.range.end - quotes);
}

}  // namespace

Compiler::Compiler(Sources& sources) : sources_(sources) {
  program_.instructions.push_back({});
  program_.blocks.push_back({0, 0, {}});
  program_.blocks.push_back({0, 1, {}});
}

void Compiler::compile(SchemaPlace root) {
  program_.root = block(root);
  for (BlockId next = false_block + 1; next < program_.blocks.size(); ++next) compile_block(next);
}

BlockId Compiler::block(SchemaPlace schema) {
  const Node& node = sources_.node(schema);
  if (node.kind == Kind::boolean) return is_true(node) ? true_block : false_block;
  const auto next = static_cast<BlockId>(program_.blocks.size());
  const auto [known, is_new] = known_.try_emplace(schema.key(), next);
  if (is_new) program_.blocks.push_back({0, 0, schema});
  return known->second;
}

BlockId Compiler::block(SchemaPlace schema, const Node& value) {
  return block(sources_.place(schema, value));
}

const Node* Compiler::keyword(SchemaPlace schema, std::string_view name) const {
  const Document& file = sources_.document(schema);
  const Node* value = file.find(sources_.node(schema), name);
  const Keyword* keyword = find_keyword(name);
  if (value == nullptr || !has_shape(file, *value, keyword->shape)) return nullptr;
  return value;
}

void Compiler::compile_block(BlockId id) {
  const SchemaPlace schema = program_.blocks[id].origin;
  const auto size = [&] { return static_cast<std::uint32_t>(program_.instructions.size()); };
  program_.blocks[id].first = size();
  std::vector<const Keyword*> done;
  const Node& node = sources_.node(schema);
  for (const Node& value : children(schema, node)) compile_keyword(schema, value, done);
  program_.blocks[id].last = size();
}

void Compiler::compile_keyword(SchemaPlace schema, const Node& value,
                               std::vector<const Keyword*>& done) {
  const Keyword* keyword = find_keyword(value.key);
  if (keyword == nullptr) return check_unknown(schema, value);
  if (!keyword->supported) {
    return add_fault(schema, value.key_range,
                     fmt::format("the keyword '{}' is not supported", value.key),
                     "'man icc-schema' lists the keywords that are");
  }
  if (!has_shape(sources_.document(schema), value, keyword->shape)) {
    return add_fault(schema, value.range,
                     fmt::format("'{}' must be {}", value.key, shape_phrase(keyword->shape)));
  }
  const auto same_group = [&](const Keyword* other) { return other->compile == keyword->compile; };
  if (keyword->compile == nullptr || std::any_of(done.begin(), done.end(), same_group)) return;
  done.push_back(keyword);
  keyword->compile(*this, schema, value);
}

/// Unknown keywords are annotations, says the standard; but one that is nearly a known one is a
/// slip that would let faults pass.
void Compiler::check_unknown(SchemaPlace schema, const Node& value) {
  if (value.key.starts_with("x-") || searches_++ >= most_searches) return;
  std::vector<std::string_view> names;
  for (const Keyword& keyword : all_keywords()) names.push_back(keyword.name);
  const auto near = nearest(value.key, names);
  if (near.empty()) return;
  add_fault(schema, value.key_range, fmt::format("unknown keyword {}", quoted(value.key)),
            fmt::format("did you mean '{}'? names of your own begin with 'x-'", near.front()));
}

std::uint32_t Compiler::pattern(SchemaPlace schema, std::string_view text, const Node& value) {
  const auto next = static_cast<std::uint32_t>(program_.patterns.size());
  const auto [known, is_new] = patterns_.try_emplace(std::string(text), next);
  if (!is_new) return known->second;
  auto compiled = Pattern::compile(text);
  if (!compiled) {
    const bool is_key = text.data() != value.text.data();
    add_fault(schema, is_key ? value.key_range : fault_range(value, text, compiled.error().offset),
              fmt::format("the pattern '{}' can't be used: {}", text, compiled.error().message));
    patterns_.erase(known);
    return 0;
  }
  program_.patterns.push_back(std::move(*compiled));
  return next;
}

}  // namespace icc::json_schema
