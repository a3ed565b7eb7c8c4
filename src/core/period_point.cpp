#include "core/period_point.h"

#include <array>

namespace icc {
namespace {

constexpr int first_season = 21;
constexpr int last_season = 24;

bool is_season(int month) {
  return month >= first_season && month <= last_season;
}

/// Appends a number with at least `width` digits; the periods of all records are written so.
void append_number(std::string& text, int number, int width) {
  if (width > 1 || number > 9) append_number(text, number / 10, width - 1);
  text += static_cast<char>('0' + number % 10);
}

Date day_of(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
          static_cast<std::int8_t>(day)};
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 13> days = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month));
}

}  // namespace

Precision precision(const Point& point) {
  if (point.decade) return Precision::decade;
  if (point.day != 0) return Precision::day;
  if (is_season(point.month)) return Precision::season;
  if (point.month != 0) return Precision::month;
  return point.year != 0 ? Precision::year : Precision::none;
}

bool is_valid(const Point& point) {
  if (point.year < 1000 || point.year > 2999) return false;
  if (is_season(point.month)) return point.day == 0;
  if (point.month < 0 || point.month > 12) return false;
  if (point.month == 0) return point.day == 0;
  return point.day >= 0 && point.day <= days_in_month(point.year, point.month);
}

Date first_day(const Point& point) {
  const bool has_month = point.month != 0 && !is_season(point.month);
  return day_of(point.year, has_month ? point.month : 1, point.day != 0 ? point.day : 1);
}

Date last_day(const Point& point) {
  if (point.decade) return day_of(point.year + 9, 12, 31);
  if (point.month == 0 || is_season(point.month)) return day_of(point.year, 12, 31);
  const int last = point.day != 0 ? point.day : days_in_month(point.year, point.month);
  return day_of(point.year, point.month, last);
}

Date next_day(const Date& date) {
  if (date.day < days_in_month(date.year, date.month)) {
    return day_of(date.year, date.month, date.day + 1);
  }
  return date.month < 12 ? day_of(date.year, date.month + 1, 1) : day_of(date.year + 1, 1, 1);
}

Date previous_day(const Date& date) {
  if (date.day > 1) return day_of(date.year, date.month, date.day - 1);
  if (date.month == 1) return day_of(date.year - 1, 12, 31);
  return day_of(date.year, date.month - 1, days_in_month(date.year, date.month - 1));
}

std::string edtf(const Point& point) {
  std::string text;
  append_number(text, point.decade ? point.year / 10 : point.year, point.decade ? 3 : 4);
  if (point.decade) text += 'X';
  if (point.month != 0) append_number(text += '-', point.month, 2);
  if (point.day != 0) append_number(text += '-', point.day, 2);
  if (point.mark != 0) text += point.mark;
  return text;
}

}  // namespace icc
