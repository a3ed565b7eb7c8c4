#include <algorithm>
#include <optional>

#include "core/period_date.h"
#include "core/period_span.h"
#include "core/period_tokens.h"
#include "core/period_words.h"
#include "core/text_ascii.h"
#include "icc/period.h"
#include "icc/text.h"

// The grammar of a period, over the tokens of period_tokens.h. What it does not derive is
// unreadable: nothing is guessed.
//
//   period = list, END ;
//   list   = { item | "," | "/" | both } ;             (* one of them between two spans *)
//   item   = edtf | remark | span | "(", list, ")" ;   (* no parentheses within each other *)
//   edtf   = [ end ], "/", [ end ] ;                   (* glued; `2018/..`, `/2023`, `/..` *)
//   end    = point | pair | ".." ;
//   remark = [ both | "-" ], ongoing | ongoing, "-" | ( until | to ), ( ongoing | now )
//          | [ both ], ( onwards | on )
//          | recurring | each, [ number ], ( unit | month )
//          | number, unit, [ "-" ] ;
//   span   = [ from ], pair
//          | [ since | from | of ], point, [ ( "-" | to | until | ".." ), [ last ] ]
//          | ( until | "-" | ".." ), point
//          | between, point, both, point ;
//   last   = point | ongoing | now | ".." ;
//
// A pair (`2011-14`, `2018-06`) is a range of years when its digits are above those of its year,
// else a month. At an end of a range it can only be a month, and in `edtf` it always is.

