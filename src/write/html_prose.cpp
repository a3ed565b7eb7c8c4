#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

#include "icc/text.h"
#include "write/html_text.h"
#include "write/link.h"

namespace icc {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }
};

using Node = std::unique_ptr<cmark_node, FreeNode>;

std::string text_or_empty(const char* text) {
  return text == nullptr ? "" : text;
}

/// A new node of text with the bytes of another's.
cmark_node* text_node(const std::string& text) {
  cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, text.c_str());
  return node;
}

/// Puts `made` in the place of `node`, which is freed.
void replace(cmark_node* node, cmark_node* made) {
  cmark_node_replace(node, made);
  const Node old(node);
}

/// Makes visible what an entity such as `&#x202E;` brought in.
void show_hidden(cmark_node* node) {
  const std::string text = text_or_empty(cmark_node_get_literal(node));
  const std::string shown = visible_lines(text);
  if (shown != text) cmark_node_set_literal(node, shown.c_str());
}

/// Raw HTML as the text that was typed.
void show_html(cmark_node* node) {
  const std::string html = text_or_empty(cmark_node_get_literal(node));
  if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) return replace(node, text_node(html));
  cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node_append_child(paragraph, text_node(std::string(trimmed(html))));
  replace(node, paragraph);
}

/// Moves the children of a link or image to where it stands, with its address behind them.
void unlink(cmark_node* node, const std::string& url) {
  while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
  replace(node, text_node(" (" + url + ")"));
}

/// An image would be fetched from elsewhere: a link to it is not.
void link_to_image(cmark_node* image, const std::string& url) {
  cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
  cmark_node_set_url(link, url.c_str());
  while (cmark_node* child = cmark_node_first_child(image)) cmark_node_append_child(link, child);
  if (cmark_node_first_child(link) == nullptr) cmark_node_append_child(link, text_node(url));
  replace(image, link);
}

void make_safe(cmark_node* node, int level) {
  const std::string url = text_or_empty(cmark_node_get_url(node));
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
      return show_html(node);
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
    case CMARK_NODE_CODE_BLOCK:
      return show_hidden(node);
    case CMARK_NODE_HEADING:
      cmark_node_set_heading_level(node,
                                   std::min(6, cmark_node_get_heading_level(node) + level - 1));
      return;
    case CMARK_NODE_LINK:
      if (!is_linkable(url)) unlink(node, url);
      return;
    case CMARK_NODE_IMAGE:
      return is_linkable(url) ? link_to_image(node, url) : unlink(node, url);
    default:
      return;
  }
}

/// The nodes of a tree, each before its children.
std::vector<cmark_node*> nodes_of(cmark_node* root) {
  std::vector<cmark_node*> nodes;
  const std::unique_ptr<cmark_iter, FreeIterator> steps(cmark_iter_new(root));
  for (auto event = cmark_iter_next(steps.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(steps.get())) {
    if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(steps.get()));
  }
  return nodes;
}

}  // namespace

std::string html_prose(std::string_view markdown, int level) {
  const std::string text = visible_lines(markdown);
  const Node root(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  const std::vector<cmark_node*> nodes = nodes_of(root.get());
  std::for_each(nodes.rbegin(), nodes.rend(), [&](cmark_node* node) { make_safe(node, level); });
  const std::unique_ptr<char, FreeText> html(cmark_render_html(root.get(), CMARK_OPT_DEFAULT));
  return html.get();
}

}  // namespace icc
