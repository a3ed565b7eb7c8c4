#include "core/query_parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/query_fault.h"
#include "icc/text.h"

// The grammar of a query. The manual page icc-query(7) shows the same.
//
//   query     = [ or-expr ], END ;
//   or-expr   = and-expr, { ( "or" | "|" ), and-expr } ;
//   and-expr  = not-expr, { [ "and" ], not-expr } ;
//   not-expr  = "not", not-expr | primary ;
//   primary   = "(", or-expr, ")" | qualifier | STRING | TEXT ;
//   qualifier = PATH, OP, value, { ",", value } ;      (* glued: no blank around OP and comma *)
//   value     = STRING | RANGE | VALUE ;               (* RANGE where the field is ordered *)
//   OP        = "!=" | "<=" | ">=" | ":" | "=" | "~" | "<" | ">" ;
//
// STRING stands in double quotes, with \" and \\ for those characters. TEXT, PATH and VALUE end at
// a blank or one of ( ) | , " and TEXT has no OP. Behind TEXT, STRING or a value stands a blank,
// ")", "|", "," (values only) or the end; anything else is an error.

namespace icc {
namespace {

using Parsed = tl::expected<QueryNodePtr, QueryError>;

constexpr int deepest = 64;

enum class Next { end, open, close, bar, quote, and_word, or_word, not_word, text };

struct Word {
  std::string_view word;
  Next next;
};
constexpr Word boolean_words[] = {
    {"and", Next::and_word}, {"not", Next::not_word}, {"or", Next::or_word}};

const Word* find_boolean_word(std::string_view word) {
  const auto is_same = [](char left, char right) { return (left | 0x20) == right; };
  const auto* const found = std::ranges::find_if(
      boolean_words, [&](const Word& row) { return std::ranges::equal(word, row.word, is_same); });
  return found == std::end(boolean_words) ? nullptr : found;
}

class Parser {
 public:
  Parser(std::string_view text, QueryBinder& binder) : text_(text), binder_(binder) {}

  Parsed query() {
    auto node = alternatives(0);
    const Token next = peek();
    if (!node || next.kind == Next::end) return node;
    return query_fault(next.range, "')' without '('",
                       "to search for the character, quote it: \")\"");
  }

 private:
  struct Token {
    Next kind;
    Range range;
  };

  [[nodiscard]] std::string_view text_at(Range range) const {
    return text_.substr(range.begin, range.end - range.begin);
  }

  /// The characters from an offset up to the next blank or sign.
  [[nodiscard]] std::string_view run_at(std::size_t begin) const {
    const std::string_view rest = text_.substr(begin);
    return rest.substr(0, rest.find_first_of(ends_of_word));
  }

  [[nodiscard]] Token peek() const;
  void take(const Token& token);
  Parsed missing_term(const Token& next) const;
  [[nodiscard]] QueryNodePtr node(QueryNode what, std::size_t begin) const;

  Parsed bound(tl::expected<QueryNode, QueryError> what, std::size_t begin) const;
  static Parsed too_deep(Range range);

  Parsed alternatives(int depth);
  Parsed conjunction(int depth);
  Parsed negation(int depth);
  Parsed primary(int depth);
  Parsed group(const Token& open, int depth);
  Parsed phrase(const Token& quote);
  Parsed term(const Token& token);
  Parsed qualifier(std::string_view path, std::size_t begin);
  tl::expected<QueryValue, QueryError> value(std::size_t begin);
  tl::expected<QueryValue, QueryError> string();
  [[nodiscard]] std::optional<QueryError> wrong_end(std::size_t begin, bool in_values) const;
  void note_single_quotes(std::string_view written);

