#include "icc/entries_edit.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document_tree.h"
#include "mess.h"
#include "random_value.h"

using namespace icc;
using namespace icc::test;

namespace {

Field field(std::string name, bool set = false) {
  Field made;
  made.name = std::move(name);
  made.path = made.name;
  made.set = set;
  return made;
}

const std::vector<Field>& fields() {
  static const std::vector<Field> made = {field("a"), field("b"), field("t", true), field("yes")};
  return made;
}

Value text(std::string words) {
  return {Kind::text, std::move(words), {}, {}};
}

Value list(std::vector<std::string> words) {
  Value made{Kind::list, {}, {}, {}};
  for (std::string& word : words) made.items.push_back(text(std::move(word)));
  return made;
}

std::string changed(const std::string& record, std::string_view key,
                    const std::optional<Value>& value) {
  const Reading document = Document::read(record);
  if (!document) return faults_of(document.error());
  const auto now = with_field(*document, key, value, fields());
  return now ? *now : now.error().message;
}

/// Whether two texts differ in one stretch only that lies within a field's lines, its own or, for a
/// new or removed one, blank lines around it.
bool keeps_the_rest(const Entries& before, const std::string& after, std::string_view key) {
  const Entry* entry = before.find(key);
  if (entry == nullptr) {
    // All old lines must still be there, in their order: nothing was taken away.
    std::size_t at = 0;
    std::string_view rest = before.text();
    if (rest.starts_with("\uFEFF")) rest.remove_prefix(3);
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n') + 1);
      if (line.empty()) return after.find(rest, at) != after.npos;
      at = after.find(line, at);
      if (at == after.npos) return false;
      at += line.size();
      rest.remove_prefix(line.size());
    }
    return true;
  }
  const std::string_view begin = before.text().substr(0, entry->leading.begin);
  std::string_view end = before.text().substr(entry->body.end);
  while (!end.empty() && !after.ends_with(end) && end.find_first_of("\r\n ") == 0) {
    end.remove_prefix(1);
  }
  return after.starts_with(begin) && after.ends_with(end);
}

}  // namespace

TEST_CASE("a change touches the lines of its field only") {
  struct Row {
    std::string record;
    std::string key;
    std::optional<Value> value;
    std::string changed;
  };
  const std::string messy = "# head\n\nb:   'x'   # of b\n# of t\nt: [ z,  x ] # two\n";
  const Row rows[] = {
      {messy, "b", text("new"), "# head\n\nb:   new   # of b\n# of t\nt: [ z,  x ] # two\n"},
      {messy, "b", text("12"), "# head\n\nb:   \"12\"   # of b\n# of t\nt: [ z,  x ] # two\n"},
      {messy, "b", text("two\nlines\n"),
       "# head\n\nb: |  # of b\n  two\n  lines\n# of t\nt: [ z,  x ] # two\n"},
      {messy, "t", list({"z", "a, b", "x"}),
       "# head\n\nb:   'x'   # of b\n# of t\nt: [z, \"a, b\", x] # two\n"},
      {messy, "t", std::nullopt, "# head\n\nb:   'x'   # of b\n"},
      {messy, "b", std::nullopt, "# head\n\n# of t\nt: [ z,  x ] # two\n"},
      {messy, "a", text("first"),
       "# head\n\na: first\nb:   'x'   # of b\n# of t\nt: [ z,  x ] # two\n"},
      {messy, "yes", text("last"), messy + "\"yes\": last\n"},
      // Lists in lines of their own.
      {"t:\n- x # one\n# of z\n-   z\n\na: w", "t", list({"x", "new", "z"}),
       "t:\n- x # one\n- new\n# of z\n-   z\n\na: w"},
      {"t:\n- x # one\n# of z\n-   z\n\na: w", "t", list({"x"}), "t:\n- x # one\n\na: w"},
      {"t:\n    - x\n    # end\n", "t", list({"new", "x"}), "t:\n    - new\n    - x\n    # end\n"},
      {"t:\n  - x", "t", list({"x", "z"}), "t:\n  - x\n  - z\n"},
      {"t:\n  - x # c\n  # end\n", "t", list({}), "# c\n# end\nt: []\n"},
      // Fields that come and go.
      {"a: x\n\n# of t\nt: w\n", "b", text("new"), "a: x\n\nb: new\n\n# of t\nt: w\n"},
      {"a: x\nt: w\n", "b", text("new"), "a: x\nb: new\nt: w\n"},
      {"a: x", "b", text("new"), "a: x\n\nb: new\n"},
      {"a: x\n", "a", std::nullopt, "{}\n"},
      {"a: x\n\nb: w\n", "a", std::nullopt, "b: w\n"},
      {"a: x\n\n# of b\nb: w\n\nt: z\n", "b", std::nullopt, "a: x\n\nt: z\n"},
      {"a: x\n", "b", std::nullopt, "a: x\n"},
      {"a: |+\n  x\n\nt: w\n", "b", text("new"), "a: |+\n  x\n\nb: new\nt: w\n"},
      // Line ends and indentation.
      {"a: x\r\n\r\nt: w\r\n", "b", text("two\nlines\n"),
       "a: x\r\n\r\nb: |\r\n  two\r\n  lines\r\n\r\nt: w\r\n"},
      {"  a: x\n  t:\n    - w\n", "b", list({"z"}), "  a: x\n  b:\n    - z\n  t:\n    - w\n"},
      {"a:  # none\n", "a", text("x"), "a: x  # none\n"},
      {"{a: x}\n", "a", text("z"), "the record is written in braces, not a field a line"},
  };
  for (const Row& row : rows) {
    CAPTURE(one_line(row.record));
    CAPTURE(row.key);
    CHECK(one_line(changed(row.record, row.key, row.value)) == one_line(row.changed));
  }
}

TEST_CASE("a set gets a new item at its place") {
  const Field set = field("t", true);
  CHECK(with_item(list({"a", "C"}), text("b"), set) == list({"a", "b", "C"}));
  CHECK(with_item(list({"z", "a"}), text("b"), set) == list({"z", "a", "b"}));
  CHECK(with_item(list({"z"}), text("b"), field("cities")) == list({"z", "b"}));
}

TEST_CASE("random changes keep all other lines, and mean what was asked") {
  RandomValues random(51, {"a", "b", "t", "yes", "d"});
  Mess mess(random);
  const int count = repetitions(1500);
  int made = 0;
  int refused = 0;  // a comment below would become a part of a block text, say
  for (int i = 0; i < count; ++i) {
    const std::string record = mess.text(random.record());
    const Reading document = Document::read(record);
    if (!document) continue;
    const auto entries = Entries::of(*document);
    if (!entries) continue;
    const Value other = random.record();
    const bool has_own = random.below(3) > 0;
    const std::string key =
        has_own || other.members.empty()
            ? std::string(entries->entries()[random.below(entries->entries().size())].key)
            : other.members[0].first;
    std::optional<Value> value;
    if (!other.members.empty() && random.below(5) > 0) value = other.members[0].second;
    INFO(record);
    INFO("key: ", key);
    const auto after = with_field(*document, key, value, fields());
    if (!after) {
      ++refused;
      continue;
    }
    INFO(*after);
    REQUIRE(keeps_the_rest(*entries, *after, key));
    const Reading now = Document::read(*after);
    REQUIRE(now);
    const Node* node = now->find(now->root(), key);
    REQUIRE((node != nullptr) == value.has_value());
    ++made;
  }
  CHECK(made > count / 2);
  CHECK(refused <= made / 100);
}
