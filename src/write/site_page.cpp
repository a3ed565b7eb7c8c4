#include "write/site_page.h"

#include <fmt/format.h>

#include "write/citation.h"
#include "write/html_text.h"
#include "write/linked_data.h"
#include "write/page.h"
#include "write/page_parts.h"
#include "write/page_practice.h"
#include "write/page_template.h"
#include "write/related.h"
#include "write/write.h"

namespace icc {
namespace {

std::string page_name(const Practice& practice) {
  return std::string(practice.id()) + ".html";
}

/// The address that search engines should keep, in the head of a page.
std::string canonical(const std::string& address, const SiteOptions& options) {
  if (options.base_url.empty()) return {};
  return fmt::format(
      "<link rel=\"canonical\" href=\"{0}\">\n<meta property=\"og:url\" content=\"{0}\">\n",
      html_text(address));
}

std::string related_html(std::span<const Practice> practices, const Schema& schema,
                         const std::vector<std::size_t>& related) {
  std::string items;
  for (const std::size_t index : related) {
    const Practice& other = practices[index];
    items += fmt::format("<li><a href=\"{}\">{}</a><br><span>{}</span></li>\n",
                         html_text(page_name(other)), html_text(title_of(other, schema)),
                         html_text(place_line(other, schema)));
  }
  if (items.empty()) return items;
  return "<h2>Related practices</h2>\n<ul class=\"related\">\n" + items + "</ul>\n";
}

std::string bibtex(const Practice& practice, const Schema& schema) {
  std::string out;
  bibtex_format.record(out, practice, schema, {});
  return html_lines(out);
}

std::string practice_page(std::span<const Practice> practices, std::size_t index,
                          const Schema& schema, const SiteOptions& options,
                          const std::vector<std::size_t>& related) {
  const Practice& practice = practices[index];
  const std::string address = page_address(practice, options);
  const Filling fillings[] = {
      {"policy", content_policy(false)},
      {"title", html_text(title_or_usual(options.title))},
      {"practice", html_text(title_of(practice, schema))},
      {"description", html_text(place_line(practice, schema))},
      {"head", canonical(address, options)},
      {"style", style_element()},
      {"linked-data",
       practice_ld_json(practice, schema, options.base_url.empty() ? std::string() : address)},
      {"article", card_html(practice, schema, {}, 1) + "<div class=\"text\">\n" +
                      text_html(practice, schema, 2) + "</div>\n"},
      {"citation", bibtex(practice, schema)},
      {"related", related_html(practices, schema, related)},
  };
  return filled(page_source("practice.html"), fillings);
}

}  // namespace

std::string page_address(const Practice& practice, const SiteOptions& options) {
  return options.base_url + "practice/" + page_name(practice);
}

std::vector<SiteFile> practice_pages(std::span<const Practice> practices, const Schema& schema,
                                     const SiteOptions& options) {
  const auto related = related_practices(practices, schema);
  std::vector<SiteFile> files;
  for (std::size_t i = 0; i < practices.size(); ++i) {
    files.push_back({"practice/" + page_name(practices[i]),
                     practice_page(practices, i, schema, options, related[i])});
  }
  return files;
}

std::string missing_page(const SiteOptions& options) {
  const Filling fillings[] = {
      {"policy", content_policy(false)},
      {"title", html_text(title_or_usual(options.title))},
      {"style", style_element()},
      // Shown at any depth, so only a whole address is sure to lead home.
      {"home", options.base_url.empty() ? "/" : html_text(options.base_url)},
  };
  return filled(page_source("missing.html"), fillings);
}

std::string index_head(const SiteOptions& options, bool has_feed) {
  std::string head = canonical(options.base_url, options);
  if (has_feed) {
    head += "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.xml\">\n";
  }
  return head;
}

}  // namespace icc