namespace icc {
namespace {

using Kind = SpanEnd::Kind;

bool sees_over(const TokenCursor& cursor, std::size_t ahead = 0) {
  return cursor.sees(Say::end, ahead) || cursor.sees(Say::close, ahead);
}

bool accept_going_on(TokenCursor& cursor) {
  return cursor.accept(Say::ongoing) || cursor.accept(Say::now);
}

bool sees_number(const TokenCursor& cursor, std::size_t ahead = 0) {
  return cursor.sees(Say::number, ahead) || cursor.sees(Say::day, ahead);
}

Span single(const Point& point) {
  return {{Kind::date, point}, {Kind::date, point}, true};
}

/// Steps over what joins the two dates of a range.
bool accept_connector(TokenCursor& cursor) {
  return cursor.accept(Say::dash) || cursor.accept(Say::until) || cursor.accept(Say::to) ||
         cursor.accept(Say::dots);
}

/// What follows a connector. Nothing at all leaves the end open, but only after a sign: `2018-`.
std::optional<SpanEnd> read_last(TokenCursor& cursor, bool after_sign) {
  const bool is_absent = sees_over(cursor) || cursor.sees(Say::open) || cursor.sees(Say::comma);
  if (after_sign && (is_absent || cursor.accept(Say::dots))) return SpanEnd{Kind::open, {}};
  TokenCursor ahead = cursor;
  skip_fillers(ahead);
  if (accept_going_on(ahead)) {
    cursor = ahead;
    return SpanEnd{Kind::open, {}};
  }
  const auto point = read_point(cursor);
  return point ? std::optional<SpanEnd>({Kind::date, *point}) : std::nullopt;
}

/// `since 2018 - 2020` contradicts itself; `since 2018 until 2020` does not.
bool contradicts(Say prefix, Say connector, const SpanEnd& last) {
  return prefix == Say::since && last.kind == Kind::date && connector != Say::until;
}

/// A date, or a range from it; `prefix` stood before.
std::optional<Span> read_from(TokenCursor& cursor, Say prefix) {
  const auto first = read_point(cursor);
  if (!first) return std::nullopt;
  const Say connector = cursor.peek().say;
  if (accept_connector(cursor)) {
    const auto last = read_last(cursor, connector == Say::dash || connector == Say::dots);
    if (!last || contradicts(prefix, connector, *last)) return std::nullopt;
    return Span{{Kind::date, *first}, *last};
  }
  if (prefix == Say::since || prefix == Say::from) {
    return Span{{Kind::date, *first}, {Kind::open, {}}};
  }
  return prefix == Say::of ? std::nullopt : std::optional<Span>(single(*first));
}

std::optional<Span> read_until(TokenCursor& cursor) {
  const auto last = read_point(cursor);
  if (!last) return std::nullopt;
  return Span{{Kind::open, {}}, {Kind::date, *last}};
}

std::optional<Span> read_between(TokenCursor& cursor) {
  const auto first = read_point(cursor);
  if (!first || !cursor.accept(Say::both)) return std::nullopt;
  const auto last = read_point(cursor);
  if (!last) return std::nullopt;
  return Span{{Kind::date, *first}, {Kind::date, *last}};
}

/// `2011-14` by itself.
std::optional<Span> read_year_range(TokenCursor& cursor) {
  TokenCursor ahead = cursor;
  skip_fillers(ahead);
  const Token pair = ahead.peek();
  if (!ahead.accept(Say::pair) || !is_year_range(pair)) return std::nullopt;
  cursor = ahead;
  Point last = pair.point;
  last.year += pair.value - last.year % 100;
  return Span{{Kind::date, pair.point}, {Kind::date, last}};
}

/// The word that a span begins with; `Say::end` when there is none.
Say accept_prefix(TokenCursor& cursor) {
  for (const Say prefix : {Say::since, Say::from, Say::of}) {
    if (cursor.accept(prefix)) return prefix;
  }
  return Say::end;
}

std::optional<Span> read_span(TokenCursor& cursor) {
  const bool at_start = cursor.at_start();
  if (cursor.accept(Say::between)) return read_between(cursor);
  const bool has_sign = at_start && (cursor.accept(Say::dash) || cursor.accept(Say::dots));
  if (has_sign || cursor.accept(Say::until)) return read_until(cursor);
  const Say prefix = accept_prefix(cursor);
  if (prefix != Say::since) {
    if (const auto years = read_year_range(cursor)) return years;
  }
  return read_from(cursor, prefix);
}

/// One side of an interval in EDTF; `unknown` when nothing is there.
std::optional<SpanEnd> read_edtf_end(TokenCursor& cursor) {
  if (cursor.accept(Say::dots)) return SpanEnd{Kind::open, {}};
  const bool is_absent = cursor.sees(Say::slash) || cursor.sees(Say::comma) || sees_over(cursor);
  if (is_absent) return SpanEnd{Kind::unknown, {}};
  const bool is_pair = cursor.sees(Say::pair);
  if (!is_pair && !cursor.sees(Say::date)) return std::nullopt;
  const auto point = is_pair ? read_month_pair(cursor) : read_point(cursor);
  return point ? std::optional<SpanEnd>({Kind::date, *point}) : std::nullopt;
}

/// `2018/2020`, `2018-05/..`; the cursor stays where it is when there is none.
std::optional<Span> read_edtf(TokenCursor& cursor) {
  TokenCursor ahead = cursor;
  const auto first = read_edtf_end(ahead);
  if (!first || !(ahead.at_start() || ahead.peek().glued) || !ahead.accept(Say::slash)) {
    return std::nullopt;
  }
  if (!ahead.peek().glued && !ahead.sees(Say::end)) return std::nullopt;
  const auto last = read_edtf_end(ahead);
  const bool ends = sees_over(ahead) || ahead.sees(Say::comma);
  const bool is_empty = last && first->kind == Kind::unknown && last->kind == Kind::unknown;
  if (!last || !ends || is_empty) return std::nullopt;
  cursor = ahead;
  return Span{*first, *last};
}

/// `ongoing`, `and ongoing`, `up to now`, `Ongoing-`.
bool read_ongoing(TokenCursor& cursor, Statement& out) {
  TokenCursor ahead = cursor;
  const bool joined = ahead.accept(Say::both) || ahead.accept(Say::dash);
  const bool until = !joined && (ahead.accept(Say::until) || ahead.accept(Say::to));
  if (until) skip_fillers(ahead);
  if (!ahead.accept(Say::ongoing) && !(until && ahead.accept(Say::now))) return false;
  cursor = ahead;
  out.ongoing = true;
  out.goes_on = out.goes_on || joined;
  const bool has_more = cursor.sees(Say::since, 1) || cursor.sees(Say::from, 1);
  if (has_more || sees_over(cursor, 1)) cursor.accept(Say::dash);
  return true;
}

/// `onwards` and `+` behind a date.
bool read_onwards(TokenCursor& cursor, Statement& out) {
  const std::size_t both = cursor.sees(Say::both) ? 1 : 0;
  if (!cursor.sees(Say::onwards, both) && !cursor.sees(Say::on, both)) return false;
  if (out.spans.empty()) return false;
  cursor.skip(both + 1);
  out.goes_on = true;
  return true;
}

/// `annually`, `each year`, `every two years`, `each March`.
bool read_recurring(TokenCursor& cursor, Statement& out) {
  if (cursor.accept(Say::recurring)) return out.recurring = true;
  if (!cursor.sees(Say::each)) return false;
  const std::size_t number = sees_number(cursor, 1) ? 1 : 0;
  const bool has_unit = cursor.sees(Say::unit, number + 1);
  if (!has_unit && !cursor.sees(Say::month, 1)) return false;
  cursor.skip(has_unit ? number + 2 : 1);
  return out.recurring = true;
}

/// `three years`, `18 months -`.
bool read_duration(TokenCursor& cursor, Statement& out) {
  if (!sees_number(cursor) || !cursor.sees(Say::unit, 1)) return false;
  out.has_duration = true;
  out.years = cursor.peek().value * cursor.peek(1).value;
  cursor.skip(2);
  cursor.accept(Say::dash);
  return true;
}

bool read_remark(TokenCursor& cursor, Statement& out) {
  return read_ongoing(cursor, out) || read_onwards(cursor, out) || read_recurring(cursor, out) ||
         read_duration(cursor, out);
}

bool read_list(TokenCursor& cursor, Statement& out, bool nested);

bool read_parenthesis(TokenCursor& cursor, Statement& out) {
  Statement inner;
  return read_list(cursor, inner, true) && cursor.accept(Say::close) && resolve(inner) &&
         take_parenthesis(out, inner);
}

/// Steps over what separates two spans; something must follow it.
bool accept_separator(TokenCursor& cursor) {
  const bool found = !cursor.at_start() && (cursor.accept(Say::comma) || cursor.accept(Say::slash));
  const bool both = !cursor.at_start() && cursor.accept(Say::both);
  return (found || both) && !sees_over(cursor);
}

bool read_dates(TokenCursor& cursor, Statement& out, bool after_slash) {
  auto span = after_slash ? std::nullopt : read_edtf(cursor);
  if (!span) span = read_span(cursor);
  if (span) out.spans.push_back(*span);
  return span.has_value();
}

/// Reads items up to the end or the closing parenthesis. What recurs may be followed by `since
/// 2018` without a comma.
bool read_list(TokenCursor& cursor, Statement& out, bool nested) {
  bool separated = true;
  bool after_slash = false;
  while (!sees_over(cursor)) {
    if (read_remark(cursor, out)) continue;
    const bool sees_slash = cursor.sees(Say::slash);
    if (accept_separator(cursor)) {
      separated = true;
      after_slash = sees_slash;
    } else if (!nested && cursor.accept(Say::open)) {
      if (!read_parenthesis(cursor, out)) return false;
      separated = false;
    } else {
      separated = separated || (out.recurring && cursor.sees(Say::since));
      if (!separated || !read_dates(cursor, out, after_slash)) return false;
      separated = false;
    }
  }
  return nested == cursor.sees(Say::close);
}

Period period_of(const Statement& statement) {
  Period period;
  period.kind = PeriodKind::intervals;
  period.ongoing = statement.ongoing;
  for (const Span& span : statement.spans) {
    period.ongoing = period.ongoing || span.last.kind == Kind::open;
    period.intervals.push_back(interval(span));
    if (!period.edtf.empty()) period.edtf += ',';
    period.edtf += edtf(span);
  }
  if (!statement.spans.empty()) return period;
  if (statement.recurring) {
    period.kind = PeriodKind::recurring;
  } else if (statement.ongoing) {
    period.intervals.emplace_back();
    period.edtf = "/..";
  } else {
    period.kind = PeriodKind::unreadable;
  }
  return period;
}

/// A year that is written alone.
std::optional<Point> read_plain_year(std::string_view text) {
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  Point point;
  for (const char c : text) point.year = point.year * 10 + (c - '0');
  return is_valid(point) ? std::optional(point) : std::nullopt;
}

/// What most records say, `2018`, `2018-2020` and `Since 2018`, as the grammar reads it, too.
std::optional<Span> read_plain_years(std::string_view text) {
  constexpr std::string_view since = "ince ";
  if (text.size() == 10 && (text[0] | 0x20) == 's' && text.substr(1).starts_with(since)) {
    const auto first = read_plain_year(text.substr(6));
    return first ? std::optional(Span{{Kind::date, *first}, {Kind::open, {}}}) : std::nullopt;
  }
  const auto first = read_plain_year(text.substr(0, 4));
  if (!first || text.size() == 4) return first ? std::optional(single(*first)) : std::nullopt;
  const auto last = text[4] == '-' ? read_plain_year(text.substr(5)) : std::nullopt;
  return last ? std::optional(Span{{Kind::date, *first}, {Kind::date, *last}}) : std::nullopt;
}

/// Reads any text by the grammar.
std::optional<Statement> read_statement(std::string_view plain) {
  const std::vector<Token> tokens = period_tokens(plain);
  TokenCursor cursor(tokens);
  Statement statement;
  const bool is_readable = read_list(cursor, statement, false) && resolve(statement);
  return is_readable ? std::optional(statement) : std::nullopt;
}

}  // namespace

Period read_period(std::string_view text) {
  if (const auto years = read_plain_years(text)) {
    Statement statement;
    statement.spans.push_back(*years);
    return resolve(statement) ? period_of(statement) : period_of({});
  }
  const std::string plain = folded(text);
  if (says_nothing(plain)) return {};
  return period_of(read_statement(plain).value_or(Statement{}));
}

std::optional<Interval> read_date_interval(std::string_view text) {
  const bool is_iso =
      text.size() == 4 || ((text.size() == 7 || text.size() == 10) && text[4] == '-');
  if (!is_iso) return std::nullopt;
  const std::vector<Token> tokens = period_tokens(text);
  TokenCursor cursor(tokens);
  Point point = cursor.peek().point;
  if (cursor.accept(Say::date) && cursor.sees(Say::end)) {
    return Interval{first_day(point), last_day(point)};
  }
  const auto month = cursor.sees(Say::pair) ? read_month_pair(cursor) : std::nullopt;
  if (!month || !cursor.sees(Say::end)) return std::nullopt;
  return Interval{first_day(*month), last_day(*month)};
}

}  // namespace icc
