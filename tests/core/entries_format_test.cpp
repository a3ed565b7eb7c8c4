#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document_tree.h"
#include "core/entries_part.h"
#include "icc/entries.h"
#include "icc/entries_format.h"
#include "mess.h"
#include "random_value.h"

using namespace icc;
using namespace icc::test;

namespace {

Field field(std::string name, bool set = false, std::vector<Field> fields = {}) {
  Field made;
  made.name = std::move(name);
  made.path = made.name;
  made.set = set;
  made.fields = std::move(fields);
  return made;
}

const std::vector<Field>& fields() {
  static const std::vector<Field> made = {field("a"), field("t", true),
                                          field("r", false, {field("a"), field("b")}), field("yes"),
                                          field("b c", true)};
  return made;
}

std::string formatted(const std::string& text) {
  const Reading document = Document::read(text);
  if (!document) return faults_of(document.error());
  return canonical_text(*document, fields());
}

/// The comments of a record, found in another way than the formatter does: character by character.
std::vector<std::string> comments_of(const Document& document) {
  std::vector<std::string> comments;
  const std::string_view text = document.text();
  std::vector<bool> is_value(text.size(), false);
  const auto cover = [&](Range range) {
    for (std::size_t i = range.begin; i < range.end; ++i) is_value[i] = true;
  };
  for (const Node& node : document.nodes()) {
    cover(node.key_range);
    if (node.kind == Kind::list || node.kind == Kind::map) continue;
    cover(node.range);
    if (node.style != Style::literal && node.style != Style::folded) continue;
    for (std::size_t i = node.range.begin; i < text.size() && text[i] != '\n'; ++i)
      is_value[i] = false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_value[i] || text[i] != '#') continue;
    const std::size_t end = std::min(text.find('\n', i), text.size());
    std::string comment(text.substr(i, end - i));
    comment.resize(comment.find_last_not_of(" \t\r") + 1);
    comments.push_back(comment);
    i = end;
  }
  std::sort(comments.begin(), comments.end());
  return comments;
}

bool is_scalar(const Value& value) {
  return value.kind != Kind::list && value.kind != Kind::map;
}

/// The value with the members of all maps, and the items of sets of scalars, in one order.
Value ordered(Value value, std::span<const Field> known, bool is_set = false) {
  for (Value& item : value.items) item = ordered(std::move(item), known);
  for (auto& [key, member] : value.members) {
    const auto found = std::ranges::find(known, key, &Field::name);
    const bool is_known = found != known.end();
    member = ordered(std::move(member),
                     is_known ? std::span<const Field>(found->fields) : std::span<const Field>(),
                     is_known && found->set);
  }
  std::sort(value.members.begin(), value.members.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  const bool has_scalars = std::all_of(value.items.begin(), value.items.end(), is_scalar);
  if (is_set && has_scalars) {
    std::sort(value.items.begin(), value.items.end(), [](const Value& a, const Value& b) {
      return std::pair(a.text, a.kind) < std::pair(b.text, b.kind);
    });
  }
  return value;
}

struct Outcome {
  Value value;
  std::vector<std::string> comments;
  bool operator==(const Outcome&) const = default;
};

Outcome outcome_of(const Document& document) {
  return {ordered(value_of(document, document.root()), fields()), comments_of(document)};
}

/// Checks the laws of the formatter; answers whether the text could be read.
bool keeps_the_laws(const std::string& text) {
  const Reading before = Document::read(text);
  if (!before) return false;
  const std::string once = canonical_text(*before, fields());
  INFO(text);
  INFO(once);
  const Reading after = Document::read(once);
  REQUIRE(after);
  const Outcome old = outcome_of(*before);
  const Outcome now = outcome_of(*after);
  REQUIRE(old.comments == now.comments);
  REQUIRE(old == now);
  REQUIRE(canonical_text(*after, fields()) == once);
  return true;
}

}  // namespace

