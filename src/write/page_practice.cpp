#include "write/page_practice.h"

#include <fmt/format.h>

#include <algorithm>

#include "icc/text.h"
#include "write/card_line.h"
#include "write/html_text.h"
#include "write/object_parts.h"
#include "write/unknown_fields.h"

namespace icc {
namespace {

constexpr std::string_view page_language = "en";

std::string label(const Field& field) {
  return html_text(field.title.empty() ? field.name : field.title);
}

bool is_section(const Field& field) {
  return field.type == FieldType::prose || field.type == FieldType::object;
}

/// Whether a field stands on the card above the texts.
bool is_on_card(const Field& field) {
  return field.name == "title" || field.name == "topics" || field.column;
}

std::string heading(int level, std::string_view words) {
  return fmt::format("<h{0}>{1}</h{0}>\n", level, words);
}

std::string value_html(const Field& field, std::string_view value) {
  return field.type == FieldType::url ? html_link({}, value) : html_text(trimmed(value));
}

std::string topics_html(const Practice& practice, const Schema& schema) {
  const Field* field = schema.field("topics");
  if (field == nullptr) return {};
  std::string items;
  for (const std::string_view topic : practice.values(*field)) {
    items += "<li>" + html_text(topic) + "</li>";
  }
  return items.empty() ? items : "<ul class=\"topics\">" + items + "</ul>\n";
}

std::string object_list(const Practice& practice, const Field& field) {
  const Document& document = practice.document();
  const Node& node = *practice.node(field);
  std::string items;
  const auto add = [&](const Node& object) {
    const ObjectParts parts = object_parts(field, document, object);
    items += "<li>" + html_link(parts.title, parts.url) + html_text(parts.rest) + "</li>\n";
  };
  if (node.kind != Kind::list) {
    add(node);
  } else {
    for (const Node& item : document.children(node)) add(item);
  }
  return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

/// ` lang="fr"` for a practice that is not in the page's language; else empty.
std::string lang_attribute(const Practice& practice, const Schema& schema) {
  const Field* field = schema.field("language");
  const std::string_view code =
      field == nullptr ? std::string_view() : trimmed(practice.text(*field));
  if (code.empty() || code == page_language) return {};
  return " lang=\"" + html_text(code) + "\"";
}

std::string prose_html(const Practice& practice, const Schema& schema, const Field& field,
                       int level) {
  std::string html;
  for (const std::string_view value : practice.values(field)) html += html_prose(value, level);
  if (html.empty()) return html;
  return fmt::format("<div class=\"prose{}\"{}>\n{}</div>\n",
                     is_shown_as_written(practice, field) ? " plain" : "",
                     lang_attribute(practice, schema), html);
}

/// Text as cmark writes it, which leaves apostrophes as they are.
std::string cmark_text(std::string_view text) {
  constexpr std::string_view apostrophe = "&#39;";
  std::string html = html_lines(text);
  for (std::size_t at = html.find(apostrophe); at != html.npos; at = html.find(apostrophe, at)) {
    html.replace(at, apostrophe.size(), "'");
  }
  return html;
}

/// What paragraphs without any markup become.
std::string plain_html(std::string_view text) {
  std::string html;
  while (!text.empty()) {
    const std::string_view paragraph = text.substr(0, text.find("\n\n"));
    html += "<p>" + cmark_text(paragraph) + "</p>\n";
    text.remove_prefix(std::min(text.size(), paragraph.size() + 2));
  }
  return html;
}

std::string sections(const Practice& practice, const Schema& schema, int level) {
  std::string out;
  for (const Field& field : schema.fields()) {
    if (!is_section(field) || known_node(practice, field) == nullptr) continue;
    const std::string html = field.type == FieldType::prose
                                 ? prose_html(practice, schema, field, level + 1)
                                 : object_list(practice, field);
    if (!html.empty()) out += heading(level, label(field)) + html;
  }
  return out;
}

std::string term(std::string_view name, const std::string& description) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, description);
}

std::string short_fields(const Practice& practice, const Schema& schema) {
  std::string terms;
  for (const Field& field : schema.fields()) {
    if (is_section(field) || is_on_card(field)) continue;
    if (known_node(practice, field) == nullptr) continue;
    std::string text;
    for (const std::string_view value : practice.values(field)) {
      text += (text.empty() ? "" : "; ") + value_html(field, value);
    }
    if (!text.empty()) terms += term(label(field), text);
  }
  terms += term("Id", html_text(practice.id()));
  return "<dl>\n" + terms + "</dl>\n";
}

std::string unknown_html(const Practice& practice, const Schema& schema, int level) {
  std::string out;
  for (const Node* member : unknown_fields(practice, schema)) {
    out += heading(level, html_text(member->key)) + "<pre><code>" +
           html_lines(yaml_of(practice, *member, schema)) + "</code></pre>\n";
  }
  return out;
}

}  // namespace

std::string_view title_of(const Practice& practice, const Schema& schema) {
  const Field* field = schema.field("title");
  const std::string_view title =
      field == nullptr ? std::string_view() : trimmed(practice.text(*field));
  return title.empty() ? practice.id() : title;
}

std::string place_line(const Practice& practice, const Schema& schema) {
  return card_line(practice, schema, {"title", "topics"});
}

bool is_shown_as_written(const Practice& practice, const Field& field) {
  const Node* const node = practice.node(field);
  if (field.type != FieldType::prose || node == nullptr || node->kind != Kind::text) return false;
  const std::string_view text = node->text;
  return text.size() > 1 && text.ends_with('\n') && !text.ends_with("\n\n") &&
         visible_lines(text) == text &&
         html_prose(text, 1) == plain_html(text.substr(0, text.size() - 1));
}

std::string card_html(const Practice& practice, const Schema& schema, std::string_view href,
                      int level) {
  std::string title = html_text(title_of(practice, schema));
  if (!href.empty()) title = fmt::format("<a href=\"{}\">{}</a>", href, title);
  const std::string place = html_text(place_line(practice, schema));
  std::string out =
      fmt::format("<h{0}{1}>{2}</h{0}>\n", level, lang_attribute(practice, schema), title);
  if (!place.empty()) out += "<p class=\"place\">" + place + "</p>\n";
  return out + topics_html(practice, schema);
}

std::string summary_html(const Practice& practice, const Schema& schema, int level) {
  const Field* field = schema.field("summary");
  return field == nullptr ? "" : prose_html(practice, schema, *field, level);
}

std::string text_html(const Practice& practice, const Schema& schema, int level) {
  return sections(practice, schema, level) + short_fields(practice, schema) +
         unknown_html(practice, schema, level);
}

}  // namespace icc
