#include "cli/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "cli/checking.h"
#include "icc/text.h"
#include "write/csv_cell.h"

namespace icc {
namespace {

Value scalar(std::string_view text) {
  return {.kind = Kind::text, .text = std::string(text), .items = {}, .members = {}};
}

/// Values in the order of the alphabet, none twice.
using Values = std::vector<std::string>;

void add(Values& values, const std::string& value) {
  const auto at = std::ranges::lower_bound(values, value);
  if (at == values.end() || *at != value) values.insert(at, value);
}

Values values_beginning_with(const Vocabulary& vocabulary, std::string_view answer) {
  Values values;
  for (const Choice& choice : vocabulary.choices()) {
    if (folded(choice.value).starts_with(folded(answer))) add(values, choice.value);
  }
  return values;
}

Error unknown_choice(const Field& field, std::string_view answer) {
  const auto found = field.vocabulary->suggestions(answer);
  return {Failure::usage, fmt::format("'{}' is not a value of {}", answer, field.path),
          did_you_mean(found, fmt::format("'icc fields {}' lists the values", field.path))};
}

/// Whether a fault of a record lies in a field.
bool is_in(const Diagnostic& fault, const Document& document, const Field& field) {
  const Node* node = document.find(document.root(), field.name);
  return node != nullptr && fault.range.begin >= node->key_range.begin &&
         fault.range.begin <= node->range.end;
}

}  // namespace

Result<std::string> choice_meant(const Field& field, std::string_view answer, bool by_beginning) {
  if (!field.vocabulary) return std::string(answer);
  Values values;
  for (const Choice* choice : field.vocabulary->find(answer)) add(values, choice->value);
  if (values.empty() && by_beginning && field.vocabulary->closed()) {
    values = values_beginning_with(*field.vocabulary, answer);
  }
  if (values.size() == 1) return values.front();
  if (!field.vocabulary->closed()) return std::string(trimmed(answer));
  if (values.empty()) return tl::unexpected(unknown_choice(field, answer));
  return failed(Failure::usage,
                fmt::format("'{}' may mean several values of {}", answer, field.path),
                fmt::format("one of {}", fmt::join(values, "; ")));
}

Result<Value> value_meant(const Field& field, const std::string& answer) {
  if (first_invalid_utf8(answer)) {
    return failed(Failure::usage,
                  fmt::format("'{}' for {} is not UTF-8", visible(answer), field.path),
                  "set the terminal to UTF-8, or convert the text with iconv");
  }
  switch (field.type) {
    case FieldType::choice: {
      auto choice = choice_meant(field, answer);
      if (!choice) return tl::unexpected(choice.error());
      return scalar(*choice);
    }
    case FieldType::object: {
      auto object = object_meant(field, trimmed(answer));
      if (object) return std::move(*object);
      return failed(Failure::usage, fmt::format("'{}' can't be read as {}", answer, field.path),
                    fmt::format("write it as {}", object_form(field)));
    }
    case FieldType::prose:
      return scalar(one_sentence_a_line(answer));
    default:
      return value_from(trimmed(answer), field);
  }
}

Result<void> Draft::put(const Field& field, const std::vector<std::string>& values) {
  std::erase_if(record_.members, [&](const auto& member) { return member.first == field.name; });
  return add(field, values);
}

Result<void> Draft::add(const Field& field, const std::vector<std::string>& values) {
  Value list{.kind = Kind::list, .text = {}, .items = {}, .members = {}};
  for (const std::string& answer : values) {
    auto item = value_meant(field, answer);
    if (!item) return tl::unexpected(item.error());
    list.items.push_back(std::move(*item));
  }
  if (!field.list && list.items.size() > 1) {
    return failed(Failure::usage,
                  fmt::format("{} takes one value, not {}", field.path, list.items.size()));
  }
  if (list.items.empty()) return {};
  for (auto& [name, value] : record_.members) {
    if (name != field.name || value.kind != Kind::list) continue;
    std::move(list.items.begin(), list.items.end(), std::back_inserter(value.items));
    return {};
  }
  record_.members.emplace_back(field.name, field.list ? std::move(list) : std::move(list.items[0]));
  return {};
}

bool Draft::has(const Field& field) const {
  return std::any_of(record_.members.begin(), record_.members.end(),
                     [&](const auto& member) { return member.first == field.name; });
}

std::string Draft::shown(const Field& field) const {
  for (const auto& member : record_.members) {
    if (member.first != field.name) continue;
    return canonical_text({Kind::map, {}, {}, {member}}, std::span(&field, 1));
  }
  return {};
}

std::string Draft::text(std::string_view field) const {
  for (const auto& [name, value] : record_.members) {
    if (name != field) continue;
    return value.kind == Kind::list && !value.items.empty() ? value.items[0].text : value.text;
  }
  return {};
}

std::vector<Diagnostic> Draft::faults(const Store& store) const {
  const std::string path = path_for(text("country"), id_from(text("title")));
  auto document = Document::read(canonical());
  std::vector<Diagnostic> faults;
  if (document) {
    faults = faults_of(Practice(path, std::move(*document)), store);
  } else {
    faults = std::move(document.error());
    for (Diagnostic& fault : faults) locate(fault, canonical());
  }
  for (Diagnostic& fault : faults) fault.path = "(new practice)";
  return faults;
}

std::optional<Diagnostic> Draft::fault_in(const Field& field) const {
  const auto document = Document::read(canonical());
  if (!document) return document.error().front();
  for (const Diagnostic& fault : schema_->check(*document)) {
    if (is_in(fault, *document, field) && fault.rule != RuleId::missing_key) return fault;
  }
  return std::nullopt;
}

std::vector<Diagnostic> Draft::doubts_in(const Field& field, const Store& store) const {
  const auto document = Document::read(canonical());
  if (!document) return {};  // fault_in says why
  std::vector<Diagnostic> doubts = faults(store);
  std::erase_if(doubts, [&](const Diagnostic& fault) {
    return fault.severity != Severity::warning || !is_in(fault, *document, field);
  });
  return doubts;
}

}  // namespace icc
