#include <fmt/format.h>

#include <algorithm>

#include "write/chart.h"
#include "write/chart_svg.h"
#include "write/html_text.h"

namespace icc {
namespace {

constexpr std::size_t row_height = 34;

/// A label with its number, and the bar below them.
std::string bar(std::size_t at, const ValueCount& row, std::size_t most) {
  const std::size_t top = at * row_height;
  return fmt::format(
      "<text x=\"0\" y=\"{0}\">{1}</text><text x=\"100%\" y=\"{0}\" text-anchor=\"end\">{2}</text>"
      "<rect class=\"track\" y=\"{3}\" width=\"100%\" height=\"8\" rx=\"2\"/>"
      "<rect class=\"bar\" y=\"{3}\" width=\"{4}\" height=\"8\" rx=\"2\"/>\n",
      top + 14, html_text(row.value), row.count, top + 20,
      percent(static_cast<double>(row.count), static_cast<double>(most)));
}

}  // namespace

Chart bar_chart(const std::string& title, std::string_view column,
                std::span<const ValueCount> counts, std::size_t most) {
  const std::size_t shown = std::min(counts.size(), most);
  std::string bars;
  for (std::size_t i = 0; i < shown; ++i) bars += bar(i, counts[i], largest(counts));
  std::vector<std::vector<std::string>> rows;
  for (const ValueCount& row : counts) rows.push_back({row.value, std::to_string(row.count)});
  const std::string head[] = {std::string(column), "Practices"};
  Chart chart{title + shown_of(shown, counts.size()), {}, table_element(head, rows)};
  if (shown > 0) chart.svg = svg_element(chart.title, shown * row_height, bars);
  return chart;
}

}  // namespace icc
