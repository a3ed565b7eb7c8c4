#pragma once

#include <cstdint>
#include <string>

#include "icc/period.h"

namespace icc {

/// How much of a date is known.
enum class Precision : std::uint8_t { none, decade, year, season, month, day };

/// A date as precise as it was written. A part of it may be missing until a later one of the same
/// text supplies it: the year of `January` in `January - February 2018`.
struct Point {
  int year = 0;   ///< 0: not said; the first of a decade
  int month = 0;  ///< 1 to 12, or 21 to 24 for spring to winter as in EDTF; 0: not said
  int day = 0;    ///< 0: not said
  bool decade = false;
  char mark = 0;  ///< EDTF's `?` uncertain, `~` approximate, `%` both; 0: none

  bool operator==(const Point&) const = default;
};

/// What a point says, which decides what it may be joined with.
[[nodiscard]] Precision precision(const Point& point);

/// Whether a point with a year is a date of the calendar (years 1000 to 2999).
[[nodiscard]] bool is_valid(const Point& point);

/// The first day of a valid point. A season may be any time of its year: which months it means
/// depends on the hemisphere.
[[nodiscard]] Date first_day(const Point& point);

/// The last day of a valid point.
[[nodiscard]] Date last_day(const Point& point);

/// The day after.
[[nodiscard]] Date next_day(const Date& date);

/// The day before.
[[nodiscard]] Date previous_day(const Date& date);

/// The point in EDTF (ISO 8601-2, level 1): `2018`, `2018-06`, `2018-06-21`, `2018-21`, `199X`,
/// `2018?`.
[[nodiscard]] std::string edtf(const Point& point);

}  // namespace icc
