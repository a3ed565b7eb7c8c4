#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// When a practice ran, as people write it on the cards of the collection, read into intervals. The
// verbatim text is never rewritten; the normal form is EDTF (ISO 8601-2).

namespace icc {

/// A day in the proleptic Gregorian calendar.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 1;  ///< 1 to 12
  std::int8_t day = 1;    ///< 1 to 31

  auto operator<=>(const Date&) const = default;
};

/// Days from the first to the last, both included. An absent end is open.
struct Interval {
  std::optional<Date> first;
  std::optional<Date> last;

  bool operator==(const Interval&) const = default;
};

/// Whether two intervals have a day in common.
[[nodiscard]] bool overlap(const Interval& left, const Interval& right);

/// What a text says of time.
enum class PeriodKind : std::uint8_t {
  none,        ///< nothing, `N/A`, `-`: no period
  intervals,   ///< one or more intervals
  recurring,   ///< `Each year in March`: known to recur, without an interval
  unreadable,  ///< kept and shown as it stands
};

/// A period as it was written and as it was understood.
struct Period {
  PeriodKind kind = PeriodKind::none;
  bool ongoing = false;             ///< said to go on, or without an end
  std::vector<Interval> intervals;  ///< in the order of the text
  std::string edtf;  ///< `2019/2021`, `2018/..`; several joined with `,`; empty without intervals

  /// Whether an interval ends before it starts (`2021-2019`).
  [[nodiscard]] bool reversed() const;

  /// Whether it was active on some day of `range`; recurring and unreadable periods never are.
  [[nodiscard]] bool overlaps(const Interval& range) const;
};

/// Reads a period in any of the notations of the manual page icc-period(7).
[[nodiscard]] Period read_period(std::string_view text);

/// Reads a point or range of a query: `2018`, `2018-06`, `2018-06-21`. Empty when it is none.
[[nodiscard]] std::optional<Interval> read_date_interval(std::string_view text);

}  // namespace icc
