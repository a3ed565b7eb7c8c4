#include "write/page.h"

#include <fmt/format.h>

#include "icc/text.h"
#include "write/chart.h"
#include "write/html_text.h"
#include "write/linked_data.h"
#include "write/page_data.h"
#include "write/page_facets.h"
#include "write/page_parts.h"
#include "write/page_practice.h"
#include "write/page_template.h"
#include "write/related.h"

namespace icc {
namespace {

constexpr int title_level = 3;

/// An element of the list: on one page all that is said, on a site what leads to its page.
std::string article(const Practice& practice, const Schema& schema, bool is_index) {
  const std::string id = percent_encoded(practice.id());
  const std::string href = is_index ? "practice/" + id + ".html" : "#" + id;
  return fmt::format("<article id=\"{}\">\n{}<div class=\"text\">\n{}</div>\n</article>\n",
                     html_text(practice.id()), card_html(practice, schema, href, title_level),
                     is_index ? summary_html(practice, schema, title_level + 1)
                              : text_html(practice, schema, title_level + 1));
}

std::string articles(std::span<const Practice> practices, const Schema& schema, bool is_index) {
  std::string out;
  for (const Practice& practice : practices) out += article(practice, schema, is_index);
  return out;
}

constexpr std::string_view data_links =
    "<p>All practices as data: <a href=\"practices.json\">JSON</a>, <a "
    "href=\"practices.csv\">CSV</a>.</p>\n";

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::size_t occurring(std::span<const Practice> practices, const Schema& schema,
                      std::string_view name) {
  const Field* field = schema.field(name);
  return field == nullptr ? 0 : largest_first(value_counts(practices, *field)).size();
}

/// One sentence on the collection, for readers and for search engines.
std::string description(std::span<const Practice> practices, const Schema& schema) {
  std::string text = counted(practices.size(), "practice", "practices");
  const std::size_t cities = occurring(practices, schema, "cities");
  const std::size_t countries = occurring(practices, schema, "country");
  if (cities > 0) text += " from " + counted(cities, "city", "cities");
  if (countries > 0) text += " in " + counted(countries, "country", "countries");
  return text + ", told so that other cities can do the same.";
}

}  // namespace

std::string title_or_usual(std::string_view title) {
  return std::string(title.empty() ? page_title : title);
}

std::string page_html(std::span<const Practice> practices, const Schema& schema,
                      const PageOptions& options) {
  const std::string title = title_or_usual(options.title);
  const std::string sentence = description(practices, schema);
  const Filling fillings[] = {
      {"policy", content_policy(true)},
      {"title", html_text(title)},
      {"description", html_text(sentence)},
      {"head", options.head},
      {"body", options.is_index ? " data-pages=\"practice/\"" : ""},
      {"data", options.is_index ? std::string(data_links) : ""},
      {"style", style_element()},
      {"linked-data", dataset_json(title, sentence, practices, schema)},
      {"facets", facets_html(practices, schema)},
      {"count", counted(practices.size(), "practice", "practices")},
      {"practices", articles(practices, schema, options.is_index)},
      {"pictures", charts_html(practices, schema)},
      {"practices-json", practices_json(practices, schema, !options.is_index)},
      {"collection", collection_json(practices, schema, related_practices(practices, schema))},
      {"scripts", script_elements()},
  };
  return filled(page_source("page.html"), fillings);
}

}  // namespace icc
