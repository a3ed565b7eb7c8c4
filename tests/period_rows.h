#pragma once

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <string_view>

#include "icc/period.h"

/// A text, and what it is read as: EDTF and `, ongoing`, or the kind of a period without one.
struct PeriodRow {
  std::string_view text, reading;
};

/// What a text is read as, in the form of a row.
inline std::string period_reading(std::string_view text) {
  using icc::PeriodKind;
  const icc::Period period = icc::read_period(text);
  std::string shown = period.edtf;
  if (period.kind == PeriodKind::none) shown = "none";
  if (period.kind == PeriodKind::recurring) shown = "recurring";
  if (period.kind == PeriodKind::unreadable) shown = "unreadable";
  CHECK(period.intervals.empty() == (period.kind != PeriodKind::intervals));
  CHECK(period.edtf.empty() == period.intervals.empty());
  return period.ongoing ? shown + ", ongoing" : shown;
}

/// Checks each row.
inline void check_periods(std::span<const PeriodRow> rows) {
  for (const PeriodRow& row : rows) {
    CAPTURE(row.text);
    CHECK(period_reading(row.text) == row.reading);
  }
}