  std::string_view text_;
  QueryBinder& binder_;
  std::size_t at_ = 0;
  Range before_;  // the sign or word that a term must follow; empty behind a term
};

Parser::Token Parser::peek() const {
  const std::size_t begin = std::min(text_.find_first_not_of(query_blanks, at_), text_.size());
  if (begin == text_.size()) return {Next::end, range_of(begin, begin)};
  switch (text_[begin]) {
    case '(':
      return {Next::open, range_of(begin, begin + 1)};
    case ')':
      return {Next::close, range_of(begin, begin + 1)};
    case '|':
      return {Next::bar, range_of(begin, begin + 1)};
    case '"':
      return {Next::quote, range_of(begin, begin + 1)};
    default:
      break;
  }
  // A comma by itself is one character, so that it is told as what it is.
  const std::string_view run = run_at(begin);
  const Word* word = find_boolean_word(run);
  return {word != nullptr ? word->next : Next::text,
          range_of(begin, begin + std::max<std::size_t>(run.size(), 1))};
}

void Parser::take(const Token& token) {
  at_ = token.range.end;
  before_ = token.range;
}

Parsed Parser::missing_term(const Token& next) const {
  if (before_.end > 0) {
    return query_fault(before_, fmt::format("a term is missing after '{}'", text_at(before_)));
  }
  return query_fault(next.range, fmt::format("a term is missing before '{}'", text_at(next.range)),
                     fmt::format("to search for it, quote it: \"{}\"", text_at(next.range)));
}

QueryNodePtr Parser::node(QueryNode what, std::size_t begin) const {
  what.text = text_.substr(begin, at_ - begin);
  return std::make_shared<const QueryNode>(std::move(what));
}

Parsed Parser::bound(tl::expected<QueryNode, QueryError> what, std::size_t begin) const {
  if (!what) return tl::unexpected(std::move(what.error()));
  return node(std::move(*what), begin);
}

Parsed Parser::too_deep(Range range) {
  return query_fault(range, "the query is nested too deeply",
                     fmt::format("at most {} parentheses and 'not' within each other", deepest));
}

Parsed Parser::alternatives(int depth) {
  const std::size_t begin = peek().range.begin;
  QueryAny any;
  while (true) {
    auto part = conjunction(depth);
    if (!part) return part;
    any.parts.push_back(std::move(*part));
    const Token next = peek();
    if (next.kind != Next::bar && next.kind != Next::or_word) break;
    take(next);
  }
  if (any.parts.size() == 1) return any.parts.front();
  return node({std::move(any), {}}, begin);
}

Parsed Parser::conjunction(int depth) {
  const std::size_t begin = peek().range.begin;
  QueryAll all;
  while (true) {
    auto part = negation(depth);
    if (!part) return part;
    all.parts.push_back(std::move(*part));
    before_ = {};
    const Token next = peek();
    if (next.kind == Next::and_word) take(next);
    const bool is_over = next.kind == Next::end || next.kind == Next::close ||
                         next.kind == Next::bar || next.kind == Next::or_word;
    if (is_over) break;
  }
  if (all.parts.size() == 1) return all.parts.front();
  return node({std::move(all), {}}, begin);
}

Parsed Parser::negation(int depth) {
  const Token next = peek();
  if (next.kind != Next::not_word) return primary(depth);
  if (depth == deepest) return too_deep(next.range);
  take(next);
  auto part = negation(depth + 1);
  if (!part) return part;
  return node({QueryNot{std::move(*part)}, {}}, next.range.begin);
}

Parsed Parser::primary(int depth) {
  const Token next = peek();
  switch (next.kind) {
    case Next::open:
      return depth == deepest ? too_deep(next.range) : group(next, depth + 1);
    case Next::quote:
      return phrase(next);
    case Next::text:
      return term(next);
    default:
      return missing_term(next);
  }
}

Parsed Parser::group(const Token& open, int depth) {
  take(open);
  auto inner = alternatives(depth);
  if (!inner) return inner;
  const Token close = peek();
  if (close.kind != Next::close) return query_fault(open.range, "'(' is not closed");
  at_ = close.range.end;
  return node(**inner, open.range.begin);
}

Parsed Parser::phrase(const Token& quote) {
  at_ = quote.range.begin;
  const auto value = string();
  if (!value) return tl::unexpected(value.error());
  if (auto error = wrong_end(value->range.begin, false)) return tl::unexpected(std::move(*error));
  return bound(binder_.words(*value), value->range.begin);
}

Parsed Parser::term(const Token& token) {
  const std::size_t begin = token.range.begin;
  const std::string_view run = run_at(begin);
  if (run.empty()) {
    return query_fault(token.range, "a comma stands only between values",
                       "write FIELD:ONE,TWO without blanks");
  }
  const std::size_t op = find_operator(run);
  if (op < run.size()) return qualifier(run.substr(0, op), begin);
  at_ = begin + run.size();
  note_single_quotes(text_.substr(begin));
  if (auto error = wrong_end(begin, false)) return tl::unexpected(std::move(*error));
  return bound(binder_.words({std::string(run), range_of(begin, at_), false}), begin);
}

Parsed Parser::qualifier(std::string_view path, std::size_t begin) {
  Qualifier qualifier;
  qualifier.path = path;
  qualifier.path_range = range_of(begin, begin + path.size());
  at_ = begin + path.size();
  qualifier.op = operator_at(text_.substr(at_));
  qualifier.op_range = range_of(at_, at_ + qualifier.op->sign.size());
  at_ = qualifier.op_range.end;
  if (path.empty()) {
    return query_fault(qualifier.op_range,
                       fmt::format("a field is missing before '{}'", qualifier.op->sign),
                       "write FIELD:VALUE without blanks, or quote the text");
  }
  while (true) {
    auto value = this->value(begin);
    if (!value) return tl::unexpected(std::move(value.error()));
    if (auto error = wrong_end(value->range.begin, true)) return tl::unexpected(std::move(*error));
    qualifier.values.push_back(std::move(*value));
    if (text_.substr(at_, 1) != ",") break;
    ++at_;
  }
  return bound(binder_.qualifier(qualifier), begin);
}

/// A value of the qualifier that began at `begin`.
tl::expected<QueryValue, QueryError> Parser::value(std::size_t begin) {
  const std::size_t first = at_;
  if (text_.substr(first, 1) == "\"") return string();
  const std::string_view run = run_at(first);
  const QueryOperator* op = operator_at(run);
  if (op != nullptr) {
    return query_fault(
        range_of(first, first + op->sign.size()),
        fmt::format("unexpected '{}' after '{}'", op->sign, text_.substr(begin, first - begin)),
        fmt::format("write one operator, or quote the value: {}", quoted_value(run)));
  }
  if (run.empty()) {
    return query_fault(
        range_of(begin, first),
        fmt::format("a value is missing after '{}'", text_.substr(begin, first - begin)),
        "write the value right behind it; quote one that has blanks");
  }
  at_ += run.size();
  note_single_quotes(text_.substr(first));
  return QueryValue{std::string(run), range_of(first, at_), false, text_.substr(at_)};
}

/// The text in the quotes at the place.
tl::expected<QueryValue, QueryError> Parser::string() {
  const std::size_t begin = at_;
  QueryValue value{{}, {}, true};
  for (std::size_t i = begin + 1; i < text_.size(); ++i) {
    const bool is_escape =
        text_[i] == '\\' && i + 1 < text_.size() && (text_[i + 1] == '"' || text_[i + 1] == '\\');
    if (is_escape) {
      value.text += text_[++i];
    } else if (text_[i] != '"') {
      value.text += text_[i];
    } else {
      at_ = i + 1;
      value.range = range_of(begin, at_);
      note_single_quotes(value.text);
      return value;
    }
  }
  return query_fault(range_of(begin, begin + 1), "the quote is not closed",
                     "close it with \"; write \\\" for a quote within it");
}

/// Says that a single quote is a character like any other, where a text seems to stand in two.
void Parser::note_single_quotes(std::string_view written) {
  if (!written.starts_with('\'')) return;
  const std::size_t end = written.find('\'', 1);
  if (end == std::string_view::npos) return;
  const bool is_end =
      end + 1 == written.size() || ends_of_word.find(written[end + 1]) != std::string_view::npos;
  if (!is_end) return;
  const std::string_view meant = written.substr(1, end - 1);
  binder_.notes().push_back(
      fmt::format("' is a character like any other: to quote, write {}", quoted_phrase(meant)));
}

/// What is wrong with the character behind a text or value that began at `begin`, if anything is.
std::optional<QueryError> Parser::wrong_end(std::size_t begin, bool in_values) const {
  const std::string_view rest = text_.substr(at_);
  const std::string_view allowed = in_values ? " \t\r\n)|," : " \t\r\n)|";
  if (rest.empty() || allowed.find(rest.front()) != std::string_view::npos) return std::nullopt;
  const std::string_view sign = rest.substr(0, first_character(rest).length);
  const std::string_view all = text_.substr(begin);
  const std::string_view meant = all.substr(0, all.find_first_of(query_blanks));
  const bool is_list = sign == "," && !in_values;
  return QueryError{
      {},
      range_of(at_, at_ + sign.size()),
      fmt::format("unexpected '{}' after '{}'", sign, text_.substr(begin, at_ - begin)),
      is_list               ? "a comma stands between values, as in FIELD:ONE,TWO"
      : text_[begin] == '"' ? "put a blank after the closing quote"
                            : fmt::format("quote the text: {}", quoted_value(meant))};
}

}  // namespace

tl::expected<QueryNodePtr, QueryError> parse_query(std::string_view text, QueryBinder& binder) {
  return Parser(text, binder).query();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(query_blanks) == std::string_view::npos;
}

bool is_boolean_word(std::string_view word) {
  return find_boolean_word(word) != nullptr;
}

}  // namespace icc
