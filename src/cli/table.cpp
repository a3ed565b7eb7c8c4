#include "cli/table.h"

#include <algorithm>

#include "cli/message.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;

std::vector<std::size_t> natural_widths(const Row& header, const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const std::string& cell : header) widths.push_back(display_width(cell));
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  return widths;
}

std::string line(const Row& row, const std::vector<std::size_t>& widths) {
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = truncated(row[i], widths[i]);
    const bool last = i + 1 == row.size();
    out += last ? cell : padded(cell, widths[i] + gap);
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

Row visible_cells(const Row& row) {
  Row cells;
  for (const std::string& cell : row) cells.push_back(visible(cell));
  return cells;
}

/// How wide each column may be so that all fit into `width` cells with two blanks between them: the
/// widest are narrowed first, none below eight cells.
std::vector<std::size_t> fitted_widths(std::vector<std::size_t> natural, std::size_t width) {
  std::size_t total = natural.empty() ? 0 : gap * (natural.size() - 1);
  for (const std::size_t column : natural) total += column;
  while (total > width) {
    const auto widest = std::max_element(natural.begin(), natural.end());
    if (widest == natural.end() || *widest <= narrowest) break;
    --*widest;
    --total;
  }
  return natural;
}

}  // namespace

bool fits(std::size_t columns, std::size_t width) {
  return columns * (narrowest + gap) <= width + gap;
}

std::string aligned_table(const Output& out, const Row& header, const std::vector<Row>& rows) {
  std::vector<Row> safe;
  safe.reserve(rows.size());
  for (const Row& row : rows) safe.push_back(visible_cells(row));
  const Row head = visible_cells(header);
  const auto widths = fitted_widths(natural_widths(head, safe), out.width());
  std::string text = coloured(out, bold, line(head, widths)) + "\n";
  for (const Row& row : safe) text += line(row, widths) + "\n";
  return text;
}

std::string tab_separated(const Row& row) {
  std::string out;
  for (const std::string& cell : row) {
    if (&cell != &row.front()) out += '\t';
    out += visible(cell);
  }
  return out + "\n";
}

}  // namespace icc
