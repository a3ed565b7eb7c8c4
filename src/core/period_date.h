#pragma once

#include <optional>

#include "core/period_point.h"
#include "core/period_tokens.h"

namespace icc {

/// Reads a date at the cursor, with words like `circa`, `mid` and `in the` before it. Parts that a
/// later date may supply can be missing: the year of `25 August`. Nothing, with the cursor
/// anywhere, when there is none.
[[nodiscard]] std::optional<Point> read_point(TokenCursor& cursor);

/// Reads a month that is written as a pair of numbers (`2018-06`), whatever else it could mean.
[[nodiscard]] std::optional<Point> read_month_pair(TokenCursor& cursor);

/// Whether a pair of numbers is a range of years: its digits are above those of its year
/// (`2011-14`).
[[nodiscard]] bool is_year_range(const Token& pair);

/// Steps over words that mean nothing in front of a date. Answers whether one of them was `circa`.
bool skip_fillers(TokenCursor& cursor);

}  // namespace icc
