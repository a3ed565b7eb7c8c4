#include "core/period_span.h"

#include <algorithm>

namespace icc {
namespace {

using Kind = SpanEnd::Kind;

/// Fills what `point` does not say from the date on its right: `25` and `28 August 2016`.
bool complete(Point& point, const Point& right) {
  if (point.year != 0) return true;
  const bool same_kind = point.month != 0 ? right.month != 0 : right.day != 0;
  if (right.year == 0 || !same_kind) return false;
  point.year = right.year;
  if (point.month == 0) point.month = right.month;
  return true;
}

/// Completes an end and makes it the date on the right of the next one.
bool complete(SpanEnd& end, Point& right) {
  if (end.kind != Kind::date) {
    right = {};
    return true;
  }
  if (!complete(end.point, right) || !is_valid(end.point)) return false;
  right = end.point;
  return true;
}

bool is_reversed(const Span& span) {
  const Interval days = interval(span);
  return days.first && days.last && *days.last < *days.first;
}

/// A start that took its year from an end before it (`November - February 2018`) could be of either
/// year.
bool complete(Span& span, Point& right) {
  const bool is_partial = span.first.kind == Kind::date && span.first.point.year == 0;
  const bool is_complete = complete(span.last, right) && complete(span.first, right);
  return is_complete && !(is_partial && is_reversed(span));
}

/// A month without a year is no date, but may say when each year something recurs.
bool complete_all(Statement& statement) {
  Point right;
  for (auto span = statement.spans.rbegin(); span != statement.spans.rend(); ++span) {
    if (complete(*span, right)) continue;
    if (!statement.recurring || span->first.point.year != 0) return false;
    span->first.kind = Kind::unknown;
    span->last.kind = Kind::unknown;
  }
  std::erase_if(statement.spans, [](const Span& span) {
    return span.first.kind == Kind::unknown && span.last.kind == Kind::unknown;
  });
  return true;
}

bool continues(const Span& left, const Span& right) {
  const Point& from = left.last.point;
  const Point& to = right.first.point;
  return right.single && precision(from) == precision(to) && from.mark == 0 && to.mark == 0 &&
         next_day(last_day(from)) == first_day(to);
}

/// `2017, 2018 and 2019` is one interval.
void join_neighbours(std::vector<Span>& spans) {
  std::vector<Span> joined;
  bool is_chain = false;
  for (const Span& span : spans) {
    if (is_chain && continues(joined.back(), span)) {
      joined.back().last = span.last;
      joined.back().single = false;
    } else {
      joined.push_back(span);
      is_chain = span.single;
    }
  }
  spans = std::move(joined);
}

void open_end(Span& span) {
  span.last = {Kind::open, {}};
  span.single = false;
}

/// A range keeps the end that it names, whatever is said to go on: `2018-2022 (still in use)`.
void apply_ongoing(Statement& statement) {
  auto& spans = statement.spans;
  const bool is_single = spans.size() == 1 && spans.front().single;
  if (spans.empty() || !(statement.goes_on || (statement.ongoing && is_single))) return;
  open_end(spans.back());
}

/// `two years - 2018` contradicts itself, or lacks a half.
bool fits_duration(const Span& span, int years) {
  if (span.first.kind != Kind::date || span.last.kind != Kind::date) return false;
  return years < 2 || last_day(span.last.point).year > span.first.point.year;
}

bool covers(const Interval& outer, const Interval& inner) {
  const bool starts = !outer.first || (inner.first && *outer.first <= *inner.first);
  const bool ends = !outer.last || (inner.last && *outer.last >= *inner.last);
  return starts && ends;
}

std::string edtf(const SpanEnd& end) {
  if (end.kind == Kind::unknown) return {};
  return end.kind == Kind::open ? ".." : edtf(end.point);
}

}  // namespace

bool resolve(Statement& statement) {
  if (!complete_all(statement)) return false;
  join_neighbours(statement.spans);
  apply_ongoing(statement);
  return !statement.has_duration || std::ranges::all_of(statement.spans, [&](const Span& span) {
    return fits_duration(span, statement.years);
  });
}

bool take_parenthesis(Statement& outer, const Statement& inner) {
  if (!inner.spans.empty() && !resolve(outer)) return false;
  outer.ongoing = outer.ongoing || inner.ongoing;
  outer.recurring = outer.recurring || inner.recurring;
  outer.has_duration = outer.has_duration || inner.has_duration;
  outer.years = std::max(outer.years, inner.years);
  if (inner.spans.empty()) return true;
  const bool is_empty = outer.spans.empty();
  const bool is_single = outer.spans.size() == 1 && inner.spans.size() == 1;
  const bool fits = is_empty || (is_single && covers(interval(inner.spans.front()),
                                                     interval(outer.spans.front())));
  if (!fits) return false;
  outer.spans = inner.spans;
  return true;
}

Interval interval(const Span& span) {
  Interval days;
  if (span.first.kind == Kind::date) days.first = first_day(span.first.point);
  if (span.last.kind == Kind::date) days.last = last_day(span.last.point);
  return days;
}

std::string edtf(const Span& span) {
  if (span.single) return edtf(span.first.point);
  return edtf(span.first) + '/' + edtf(span.last);
}

}  // namespace icc
