#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>

#include "core/document_tree.h"
#include "icc/entries.h"
#include "random_value.h"

using namespace icc;
using namespace icc::test;
using namespace std::string_literals;

namespace {

/// Head, fields as `<leading>body` and tail, with `|` between.
std::string parts(const std::string& text) {
  const Reading document = Document::read(text);
  if (!document) return faults_of(document.error());
  const auto entries = Entries::of(*document);
  if (!entries) return entries.error().message;
  std::string out(entries->head());
  for (const Entry& entry : entries->entries()) {
    out.append("|<").append(entries->text(entry.leading)).append(">");
    out += entries->text(entry.body);
  }
  return one_line(out.append("|").append(entries->tail()));
}

/// A text with a few lines or bytes put in, taken out or doubled.
std::string mutated(std::string text, RandomValues& random) {
  constexpr std::array pieces = {"# c\n", "  # d\n", "\n",   "\r\n", " ",   " # e", "---\n",
                                 "...\n", "    # f", "|+\n", "- ",   "[x]", "\n\n", "k: v\n"};
  for (std::size_t count = random.below(4); count > 0; --count) {
    std::size_t at = random.below(text.size() + 1);
    if (random.below(4) > 0) at = text.find('\n', at) == text.npos ? 0 : text.find('\n', at) + 1;
    if (random.below(8) == 0) {
      text.erase(at, 1 + random.below(6));
    } else {
      text.insert(at, pieces[random.below(pieces.size())]);
    }
  }
  return text;
}

std::string with_crlf(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? "\r\n"s : std::string(1, c);
  return out;
}

}  // namespace

TEST_CASE("each line of a record belongs to one field, or stands above or below all") {
  struct Row {
    std::string text;
    std::string parts;
  };
  const Row rows[] = {
      {"a: x\n", "|<>a: x\\n|"},
      {"a: x", "|<>a: x|"},
      {"a: x\n\nb: y\n", "|<>a: x\\n|<\\n>b: y\\n|"},
      {"a: x # c\n# d\n\n# e\nb: y", "|<>a: x # c\\n|<# d\\n\\n# e\\n>b: y|"},
      {"a: x\r\n\r\n# c\r\nb: y\r\n", "|<>a: x\\r\\n|<\\r\\n# c\\r\\n>b: y\\r\\n|"},
      {"\uFEFF# c\na: x\n", "\uFEFF|<# c\\n>a: x\\n|"},
      {"\uFEFFa: x\n", "\uFEFF|<>a: x\\n|"},
      {"# head\n\n# c\na: x\n", "# head\\n\\n|<# c\\n>a: x\\n|"},
      {"# head\n\na: x\n\n# tail\n", "# head\\n\\n|<>a: x\\n|\\n# tail\\n"},
      {"# h\n--- # i\n# c\na: x\n...\n# t", "# h\\n--- # i\\n|<# c\\n>a: x\\n|...\\n# t"},
      {"  # c\n  a: x\n  b:\n    - y\n  # d\n",
       "|<  # c\\n>  a: x\\n|<>  b:\\n    - y\\n|  # d\\n"},
      // Comments below a list or map.
      {"a:\n  - x\n  # c\n\n   # d\n# e\nb: y\n",
       "|<>a:\\n  - x\\n  # c\\n\\n   # d\\n|<# e\\n>b: y\\n|"},
      {"a:\n- x\n# c\n- y\n# d\nb: y\n", "|<>a:\\n- x\\n# c\\n- y\\n|<# d\\n>b: y\\n|"},
      {"a:\n  b: x\n\n  # c\n\n", "|<>a:\\n  b: x\\n\\n  # c\\n|\\n"},
      {"a: [x,\n # c\n y]\n # d\nb: y\n", "|<>a: [x,\\n # c\\n y]\\n|< # d\\n>b: y\\n|"},
      // Block text.
      {"a: |\n  # x\n\n # c\nb: y\n", "|<>a: |\\n  # x\\n|<\\n # c\\n>b: y\\n|"},
      {"a: |+\n  x\n\n\n# c\nb: y\n", "|<>a: |+\\n  x\\n\\n\\n|<# c\\n>b: y\\n|"},
      {"a:\n  - >2+ # c\n    x\n \n", "|<>a:\\n  - >2+ # c\\n    x\\n \\n|"},
      {"a: |\n\nb: y\n", "|<>a: |\\n|<\\n>b: y\\n|"},
      // Values that begin on a later line, or are not written.
      {"a:\n# c\n\n  x\n  y\nb:\n# d\nc:\n",
       "|<>a:\\n# c\\n\\n  x\\n  y\\n|<>b:\\n|<# d\\n>c:\\n|"},
      {"a: 'x\n\n  # y'\n'b': z\n", "|<>a: 'x\\n\\n  # y'\\n|<>'b': z\\n|"},
      // Records that are not a field a line.
      {"{a: x, b: y}\n", "the record is written in braces, not a field a line"},
      {"{}\n", "the record is written in braces, not a field a line"},
  };
  for (const Row& row : rows) {
    CAPTURE(one_line(row.text));
    CHECK(parts(row.text) == row.parts);
  }
}

TEST_CASE("the parts one behind the other are the text") {
  RandomValues random(31);
  const int count = repetitions(4000);
  int read = 0;
  for (int i = 0; i < count; ++i) {
    std::string text = mutated(canonical_text(random.record(), std::span<const Field>()), random);
    if (random.below(4) == 0) text = with_crlf(text);
    const Reading document = Document::read(text);
    if (!document) continue;
    const auto entries = Entries::of(*document);
    if (!entries) continue;
    ++read;
    std::string joined(entries->head());
    for (const Entry& entry : entries->entries()) joined += entries->text(entry.lines());
    REQUIRE(joined.append(entries->tail()) == text);
  }
  CHECK(read > count / 3);
}

TEST_CASE("the lines of a field alone have the field's value") {
  RandomValues random(32);
  const int count = repetitions(2000);
  for (int i = 0; i < count; ++i) {
    const std::string text =
        mutated(canonical_text(random.record(), std::span<const Field>()), random);
    const Reading document = Document::read(text);
    if (!document) continue;
    const auto entries = Entries::of(*document);
    if (!entries) continue;
    for (const Entry& entry : entries->entries()) {
      CAPTURE(text);
      const Reading alone = Document::read(std::string(entries->text(entry.lines())));
      REQUIRE(alone);
      const Node* value = alone->find(alone->root(), entry.key);
      REQUIRE(value != nullptr);
      REQUIRE(value_of(*alone, *value) == value_of(*document, document->node(entry.node)));
    }
  }
}
