#include "read/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/integrity_examination.h"
#include "icc/text.h"
#include "write/csv_cell.h"

namespace icc {
namespace {

/// What people write between two names, beside `;` and a line end.
constexpr std::array<std::string_view, 6> joints = {", ", " / ", " and ", " & ", ",", "/"};

Value text_value(std::string_view text) {
  return {Kind::text, std::string(text), {}, {}};
}

/// Whether a text stands in place of nothing. What is still to come, as "tbc" says, is kept.
bool says_nothing(std::string_view text) {
  const std::string plain = folded(text);
  return is_empty_word(text) && !plain.starts_with("tb") && !plain.starts_with("to be");
}

/// The known value that a name means; none when there is none, or more than one.
std::optional<std::string> known_value(const Field& field, std::string_view name,
                                       std::string_view group) {
  std::optional<std::string> value;
  const bool is_grouped = !field.vocabulary->within().empty() && !group.empty();
  for (const Choice* choice : field.vocabulary->find(trimmed(name))) {
    if (is_grouped && choice->within != group) continue;
    if (value && *value != choice->value) return std::nullopt;
    value = choice->value;
  }
  return value;
}

/// Where joints begin in a text, and how long they are: the last one first.
std::vector<std::pair<std::size_t, std::size_t>> joints_in(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const std::string_view joint : joints) {
    for (std::size_t at = text.find(joint); at != text.npos; at = text.find(joint, at + 1)) {
      found.emplace_back(at, joint.size());
    }
  }
  std::sort(found.rbegin(), found.rend());
  return found;
}

/// Collects the items of a list as they are meant.
class ListWording {
 public:
  ListWording(const Field& field, std::string_view group) : field_(field), group_(group) {}

  void add(const Value& item);
  Wording take();

 private:
  void add_text(std::string_view text);
  void keep(Value value);

  const Field& field_;
  std::string_view group_;
  Value list_{Kind::list, {}, {}, {}};
  std::vector<std::string> remarks_;
};

void ListWording::keep(Value value) {
  const bool is_there =
      std::find(list_.items.begin(), list_.items.end(), value) != list_.items.end();
  if (is_there) {
    remarks_.push_back(
        fmt::format("'{}' stands twice in {} and is taken once", value.text, field_.name));
  } else {
    list_.items.push_back(std::move(value));
  }
}

void ListWording::add_text(std::string_view text) {
  if (text.empty()) return;
  if (says_nothing(text)) {
    remarks_.push_back(fmt::format("{} '{}' is left out", field_.name, text));
    return;
  }
  if (!field_.vocabulary) return keep(value_from(text, field_));
  const auto values = known_values(field_, text, group_);
  if (values.size() > 1) {
    remarks_.push_back(
        fmt::format("{} '{}' is read as {}", field_.name, visible(text), fmt::join(values, "; ")));
  }
  for (const std::string& value : values) keep(text_value(value));
  if (values.empty()) keep(text_value(text));
}

void ListWording::add(const Value& item) {
  if (item.kind != Kind::text) return keep(item);
  // A name that holds a line end is none; a joint of two names may.
  for (const std::string_view line : split(item.text, '\n')) add_text(line);
}

Wording ListWording::take() {
  Wording wording{std::move(list_), std::move(remarks_)};
  if (wording.value->items.empty()) wording.value.reset();
  return wording;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') plain += text[i];
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) plain += '\n';
  }
  return plain;
}

/// The lines of a text, without blanks around them, as one.
std::string on_one_line(std::string_view text) {
  return fmt::format("{}", fmt::join(split(text, '\n'), " "));
}

Value single_value(std::string_view text, const Field& field, std::string_view group) {
  if (field.vocabulary) {
    return text_value(known_value(field, text, group).value_or(std::string(text)));
  }
  if (field.type == FieldType::prose) return text_value(one_sentence_a_line(text));
  if (field.type == FieldType::object) {
    return value_of_cell(field, text).value_or(text_value(text));
  }
  return value_from(text, field);
}

}  // namespace

std::vector<std::string> known_values(const Field& field, std::string_view text,
                                      std::string_view group) {
  if (const auto whole = known_value(field, text, group)) return {*whole};
  // The longest first: "Culture, leisure and heritage, Roma" begins with a value of three words.
  for (const auto& [at, length] : joints_in(text)) {
    const auto first = known_value(field, text.substr(0, at), group);
    if (!first) continue;
    auto values = known_values(field, text.substr(at + length), group);
    if (values.empty()) continue;
    values.insert(values.begin(), *first);
    return values;
  }
  return {};
}

Wording meant_by_items(const Value& list, const Field& field, std::string_view group) {
  ListWording wording(field, group);
  for (const Value& item : list.items) wording.add(item);
  return wording.take();
}

Wording meant_by(std::string_view text, const Field& field, std::string_view group) {
  const std::string plain = with_plain_line_ends(trimmed(text));
  if (plain.empty()) return {};
  if (field.list) {
    const auto list = value_of_cell(field, plain.starts_with('\'') ? "'" + plain : plain);
    return meant_by_items(list.value_or(Value{Kind::list, {}, {text_value(plain)}, {}}), field,
                          group);
  }
  if (says_nothing(plain)) {
    return {std::nullopt, {fmt::format("{} '{}' is left out", field.name, plain)}};
  }
  if (field.type == FieldType::prose || field.type == FieldType::object) {
    return {single_value(plain, field, group), {}};
  }
  const std::string line = on_one_line(plain);
  Wording wording{single_value(line, field, group), {}};
  if (line != plain) {
    wording.remarks.push_back(
        fmt::format("{} of several lines is read as '{}'", field.name, visible(line)));
  }
  return wording;
}

}  // namespace icc
