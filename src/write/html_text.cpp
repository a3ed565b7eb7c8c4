#include "write/html_text.h"

#include "icc/text.h"
#include "write/link.h"

namespace icc {
namespace {

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const std::string_view entity = entity_of(c);
    entity.empty() ? void(out += c) : void(out += entity);
  }
  return out;
}

}  // namespace

std::string html_text(std::string_view text) {
  return escaped(visible(text));
}

std::string html_lines(std::string_view text) {
  return escaped(visible_lines(text));
}

std::string html_link(std::string_view words, std::string_view url) {
  std::string shown = html_text(words.empty() ? url : words);
  if (is_linkable(url)) return "<a href=\"" + html_text(url) + "\">" + shown + "</a>";
  if (words.empty() || url.empty()) return shown;
  return shown + " (" + html_text(url) + ")";
}

std::string script_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) c == '<' ? void(out += "\\u003c") : void(out += c);
  return out;
}

}  // namespace icc
