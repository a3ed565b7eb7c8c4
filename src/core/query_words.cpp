#include "core/query_words.h"

#include <algorithm>
#include <string_view>

#include "core/query_parse.h"
#include "core/query_qualifier.h"
#include "core/query_subject.h"
#include "icc/text.h"

namespace icc {
namespace {

bool has_boolean_word(std::string_view text) {
  return std::ranges::any_of(split(text, ' '), is_boolean_word);
}

bool is_known_value(std::string_view path, std::string_view value, const Schema& schema) {
  const auto subject = query_subject(path, schema);
  return subject && subject->vocabulary != nullptr && !subject->vocabulary->find(value).empty();
}

/// Offset of the next comma that parts values: without a blank on either side.
std::size_t find_comma(std::string_view text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool is_glued = query_blanks.find(text[i - 1]) == std::string_view::npos &&
                          query_blanks.find(text[i + 1]) == std::string_view::npos;
    if (text[i] == ',' && is_glued) return i;
  }
  return text.size();
}

std::string quoted_list(std::string_view values) {
  std::string list;
  while (!values.empty()) {
    const std::size_t comma = find_comma(values);
    if (!list.empty()) list += ',';
    list += quoted_value(values.substr(0, comma));
    values.remove_prefix(std::min(comma + 1, values.size()));
  }
  return list;
}

std::string quoted_word(const std::string& word, const Schema& schema) {
  const std::size_t at = find_operator(word);
  if (at == 0 || at == word.size()) return word;
  const std::string_view path = std::string_view(word).substr(0, at);
  const std::string_view sign = operator_at(std::string_view(word).substr(at))->sign;
  const std::string_view rest = std::string_view(word).substr(at + sign.size());
  const bool has_blank = rest.find_first_of(query_blanks) != std::string_view::npos;
  const bool is_glued = path.find_first_of(ends_of_word) == std::string_view::npos &&
                        !rest.empty() && query_blanks.find(rest.front()) == std::string_view::npos;
  if (!has_blank || !is_glued) return word;
  const std::string head = std::string(path) + std::string(sign);
  if (is_known_value(path, rest, schema)) return head + quoted_value(rest);
  const bool is_syntax = rest.find_first_of("()|\"") != std::string_view::npos ||
                         find_operator(rest) < rest.size() || has_boolean_word(rest);
  return is_syntax ? word : head + quoted_list(rest);
}

}  // namespace

std::string query_of_words(const std::vector<std::string>& words, const Schema& schema) {
  std::string query;
  for (const std::string& word : words) {
    if (!query.empty()) query += ' ';
    query += quoted_word(word, schema);
  }
  return query;
}

}  // namespace icc
