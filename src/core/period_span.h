#pragma once

#include <vector>

#include "core/period_point.h"

namespace icc {

/// One end of a span, as EDTF tells them apart.
struct SpanEnd {
  /// `unknown` is written as nothing (`/2023`), `open` as `..`.
  enum class Kind : std::uint8_t { unknown, open, date };
  Kind kind = Kind::date;
  Point point;

  bool operator==(const SpanEnd&) const = default;
};

/// From one date to another. A single date has itself at both ends.
struct Span {
  SpanEnd first;
  SpanEnd last;
  bool single = false;
};

/// What a list of dates and remarks says.
struct Statement {
  std::vector<Span> spans;
  bool ongoing = false;    ///< said to go on; opens the end of a single date
  bool goes_on = false;    ///< said to go on after its end: `2019-2021 and ongoing`
  bool recurring = false;  ///< each year
  int years = 0;           ///< said to take so many
  bool has_duration = false;
};

/// Completes dates from those on their right, joins neighbouring single dates, and applies what the
/// remarks say. False when that makes no sense.
[[nodiscard]] bool resolve(Statement& statement);

/// `outer` with the spans of a remark in parentheses, which must cover its own: `2021 (since
/// 2017)`. False when they do not.
[[nodiscard]] bool take_parenthesis(Statement& outer, const Statement& inner);

/// The days of a resolved span.
[[nodiscard]] Interval interval(const Span& span);

/// A resolved span in EDTF.
[[nodiscard]] std::string edtf(const Span& span);

}  // namespace icc
