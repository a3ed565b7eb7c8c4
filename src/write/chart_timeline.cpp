#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "write/chart.h"
#include "write/chart_svg.h"

namespace icc {
namespace {

constexpr std::size_t row_height = 20;
constexpr std::size_t most_rows = 60;
constexpr double label_width = 30;  // percent of the width

/// The first and last year of an interval; an absent one is open.
struct Years {
  std::optional<int> first;
  std::optional<int> last;

  bool operator<(const Years& other) const {
    return std::tie(first, last) < std::tie(other.first, other.last);
  }
};

using YearCounts = std::map<Years, std::size_t>;

YearCounts year_counts(std::span<const Practice> practices, const Field& field) {
  YearCounts counts;
  for (const Practice& practice : practices) {
    for (const Interval& interval : practice.period(field).intervals) {
      Years years;
      if (interval.first) years.first = interval.first->year;
      if (interval.last) years.last = interval.last->year;
      if (years.first || years.last) ++counts[years];
    }
  }
  return counts;
}

std::string label(const Years& years) {
  if (years.first == years.last) return fmt::format("{}", *years.first);
  return fmt::format("{}–{}", years.first ? fmt::format("{}", *years.first) : "",
                     years.last ? fmt::format("{}", *years.last) : "");
}

/// The years of the axis, the last one excluded.
struct Scale {
  int begin = 0;
  int end = 0;

  [[nodiscard]] std::string x(int year) const {
    const double part = static_cast<double>(year - begin) / (end - begin);
    return fmt::format("{:.4g}%", label_width + (96 - label_width) * part);
  }
};

Scale scale_of(const YearCounts& counts) {
  std::vector<int> years;
  for (const auto& [row, count] : counts) {
    if (row.first) years.push_back(*row.first);
    if (row.last) years.push_back(*row.last);
  }
  const auto [least, most] = std::ranges::minmax(years);
  return {least - 1, most + 2};
}

/// The axis: a line and a number every few years.
std::string axis(const Scale& scale, std::size_t height) {
  const int step = std::max(1, (scale.end - scale.begin + 3) / 4);
  std::string out;
  for (int year = scale.begin + 1; year < scale.end; year += step) {
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0}\" x2=\"{0}\" y1=\"20\" y2=\"{1}\"/><text class=\"small\" "
        "x=\"{0}\" y=\"13\" text-anchor=\"middle\">{2}</text>\n",
        scale.x(year), height, year);
  }
  return out;
}

/// An arrow at an open end. In a frame of its own, whose place is a part of the width.
std::string arrow(const std::string& x, std::size_t y, bool to_the_right) {
  return fmt::format(
      "<svg class=\"arrow\" x=\"{}\" y=\"{}\" width=\"1\" height=\"1\"><path d=\"{}\"/></svg>", x,
      y, to_the_right ? "M0-5 7 0 0 5z" : "M0-5-7 0 0 5z");
}

/// A row of the picture: one interval, or all that begin in one year.
struct Row {
  std::string label;
  std::size_t practices = 0;
  std::vector<Years> spans;
};

std::vector<Row> rows_of(const YearCounts& counts) {
  std::vector<Row> rows;
  for (const auto& [years, count] : counts) rows.push_back({label(years), count, {years}});
  return rows;
}

std::vector<Row> rows_by_beginning(const YearCounts& counts) {
  std::vector<Row> rows;
  std::optional<int> year;
  for (const auto& [years, count] : counts) {
    if (rows.empty() || years.first != year) {
      rows.push_back({years.first ? fmt::format("{}", *years.first) : "until …", 0, {}});
    }
    year = years.first;
    rows.back().practices += count;
    rows.back().spans.push_back(years);
  }
  return rows;
}

std::string span(const Years& years, const Scale& scale, std::size_t y, std::string_view style) {
  const std::string begin = scale.x(years.first.value_or(scale.begin));
  const std::string end = scale.x(years.last ? *years.last + 1 : scale.end);
  std::string out = fmt::format("<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>",
                                style, begin, end, y, y);
  if (!years.first) out += arrow(begin, y, false);
  if (!years.last) out += arrow(end, y, true);
  return out;
}

std::string drawn(const Row& row, const Scale& scale, std::size_t at) {
  const std::size_t y = 24 + at * row_height + row_height / 2;
  std::string out =
      fmt::format("<text class=\"small\" x=\"0\" y=\"{}\">{}{}</text>", y + 4, row.label,
                  row.practices > 1 ? fmt::format(" ×{}", row.practices) : "");
  const std::string_view style = row.spans.size() > 1 ? "span many" : "span";
  for (const Years& years : row.spans) out += span(years, scale, y, style);
  return out + "\n";
}

/// The picture of the last rows, as many as there is room for.
std::string picture(std::string_view title, std::span<const Row> rows, const Scale& scale) {
  const std::size_t height = 30 + rows.size() * row_height;
  std::string content = axis(scale, height);
  for (std::size_t at = 0; at < rows.size(); ++at) content += drawn(rows[at], scale, at);
  return svg_element(title, height, content);
}

}  // namespace

Chart timeline(std::span<const Practice> practices, const Field& period) {
  const YearCounts counts = year_counts(practices, period);
  const bool has_room = counts.size() <= most_rows;
  const std::vector<Row> rows = has_room ? rows_of(counts) : rows_by_beginning(counts);
  const std::size_t shown = std::min(rows.size(), most_rows);
  Chart chart{fmt::format("When practices ran{}{}", has_room ? "" : ", by their first year",
                          shown_of(shown, rows.size())),
              {},
              {}};
  std::vector<std::vector<std::string>> cells;
  for (const auto& [years, count] : counts) cells.push_back({label(years), std::to_string(count)});
  const std::string head[] = {period.title, "Practices"};
  chart.table = table_element(head, cells);
  if (rows.empty()) return chart;
  chart.svg = picture(chart.title, std::span(rows).last(shown), scale_of(counts));
  return chart;
}

}  // namespace icc
