#include "cli/field_change.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "icc/entries.h"
#include "mess.h"
#include "random_value.h"
#include "write/sample_schema.h"

using namespace icc;
using namespace icc::test;

namespace {

using Kinds = FieldChange::Kind;
using Fields = std::map<std::string, Value>;

Value text(std::string words) {
  return {Kind::text, std::move(words), {}, {}};
}

Fields fields_of(const Document& document) {
  Fields fields;
  for (auto& [key, value] : value_of(document, document.root()).members) fields[key] = value;
  return fields;
}

/// The items that a field counts as having.
std::vector<Value> items_of(const Fields& fields, const std::string& name) {
  const auto found = fields.find(name);
  if (found == fields.end() || found->second.kind == Kind::null) return {};
  if (found->second.kind == Kind::list) return found->second.items;
  return {found->second};
}

bool is_scalar(const Value& value) {
  return value.kind != Kind::list && value.kind != Kind::map;
}

/// What a change of a list of texts means, computed in the plainest way.
void apply(Fields& fields, const FieldChange& change) {
  const std::string& name = change.field->name;
  std::vector<Value> items = items_of(fields, name);
  const auto is_it = [&](const Value& item) {
    return is_scalar(item) && item.text == change.value.text;
  };
  if (!change.field->list && change.kind == Kinds::put) {
    fields[name] = change.value;
    return;
  }
  if (change.item != 0 && change.kind == Kinds::put) items[change.item - 1] = change.value;
  if (change.item != 0 && change.kind == Kinds::unset) {
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(change.item) - 1);
  }
  if (change.item == 0 && change.kind == Kinds::put) items = {change.value};
  if (change.item == 0 && change.kind == Kinds::unset) items.clear();
  if (change.kind == Kinds::take) std::erase_if(items, is_it);
  const bool is_new = std::none_of(items.begin(), items.end(), is_it);
  if (change.kind == Kinds::add && is_new) items.push_back(change.value);
  if (!items.empty() && items == items_of(fields, name)) {
    const auto found = fields.find(name);
    // A list that holds what it should stays as it is written.
    if (found != fields.end() && found->second.kind == Kind::list) return;
  }
  fields.erase(name);
  if (!items.empty()) fields[name] = {Kind::list, {}, std::move(items), {}};
}

FieldChange random_change(RandomValues& random, const Fields& fields) {
  constexpr std::string_view names[] = {"title", "cities", "summary", "source"};
  FieldChange change;
  change.field = sample_schema().field(names[random.below(std::size(names))]);
  change.kind = random.below(4) == 0 ? Kinds::unset : Kinds::put;
  change.value = text("w" + std::to_string(random.below(4)));
  if (!change.field->list) return change;
  const std::size_t count = items_of(fields, change.field->name).size();
  if (random.below(3) == 0 && count > 0) {
    change.item = random.below(count) + 1;
  } else if (random.below(3) > 0) {
    change.kind = random.below(2) == 0 ? Kinds::add : Kinds::take;
  }
  return change;
}

/// The lines of all fields but one.
std::string lines_without(const Document& document, const std::string& name) {
  const auto entries = Entries::of(document);
  REQUIRE(entries);
  std::string lines;
  for (const Entry& entry : entries->entries()) {
    if (entry.key != name) lines += std::string(entries->text(entry.body));
  }
  return lines;
}

}  // namespace

TEST_CASE("random changes do what the plainest program would, and touch no other field") {
  RandomValues random(77, {"title", "cities", "summary", "source", "staff"});
  Mess mess(random);
  const int count = repetitions(1000);
  int made = 0;
  for (int i = 0; i < count; ++i) {
    const std::string record = mess.text(random.record());
    const Reading before = Document::read(record);
    if (!before || !Entries::of(*before)) continue;
    Fields expected = fields_of(*before);
    const FieldChange change = random_change(random, expected);
    INFO(record);
    INFO(change.field->name, " ", static_cast<int>(change.kind), " ", change.item, " ",
         change.value.text);
    const auto after = changed_text(*before, {change}, sample_schema());
    if (!after) continue;
    INFO(*after);
    apply(expected, change);
    const Reading now = Document::read(*after);
    REQUIRE(now);
    REQUIRE(fields_of(*now) == expected);
    // Where a field goes, a comment below it comes to stand below the field above.
    if (expected.contains(change.field->name)) {
      REQUIRE(lines_without(*now, change.field->name) ==
              lines_without(*before, change.field->name));
    }
    ++made;
  }
  CHECK(made > count / 2);
}

TEST_CASE("one member of an object is set, and its parts are not mistaken for it") {
  constexpr std::string_view schema_text = R"(
$schema: https://json-schema.org/draft/2020-12/schema
type: object
properties:
  contact:
    type: object
    properties:
      name: {type: string}
      office: {type: object, properties: {name: {type: string}}}
      phones: {type: array, items: {type: string}}
      email: {type: string}
)";
  const auto schema =
      Schema::load([&](std::string_view) { return Result<std::string>(std::string(schema_text)); });
  REQUIRE(schema);
  const auto after = [&](const std::string& record, std::string_view word) -> std::string {
    const auto change = field_change(word, *schema);
    if (!change) return change.error().message + " | " + change.error().hint;
    const auto text = changed_text(*Document::read(record), {*change}, *schema);
    return text ? *text : text.error().message + " | " + text.error().hint;
  };
  const std::string record = "contact:\n  email: a@example.org\n";
  CHECK(after(record, "contact.name=Ann") == "contact:\n  name: Ann\n  email: a@example.org\n");
  CHECK(after(record, "contact.email=b@example.org") == "contact:\n  email: b@example.org\n");
  CHECK(after(record, "contact.email=") == "{}\n");
  CHECK(after("a: 1\n", "contact.name=Ann") == "contact:\n  name: Ann\n\na: 1\n");
  CHECK(after("contact: Ann\n", "contact.name=Ann") == "contact has no parts | set the whole");
  CHECK(after(record, "contact[1].name=Ann") == "contact is no list | 'contact=VALUE' sets it");
  CHECK(after(record, "contact.name+=Ann") ==
        "contact.name is no list | 'contact.name=VALUE' sets it, 'contact.name=' takes "
        "it away");
  CHECK(after(record, "contact.phones+=1") ==
        "contact.phones lies too deep for += and -= | 'icc edit' opens the whole record");
  CHECK(after(record, "contact.office.name=Hall") ==
        "contact.office.name lies too deep to be set | 'icc edit' opens the whole record");
}
