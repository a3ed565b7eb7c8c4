#include "cli/prose.h"

#include <cmark.h>

#include <memory>
#include <vector>

#include "icc/text.h"

namespace icc {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string_view text_or_empty(const char* text) {
  return text == nullptr ? "" : text;
}

/// Walks over a CommonMark tree and writes it as lines.
class Reader {
 public:
  explicit Reader(std::size_t width) : width_(width) {}

  void enter(cmark_node* node);
  void leave(cmark_node* node);
  [[nodiscard]] std::string text() && { return std::move(out_); }

 private:
  void begin_item(cmark_node* item);
  void verbatim(std::string_view text);
  void write_paragraph();
  void write_line(std::string_view line);
  void blank_line();

  std::size_t width_;
  std::string out_;
  std::string inline_;                // the text of the paragraph so far
  std::vector<std::string> indents_;  // of the lists and quotes around
  std::string bullet_;                // stands in front of the next line, once
};

void Reader::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      inline_ += text_or_empty(cmark_node_get_literal(node));
      break;
    case CMARK_NODE_SOFTBREAK:
      inline_ += ' ';
      break;
    case CMARK_NODE_LINEBREAK:
      inline_ += '\n';
      break;
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
      verbatim(text_or_empty(cmark_node_get_literal(node)));
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      verbatim("* * *\n");
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      indents_.emplace_back("> ");
      break;
    case CMARK_NODE_ITEM:
      begin_item(node);
      break;
    default:
      break;
  }
}

void Reader::leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      write_paragraph();
      break;
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_ITEM:
      indents_.pop_back();
      break;
    case CMARK_NODE_LIST:
      blank_line();
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE: {
      const std::string_view url = text_or_empty(cmark_node_get_url(node));
      if (!inline_.ends_with(url)) inline_ += " <" + std::string(url) + ">";
      break;
    }
    default:
      break;
  }
}

void Reader::begin_item(cmark_node* item) {
  cmark_node* list = cmark_node_parent(item);
  bullet_ = "• ";
  if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST) {
    int number = cmark_node_get_list_start(list);
    for (cmark_node* before = cmark_node_previous(item); before != nullptr;
         before = cmark_node_previous(before)) {
      ++number;
    }
    bullet_ = std::to_string(number) + ". ";
  }
  indents_.emplace_back(display_width(bullet_), ' ');
}

void Reader::verbatim(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    write_line("    " + std::string(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  blank_line();
}

void Reader::write_paragraph() {
  std::size_t indent = 0;
  for (const std::string& part : indents_) indent += display_width(part);
  const std::size_t room = width_ > indent + 20 ? width_ - indent : 20;
  std::string_view rest = inline_;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    for (const std::string& line : wrapped(rest.substr(0, end), room)) write_line(line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  inline_.clear();
  if (indents_.empty()) blank_line();
}

void Reader::write_line(std::string_view line) {
  for (std::size_t i = 0; i < indents_.size(); ++i) {
    const bool innermost = i + 1 == indents_.size();
    out_ += innermost && !bullet_.empty() ? bullet_ : indents_[i];
  }
  bullet_.clear();
  out_ += visible(line) + "\n";
}

void Reader::blank_line() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

}  // namespace

std::string readable_prose(std::string_view markdown, std::size_t width) {
  const std::unique_ptr<cmark_node, FreeNode> root(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_VALIDATE_UTF8));
  const std::unique_ptr<cmark_iter, FreeIterator> nodes(cmark_iter_new(root.get()));
  Reader reader(width);
  for (auto event = cmark_iter_next(nodes.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(nodes.get())) {
    cmark_node* node = cmark_iter_get_node(nodes.get());
    event == CMARK_EVENT_ENTER ? reader.enter(node) : reader.leave(node);
  }
  std::string text = std::move(reader).text();
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace icc
