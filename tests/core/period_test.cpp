#include "icc/period.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using icc::Date;
using icc::Interval;
using icc::Period;
using icc::read_period;

namespace {

std::string shown(const std::optional<Date>& date) {
  if (!date) return "open";
  return std::to_string(date->year) + '-' + std::to_string(date->month) + '-' +
         std::to_string(date->day);
}

std::string shown(const Interval& interval) {
  return shown(interval.first) + " to " + shown(interval.last);
}

std::string shown(const std::vector<Interval>& intervals) {
  std::string text;
  for (const Interval& interval : intervals) {
    text += (text.empty() ? "" : ", ") + shown(interval);
  }
  return text;
}

std::string shown(const std::optional<Interval>& interval) {
  return interval ? shown(*interval) : "none";
}

}  // namespace

TEST_CASE("a period covers whole years, months and days") {
  struct Row {
    const char *text, *intervals;
  };
  const Row rows[] = {
      {"2020", "2020-1-1 to 2020-12-31"},
      {"2018-", "2018-1-1 to open"},
      {"until 2023", "open to 2023-12-31"},
      {"Ongoing", "open to open"},
      {"/2023", "open to 2023-12-31"},
      {"February 2020", "2020-2-1 to 2020-2-29"},
      {"February 1900", "1900-2-1 to 1900-2-28"},
      {"February 2000", "2000-2-1 to 2000-2-29"},
      {"March 2018 until 31 August 2019", "2018-3-1 to 2019-8-31"},
      {"since 21 June 2018", "2018-6-21 to open"},
      {"1990s", "1990-1-1 to 1999-12-31"},
      {"summer 2018", "2018-1-1 to 2018-12-31"},
      {"2015-2020 / 2021-25", "2015-1-1 to 2020-12-31, 2021-1-1 to 2025-12-31"},
      {"2018-2022 (still in use)", "2018-1-1 to 2022-12-31"},
      {"Each year in March", ""},
      {"soon", ""},
      {"N/A", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(read_period(row.text).intervals) == row.intervals);
  }
}

TEST_CASE("years alone are read as the grammar reads them, which a blank behind them asks") {
  const auto same = [](const Period& one, const Period& other) {
    return one.kind == other.kind && one.ongoing == other.ongoing && one.edtf == other.edtf &&
           one.intervals == other.intervals;
  };
  for (int year = 0; year < 10'000; ++year) {
    std::string text = std::to_string(year);
    text.insert(0, 4 - text.size(), '0');
    for (const std::string& form : {text, "Since " + text, "since " + text, text + "-2018",
                                    "2018-" + text, text + "-" + text, text + "/2018"}) {
      CAPTURE(form);
      CHECK(same(read_period(form), read_period(form + " ")));
    }
  }
}

TEST_CASE("intervals overlap when they have a day in common") {
  struct Row {
    const char *left, *right;
    bool overlap;
  };
  const Row rows[] = {
      {"2018", "2018", true},           {"2018", "2019", false},
      {"2018-2020", "2020-2021", true}, {"2018-2020", "2021-2022", false},
      {"2018-", "2030", true},          {"2018-", "2017", false},
      {"until 2018", "2018", true},     {"until 2018", "2019", false},
      {"ongoing", "1999", true},        {"until 2017", "2018-", false},
      {"ongoing", "ongoing", true},     {"31 May 2018", "May 2018", true},
      {"June 2018", "May 2018", false}, {"2021-2019", "2018-2022", false},
      {"2021-2019", "2021", false},     {"2021-2019", "ongoing", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.left);
    CAPTURE(row.right);
    const Interval left = read_period(row.left).intervals.at(0);
    const Interval right = read_period(row.right).intervals.at(0);
    CHECK(icc::overlap(left, right) == row.overlap);
    CHECK(icc::overlap(right, left) == row.overlap);
  }
}

TEST_CASE("a period overlaps a range when one of its intervals does") {
  const Interval year_2017{Date{2017, 1, 1}, Date{2017, 12, 31}};
  CHECK(read_period("2015, 2017").overlaps(year_2017));
  CHECK_FALSE(read_period("2015, 2018").overlaps(year_2017));
  CHECK_FALSE(read_period("each year").overlaps(year_2017));
  CHECK_FALSE(read_period("soon").overlaps(Interval{}));
  CHECK_FALSE(read_period("").overlaps(Interval{}));
}

TEST_CASE("a period that ends before it starts is told") {
  CHECK(read_period("2021-2019").reversed());
  CHECK(read_period("2015-2016, June 2019 - May 2019").reversed());
  CHECK_FALSE(read_period("2019-2021").reversed());
  CHECK_FALSE(read_period("2019-").reversed());
  CHECK_FALSE(read_period("").reversed());
}

TEST_CASE("a date of a query is a year, a month or a day") {
  struct Row {
    const char *text, *interval;
  };
  const Row rows[] = {
      {"2018", "2018-1-1 to 2018-12-31"},
      {"2018-06", "2018-6-1 to 2018-6-30"},
      {"2011-12", "2011-12-1 to 2011-12-31"},
      {"2018-06-21", "2018-6-21 to 2018-6-21"},
      {"", "none"},
      {"18", "none"},
      {"0018", "none"},
      {"20188", "none"},
      {"2018-", "none"},
      {"2018-6", "none"},
      {"2018-00", "none"},
      {"2018-13", "none"},
      {"2018-02-30", "none"},
      {"2018-06-21x", "none"},
      {"2018/06", "none"},
      {"21-06-2018", "none"},
      {"21.06.2018", "none"},
      {"06-2018", "none"},
      {"1990s", "none"},
      {"2018..", "none"},
      {"may1", "none"},
      {"2018-may", "none"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(icc::read_date_interval(row.text)) == row.interval);
  }
}
