#include <algorithm>
#include <array>
#include <string>

#include "icc/entries.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::array<std::string_view, 3> yes = {"true", "yes", "y"};
constexpr std::array<std::string_view, 3> no = {"false", "no", "n"};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A whole number without leading zeros, which YAML 1.1 would take for octal.
bool is_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return is_digits(text) && (text.size() == 1 || text.front() != '0');
}

bool is_number(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return is_integer(text);
  return is_integer(text.substr(0, point)) && is_digits(text.substr(point + 1));
}

bool is_year(std::string_view text) {
  return text.size() == 4 && is_digits(text) && text.front() != '0';
}

Value scalar(Kind kind, std::string_view text) {
  return {kind, std::string(text), {}, {}};
}

Value boolean_from(std::string_view text) {
  const std::string word = folded(text);
  if (std::find(yes.begin(), yes.end(), word) != yes.end()) return scalar(Kind::boolean, "true");
  if (std::find(no.begin(), no.end(), word) != no.end()) return scalar(Kind::boolean, "false");
  return scalar(Kind::text, text);
}

}  // namespace

Value value_of(const Document& document, const Node& node) {
  Value value{node.kind, {}, {}, {}};
  for (const Node& child : document.children(node)) {
    if (node.kind == Kind::list) value.items.push_back(value_of(document, child));
    if (node.kind == Kind::map) value.members.emplace_back(child.key, value_of(document, child));
  }
  if (node.kind != Kind::null) value.text = node.text;
  return value;
}

Value value_from(std::string_view text, const Field& field) {
  const std::string_view word = trimmed(text);
  switch (field.type) {
    case FieldType::boolean:
      return boolean_from(text);
    case FieldType::integer:
      if (is_integer(word)) return scalar(Kind::integer, word);
      break;
    case FieldType::number:
      if (is_integer(word)) return scalar(Kind::integer, word);
      if (is_number(word)) return scalar(Kind::real, word);
      break;
    case FieldType::period:
      if (is_year(word)) return scalar(Kind::integer, word);
      break;
    default:
      break;
  }
  return scalar(Kind::text, text);
}

}  // namespace icc
