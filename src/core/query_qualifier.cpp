#include "core/query_qualifier.h"

#include <algorithm>

namespace icc {
namespace {

constexpr QueryOperator operators[] = {
    {"!=", Comparison::unequal}, {"<=", Comparison::at_most}, {">=", Comparison::at_least},
    {":", Comparison::is},       {"=", Comparison::equal},    {"~", Comparison::pattern},
    {"<", Comparison::less},     {">", Comparison::greater},
};

}  // namespace

std::span<const QueryOperator> query_operators() {
  return operators;
}

const QueryOperator* operator_at(std::string_view text) {
  const auto* const found = std::ranges::find_if(
      operators, [&](const QueryOperator& row) { return text.starts_with(row.sign); });
  return found == std::end(operators) ? nullptr : found;
}

std::size_t find_operator(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && operator_at(text.substr(at)) == nullptr) ++at;
  return at;
}

std::string quoted_value(std::string_view text) {
  const bool is_plain = !text.empty() && text.find_first_of(ends_of_word) == text.npos &&
                        text.find('\\') == text.npos && operator_at(text) == nullptr;
  return is_plain ? std::string(text) : quoted_phrase(text);
}

std::string quoted_phrase(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace icc
