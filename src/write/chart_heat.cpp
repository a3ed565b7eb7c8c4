#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "icc/text.h"
#include "write/chart.h"
#include "write/chart_svg.h"
#include "write/html_text.h"

namespace icc {
namespace {

constexpr std::size_t row_height = 40;
constexpr std::size_t head_height = 18;
constexpr std::size_t most_columns = 16;

/// How many practices have both of two values.
using Pairs = std::map<std::pair<std::string_view, std::string_view>, std::size_t>;

Pairs pairs_of(std::span<const Practice> practices, const Field& rows, const Field& columns) {
  Pairs pairs;
  for (const Practice& practice : practices) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const std::string_view row : practice.values(rows)) {
      for (const std::string_view column : practice.values(columns)) seen.emplace(row, column);
    }
    for (const auto& pair : seen) ++pairs[pair];
  }
  return pairs;
}

/// The shortest way to write a choice: the code of a country, say.
std::string code_of(const Field& field, const std::string& value) {
  if (field.vocabulary != nullptr) {
    for (const Choice* choice : field.vocabulary->find(value)) {
      const auto code = std::ranges::find_if(choice->aliases, [](const std::string& alias) {
        return alias.size() == 2 && alias[0] >= 'A' && alias[0] <= 'Z';
      });
      if (code != choice->aliases.end()) return *code;
    }
  }
  return truncated(value, 3);
}

/// A table of counts, ready to be drawn.
struct Grid {
  std::vector<ValueCount> rows;
  std::vector<ValueCount> columns;
  Pairs pairs;
  std::size_t most = 0;

  [[nodiscard]] std::size_t at(const ValueCount& row, const ValueCount& column) const {
    const auto found = pairs.find({row.value, column.value});
    return found == pairs.end() ? 0 : found->second;
  }
};

std::string cell(const Grid& grid, std::size_t row, std::size_t column, std::size_t shown) {
  const std::size_t count = grid.at(grid.rows[row], grid.columns[column]);
  const std::size_t y = head_height + row * row_height + 18;
  const auto place = static_cast<double>(column);
  const auto whole = static_cast<double>(shown);
  // Steps instead of shades: a reader can tell five of them apart.
  const std::size_t step =
      count == 0 ? 0 : 1 + (4 * count - 1) / std::max<std::size_t>(4, grid.most);
  std::string out =
      fmt::format("<rect class=\"heat{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"16\"/>", step,
                  percent(place, whole), y, percent(0.94, whole));
  if (count == 0) return out;
  return out + fmt::format(
                   "<text class=\"small on{}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                   step, percent(place + 0.47, whole), y + 12, count);
}

std::string drawing(const Grid& grid, const Field& columns, std::size_t shown) {
  std::string out;
  for (std::size_t column = 0; column < shown; ++column) {
    out += fmt::format(
        "<text class=\"small head\" x=\"{}\" y=\"12\" text-anchor=\"middle\">{}</text>\n",
        percent(static_cast<double>(column) + 0.47, static_cast<double>(shown)),
        html_text(code_of(columns, grid.columns[column].value)));
  }
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    out += fmt::format("<text x=\"0\" y=\"{}\">{}</text>", head_height + row * row_height + 14,
                       html_text(grid.rows[row].value));
    for (std::size_t column = 0; column < shown; ++column) out += cell(grid, row, column, shown);
    out += '\n';
  }
  return out;
}

std::string numbers(const Grid& grid, const Field& field) {
  std::vector<std::string> head{field.title};
  for (const ValueCount& column : grid.columns) head.push_back(column.value);
  std::vector<std::vector<std::string>> rows;
  for (const ValueCount& row : grid.rows) {
    rows.push_back({row.value});
    for (const ValueCount& column : grid.columns) {
      rows.back().push_back(std::to_string(grid.at(row, column)));
    }
  }
  return table_element(head, rows);
}

}  // namespace

Chart heat_map(std::span<const Practice> practices, const Field& rows, const Field& columns) {
  Grid grid{largest_first(value_counts(practices, rows)),
            largest_first(value_counts(practices, columns)), pairs_of(practices, rows, columns)};
  for (const auto& [pair, count] : grid.pairs) grid.most = std::max(grid.most, count);
  const std::size_t shown = std::min(grid.columns.size(), most_columns);
  Chart chart{fmt::format("{} by {}{}", rows.title, folded(columns.title),
                          shown_of(shown, grid.columns.size())),
              {},
              numbers(grid, rows)};
  if (grid.pairs.empty()) return chart;
  chart.svg = svg_element(chart.title, head_height + grid.rows.size() * row_height,
                          drawing(grid, columns, shown));
  return chart;
}

}  // namespace icc
