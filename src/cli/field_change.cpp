#include "cli/field_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "cli/checking.h"
#include "cli/draft.h"
#include "icc/entries_edit.h"
#include "icc/text.h"

namespace icc {
namespace {

using Kinds = FieldChange::Kind;

/// What stands in front of the `=`, taken apart: `references[2].url+`.
struct Target {
  std::string_view name;  // without the item's number
  Kinds kind = Kinds::put;
  std::string_view number = {};  // between the brackets
  bool has_number = false;
};

Target target_of(std::string_view name) {
  Target target{name};
  if (name.ends_with('+')) target.kind = Kinds::add;
  if (name.ends_with('-')) target.kind = Kinds::take;
  if (target.kind != Kinds::put) target.name.remove_suffix(1);
  return target;
}

/// The name without `[N]`, which goes to `target`.
std::string without_number(Target& target) {
  const std::size_t open = target.name.find('[');
  const std::size_t close = target.name.find(']');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
    return std::string(target.name);
  }
  target.has_number = true;
  target.number = target.name.substr(open + 1, close - open - 1);
  return std::string(target.name.substr(0, open)).append(target.name.substr(close + 1));
}

Result<std::size_t> item_number(const Target& target, const Field& field) {
  if (!field.list) {
    return failed(Failure::usage, fmt::format("{} is no list", field.path),
                  fmt::format("'{}=VALUE' sets it", field.path));
  }
  std::size_t number = 0;
  const char* end = target.number.data() + target.number.size();
  const auto [stop, error] = std::from_chars(target.number.data(), end, number);
  if (error == std::errc() && stop == end && number > 0) return number;
  return failed(Failure::usage, fmt::format("'{}' is no number of an item", target.number),
                fmt::format("the first one is {}[1]", field.path));
}

Error no_list(std::string_view name) {
  return {Failure::usage, fmt::format("{} is no list", name),
          fmt::format("'{0}=VALUE' sets it, '{0}=' takes it away", name)};
}

/// The field that is changed, and which part of it.
Result<FieldChange> changed_field(Target target, const Schema& schema) {
  const std::string name = without_number(target);
  const Field* field = schema.field(name);
  if (field == nullptr) return tl::unexpected(unknown_field(name, schema));
  FieldChange change{target.kind, field};
  if (const std::size_t dot = field->path.find('.'); dot != std::string::npos) {
    if (field->path.find('.', dot + 1) != std::string::npos) {
      return failed(Failure::usage, fmt::format("{} lies too deep to be set", field->path),
                    "'icc edit' opens the whole record");
    }
    change.member = std::exchange(change.field, schema.field(field->path.substr(0, dot)));
  }
  const bool is_part = target.has_number || change.member != nullptr;
  if (change.member != nullptr && change.field->list && !target.has_number) {
    return failed(Failure::usage,
                  fmt::format("{} is a part of each of the {}", field->path, change.field->path),
                  fmt::format("name one by its number: '{}[1].{}=VALUE'", change.field->path,
                              change.member->name));
  }
  if (target.kind != Kinds::put && change.member != nullptr && field->list) {
    return failed(Failure::usage, fmt::format("{} lies too deep for += and -=", target.name),
                  "'icc edit' opens the whole record");
  }
  if (target.kind != Kinds::put && (is_part || !field->list)) {
    return tl::unexpected(no_list(is_part ? target.name : field->path));
  }
  if (target.has_number) {
    const auto number = item_number(target, *change.field);
    if (!number) return tl::unexpected(number.error());
    change.item = *number;
  }
  return change;
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

std::string missed_text(const FieldChange& change, const Value& list) {
  std::vector<std::string_view> there;
  for (const Value& item : list.items) there.push_back(item.text);
  const std::string suggestion = did_you_mean(nearest(change.value.text, there), "");
  return fmt::format("has no '{}' in {}{}", visible(change.value.text), change.field->path,
                     suggestion.empty() ? "" : fmt::format(" ({})", suggestion));
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

/// Sets or takes away one member of an object; a new one stands where the schema has it.
void change_member(Value& object, const FieldChange& change) {
  auto& members = object.members;
  const auto place_of = [&](const std::string& key) {
    const auto& fields = change.field->fields;
    return std::find_if(fields.begin(), fields.end(),
                        [&](const Field& field) { return field.name == key; });
  };
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& member) {
    return member.first == change.member->name;
  });
  if (change.kind == Kinds::unset) {
    if (found != members.end()) members.erase(found);
  } else if (found != members.end()) {
    found->second = change.value;
  } else {
    const auto place = place_of(change.member->name);
    const auto next = std::find_if(members.begin(), members.end(), [&](const auto& member) {
      return place_of(member.first) > place;
    });
    members.emplace(next, change.member->name, change.value);
  }
}

/// The value of a field after a change of one part.
Result<std::optional<Value>> with_part(const Node* node, const Document& document,
                                       const FieldChange& change) {
  Value list = list_of(node, document);  // an object is its only item
  if (list.items.empty() && change.item == 0) list.items.push_back({Kind::map, {}, {}, {}});
  const std::size_t at = std::max<std::size_t>(change.item, 1) - 1;
  const std::string name = change.item == 0
                               ? change.field->path
                               : fmt::format("{}[{}]", change.field->path, change.item);
  if (at >= list.items.size()) {
    return failed(Failure::refused, fmt::format("there is no {}", name),
                  fmt::format("{} has {} of them", change.field->path, list.items.size()));
  }
  Value& item = list.items[at];
  if (change.member != nullptr && item.kind != Kind::map) {
    return failed(Failure::refused, fmt::format("{} has no parts", name), "set the whole");
  }
  if (change.member != nullptr) {
    change_member(item, change);
  } else if (change.kind == Kinds::put) {
    item = change.value;
  }
  const bool is_gone =
      change.member == nullptr ? change.kind == Kinds::unset : item.members.empty();
  if (is_gone || change.field->set) {
    const Value changed = std::move(item);
    list.items.erase(list.items.begin() + static_cast<std::ptrdiff_t>(at));
    if (!is_gone) list = with_item(std::move(list), changed, *change.field);
  }
  if (list.items.empty()) return std::nullopt;
  if (!change.field->list) return std::move(list.items.front());
  return list;
}

Result<std::optional<Value>> changed_value(const Node* node, const Document& document,
                                           const FieldChange& change) {
  if (change.item != 0 || change.member != nullptr) return with_part(node, document, change);
  if (change.kind == Kinds::unset) return std::nullopt;
  if (!change.field->list) return change.value;
  return changed_list(list_of(node, document), change);
}

Result<std::string> changed_once(const Document& document, const FieldChange& change,
                                 const Schema& schema) {
  const Node* node = document.find(document.root(), change.field->name);
  const auto changed = changed_value(node, document, change);
  if (!changed) return tl::unexpected(changed.error());
  const std::optional<Value>& value = *changed;
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
  auto change = changed_field(target_of(word.substr(0, sign)), schema);
  if (!change) return change;
  const std::string_view text = word.substr(sign + 1);
  if (trimmed(text).empty()) {
    if (change->kind == Kinds::put) {
      change->kind = Kinds::unset;
      return change;
    }
    return failed(Failure::usage, fmt::format("a value is missing behind '{}'", word));
  }
  const Field& field = change->member == nullptr ? *change->field : *change->member;
  auto value = value_meant(field, std::string(text));
  if (!value) return tl::unexpected(value.error());
  change->value = std::move(*value);
  return change;
}

bool undoes(const FieldChange& later, const FieldChange& earlier) {
  using enum FieldChange::Kind;
  if (later.field != earlier.field) return false;
  if (later.kind == add || later.kind == take) {
    const bool is_opposite = earlier.kind == (later.kind == add ? take : add);
    return is_opposite &&
           (is_meant(earlier.value, later.value) || is_meant(later.value, earlier.value));
  }
  if (later.item == 0 && later.member == nullptr) return true;
  return later.kind == put && earlier.kind == put && later.item == earlier.item &&
         (later.member == nullptr || later.member == earlier.member);
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

std::vector<std::string> not_taken(const Document& document,
                                   const std::vector<FieldChange>& changes) {
  std::vector<std::string> missed;
  for (const FieldChange& change : changes) {
    if (change.kind != Kinds::take || change.value.kind == Kind::map) continue;
    const Value list = list_of(document.find(document.root(), change.field->name), document);
    const auto meant = [&](const Value& item) { return is_meant(item, change.value); };
    if (std::ranges::none_of(list.items, meant)) missed.push_back(missed_text(change, list));
  }
  return missed;
}

std::vector<Diagnostic> faults_of_change(const Practice& before, const Practice& after,
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
