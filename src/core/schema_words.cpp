#include "core/schema_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "icc/json.h"
#include "icc/text.h"

namespace icc::json_schema {
namespace {

constexpr std::size_t quoted_cells = 60;

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

/// Words that readers of YAML 1.1 or 1.2 take for something else than text, in lower case.
constexpr std::string_view reserved_words[] = {"false", "n",    "no", "null", "off",
                                               "on",    "true", "y",  "yes",  "~"};

bool is_reserved(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return std::find(std::begin(reserved_words), std::end(reserved_words), lower) !=
         std::end(reserved_words);
}

bool is_plain_byte(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  const bool is_digit = c >= '0' && c <= '9';
  return is_letter || is_digit || std::string_view(" -'().&/_").find(c) != std::string_view::npos;
}

/// Whether `text` means itself without quotes, in block and flow style. Not whenever it could be:
/// what is not plain to see gets quotes.
bool is_plain(std::string_view text) {
  if (text.empty() || text.back() == ' ' || is_reserved(text)) return false;
  const char first = text.front();
  const bool begins_well =
      (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first & 0x80) != 0;
  return begins_well && std::all_of(text.begin(), text.end(), is_plain_byte);
}

std::string single_quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result.append(c == '\'' ? 2 : 1, c);
  return result + "'";
}

}  // namespace

std::string quoted(std::string_view text) {
  return fmt::format("'{}'", truncated(visible(text.substr(0, quoted_cells * 8)), quoted_cells));
}

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

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string scalar_text(std::string_view text, Style old) {
  if (old == Style::single_quoted && text.find('\n') == text.npos) return single_quoted(text);
  if (old != Style::double_quoted && is_plain(text)) return std::string(text);
  std::string result;
  append_json_string(result, text);
  return result;
}

std::string_view annotation(const Program& program, SchemaPlace schema, std::string_view keyword) {
  const Document& file = program.files[schema.source]->document;
  const Node* value = file.find(program.node(schema), keyword);
  return value == nullptr || value->kind != Kind::text ? std::string_view() : trimmed(value->text);
}

}  // namespace icc::json_schema
