#include "write/csv_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "icc/text.h"
#include "write/object_parts.h"

namespace icc {
namespace {

Value text_value(std::string_view text) {
  return {Kind::text, std::string(text), {}, {}};
}

/// The fields of an object that `title <url>` shows; null where it has none.
struct Link {
  const Field* title = nullptr;
  const Field* url = nullptr;
};

Link link_of(const Field& field) {
  Link link;
  for (const Field& part : field.fields) {
    if (part.list) continue;
    if (part.type == FieldType::url && link.url == nullptr) link.url = &part;
    if (part.type == FieldType::text && link.title == nullptr) link.title = &part;
  }
  return link;
}

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

/// `title <url>`, `title` or `<url>`; JSON where that says less than the object.
std::string object_text(const Field& field, const Document& document, const Node& object) {
  const Link link = link_of(field);
  const auto text_of = [&](const Field* part) {
    const Node* node = document.find(object, part->name);
    return node == nullptr ? std::string_view() : node->text;
  };
  if (field.fields.size() != 2 || link.title == nullptr || link.url == nullptr) {
    return one_line(document, object);
  }
  std::string text(text_of(link.title));
  const std::string_view url = text_of(link.url);
  if (!url.empty()) text.append(text.empty() ? "<" : " <").append(url).append(">");
  const bool says_all = !text.empty() && object_meant(field, text) == value_of(document, object);
  return says_all ? text : one_line(document, object);
}

std::string item_text(const Field& field, const Document& document, const Node& item) {
  return field.type == FieldType::object ? object_text(field, document, item)
                                         : std::string(item.text);
}

/// The list or map that a text is in JSON; none when it is none.
std::optional<Value> collection_of(std::string_view json) {
  if (!json.starts_with('[') && !json.starts_with('{')) return std::nullopt;
  const auto document = Document::read_json(json);
  if (!document) return std::nullopt;
  return value_of(*document, document->root());
}

std::optional<Value> value_of_item(const Field& field, std::string_view text) {
  return field.type == FieldType::object ? object_meant(field, text) : value_from(text, field);
}

/// The value of an unmarked cell of a field that is no list.
std::optional<Value> value_of_single(const Field& field, std::string_view text) {
  if (auto collection = collection_of(text)) return collection;
  return value_of_item(field, text);
}

/// The items of a list's cell.
std::vector<std::string> items_of(std::string_view cell) {
  std::vector<std::string> items(1);
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const bool is_escape =
        cell[at] == '\\' && at + 1 < cell.size() && (cell[at + 1] == ';' || cell[at + 1] == '\\');
    if (cell[at] == ';') {
      items.emplace_back();
    } else {
      items.back() += cell[is_escape ? ++at : at];
    }
  }
  return items;
}

/// A list, or a map where the items are no objects.
std::optional<Value> list_of_cell(const Field& field, std::string_view cell) {
  const bool may_be_map = field.type != FieldType::object && cell.starts_with('{');
  if (may_be_map || cell.starts_with('[')) {
    if (auto collection = collection_of(cell)) return collection;
  }
  Value list{Kind::list, {}, {}, {}};
  for (const std::string& item : items_of(cell)) {
    if (trimmed(item).empty()) continue;
    auto value = value_of_item(field, trimmed(item));
    if (!value) return std::nullopt;
    list.items.push_back(std::move(*value));
  }
  return list;
}

/// A cell with LF for CR LF, which programs make of each other.
std::string without_cr(std::string_view cell) {
  std::string text;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell.substr(at, 2) != "\r\n") text += cell[at];
  }
  return text;
}

bool is_formula(std::string_view cell) {
  return !cell.empty() &&
         std::string_view("=+-@\t\r'").find(cell.front()) != std::string_view::npos;
}

/// Whether the cell of a text begins with an apostrophe. Elsewhere one belongs to the text, as in
/// `'s-Hertogenbosch`.
bool needs_mark(const Field& field, std::string_view text) {
  if (text.empty() || is_formula(text)) return true;
  if (field.list) return false;
  const auto value = value_of_single(field, text);
  return field.type != FieldType::object && value && value->kind != Kind::text;
}

/// The cell of a value that is no list.
std::string single_cell(const Field& field, const Document& document, const Node& node) {
  std::string text = item_text(field, document, node);
  if (node.kind != Kind::text) return text;
  return needs_mark(field, text) ? "'" + text : text;
}

std::string list_cell(const Field& field, const Document& document, const Node& list) {
  std::vector<std::string> items;
  for (const Node& item : document.children(list)) {
    items.push_back(item_text(field, document, item));
  }
  return safe_cell(joined_cell(items));
}

}  // namespace

std::string safe_cell(std::string text) {
  return is_formula(text) ? "'" + text : std::move(text);
}

std::string joined_cell(const std::vector<std::string>& items) {
  std::string cell;
  for (const std::string& item : items) {
    if (!cell.empty()) cell += "; ";
    for (const char c : item) {
      if (c == ';' || c == '\\') cell += '\\';
      cell += c;
    }
  }
  return cell;
}

std::optional<std::string> cell_of(const Field& field, const Document& document, const Node& node) {
  std::string cell =
      field.list ? list_cell(field, document, node) : single_cell(field, document, node);
  const Value value = value_of(document, node);
  if (value_of_cell(field, cell) == value) return cell;
  cell = one_line(document, node);
  if (is_collection(node.kind) && value_of_cell(field, cell) == value) return cell;
  return std::nullopt;
}

std::string object_form(const Field& field) {
  if (std::ranges::find(field.fields, FieldType::url, &Field::type) != field.fields.end()) {
    return "Title <https://…>";
  }
  std::string keys;
  for (const Field& member : field.fields) {
    keys += fmt::format("{}\"{}\": …", keys.empty() ? "" : ", ", member.name);
  }
  return fmt::format("{{{}}}", keys);
}

std::optional<Value> object_meant(const Field& field, std::string_view text) {
  if (text.starts_with('{')) {
    const auto document = Document::read_json(text);
    if (!document) return std::nullopt;
    return value_of(*document, document->root());
  }
  const std::size_t open = text.ends_with('>') ? text.rfind('<') : std::string_view::npos;
  std::string_view title = trimmed(text.substr(0, open));
  std::string_view url;
  if (open != std::string_view::npos) {
    url = text.substr(open + 1, text.size() - open - 2);
  } else if (is_address(title)) {
    std::swap(title, url);
  }
  const Link link = link_of(field);
  Value object{Kind::map, {}, {}, {}};
  const auto add = [&](const Field* part, std::string_view value) {
    if (value.empty()) return true;
    if (part != nullptr) object.members.emplace_back(part->name, text_value(value));
    return part != nullptr;
  };
  if (!add(link.title, title) || !add(link.url, url)) return std::nullopt;
  return object;
}

std::optional<Value> value_of_cell(const Field& field, std::string_view cell) {
  if (cell.find("\r\n") != std::string_view::npos) return value_of_cell(field, without_cr(cell));
  if (cell.empty()) return std::nullopt;
  const bool is_marked = cell.starts_with('\'') && needs_mark(field, cell.substr(1));
  if (is_marked) cell.remove_prefix(1);
  if (field.list) return list_of_cell(field, cell);
  return is_marked ? text_value(cell) : value_of_single(field, cell);
}

}  // namespace icc
