#include "write/page_facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "core/text_ascii.h"
#include "write/html_text.h"
#include "write/tally.h"

namespace icc {
namespace {

// A longer list is closed until somebody opens it.
constexpr std::size_t long_list = 24;

std::string item(std::string_view value, std::string_view label, std::size_t count) {
  return fmt::format("<li data-value=\"{}\"><span class=\"count\">{}</span> <span>{}</span></li>\n",
                     html_text(value), count, html_text(label));
}

std::string list(std::string_view field, const std::string& items) {
  return fmt::format("<ul data-field=\"{}\">\n{}</ul>\n", html_text(field), items);
}

std::string facet(std::string_view title, const std::string& lists, bool is_open) {
  return fmt::format("<details class=\"facet\"{}><summary>{}</summary>\n{}</details>\n",
                     is_open ? " open" : "", html_text(title), lists);
}

/// The title of a facet: that of the values of a list (`Topic`), or else of the field.
std::string_view facet_title(const Field& field) {
  if (field.flag.empty() || field.flag == field.name) return field.title;
  return field.flag;
}

std::string capitalised(std::string_view word) {
  std::string out(word);
  if (!out.empty() && is_lower(out[0])) out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string field_facet(std::span<const Practice> practices, const Field& field) {
  const auto counts = value_counts(practices, field);
  std::string items;
  for (const ValueCount& row : counts) items += item(row.value, row.value, row.count);
  return facet(capitalised(facet_title(field)), list(field.path, items),
               counts.size() <= long_list);
}

std::size_t count_where(std::span<const Practice> practices, const Field& field,
                        const std::function<bool(const Period&)>& holds) {
  return static_cast<std::size_t>(std::ranges::count_if(
      practices, [&](const Practice& practice) { return holds(practice.period(field)); }));
}

/// The decades from the first to the last in which a period of the practices begins or ends, as the
/// first year of each.
std::vector<int> decades_of(std::span<const Practice> practices, const Field& period) {
  std::optional<int> first;
  std::optional<int> last;
  for (const Practice& practice : practices) {
    for (const Interval& interval : practice.period(period).intervals) {
      for (const auto& day : {interval.first, interval.last}) {
        if (!day) continue;
        first = std::min<int>(first.value_or(day->year), day->year);
        last = std::max<int>(last.value_or(day->year), day->year);
      }
    }
  }
  std::vector<int> decades;
  if (!first) return decades;
  for (int decade = *first / 10 * 10; decade <= *last; decade += 10) decades.push_back(decade);
  return decades;
}

std::string period_facet(std::span<const Practice> practices, const Field& field) {
  std::string decades;
  for (const int decade : decades_of(practices, field)) {
    const Interval range{Date{static_cast<std::int16_t>(decade), 1, 1},
                         Date{static_cast<std::int16_t>(decade + 9), 12, 31}};
    const std::size_t count =
        count_where(practices, field, [&](const Period& period) { return period.overlaps(range); });
    decades += item(fmt::format("{}..{}", decade, decade + 9), fmt::format("{}s", decade), count);
  }
  const std::string states =
      item("ongoing", "Going on",
           count_where(practices, field, [](const Period& period) { return period.ongoing; })) +
      item("undated", "No date", count_where(practices, field, [](const Period& period) {
             return period.intervals.empty();
           }));
  return facet(field.title,
               (decades.empty() ? decades : list("year", decades)) + list("is", states), true);
}

/// The fields by which a reader narrows the list: topics, country, cities, and others of the schema
/// with an option of their own and a vocabulary, where two values occur; topics first.
std::vector<const Field*> facet_fields(std::span<const Practice> practices, const Schema& schema) {
  std::vector<const Field*> fields;
  for (const Field& field : schema.fields()) {
    if (field.type != FieldType::choice || field.flag.empty()) continue;
    const bool is_usual = field.name == "topics" || field.name == "country" || field.list;
    if (is_usual || largest_first(value_counts(practices, field)).size() > 1) {
      fields.push_back(&field);
    }
  }
  std::stable_partition(fields.begin(), fields.end(),
                        [](const Field* f) { return f->name == "topics"; });
  return fields;
}

}  // namespace

std::string facets_html(std::span<const Practice> practices, const Schema& schema) {
  std::string html;
  for (const Field* field : facet_fields(practices, schema)) html += field_facet(practices, *field);
  if (const Field* period = period_field(schema)) html += period_facet(practices, *period);
  return html;
}

}  // namespace icc
