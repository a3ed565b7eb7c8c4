#include "core/document_json_value.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace icc {
namespace {

constexpr std::string_view digits = "0123456789";

/// The digits at the start of `text`, which are taken off.
std::string_view take_digits(std::string_view& text) {
  const std::size_t length = std::min(text.find_first_not_of(digits), text.size());
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(length);
  return taken;
}

/// `0x1F` or `0o17` in decimal digits; none when it is neither, or above 64 bits.
std::optional<std::string> from_other_base(std::string_view text) {
  const bool is_hex = text.starts_with("0x");
  if (!is_hex && !text.starts_with("0o")) return std::nullopt;
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + 2, end, number, is_hex ? 16 : 8);
  if (error != std::errc() || stop != end) return std::nullopt;
  return std::to_string(number);
}

/// A decimal number of YAML's core schema (1.2.2, section 10.3.2) as JSON spells it; none when it
/// is no decimal number.
std::optional<std::string> json_decimal(std::string_view text) {
  std::string json = text.starts_with('-') ? "-" : "";
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::string_view whole = take_digits(text);
  const bool has_point = text.starts_with('.');
  if (has_point) text.remove_prefix(1);
  const std::string_view fraction = has_point ? take_digits(text) : std::string_view();
  if (whole.empty() && fraction.empty()) return std::nullopt;
  const std::size_t first = std::min(whole.find_first_not_of('0'), whole.size());
  json += first == whole.size() ? "0" : whole.substr(first);
  if (has_point) json.append(".").append(fraction.empty() ? "0" : fraction);
  if (!text.empty() && text.front() != 'e' && text.front() != 'E') return std::nullopt;
  return json.append(text);
}

void write_number(JsonWriter& json, std::string_view text) {
  auto number = from_other_base(text);
  if (!number) number = json_decimal(text);
  number ? json.verbatim(*number) : json.text(text);
}

void write_list(JsonWriter& json, const Document& document, const Node& list) {
  json.begin_array();
  for (const Node& item : document.children(list)) write_json_value(json, document, item);
  json.end_array();
}

void write_map(JsonWriter& json, const Document& document, const Node& map) {
  json.begin_object();
  for (const Node& member : document.children(map)) {
    json.key(member.key);
    write_json_value(json, document, member);
  }
  json.end_object();
}

}  // namespace

void write_json_value(JsonWriter& json, const Document& document, const Node& node) {
  switch (node.kind) {
    case Kind::null:
      return json.null();
    case Kind::boolean:
      return json.boolean(is_true(node));
    case Kind::integer:
    case Kind::real:
      return write_number(json, node.text);
    case Kind::text:
      return json.text(node.text);
    case Kind::list:
      return write_list(json, document, node);
    case Kind::map:
      return write_map(json, document, node);
  }
}

}  // namespace icc
