#include "write/chart.h"

#include <doctest/doctest.h>

#include "write/chart_svg.h"
#include "write/sample.h"

using icc::test::sample;
using icc::test::sample_schema;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}

std::vector<icc::Practice> with_periods(std::initializer_list<std::string_view> periods) {
  std::vector<icc::Practice> practices;
  for (const std::string_view period : periods) {
    practices.push_back(sample("x", "period: '" + std::string(period) + "'\n"));
  }
  return practices;
}

}  // namespace

TEST_CASE("widths are parts of the whole") {
  CHECK(icc::percent(1, 3) == "33.33%");
  CHECK(icc::percent(2, 2) == "100%");
  CHECK(icc::percent(1, 0) == "0%");
}

TEST_CASE("a table has headings for columns and rows") {
  const std::string head[] = {"Topic", "<n>"};
  const std::vector<std::string> rows[] = {{"Roma", "3"}};
  CHECK(icc::table_element(head, rows) ==
        "<table>\n<thead><tr><th scope=\"col\">Topic</th><th scope=\"col\">&lt;n&gt;</th></tr>"
        "</thead>\n<tbody>\n<tr><th scope=\"row\">Roma</th><td>3</td></tr>\n</tbody>\n</table>\n");
}

TEST_CASE("bars are as long as their counts, and the table has those that are not drawn") {
  const icc::ValueCount counts[] = {{"A & B", 4}, {"C", 1}, {"D", 1}};
  const icc::Chart chart = icc::bar_chart("By letter", "Letter", counts, 2);
  CHECK(has(chart.svg, "aria-label=\"By letter (2 of 3)\" width=\"100%\" height=\"68\""));
  CHECK(has(chart.svg, "A &amp; B</text>"));
  CHECK(has(chart.svg, "width=\"25%\""));
  CHECK_FALSE(has(chart.svg, "D</text>"));
  CHECK(has(chart.table, "<th scope=\"row\">D</th><td>1</td>"));
  CHECK(icc::bar_chart("Nothing", "x", {}, 9).svg.empty());
}

TEST_CASE("a timeline shows open ends, and equal periods once") {
  const auto practices = with_periods({"2018-", "until 2020", "2015-2016", "2015-2016", "N/A"});
  const icc::Chart chart = icc::timeline(practices, *sample_schema().field("period"));
  CHECK(has(chart.svg, "2015–2016 ×2</text>"));
  CHECK(has(chart.svg, "2018–</text>"));
  CHECK(has(chart.svg, "M0-5 7 0 0 5z"));  // to the right
  CHECK(has(chart.svg, "M0-5-7 0 0 5z"));  // to the left
  CHECK(has(chart.table, "<th scope=\"row\">–2020</th><td>1</td>"));
  CHECK(icc::timeline(with_periods({"N/A"}), *sample_schema().field("period")).svg.empty());
}

TEST_CASE("many periods share the row of their first year") {
  std::vector<icc::Practice> practices;
  const auto add = [&](const std::string& period) {
    practices.push_back(sample("x", "period: " + period + "\n"));
  };
  for (int year = 1990; year < 2021; ++year) {
    add(std::to_string(year) + "-");
    add(std::to_string(year) + "-" + std::to_string(year + 2));
  }
  add("until 1995");
  add("2020-");
  const icc::Chart chart = icc::timeline(practices, *sample_schema().field("period"));
  CHECK(chart.title == "When practices ran, by their first year");
  CHECK(has(chart.svg, ">until …</text>"));
  CHECK(has(chart.svg, ">1990 ×2</text>"));
  CHECK(has(chart.svg, ">2020 ×3</text>"));
  CHECK(has(chart.table, "<th scope=\"row\">2020–</th><td>2</td>"));
  for (int year = 1900; year < 1980; ++year) add(std::to_string(year));
  const icc::Chart later = icc::timeline(practices, *sample_schema().field("period"));
  CHECK(later.title == "When practices ran, by their first year (60 of 112)");
  CHECK_FALSE(has(later.svg, ">1950</text>"));
  CHECK(has(later.svg, ">2020 ×3</text>"));
}

TEST_CASE("a heat map has a cell for each pair") {
  std::vector<icc::Practice> practices;
  practices.push_back(sample("a", "title: T\ncities: [Leeds, Bradford]\n"));
  practices.push_back(sample("b", "title: T\ncities: [Leeds]\n"));
  const icc::Chart chart =
      icc::heat_map(practices, *sample_schema().field("title"), *sample_schema().field("cities"));
  CHECK(chart.title == "Title by cities");
  CHECK(has(chart.svg, "class=\"heat2\" x=\"0%\""));
  CHECK(has(chart.svg, "class=\"heat1\" x=\"50%\""));
  CHECK(has(chart.table, "<th scope=\"row\">T</th><td>2</td><td>1</td>"));
}
