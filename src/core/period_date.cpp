#include "core/period_date.h"

// The dates of a period, over the tokens of period_tokens.h:
//
//   point = { filler | unit | of | on | about }, date, [ "?" ] ;
//   date  = DATE | pair
//         | month, [ day, [ "," ] | "," ], [ year ]      (* June 21, 2018; June, 2018 *)
//         | day, [ month, [ "," ], [ year ] ] ;          (* 21 June 2018; 25-28 August *)
//   year  = { filler | unit | of }, DATE without a month ;

namespace icc {
namespace {

bool is_filler(Say say) {
  return say == Say::filler || say == Say::unit || say == Say::of || say == Say::on;
}

/// The year at the cursor or behind a comma and words without meaning; the cursor stays where it is
/// when there is none.
void read_year(TokenCursor& cursor, Point& point) {
  std::size_t ahead = cursor.sees(Say::comma) ? 1 : 0;
  while (is_filler(cursor.peek(ahead).say)) ++ahead;
  const Token& token = cursor.peek(ahead);
  if (token.say != Say::date || precision(token.point) != Precision::year) return;
  point.year = token.point.year;
  cursor.skip(ahead + 1);
}

bool read_day(TokenCursor& cursor, Point& point) {
  const int day = cursor.peek().value;
  if (day < 1 || day > 31 || !cursor.accept(Say::day)) return false;
  point.day = day;
  return true;
}

std::optional<Point> read_month_first(TokenCursor& cursor) {
  Point point = {.month = cursor.peek().value};
  cursor.skip(1);
  if (cursor.sees(Say::day) && !read_day(cursor, point)) return std::nullopt;
  read_year(cursor, point);
  return point;
}

std::optional<Point> read_day_first(TokenCursor& cursor) {
  Point point;
  if (!read_day(cursor, point)) return std::nullopt;
  const std::size_t of = cursor.sees(Say::of) ? 1 : 0;
  if (!cursor.sees(Say::month, of)) return point;
  point.month = cursor.peek(of).value;
  cursor.skip(of + 1);
  read_year(cursor, point);
  return point;
}

std::optional<Point> read_date(TokenCursor& cursor) {
  const Token& token = cursor.peek();
  switch (token.say) {
    case Say::date:
      cursor.skip(1);
      return token.point;
    case Say::pair:
      return is_year_range(token) ? std::nullopt : read_month_pair(cursor);
    case Say::month:
      return read_month_first(cursor);
    case Say::day:
      return read_day_first(cursor);
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_year_range(const Token& pair) {
  return pair.value > pair.point.year % 100;
}

std::optional<Point> read_month_pair(TokenCursor& cursor) {
  Point point = cursor.peek().point;
  point.month = cursor.peek().value;
  if (point.month < 1 || point.month > 12 || !cursor.accept(Say::pair)) return std::nullopt;
  return point;
}

bool skip_fillers(TokenCursor& cursor) {
  bool about = false;
  while (is_filler(cursor.peek().say) || cursor.sees(Say::about)) {
    about = about || cursor.sees(Say::about);
    cursor.skip(1);
  }
  return about;
}

std::optional<Point> read_point(TokenCursor& cursor) {
  const bool about = skip_fillers(cursor);
  auto point = read_date(cursor);
  if (!point) return std::nullopt;
  if (about) point->mark = '~';
  if (cursor.peek().glued && cursor.accept(Say::uncertain)) point->mark = about ? '%' : '?';
  return point;
}

}  // namespace icc
