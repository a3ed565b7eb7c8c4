#include "core/schema_words.h"

#include <vector>

#include "icc/text.h"

namespace icc::json_schema {
namespace {

struct KindWords {
  KindSet kinds;
  std::string_view phrase;
};

/// In the order in which a sentence names them.
constexpr KindWords kind_words[] = {
    {any_text, "text"},
    {any_number, "a number"},
    {kind_bit(Kind::integer), "a whole number"},
    {kind_bit(Kind::real), "a number with a fraction"},
    {kind_bit(Kind::boolean), "true or false"},
    {any_list, "a list"},
    {any_map, "a map of keys"},
    {kind_bit(Kind::null), "nothing"},
};

}  // namespace

std::string kinds_phrase(KindSet kinds) {
  std::vector<std::string_view> phrases;
  for (const KindWords& row : kind_words) {
    if ((kinds & row.kinds) != row.kinds) continue;
    phrases.push_back(row.phrase);
    kinds = static_cast<KindSet>(kinds & ~row.kinds);
  }
  if (phrases.empty()) return "nothing at all";
  std::string result(phrases.front());
  for (std::size_t i = 1; i < phrases.size(); ++i) {
    result += i + 1 == phrases.size() ? " or " : ", ";
    result += phrases[i];
  }
  return result;
}

std::string value_phrase(const Node& value) {
  switch (value.kind) {
    case Kind::text:
      return "the text " + quoted(value.text);
    case Kind::integer:
    case Kind::real:
      return "the number " + quoted(value.text);
    case Kind::boolean:
      return "the truth value " + quoted(value.text);
    default:
      return kinds_phrase(kind_bit(value.kind));
  }
}

std::string_view annotation(const Program& program, SchemaPlace schema, std::string_view keyword) {
  const Document& file = program.files[schema.source]->document;
  const Node* value = file.find(program.node(schema), keyword);
  return value == nullptr || value->kind != Kind::text ? std::string_view() : trimmed(value->text);
}

}  // namespace icc::json_schema