TEST_CASE("comments stay where they belong") {
  struct Row {
    std::string text;
    std::string formatted;
  };
  const Row rows[] = {
      {"b: w\na: x\n", "a: x\n\nb: w\n"},
      {"# of b\nb: w # beside b\n# of a\n\n\n# too\n\na: x\n# end",
       "# of a\n\n# too\n\na: x\n\n# of b\nb: w  # beside b\n\n# end\n"},
      {"# head\n\n# more\n\n\n# of b\nb: w\na: x\n", "# head\n\n# more\n\na: x\n\n# of b\nb: w\n"},
      {"# h\n--- # i\n# of a\na: x\n...\n# t\n", "# h\n# i\n\n# of a\na: x\n\n# t\n"},
      {"\uFEFFa: x\r\n\r\n# c\r\nb: w\r\n", "a: x\n\n# c\nb: w\n"},
      // Lists and sets.
      {"t: # beside\n# of z\n- z # c\n\n- x\n  # end\nz: 1\n",
       "t:  # beside\n  - x\n  # of z\n  - z  # c\n  # end\n\nz: 1\n"},
      {"t:\n- w\n\n# of z\nz: 1\n", "t:\n  - w\n\n# of z\nz: 1\n"},
      {"u:\n  - a\n\n  # second half\n  - b\n", "u:\n  - a\n\n  # second half\n  - b\n"},
      {"u: [a, # of a\n  # of b\n  b, c # of c\n  # end\n] # u\n",
       "u:  # u\n  - a  # of a\n  # of b\n  - b\n  - c  # of c\n  # end\n"},
      {"u: [ # none\n # yet\n]\n", "# yet\nu: []  # none\n"},
      {"r:\n  - b: x\n    # of a\n    a: w # c\n    # end\n  # of two\n  - a: "
       "z\n",
       "r:\n  # of a\n  - a: w  # c\n    b: x\n    # end\n  # of two\n  - a: "
       "z\n"},
      {"u:\n  - # c\n    # d\n    k: x\n  -\n    - # e\n      w\n",
       "u:\n  # c\n  # d\n  - k: x\n  # e\n  - - w\n"},
      // Block text.
      {"u: | # c\n  # text\n  x\n\n # of v\nv: >- # d\n  w\n  z\n",
       "u: |  # c\n  # text\n  x\n\n# of v\nv: w z  # d\n"},
      {"u: |+ # c\n  x\n\n# of v\nv:\n", "u: \"x\\n\\n\"  # c\n\n# of v\nv:\n"},
      {"u:\n  # above\n  x # beside\nv: # one\n  w # two\n",
       "# above\nu: x  # beside\n\n# two\nv: w  # one\n"},
      {"{b: x, # c\n a: [w]} # d\n", "a:\n  - w\n\nb: x  # c\n\n# d\n"},
      {"# c\n{}\n# d\n", "# c\n\n{}\n\n# d\n"},
      {"  u: x\n  # c\n  v:\n   - w\n   # d\n", "u: x\n\n# c\nv:\n  - w\n  # d\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(formatted(row.text) == row.formatted);
    CHECK(formatted(row.formatted) == row.formatted);
    CHECK(keeps_the_laws(row.text));
  }
}

TEST_CASE(
    "formatting keeps values and comments, and doing it again changes "
    "nothing") {
  RandomValues random(41, {"a", "t", "r", "yes", "b c", "d"});
  Mess mess(random);
  const int count = repetitions(2000);
  int read = 0;
  for (int i = 0; i < count; ++i) {
    const Value record = random.record();
    const std::string text = mess.text(record);
    const Reading document = Document::read(text);
    if (document) REQUIRE_MESSAGE(value_of(*document, document->root()) == record, text);
    if (!document && i < 60) MESSAGE(faults_of(document.error()), "\n", text);
    if (keeps_the_laws(text)) ++read;
  }
  MESSAGE(read, " of ", count);
  CHECK(read > count * 9 / 10);
}
