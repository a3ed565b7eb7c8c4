#include "cli/tally.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/message.h"
#include "icc/json.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view nothing = "(none)";

std::string shown(const std::string& value) {
  return value.empty() ? std::string(nothing) : value;
}

/// A bar of at most `width` cells, in eighths of a cell.
std::string bar(std::size_t count, std::size_t most, std::size_t width) {
  constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const std::size_t length = most == 0 ? 0 : count * width * 8 / most;
  std::string out;
  for (std::size_t i = 0; i < length / 8; ++i) out += "█";
  return out + std::string(eighths[length % 8]);
}

}  // namespace

Tally::Tally(std::vector<Facet> facets, bool all) : facets_(std::move(facets)), all_(all) {
  if (facets_.size() != 1) return;
  const auto known = facets_[0].known();
  if (known.size() > long_vocabulary && !all_) return;
  for (const std::string_view value : known) counts_.emplace(Row{std::string(value)}, 0);
}

void Tally::add(const Row& values) {
  ++counts_[values];
}

std::vector<std::pair<Row, std::size_t>> Tally::sorted() const {
  std::vector<std::pair<Row, std::size_t>> rows(counts_.begin(), counts_.end());
  const bool by_year = facets_[0].name() == "start" || facets_[0].name() == "end";
  if (facets_.size() == 1 && !by_year) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) {
      return left.second > right.second;
    });
  }
  const auto absent = [](const auto& row) { return row.first[0].empty(); };
  std::stable_partition(rows.begin(), rows.end(), [&](const auto& row) { return !absent(row); });
  return rows;
}

std::string Tally::text(const Output& out) const {
  if (out.is_terminal()) return facets_.size() == 1 ? bars(out) : cross_table(out);
  std::string text;
  for (const auto& [values, count] : sorted()) {
    Row row;
    for (const std::string& value : values) row.push_back(shown(value));
    row.push_back(std::to_string(count));
    text += tab_separated(row);
  }
  return text;
}

std::string Tally::bars(const Output& out) const {
  const auto rows = sorted();
  std::size_t most = 0;
  std::size_t widest = 0;
  for (const auto& [values, count] : rows) {
    most = std::max(most, count);
    widest = std::max(widest, display_width(visible(shown(values[0]))));
  }
  const std::size_t digits = std::to_string(most).size();
  widest = std::min(widest, out.width() > 30 ? out.width() - 20 : std::size_t{10});
  const std::size_t room = out.width() - std::min(out.width() - 1, widest + digits + 4);
  std::string text;
  for (const auto& [values, count] : rows) {
    const std::string label = padded(truncated(visible(shown(values[0])), widest), widest);
    const std::string line = fmt::format("{:>{}}  {}  ", count, digits, label);
    const std::string drawn = bar(count, most, std::min<std::size_t>(room, 40));
    text += drawn.empty() ? line.substr(0, line.find_last_not_of(' ') + 1)
                          : line + coloured(out, cyan, drawn);
    text += '\n';
  }
  return text;
}

std::string Tally::cross_table(const Output& out) const {
  std::vector<std::string> columns;
  std::map<std::string, std::map<std::string, std::size_t>> lines;
  for (const auto& [values, count] : counts_) {
    lines[values[0]][values[1]] = count;
    if (std::find(columns.begin(), columns.end(), values[1]) == columns.end()) {
      columns.push_back(values[1]);
    }
  }
  std::sort(columns.begin(), columns.end());
  if (!fits(columns.size() + 1, out.width())) return pairs(out);
  Row header{""};
  for (const std::string& column : columns) header.push_back(shown(column));
  std::vector<Row> rows;
  for (const auto& [value, counts] : lines) {
    Row& row = rows.emplace_back(Row{shown(value)});
    for (const std::string& column : columns) {
      const auto found = counts.find(column);
      row.push_back(found == counts.end() ? "·" : std::to_string(found->second));
    }
  }
  return aligned_table(out, header, rows);
}

std::string Tally::pairs(const Output& out) const {
  std::vector<Row> rows;
  for (const auto& [values, count] : sorted()) {
    rows.push_back({std::to_string(count), shown(values[0]), shown(values[1])});
  }
  return aligned_table(out, {"", std::string(facets_[0].name()), std::string(facets_[1].name())},
                       rows);
}

std::string Tally::json(std::size_t practices) const {
  std::string text;
  JsonWriter json(text, 2);
  json.begin_object();
  json.member("format", "icc.count/1");
  json.key("fields");
  json.begin_array();
  for (const Facet& facet : facets_) json.text(facet.name());
  json.end_array();
  json.member("practices", practices);
  json.key("counts");
  json.begin_array();
  for (const auto& [values, count] : sorted()) {
    json.begin_object();
    json.key("values");
    json.begin_array();
    for (const std::string& value : values) value.empty() ? json.null() : json.text(value);
    json.end_array();
    json.member("count", count);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text + "\n";
}

std::string Tally::hidden() const {
  if (facets_.size() != 1 || all_) return {};
  const auto known = facets_[0].known();
  if (known.size() <= long_vocabulary) return {};
  std::size_t absent = 0;
  for (const std::string_view value : known)
    absent += counts_.contains(Row{std::string(value)}) ? 0 : 1;
  if (absent == 0) return {};
  return fmt::format("{} known values without a practice are not shown; --all shows them", absent);
}

}  // namespace icc
