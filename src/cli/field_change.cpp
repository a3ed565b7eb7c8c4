#include "cli/field_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/checking.h"
#include "cli/draft.h"
#include "icc/entries_edit.h"
#include "icc/text.h"

namespace icc {
namespace {

using Kinds = FieldChange::Kind;

Error unknown_field(std::string_view name, const Schema& schema) {
  const auto found = nearest(name, schema.field_paths());
  return {
      Failure::usage, fmt::format("no such field '{}'", name),
      found.empty() ? "icc fields lists the fields" : fmt::format("did you mean '{}'?", found[0])};
}

/// What stands in front of the `=`, taken apart.
struct Target {
  std::string_view name;
  Kinds kind = Kinds::put;
};

Target target_of(std::string_view name) {
  if (name.ends_with('+')) return {name.substr(0, name.size() - 1), Kinds::add};
  if (name.ends_with('-')) return {name.substr(0, name.size() - 1), Kinds::take};
  return {name};
}

Result<const Field*> changed_field(const Target& target, const Schema& schema) {
  const Field* field = schema.field(target.name);
  if (field == nullptr) return tl::unexpected(unknown_field(target.name, schema));
  if (const std::size_t dot = field->path.find('.'); dot != std::string::npos) {
    const std::string whole = field->path.substr(0, dot);
    return failed(Failure::usage, fmt::format("{} is a part of {}", field->path, whole),
                  fmt::format("change the whole: '{}+=TITLE <URL>', or use an editor", whole));
  }
  if (!field->list && target.kind != Kinds::put) {
    return failed(Failure::usage, fmt::format("{} is no list", field->path),
                  fmt::format("'{}=VALUE' sets it, '{}=' takes it away", field->path, field->path));
  }
  return field;
}

/// Whether an item is the one that `wanted` means: all that it says is in the item.
bool is_meant(const Value& item, const Value& wanted) {
  if (wanted.kind == Kind::map && item.kind == Kind::map) {
    return std::all_of(wanted.members.begin(), wanted.members.end(), [&](const auto& member) {
      return std::find(item.members.begin(), item.members.end(), member) != item.members.end();
    });
  }
  return item.kind != Kind::list && item.kind != Kind::map &&
         folded(item.text) == folded(wanted.text);
}

/// A field's value as a list: a single value where one belongs is its only item.
Value list_of(const Node* node, const Document& document) {
  Value list{Kind::list, {}, {}, {}};
  if (node == nullptr || node->kind == Kind::null) return list;
  Value value = value_of(document, *node);
  if (value.kind == Kind::list) return value;
  list.items.push_back(std::move(value));
  return list;
}

/// The value of a list after a change; nothing when nothing is left of it.
std::optional<Value> changed_list(Value list, const FieldChange& change) {
  const auto meant = [&](const Value& item) { return is_meant(item, change.value); };
  if (change.kind == Kinds::put) {
    list.items = {change.value};
  } else if (change.kind == Kinds::take) {
    std::erase_if(list.items, meant);
  } else if (std::none_of(list.items.begin(), list.items.end(), meant)) {
    list = with_item(std::move(list), change.value, *change.field);
  }
  if (list.items.empty()) return std::nullopt;
  return list;
}

std::optional<Value> changed_value(const Document& document, const FieldChange& change) {
  if (change.kind == Kinds::unset) return std::nullopt;
  if (!change.field->list) return change.value;
  const Node* node = document.find(document.root(), change.field->name);
  return changed_list(list_of(node, document), change);
}

/// The text after one change.
Result<std::string> changed_once(const Document& document, const FieldChange& change,
                                 const Schema& schema) {
  const Node* node = document.find(document.root(), change.field->name);
  const std::optional<Value> value = changed_value(document, change);
  const bool stays = node == nullptr ? !value : value && *value == value_of(document, *node);
  if (stays) return std::string(document.text());
  return with_field(document, change.field->name, value, schema.fields());
}

}  // namespace

bool is_field_change(std::string_view word) {
  return word.find('=') != std::string_view::npos;
}

Result<FieldChange> field_change(std::string_view word, const Schema& schema) {
  const std::size_t sign = word.find('=');
  const Target target = target_of(word.substr(0, sign));
  const auto field = changed_field(target, schema);
  if (!field) return tl::unexpected(field.error());
  const std::string_view text = word.substr(sign + 1);
  if (trimmed(text).empty()) {
    if (target.kind == Kinds::put) return FieldChange{Kinds::unset, *field};
    return failed(Failure::usage, fmt::format("a value is missing behind '{}'", word));
  }
  auto value = value_meant(**field, std::string(text));
  if (!value) return tl::unexpected(value.error());
  return FieldChange{target.kind, *field, std::move(*value)};
}

Result<std::string> changed_text(const Document& document, const std::vector<FieldChange>& changes,
                                 const Schema& schema) {
  std::string text(document.text());
  for (const FieldChange& change : changes) {
    // Each step has been read by the one before.
    const Reading now = Document::read(text);
    auto next = changed_once(*now, change, schema);
    if (!next) return next;
    text = std::move(*next);
  }
  return text;
}

std::vector<Diagnostic> new_faults(const Practice& before, const Practice& after,
                                   const Store& store) {
  std::vector<Diagnostic> old = faults_of(before, store);
  std::vector<Diagnostic> faults;
  for (Diagnostic& fault : faults_of(after, store)) {
    const auto known = std::find_if(old.begin(), old.end(), [&](const Diagnostic& other) {
      return other.rule == fault.rule && other.message == fault.message;
    });
    if (known == old.end()) {
      faults.push_back(std::move(fault));
    } else {
      old.erase(known);
    }
  }
  return faults;
}

}  // namespace icc
