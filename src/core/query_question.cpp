#include "core/query_question.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/period_point.h"
#include "core/query_fault.h"
#include "core/query_number.h"
#include "icc/text.h"

namespace icc {
namespace {

using Asked = tl::expected<QueryQuestion, QueryError>;

bool is_order(Comparison comparison) {
  return comparison == Comparison::less || comparison == Comparison::at_most ||
         comparison == Comparison::greater || comparison == Comparison::at_least;
}

QueryQuestion question(QueryTest test, std::string meaning) {
  return {{std::move(test)}, std::move(meaning), {}};
}

/// A value folded, and whether a `*` behind it asks for a prefix.
struct Needle {
  std::string folded;
  bool is_prefix = false;
};

tl::expected<Needle, QueryError> needle_of(const QueryValue& value) {
  std::string_view text = value.text;
  const bool is_prefix = text.ends_with('*');
  if (is_prefix) text.remove_suffix(1);
  Needle needle{folded(text), is_prefix};
  if (needle.folded.empty()) {
    return query_fault(
        value.range,
        is_prefix ? "'*' needs the beginning of a value before it" : "the value is empty",
        "has:FIELD asks for any value, no:FIELD for none");
  }
  if (!value.quoted && text.find('*') != std::string_view::npos) {
    return query_fault(value.range,
                       fmt::format("'*' is understood only at the end, not in '{}'", value.text),
                       "use a regular expression: FIELD~\"...\"");
  }
  return needle;
}

Asked exact_question(const QueryValue& value) {
  return question(ExactText{value.text}, fmt::format("is exactly '{}'", value.text));
}

Asked pattern_question(const QueryValue& value) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  auto pattern = std::make_shared<const re2::RE2>(value.text, options);
  if (!pattern->ok()) {
    return query_fault(value.range, fmt::format("no regular expression: {}", pattern->error()),
                       "RE2's syntax: no look-around, no back references");
  }
  return question(TextPattern{std::move(pattern)}, fmt::format("matches /{}/", value.text));
}

Asked text_question(const QueryValue& value) {
  const auto needle = needle_of(value);
  if (!needle) return tl::unexpected(needle.error());
  if (needle->is_prefix) {
    return question(TextPrefix{needle->folded}, fmt::format("begins with '{}'", needle->folded));
  }
  return question(SameText{needle->folded}, fmt::format("is '{}'", value.text));
}

/// The same for a field that a person may take for one to be searched in.
Asked whole_text_question(const QuerySubject& subject, const QueryValue& value) {
  auto asked = text_question(value);
  if (!asked || value.text.ends_with('*')) return asked;
  asked->advice = fmt::format(
      "{0}:{1} asks for the whole text; {0}:{2} finds those that begin so, and {1} alone looks for "
      "the words everywhere",
      subject.name, quoted_value(value.text), quoted_value(value.text + '*'));
  return asked;
}

/// `'Sweden'`, or in the quotes that a query needs: `"South Korea"`.
std::string as_written(std::string_view value) {
  const std::string quoted = quoted_value(value);
  return quoted == value ? fmt::format("'{}'", value) : quoted;
}

/// The choices of which a name begins with a folded text.
std::vector<const Choice*> choices_from(const Vocabulary& vocabulary, std::string_view prefix) {
  std::vector<const Choice*> found;
  const auto begins = [&](const std::string& name) { return folded(name).starts_with(prefix); };
  for (const Choice& choice : vocabulary.choices()) {
    if (begins(choice.value) || std::ranges::any_of(choice.aliases, begins)) {
      found.push_back(&choice);
    }
  }
  return found;
}

/// The choice that a value names together with the words behind it, as `United Kingdom` without its
/// quotes does; null when there is none.
const Choice* choice_with_words(const Vocabulary& vocabulary, const QueryValue& value) {
  constexpr std::size_t most_words = 6;
  std::string name = value.text;
  std::string_view rest = value.behind;
  for (std::size_t i = 0; i < most_words && rest.starts_with(' '); ++i) {
    rest = trimmed(rest);
    const std::size_t end = std::min(rest.find_first_of(ends_of_word), rest.size());
    if (end == 0) break;
    (name += ' ') += rest.substr(0, end);
    rest.remove_prefix(end);
    if (const auto found = vocabulary.find(name); !found.empty()) return found.front();
  }
  return nullptr;
}

/// What a value was probably meant to be, as it has to be written; may be empty.
std::string nearest_choice(const Vocabulary& vocabulary, const QueryValue& value) {
  if (const Choice* whole = choice_with_words(vocabulary, value)) return as_written(whole->value);
  const auto alike = vocabulary.suggestions(value.text);
  if (!alike.empty()) return as_written(alike.front());
  const std::string start = folded(value.text);
  const auto longer = choices_from(vocabulary, start);
  return start.empty() || longer.empty() ? "" : as_written(longer.front()->value);
}

Asked unknown_choice(const QuerySubject& subject, const QueryValue& value) {
  const std::string meant = nearest_choice(*subject.vocabulary, value);
  return query_fault(value.range, fmt::format("{} has no value '{}'", subject.name, value.text),
                     meant.empty() ? fmt::format("'icc fields {}' lists its values", subject.name)
                                   : fmt::format("did you mean {}?", meant));
}

std::string unknown_note(const QuerySubject& subject, const QueryValue& value) {
  const std::string meant = nearest_choice(*subject.vocabulary, value);
  std::string note = fmt::format("'{}' is no known value of {}", value.text, subject.name);
  if (!meant.empty()) note += fmt::format("; did you mean {}?", meant);
  return note;
}

/// A choice is found by each of its names, whichever of them the record has.
void add_names(const Choice& choice, std::vector<QueryTest>& tests) {
  tests.emplace_back(SameText{folded(choice.value)});
  for (const std::string& alias : choice.aliases) tests.emplace_back(SameText{folded(alias)});
}

Asked choice_question(const QuerySubject& subject, const QueryValue& value) {
  const auto needle = needle_of(value);
  if (!needle) return tl::unexpected(needle.error());
  const Vocabulary& vocabulary = *subject.vocabulary;
  const auto named = vocabulary.find(value.text);
  const auto known = needle->is_prefix ? choices_from(vocabulary, needle->folded)
                                       : std::vector(named.begin(), named.end());
  if (known.empty() && vocabulary.closed()) return unknown_choice(subject, value);
  auto asked = text_question(value);
  for (const Choice* choice : known) add_names(*choice, asked->tests);
  if (known.empty()) asked->note = unknown_note(subject, value);
  if (!known.empty() && !needle->is_prefix) {
    asked->meaning = fmt::format("is '{}'", known.front()->value);
  }
  return asked;
}

/// In a closed vocabulary a value that no record may have is a mistake, also for `=`.
Asked exact_choice_question(const QuerySubject& subject, const QueryValue& value) {
  const Vocabulary& vocabulary = *subject.vocabulary;
  const auto choices = vocabulary.choices();
  const bool is_known = std::ranges::find(choices, value.text, &Choice::value) != choices.end();
  if (is_known || !vocabulary.closed()) return exact_question(value);
  const auto alike = vocabulary.find(value.text);
  if (alike.empty()) return unknown_choice(subject, value);
  return query_fault(
      value.range, fmt::format("{} has no value '{}'", subject.name, value.text),
      fmt::format("'=' is exact: did you mean {}?", as_written(alike.front()->value)));
}

Asked boolean_question(const QuerySubject& subject, const QueryValue& value) {
  const std::string wanted = folded(value.text);
  if (wanted == "true" || wanted == "false") {
    return question(SameText{wanted}, fmt::format("is {}", wanted));
  }
  return query_fault(value.range,
                     fmt::format("{} is true or false, not '{}'", subject.name, value.text));
}

/// The two sides of `a..b`; an absent one is open. A value without dots has both sides the same.
struct Sides {
  std::optional<std::string_view> low;
  std::optional<std::string_view> high;
};

Sides sides_of(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return {text, text};
  Sides sides;
  if (dots > 0) sides.low = text.substr(0, dots);
  if (dots + 2 < text.size()) sides.high = text.substr(dots + 2);
  return sides;
}

std::string shown(const std::optional<Date>& date) {
  return date ? edtf(Point{.year = date->year, .month = date->month, .day = date->day}) : "";
}

/// The days from the first of one side to the last of the other; nothing when one is no date.
std::optional<Interval> days_between(const Sides& sides) {
  if (!sides.low && !sides.high) return std::nullopt;
  Interval days;
  if (sides.low) {
    const auto low = read_date_interval(*sides.low);
    if (!low) return std::nullopt;
    days.first = low->first;
  }
  if (sides.high) {
    const auto high = read_date_interval(*sides.high);
    if (!high) return std::nullopt;
    days.last = high->last;
  }
  return days;
}

/// The days that compare so with the date that `text` names.
std::optional<Interval> compared_days(Comparison comparison, std::string_view text) {
  if (!is_order(comparison)) return days_between(sides_of(text));
  const auto date = read_date_interval(text);
  if (!date) return std::nullopt;
  switch (comparison) {
    case Comparison::less:
      return Interval{std::nullopt, previous_day(*date->first)};
    case Comparison::at_most:
      return Interval{std::nullopt, date->last};
    case Comparison::greater:
      return Interval{next_day(*date->last), std::nullopt};
    default:
      return Interval{date->first, std::nullopt};
  }
}

tl::unexpected<QueryError> reversed_range(const QueryValue& value) {
  const Sides sides = sides_of(value.text);
  return query_fault(value.range, fmt::format("the range '{}' ends before it starts", value.text),
                     fmt::format("write {}..{}", *sides.high, *sides.low));
}

std::string day_meaning(const QuerySubject& subject, const Interval& range) {
  const std::string_view verb = subject.source == QuerySource::active   ? "is active in"
                                : subject.source == QuerySource::starts ? "starts in"
                                : subject.source == QuerySource::ends   ? "ends in"
                                                                        : "lies in";
  return fmt::format("{} {}..{}", verb, shown(range.first), shown(range.last));
}

std::string day_hint(Comparison comparison, std::string_view text) {
  if (const std::string word = folded(text); word == "ongoing" || word == "undated") {
    return fmt::format("did you mean is:{}?", word);
  }
  return is_order(comparison) ? "write 2018, 2018-06 or 2018-06-21; a range stands behind ':'"
                              : "write 2018, 2018-06, 2018-06-21 or a range such as 2018..2020";
}

Asked day_question(const QuerySubject& subject, Comparison comparison, const QueryValue& value) {
  const auto days = compared_days(comparison, value.text);
  if (!days) {
    return query_fault(value.range, fmt::format("'{}' is no date", value.text),
                       day_hint(comparison, value.text));
  }
  if (days->first && days->last && *days->last < *days->first) return reversed_range(value);
  return question(InDays{*days}, day_meaning(subject, *days));
}

/// The numbers from one side to the other; nothing when one is no number.
std::optional<InNumbers> numbers_between(const Sides& sides) {
  InNumbers numbers;
  if (sides.low) numbers.low = query_number(*sides.low);
  if (sides.high) numbers.high = query_number(*sides.high);
  const bool is_low_wrong = sides.low && !numbers.low;
  const bool is_high_wrong = sides.high && !numbers.high;
  if ((!sides.low && !sides.high) || is_low_wrong || is_high_wrong) return std::nullopt;
  return numbers;
}

std::optional<InNumbers> compared_numbers(Comparison comparison, std::string_view text) {
  if (!is_order(comparison)) return numbers_between(sides_of(text));
  const auto number = query_number(text);
  if (!number) return std::nullopt;
  InNumbers numbers;
  const bool is_upper = comparison == Comparison::less || comparison == Comparison::at_most;
  (is_upper ? numbers.high : numbers.low) = number;
  numbers.without_low = comparison == Comparison::greater;
  numbers.without_high = comparison == Comparison::less;
  return numbers;
}

Asked number_question(Comparison comparison, std::string_view sign, const QueryValue& value) {
  const auto numbers = compared_numbers(comparison, value.text);
  if (!numbers) {
    return query_fault(value.range, fmt::format("'{}' is no number", value.text),
                       "write 12, 12.5 or, behind ':', a range such as 10..20");
  }
  if (numbers->low && numbers->high && *numbers->high < *numbers->low) {
    return reversed_range(value);
  }
  return question(*numbers, is_order(comparison) ? fmt::format("{} {}", sign, value.text)
                                                 : fmt::format("is {}", value.text));
}

bool is_ordered(FieldType type) {
  return type == FieldType::period || type == FieldType::date || type == FieldType::integer ||
         type == FieldType::number;
}

/// Whether an operator makes sense for a type.
bool is_allowed(Comparison comparison, FieldType type) {
  if (is_order(comparison)) return is_ordered(type);
  const bool is_text = !is_ordered(type) && type != FieldType::boolean;
  return comparison != Comparison::pattern || is_text;
}

tl::unexpected<QueryError> wrong_operator(const QuerySubject& subject, const Qualifier& qualifier) {
  std::string signs;
  for (const QueryOperator& row : query_operators()) {
    if (is_allowed(row.comparison, subject.type)) (signs += ' ') += row.sign;
  }
  return query_fault(
      qualifier.op_range,
      fmt::format("'{}' has no meaning for {}", qualifier.op->sign, subject.name),
      fmt::format("the operators of a field of type {}:{}", field_type_name(subject.type), signs));
}

}  // namespace

