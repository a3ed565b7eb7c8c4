#include "cli/links.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/integrity_examination.h"
#include "icc/document.h"

namespace icc {
namespace {

/// What can't be part of a local link.
constexpr std::string_view delimiters = " \t\r\n()<>[]{}\"'`,|";

/// Whether a word of a link can go on with this character.
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

/// Where the link whose last part is at `at` begins.
std::size_t link_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.find_last_of(delimiters, at - 1);
  return before == text.npos ? 0 : before + 1;
}

/// A part of a text.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The record that has a link, and the one that it may lead to.
struct Way {
  std::string_view record;
  std::string_view from;

  [[nodiscard]] bool is_of(std::string_view link) const {
    return linked_path(record, link) == from;
  }
};

/// The file's name in each link where it stands as it is.
void add_plain_names(std::string_view text, const Way& way, std::vector<Part>& names) {
  const std::string_view name = way.from.substr(way.from.rfind('/') + 1);
  for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool is_whole = end == text.size() || !is_word(text[end]);
    const std::size_t begin = link_begin(text, at);
    if (is_whole && way.is_of(text.substr(begin, end - begin))) names.push_back({at, end});
  }
}

/// The file's name in each link that has escapes, `%6Fne.yaml`.
void add_escaped_names(std::string_view text, const Way& way, std::vector<Part>& names) {
  for (std::size_t at = text.find('%'); at != text.npos; at = text.find('%', at)) {
    const std::size_t begin = link_begin(text, at);
    at = std::min(text.find_first_of(delimiters, at), text.size());
    std::string_view link = text.substr(begin, at - begin);
    link = link.substr(0, link.find_first_of("?#"));
    link = link.substr(0, link.find_last_not_of(".;:!") + 1);
    const std::size_t name = begin + link.rfind('/') + 1;
    if (way.is_of(link)) names.push_back({name, begin + link.size()});
  }
}

/// The code spans and blocks of a text in Markdown, which begins at `offset`.
void add_code(std::string_view text, std::size_t offset, std::vector<Part>& code) {
  for (std::size_t at = text.find_first_of("`\\"); at < text.size();) {
    const bool is_code = text[at] == '`';
    const std::size_t end = is_code ? end_of_code(text, at) : at + 2;
    if (is_code) code.push_back({offset + at, offset + end});
    at = text.find_first_of("`\\", end);
  }
}

/// The code in the values of a record.
std::vector<Part> code_in(std::string_view text) {
  std::vector<Part> code;
  if (text.find('`') == text.npos) return code;
  const auto document = Document::read(text);
  if (!document) return code;
  for (const Node& node : document->nodes()) {
    if (is_collection(node.kind)) continue;
    add_code(text.substr(node.range.begin, node.range.end - node.range.begin), node.range.begin,
             code);
  }
  return code;
}

/// Where the file's name stands in links, in order, outside of code.
std::vector<Part> names_in(std::string_view text, const Way& way, const std::vector<Part>& code) {
  std::vector<Part> names;
  add_plain_names(text, way, names);
  add_escaped_names(text, way, names);
  std::erase_if(names, [&](const Part& name) {
    return std::ranges::any_of(
        code, [&](const Part& span) { return span.begin <= name.begin && name.end <= span.end; });
  });
  std::ranges::sort(names, {}, &Part::begin);
  const auto again =
      std::unique(names.begin(), names.end(),
                  [](const Part& left, const Part& right) { return left.begin == right.begin; });
  names.erase(again, names.end());
  return names;
}

}  // namespace

std::string with_links(std::string_view text, std::string_view record, std::string_view from,
                       std::string_view id) {
  std::string out;
  std::size_t done = 0;
  for (const Part& name : names_in(text, {record, from}, code_in(text))) {
    out.append(text.substr(done, name.begin - done)).append(id).append(".yaml");
    done = name.end;
  }
  return out.append(text.substr(done));
}

bool has_escaped_links(std::string_view text, std::string_view record, std::string_view from) {
  if (text.find('\\') == text.npos) return false;
  const auto document = Document::read(text);
  return document && std::ranges::any_of(document->nodes(), [&](const Node& node) {
           if (is_collection(node.kind) || node.style != Style::double_quoted) return false;
           std::vector<Part> code;
           add_code(node.text, 0, code);
           return !names_in(node.text, {record, from}, code).empty();
         });
}

}  // namespace icc
