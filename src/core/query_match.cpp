#include "core/query_match.h"

#include <algorithm>

#include "core/query_number.h"
#include "core/query_phrase.h"

namespace icc {
namespace {

bool passes(const SameText& test, std::string_view text) {
  return is_same_text(text, test.folded);
}

bool passes(const TextPrefix& test, std::string_view text) {
  return begins_with_text(text, test.folded);
}

bool passes(const Phrase& test, std::string_view text) {
  return has_phrase(text, test.folded);
}

bool passes(const ExactText& test, std::string_view text) {
  return text == test.text;
}

bool passes(const TextPattern& test, std::string_view text) {
  return re2::RE2::PartialMatch({text.data(), text.size()}, *test.pattern);
}

/// A date as a value of the record.
bool passes(const InDays& test, std::string_view text) {
  const auto date = read_date_interval(text);
  return date && overlap(*date, test.range);
}

bool passes(const InNumbers& test, std::string_view text) {
  const auto number = query_number(text);
  if (!number) return false;
  return (!test.low || (test.without_low ? *number > *test.low : *number >= *test.low)) &&
         (!test.high || (test.without_high ? *number < *test.high : *number <= *test.high));
}

bool passes_any(const QueryTerm& term, std::string_view value) {
  return std::ranges::any_of(term.tests, [&](const QueryTest& test) {
    return std::visit([&](const auto& kind) { return passes(kind, value); }, test);
  });
}

/// What a term that looks at time asks of one interval. Day by day: an interval without a start
/// does not start within anything.
bool passes(const InDays& test, const Interval& interval, QuerySource source) {
  if (source == QuerySource::active) return overlap(interval, test.range);
  const auto& day = source == QuerySource::starts ? interval.first : interval.last;
  return day && overlap({day, day}, test.range);
}

bool passes_any(const QueryTerm& term, const Period& period) {
  return std::ranges::any_of(period.intervals, [&](const Interval& interval) {
    return std::ranges::any_of(term.tests, [&](const QueryTest& test) {
      const auto* days = std::get_if<InDays>(&test);
      return days != nullptr && passes(*days, interval, term.source);
    });
  });
}

/// Whether some value of a field, read as a period, is answered with yes: a field may have a list
/// of them.
template <class Test>
bool any_period(const Practice& practice, const Field& field, const Test& test) {
  return std::ranges::any_of(practice.values(field),
                             [&](std::string_view value) { return test(read_period(value)); });
}

bool is_given(const Practice& practice, const Field& field) {
  if (field.type != FieldType::period) return !practice.values(field).empty();
  return any_period(practice, field,
                    [](const Period& period) { return period.kind != PeriodKind::none; });
}

bool field_matches(const QueryTerm& term, const Field& field, const Practice& practice) {
  switch (term.source) {
    case QuerySource::values:
      return std::ranges::any_of(practice.values(field),
                                 [&](std::string_view value) { return passes_any(term, value); });
    case QuerySource::ongoing:
      return any_period(practice, field, [](const Period& period) { return period.ongoing; });
    case QuerySource::presence:
      return is_given(practice, field);
    default:
      return any_period(practice, field,
                        [&](const Period& period) { return passes_any(term, period); });
  }
}

bool answer(const QueryTerm& term, const Practice& practice) {
  if (term.source == QuerySource::id) return passes_any(term, practice.id());
  return std::ranges::any_of(
      term.fields, [&](const Field* field) { return field_matches(term, *field, practice); });
}

bool answer(const QueryAll& all, const Practice& practice) {
  return std::ranges::all_of(all.parts,
                             [&](const QueryNodePtr& part) { return matches(*part, practice); });
}

bool answer(const QueryAny& any, const Practice& practice) {
  return std::ranges::any_of(any.parts,
                             [&](const QueryNodePtr& part) { return matches(*part, practice); });
}

bool answer(const QueryNot& negation, const Practice& practice) {
  return !matches(*negation.part, practice);
}

}  // namespace

bool matches(const QueryNode& node, const Practice& practice) {
  return std::visit([&](const auto& what) { return answer(what, practice); }, node.what);
}

}  // namespace icc
