#include <algorithm>
#include <array>
#include <string>

#include "core/document_scalar.h"
#include "icc/entries.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::array<std::string_view, 3> yes = {"true", "yes", "y"};
constexpr std::array<std::string_view, 3> no = {"false", "no", "n"};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What a text is in YAML, but that a number does not begin with a zero, which YAML 1.1 would take
/// for octal, and has a digit: nobody means infinity.
Kind number_kind(std::string_view text) {
  std::string_view digits = text;
  if (digits.starts_with('-') || digits.starts_with('+')) digits.remove_prefix(1);
  const bool is_octal = digits.size() > 1 && digits.front() == '0' && is_digits(digits);
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  return is_octal || !has_digit ? Kind::text : core_kind(text);
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
    case FieldType::number:
      if (const Kind kind = number_kind(word); is_number(kind)) return scalar(kind, word);
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
