#include "core/query_bind.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "core/query_fault.h"
#include "core/query_question.h"
#include "core/query_subject.h"
#include "core/text_ascii.h"
#include "icc/text.h"

namespace icc {
namespace {

using Bound = tl::expected<QueryNode, QueryError>;

QueryNodePtr shared(QueryNode node) {
  return std::make_shared<const QueryNode>(std::move(node));
}

QueryNode negated(QueryNode node) {
  return {QueryNot{shared(std::move(node))}, {}};
}

tl::expected<QuerySubject, QueryError> find_subject(std::string_view path, Range range,
                                                    std::string_view hint, const Schema& schema) {
  if (auto subject = query_subject(path, schema)) {
    const bool is_missing = subject->type == FieldType::period && subject->fields.empty();
    if (!is_missing) return *subject;
    return query_fault(range, fmt::format("'{}' asks for a period, and the schema has none", path));
  }
  const std::string meant = nearest_subject(path, schema);
  return query_fault(range, fmt::format("no field '{}'", path),
                     meant.empty() ? std::string(hint) : fmt::format("did you mean '{}'?", meant));
}

/// What to do when the text was to be searched for.
std::string search_hint(const Qualifier& qualifier) {
  const std::string text =
      fmt::format("{}{}{}", qualifier.path, qualifier.op->sign, qualifier.values.front().text);
  return fmt::format("'icc fields' lists the fields; to search for the text, quote it: {}",
                     quoted_phrase(text));
}

/// `=` and `~` look at a period as it was written, the other operators at its days.
void look_at_text(QuerySubject& subject, Comparison comparison) {
  const bool is_verbatim = comparison == Comparison::equal || comparison == Comparison::unequal ||
                           comparison == Comparison::pattern;
  if (!subject.is_field || subject.type != FieldType::period || !is_verbatim) return;
  subject.source = QuerySource::values;
  subject.type = FieldType::text;
}

tl::unexpected<QueryError> object_fault(const QuerySubject& subject, const Qualifier& qualifier) {
  std::string paths;
  for (const Field* field : subject.fields) {
    if (!paths.empty()) paths += ", ";
    paths += field->path;
  }
  return query_fault(qualifier.path_range, fmt::format("{} has fields of its own", subject.name),
                     fmt::format("ask for one of them: {}", paths));
}

/// Whether a field has a value at all.
QueryNode presence(const QuerySubject& subject) {
  if (subject.source == QuerySource::id) return {QueryAll{}, {}};
  QueryTerm term{subject.source, subject.fields, {}, fmt::format("{} is given", subject.name)};
  if (subject.is_field || subject.source == QuerySource::values) {
    term.source = QuerySource::presence;
  } else {
    term.tests.emplace_back(InDays{});
  }
  return {std::move(term), {}};
}

Bound bind_presence(const QueryValue& value, const Schema& schema) {
  const auto subject =
      find_subject(value.text, value.range, "'icc fields' lists the fields", schema);
  if (!subject) return tl::unexpected(subject.error());
  return presence(*subject);
}

/// `is:ongoing`, `is:undated`.
Bound bind_state(const QueryValue& value, const Schema& schema) {
  constexpr std::array<std::string_view, 2> states = {"ongoing", "undated"};
  const std::string state = folded(value.text);
  if (std::ranges::find(states, state) == states.end()) {
    return query_fault(value.range, fmt::format("nothing is '{}'", value.text),
                       "is:ongoing and is:undated can be asked");
  }
  auto fields = period_fields(schema);
  if (fields.empty()) {
    return query_fault(value.range,
                       fmt::format("'{}' asks for a period, and the schema has none", state));
  }
  if (state == "ongoing") {
    return QueryNode{QueryTerm{QuerySource::ongoing, std::move(fields), {}, "is ongoing"}, {}};
  }
  return negated({QueryTerm{QuerySource::active, std::move(fields), {InDays{}}, "is dated"}, {}});
}

using BindValue = Bound (*)(const QueryValue&, const Schema&);

/// A word that takes the place of a field: each value is a question of its own.
Bound bind_each(const Qualifier& qualifier, const Schema& schema, BindValue bind) {
  if (qualifier.op->comparison != Comparison::is) {
    return query_fault(
        qualifier.op_range,
        fmt::format("'{}' has no meaning for {}", qualifier.op->sign, qualifier.path),
        fmt::format("write {}:{}", qualifier.path, qualifier.values.front().text));
  }
  QueryAny any;
  for (const QueryValue& value : qualifier.values) {
    auto node = bind(value, schema);
    if (!node) return node;
    any.parts.push_back(shared(std::move(*node)));
  }
  return QueryNode{std::move(any), {}};
}

/// The words that stand in the place of a field.
struct QuestionWord {
  std::string_view word;
  BindValue bind;
  bool is_negated;
};
constexpr QuestionWord question_words[] = {
    {"has", bind_presence, false}, {"is", bind_state, false}, {"no", bind_presence, true}};

Bound bind_question(const QuestionWord& word, const Qualifier& qualifier, const Schema& schema) {
  auto node = bind_each(qualifier, schema, word.bind);
  return node && word.is_negated ? negated(std::move(*node)) : node;
}

/// `country is 'Sweden' or is 'Norway'`.
void add_meaning(QueryTerm& term, const QuerySubject& subject, const std::string& meaning) {
  term.meaning += fmt::format("{} {}", term.meaning.empty() ? subject.name : " or", meaning);
}

bool has_word(std::string_view folded) {
  return std::ranges::any_of(folded, [](char c) {
    return is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_typographic_quote(std::string_view text) {
  constexpr std::string_view quotes[] = {"“", "”", "„", "«", "»"};
  return std::ranges::any_of(quotes, [&](std::string_view q) { return text.starts_with(q); });
}

/// What a bare word looks like that was not meant to be searched for.
std::optional<QueryError> suspicious(const QueryValue& value) {
  const std::string_view text = value.text;
  const auto error = [&](std::string message, std::string hint) {
    return QueryError{{}, value.range, std::move(message), std::move(hint)};
  };
  if (value.quoted ? folded(text).empty() : !has_word(folded(text))) {
    return error(fmt::format("nothing to search for in '{}'", text),
                 "search for letters or digits");
  }
  if (value.quoted) return std::nullopt;
  if (is_typographic_quote(text)) {
    return error("typographic quotes do not quote", "write \"...\"");
  }
  if (text.front() == '-' || text.front() == '!') {
    return error(fmt::format("'{}' has no meaning before a word", text.front()),
                 fmt::format("write: not {}", text.substr(1)));
  }
  return std::nullopt;
}

/// A bare word that is another name of a country, say, is probably meant to be that country.
std::string alias_note(const QueryValue& value, const Schema& schema) {
  for (const Field& field : schema.fields()) {
    if (field.vocabulary == nullptr || !field.vocabulary->closed()) continue;
    for (const Choice* choice : field.vocabulary->find(value.text)) {
      if (folded(choice->value) == folded(value.text)) continue;
      return fmt::format("'{}' is searched for as text; for {} write {}:{}", value.text,
                         choice->value, field.path, quoted_value(value.text));
    }
  }
  return {};
}

}  // namespace

Bound QueryBinder::qualifier(const Qualifier& qualifier) {
  const std::string path = folded(qualifier.path);
  const auto* const word = std::ranges::find(question_words, path, &QuestionWord::word);
  if (word != std::end(question_words)) return bind_question(*word, qualifier, schema_);
  auto subject =
      find_subject(qualifier.path, qualifier.path_range, search_hint(qualifier), schema_);
  if (!subject) return tl::unexpected(std::move(subject.error()));
  if (subject->type == FieldType::object) return object_fault(*subject, qualifier);
  look_at_text(*subject, qualifier.op->comparison);
  QueryTerm term{subject->source, subject->fields, {}, {}};
  for (const QueryValue& value : qualifier.values) {
    auto asked = query_question(*subject, qualifier, value);
    if (!asked) return tl::unexpected(std::move(asked.error()));
    std::ranges::move(asked->tests, std::back_inserter(term.tests));
    add_meaning(term, *subject, asked->meaning);
    if (!asked->note.empty()) notes_.push_back(std::move(asked->note));
    if (!asked->advice.empty()) term.advice = std::move(asked->advice);
  }
  QueryNode node{std::move(term), {}};
  return qualifier.op->comparison == Comparison::unequal ? negated(std::move(node)) : node;
}

Bound QueryBinder::words(const QueryValue& value) {
  if (auto error = suspicious(value)) return tl::unexpected(std::move(*error));
  auto asked = phrase_question(value);
  if (!asked) return tl::unexpected(std::move(asked.error()));
  const QuerySubject subject = all_text(schema_);
  if (std::string note = alias_note(value, schema_); !note.empty()) notes_.push_back(note);
  QueryTerm term{subject.source, subject.fields, std::move(asked->tests), {}};
  add_meaning(term, subject, asked->meaning);
  return QueryNode{std::move(term), {}};
}

}  // namespace icc
