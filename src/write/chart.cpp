#include "write/chart.h"

#include <fmt/format.h>

#include "write/html_text.h"
#include "write/page_facets.h"

namespace icc {
namespace {

constexpr std::size_t most_bars = 24;

std::string figure(const Chart& chart) {
  if (chart.svg.empty()) return {};
  return fmt::format(
      "<figure>\n<figcaption>{}</figcaption>\n{}<details class=\"numbers\"><summary>The numbers"
      "</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">\n{}</div>"
      "</details>\n</figure>\n",
      html_text(chart.title), chart.svg, html_text(chart.title), chart.table);
}

}  // namespace

std::string charts_html(std::span<const Practice> practices, const Schema& schema) {
  std::string html;
  const Field* topics = schema.field("topics");
  const Field* country = schema.field("country");
  const Field* period = period_field(schema);
  for (const Field* field : {topics, country}) {
    if (field == nullptr) continue;
    html +=
        figure(bar_chart(fmt::format("Practices by {}", field == topics ? "topic" : "country"),
                         field->title, largest_first(value_counts(practices, *field)), most_bars));
  }
  if (period != nullptr) html += figure(timeline(practices, *period));
  if (topics != nullptr && country != nullptr) {
    html += figure(heat_map(practices, *topics, *country));
  }
  return html;
}

}  // namespace icc
