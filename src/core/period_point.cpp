#include "core/period_point.h"

#include <fmt/format.h>

#include <array>

namespace icc {
namespace {

constexpr int first_season = 21;
constexpr int last_season = 24;

bool is_season(int month) {
  return month >= first_season && month <= last_season;
}

Date day_of(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
          static_cast<std::int8_t>(day)};
}

}  // namespace

Precision precision(const Point& point) {
  if (point.decade) return Precision::decade;
  if (point.day != 0) return Precision::day;
  if (is_season(point.month)) return Precision::season;
  if (point.month != 0) return Precision::month;
  return point.year != 0 ? Precision::year : Precision::none;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 13> days = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month));
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
  std::string text =
      point.decade ? fmt::format("{:03}X", point.year / 10) : fmt::format("{:04}", point.year);
  if (point.month != 0) text += fmt::format("-{:02}", point.month);
  if (point.day != 0) text += fmt::format("-{:02}", point.day);
  if (point.mark != 0) text += point.mark;
  return text;
}

}  // namespace icc
