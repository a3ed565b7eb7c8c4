#include <algorithm>

#include "random_query.h"

// The questions of RandomQueries.

namespace icc::test {
namespace {

constexpr std::string_view wished_numbers[] = {"40",  "-3", "150", "31",  "15",  "7",
                                               "0.5", "5",  "0",   "1e3", "-7.5"};

/// The start of a text, up to the end of a character.
std::string beginning(const std::string& text, std::size_t size) {
  size = std::min(size, text.size());
  while (!is_start(text, size)) ++size;
  return text.substr(0, size);
}

/// What an order asks of the range that its value names.
Days ordered(std::string_view op, Days named) {
  const Days all;
  if (op == "<") return {all.first, named.first - 1};
  if (op == "<=") return {all.first, named.last};
  if (op == ">") return {named.last + 1, all.last};
  if (op == ">=") return {named.first, all.last};
  return named;
}

bool compares(double value, std::string_view op, double wanted) {
  if (op == "<") return value < wanted;
  if (op == "<=") return value <= wanted;
  if (op == ">") return value > wanted;
  if (op == ">=") return value >= wanted;
  return value == wanted;
}

Answer within(std::string_view path, std::function<bool(const std::string&)> test) {
  return
      [path, test = std::move(test)](const Facts& facts) { return any_value(facts, path, test); };
}

/// Whether some period is answered with yes.
template <class Test>
bool any_period(const Facts& facts, const Test& test) {
  return std::ranges::any_of(oracle_fields, [&](const OracleField& field) {
    return field.type == Asked::period && any_value(facts, field.path, test);
  });
}

/// Whether some interval of some period is answered with yes.
template <class Test>
Answer any_span(Test test) {
  return [test](const Facts& facts) {
    return any_period(
        facts, [&](const std::string& text) { return std::ranges::any_of(spans_of(text), test); });
  };
}

/// Whether a field, or one within it, has a value that says something.
bool is_given(const Facts& facts, std::string_view path) {
  return any_value(facts, path, [](const std::string& text) {
    const auto* const time = std::ranges::find(times, text, &Time::text);
    return time == std::end(times) || time->given;
  });
}

Answer negated(Answer answer) {
  return [answer = std::move(answer)](const Facts& facts) { return !answer(facts); };
}

Answer both(Answer left, Answer right) {
  return [left = std::move(left), right = std::move(right)](const Facts& facts) {
    return left(facts) && right(facts);
  };
}

Answer either(Answer left, Answer right) {
  return [left = std::move(left), right = std::move(right)](const Facts& facts) {
    return left(facts) || right(facts);
  };
}

}  // namespace

std::string RandomQueries::date_wish() {
  const std::string date(pick(dates));
  const std::string other(pick(dates));
  switch (below(4)) {
    case 0:
      return date + "..";
    case 1:
      return ".." + date;
    case 2:
      return meet(*days_between(date + ".."), *days_between(".." + other)) ? date + ".." + other
                                                                           : other + ".." + date;
    default:
      return date;
  }
}

Question RandomQueries::qualifier(const OracleField& field, std::string_view op,
                                  const std::vector<Wish>& wishes) {
  std::string text(below(2) == 0 ? field.path : field.alias);
  text += op;
  Answer answer = [](const Facts&) { return false; };
  for (const auto& [value, test] : wishes) {
    if (!text.ends_with(op)) text += ',';
    text += written(value);
    answer = either(answer, within(field.path, test));
  }
  return {text, op == "!=" ? negated(answer) : answer};
}

/// A whole value or the beginning of one, by each of its names.
RandomQueries::Wish RandomQueries::text_wish(const std::string& near,
                                             std::span<const Names> choices) {
  const bool is_prefix = below(3) == 0;
  const std::string value = is_prefix ? beginning(plain(near), 1 + below(5)) : near;
  return {spelt(value) + (is_prefix ? "*" : ""),
          [=](const std::string& text) { return is_named(text, value, choices, is_prefix); }};
}

/// A name that the vocabulary has.
RandomQueries::Wish RandomQueries::closed_wish(bool is_exact) {
  const Names& names = countries[below(countries.size())];
  if (!is_exact) return text_wish(std::string(pick(names)), countries);
  const std::string value(names.front());
  return {value, [value](const std::string& text) { return text == value; }};
}

RandomQueries::Wish RandomQueries::words_wish(const std::string& near) {
  const std::string value = slice(near);
  const std::string phrase = plain(value);
  if (!has_letter(phrase) || value.ends_with('*')) return words_wish("migrant");
  return {spelt(value),
          [phrase](const std::string& text) { return has_words(plain(text), phrase); }};
}

RandomQueries::Wish RandomQueries::pattern_wish(const std::string& near) {
  const std::string part = slice(near);
  std::string escaped;
  for (const char c : part) {
    if (is_in(std::string_view(&c, 1), "\\|()*\".,+?[]{}^$")) escaped += '\\';
    escaped += c;
  }
  const bool is_ascii = std::ranges::all_of(part, [](char c) { return (c & 0x80) == 0; });
  switch (below(is_ascii ? 4 : 3)) {
    case 0:
      return {"^" + escaped, [part](const std::string& text) { return text.starts_with(part); }};
    case 1:
      return {escaped + "$", [part](const std::string& text) { return text.ends_with(part); }};
    case 2:
      return {escaped + "|never",
              [part](const std::string& text) { return text.find(part) != std::string::npos; }};
    default:
      return {"(?i)" + lower(escaped), [part](const std::string& text) {
                return lower(text).find(lower(part)) != std::string::npos;
              }};
  }
}

RandomQueries::Wish RandomQueries::day_wish(std::string_view op) {
  const bool is_order = op != ":" && op != "=" && op != "!=";
  const std::string wish = is_order ? std::string(pick(dates)) : date_wish();
  return {wish, [range = ordered(op, *days_between(wish))](const std::string& text) {
            const auto days = days_of(text);
            return days && meet(*days, range);
          }};
}

RandomQueries::Wish RandomQueries::number_wish(std::string_view op) {
  const std::string low(pick(wished_numbers));
  const std::string high(pick(wished_numbers));
  const bool is_range = op == ":" && below(2) == 0 && *number(low) <= *number(high);
  return {is_range ? low + ".." + high : low, [=](const std::string& text) {
            const auto value = number(text);
            if (!value) return false;
            return is_range ? *value >= *number(low) && *value <= *number(high)
                            : compares(*value, op, *number(low));
          }};
}

/// One value behind an operator, and what it asks of a value of the record.
RandomQueries::Wish RandomQueries::wish(const Facts& about, const OracleField& field,
                                        std::string_view op) {
  const std::string near = value_near(about, field);
  const bool is_exact = op == "=" || op == "!=";
  if (op == "~") return pattern_wish(near);
  if (field.type == Asked::date) return day_wish(op);
  if (field.type == Asked::number) return number_wish(op);
  if (field.type == Asked::boolean) {
    const std::string wanted = below(2) == 0 ? "true" : "False";
    return {wanted, [=](const std::string& text) { return lower(text) == lower(wanted); }};
  }
  if (field.type == Asked::period && !is_exact) {
    const bool is_order = op != ":";
    const std::string wish = is_order ? std::string(pick(dates)) : date_wish();
    return {wish, [range = ordered(op, *days_between(wish))](const std::string& text) {
              return std::ranges::any_of(spans_of(text),
                                         [&](const Days& span) { return meet(span, range); });
            }};
  }
  if (field.type == Asked::closed) return closed_wish(is_exact);
  if (is_exact) return {near, [near](const std::string& text) { return text == near; }};
  if (field.type == Asked::prose) return words_wish(near);
  return text_wish(
      near, field.type == Asked::open ? std::span<const Names>(cities) : std::span<const Names>());
}

Question RandomQueries::field_term(const Facts& about) {
  constexpr std::string_view of_text[] = {":", ":", "=", "!=", "~"};
  constexpr std::string_view of_order[] = {":", ":", "=", "!=", "<", "<=", ">", ">="};
  constexpr std::string_view of_boolean[] = {":", "=", "!="};
  const OracleField field = pick(oracle_fields);
  const bool is_ordered =
      field.type == Asked::period || field.type == Asked::date || field.type == Asked::number;
  std::string_view op = is_ordered ? pick(of_order) : pick(of_text);
  if (field.type == Asked::boolean) op = pick(of_boolean);
  std::vector<Wish> wishes;
  for (std::size_t count = below(3) == 0 ? 1 + below(3) : 1; count > 0; --count) {
    wishes.push_back(wish(about, field, op));
  }
  return qualifier(field, op, wishes);
}

/// `year`, `start` and `end`.
Question RandomQueries::time_term() {
  constexpr std::string_view names[] = {"year", "start", "end"};
  constexpr std::string_view ops[] = {":", ":", "=", "!=", "<", "<=", ">", ">="};
  const std::string_view name = pick(names);
  const std::string_view op = pick(ops);
  const bool is_range = op == ":" || op == "=" || op == "!=";
  const std::string wish = is_range ? date_wish() : std::string(pick(dates));
  const Days range = ordered(op, *days_between(wish));
  const Days all;
  Answer answer = any_span([=](const Days& span) {
    if (name == "year") return meet(span, range);
    const int day = name == "start" ? span.first : span.last;
    return day != all.first && day != all.last && day >= range.first && day <= range.last;
  });
  return {std::string(name) + std::string(op) + wish, op == "!=" ? negated(answer) : answer};
}

/// `has`, `no` and `is`.
Question RandomQueries::presence_term() {
  const Answer ongoing = [](const Facts& facts) {
    return any_period(facts, [](const std::string& text) { return time_of(text).ongoing; });
  };
  const Answer dated = any_span([](const Days& span) { return meet(span, {}); });
  constexpr std::string_view objects[] = {"references", "phases"};
  const OracleField field = pick(oracle_fields);
  const std::string_view path = below(4) == 0 ? pick(objects) : field.path;
  const Answer given = [path](const Facts& facts) { return is_given(facts, path); };
  switch (below(6)) {
    case 0:
      return {"is:ongoing", ongoing};
    case 1:
      return {"is:undated", negated(dated)};
    case 2:
      return {"has:year", dated};
    case 3:
      return {"no:" + std::string(path), negated(given)};
    default:
      return {"has:" + std::string(path), given};
  }
}

/// Words without a field, or with the name `text`.
Question RandomQueries::words_term(const Facts& about) {
  const auto [value, test] = words_wish(value_near(about, oracle_fields[below(6)]));
  Answer answer = [test = test](const Facts& facts) {
    return std::ranges::any_of(oracle_fields, [&](const OracleField& field) {
      return field.searched && any_value(facts, field.path, test);
    });
  };
  const std::string text = written(value);
  const bool is_bare = text.front() != '"';
  const bool is_word = is_bare && has_letter(plain(text).substr(0, 1)) && lower(text) != "and" &&
                       lower(text) != "or" && lower(text) != "not";
  if (!is_bare || is_word) return {(below(4) == 0 ? "text:" : "") + text, answer};
  return {'"' + text + '"', answer};
}

Question RandomQueries::id_term(const Facts& about) {
  if (below(3) == 0) {
    return {"id~^" + about.id,
            [id = about.id](const Facts& facts) { return facts.id.starts_with(id); }};
  }
  const auto [value, test] = text_wish(about.id, {});
  return {"id:" + written(value), [test = test](const Facts& facts) { return test(facts.id); }};
}

Question RandomQueries::term(const Facts& about) {
  switch (below(8)) {
    case 0:
      return time_term();
    case 1:
      return presence_term();
    case 2:
      return words_term(about);
    case 3:
      return id_term(about);
    default:
      return field_term(about);
  }
}

/// A question in parentheses where it binds less than it must, and now and then where it need not.
std::string RandomQueries::grouped(const Question& question, Binding least) {
  return question.binding < least || below(6) == 0 ? "(" + question.text + ")" : question.text;
}

Question RandomQueries::question(const Facts& about, int depth) {
  constexpr std::string_view ands[] = {" ", " and ", " AND "};
  constexpr std::string_view ors[] = {" or ", "|", " | ", " Or "};
  const std::size_t kind = depth == 0 ? 0 : below(5);
  if (kind < 2) return term(about);
  const Question left = question(about, depth - 1);
  if (kind == 2) {
    return {(below(2) == 0 ? "not " : "NOT  ") + grouped(left, Binding::closest),
            negated(left.answer), Binding::closest};
  }
  const Question right = question(about, depth - 1);
  const Binding binding = kind == 3 ? Binding::conjunction : Binding::alternatives;
  const std::string_view word = kind == 3 ? pick(ands) : pick(ors);
  std::string text = grouped(left, binding) + std::string(word) + grouped(right, binding);
  return {std::move(text),
          kind == 3 ? both(left.answer, right.answer) : either(left.answer, right.answer), binding};
}

}  // namespace icc::test