Asked phrase_question(const QueryValue& value) {
  const auto needle = needle_of(value);
  if (!needle) return tl::unexpected(needle.error());
  return question(Phrase{needle->folded}, fmt::format("has the words '{}'", needle->folded));
}

Asked query_question(const QuerySubject& subject, const Qualifier& qualifier,
                     const QueryValue& value) {
  const Comparison comparison = qualifier.op->comparison;
  const FieldType type = subject.type;
  if (!is_allowed(comparison, type)) return wrong_operator(subject, qualifier);
  if (comparison == Comparison::pattern) return pattern_question(value);
  const bool is_exact = comparison != Comparison::is;
  switch (type) {
    case FieldType::period:
    case FieldType::date:
      return day_question(subject, comparison, value);
    case FieldType::integer:
    case FieldType::number:
      return number_question(comparison, qualifier.op->sign, value);
    case FieldType::boolean:
      return boolean_question(subject, value);
    case FieldType::prose:
      return is_exact ? exact_question(value) : phrase_question(value);
    default:
      break;
  }
  if (subject.vocabulary != nullptr) {
    return is_exact ? exact_choice_question(subject, value) : choice_question(subject, value);
  }
  return is_exact ? exact_question(value) : whole_text_question(subject, value);
}

}  // namespace icc
