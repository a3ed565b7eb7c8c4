#include "write/page.h"

#include <fmt/format.h>

#include <algorithm>

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

std::string article(const Practice& practice, const Schema& schema) {
  return fmt::format("<article id=\"{}\">\n{}<div class=\"text\">\n{}</div>\n</article>\n",
                     html_text(practice.id()),
                     card_html(practice, schema, "#" + url_component(practice.id()), title_level),
                     text_html(practice, schema, title_level + 1));
}

std::string articles(std::span<const Practice> practices, const Schema& schema) {
  std::string out;
  for (const Practice& practice : practices) out += article(practice, schema);
  return out;
}

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

std::string page_html(std::span<const Practice> practices, const Schema& schema,
                      const WriteOptions& options) {
  const std::string title(options.title.empty() ? page_title : options.title);
  const std::string sentence = description(practices, schema);
  const Filling fillings[] = {
      {"policy", content_policy(true)},
      {"title", html_text(title)},
      {"description", html_text(sentence)},
      {"head", ""},
      {"style", style_element()},
      {"linked-data", dataset_json(title, sentence, practices, schema)},
      {"facets", facets_html(practices, schema)},
      {"count", counted(practices.size(), "practice", "practices")},
      {"practices", articles(practices, schema)},
      {"pictures", charts_html(practices, schema)},
      {"practices-json", practices_json(practices, schema)},
      {"collection", collection_json(practices, schema, related_practices(practices, schema))},
      {"scripts", script_elements()},
  };
  return filled(page_source("page.html"), fillings);
}

}  // namespace icc
