#include "write/chart_svg.h"

#include <fmt/format.h>

#include "write/html_text.h"

namespace icc {

std::string svg_element(std::string_view label, std::size_t height, std::string_view content) {
  return fmt::format(
      "<svg role=\"img\" aria-label=\"{}\" width=\"100%\" height=\"{}\">\n{}</svg>\n",
      html_text(label), height, content);
}

std::string percent(double part, double whole) {
  return whole > 0 ? fmt::format("{:.4g}%", 100 * part / whole) : "0%";
}

std::string shown_of(std::size_t shown, std::size_t all) {
  return shown < all ? fmt::format(" ({} of {})", shown, all) : "";
}

std::string table_element(std::span<const std::string> head,
                          std::span<const std::vector<std::string>> rows) {
  std::string html = "<table>\n<thead><tr>";
  for (const std::string& cell : head) html += "<th scope=\"col\">" + html_text(cell) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& row : rows) {
    html += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      html += (i == 0 ? "<th scope=\"row\">" : "<td>") + html_text(row[i]) +
              (i == 0 ? "</th>" : "</td>");
    }
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table>\n";
}

}  // namespace icc
