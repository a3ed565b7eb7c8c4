#include "icc/document.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "core/document_tree.h"

using namespace icc;
using namespace icc::test;
using namespace std::string_literals;

namespace {

std::string tree(std::string text) {
  return outcome(Document::read(text));
}

}  // namespace

TEST_CASE("a text becomes the tree that YAML 1.2 says") {
  struct Row {
    std::string text;
    std::string tree;
  };
  const Row rows[] = {
      {"a: x\n", "{a: 'x'}"},
      {"a: x", "{a: 'x'}"},
      {"a: x\r\nb: y\r\n", "{a: 'x', b: 'y'}"},
      {"\xEF\xBB\xBF"
       "a: x\n",
       "{a: 'x'}"},
      {"---\na: x\n", "{a: 'x'}"},
      {"# c\n--- # c\n\na: x\n...\n# c\n", "{a: 'x'}"},
      {"{}\n", "{}"},
      {"{a: x, b: [y]}\n", "{a: 'x', b: ['y']}"},
      {"a b: x\n", "{a b: 'x'}"},
      {"a : x\n", "{a: 'x'}"},
      {"'a: b': x\n\"c\\td\": y\n", "{a: b: 'x', c\td: 'y'}"},
      {"å: ö\n", "{å: 'ö'}"},
      {"no: x\non: y\n", "{no: 'x', on: 'y'}"},
      // Lists and maps.
      {"a:\n  - x\n  - y\n", "{a: ['x', 'y']}"},
      {"a:\n- x\n- y\nb: z\n", "{a: ['x', 'y'], b: 'z'}"},
      {"a:\n  - b: x\n    c: y\n  - d: z\n", "{a: [{b: 'x', c: 'y'}, {d: 'z'}]}"},
      {"a:\n- - x\n  - y\n- z\n", "{a: [['x', 'y'], 'z']}"},
      {"a:\n  b:\n    c: x\nd: y\n", "{a: {b: {c: 'x'}}, d: 'y'}"},
      {"a: [x, 'y', \"z\",]\n", "{a: ['x', 'y', 'z']}"},
      {"a: [ x y,\n  z # c\n ]\n", "{a: ['x y', 'z']}"},
      {"a: {b: x, c, d: , \"e\":y}\n", "{a: {b: 'x', c: n'', d: n'', e: 'y'}}"},
      {"a: [b: x, c: [y]]\n", "{a: [{b: 'x'}, {c: ['y']}]}"},
      {"a: []\nb: {}\n", "{a: [], b: {}}"},
      // Nothing written.
      {"a:\nb:\n", "{a: n'', b: n''}"},
      {"a:   # c\n\n# d\nb: x\n", "{a: n'', b: 'x'}"},
      {"a:\n  -\n  - x\n  -\n", "{a: [n'', 'x', n'']}"},
      {"a:\n-\nb:\n", "{a: [n''], b: n''}"},
      {"a: ~\nb: null\nc: [Null, NULL]\n", "{a: n'~', b: n'null', c: [n'Null', n'NULL']}"},
      {"a:\n  ~\nb:\n- null # c\n", "{a: n'~', b: [n'null']}"},
      // Plain text.
      {"a: x # c\n", "{a: 'x'}"},
      {"a: x#c y:z http://x\n", "{a: 'x#c y:z http://x'}"},
      {"a: x\n  y\n   z\n", "{a: 'x y z'}"},
      {"a: x\n\n\n  y\n", "{a: 'x\\n\\ny'}"},
      {"a:\n  x\n  y\n", "{a: 'x y'}"},
      {"a: x\r\n  y\r\n\r\n  z\r\n", "{a: 'x y\\nz'}"},
      {"a: -x\nb: ?x\nc: :x\nd: x, y]\n", "{a: '-x', b: '?x', c: ':x', d: 'x, y]'}"},
      // Quoted text.
      {"a: ''\nb: \"\"\n", "{a: '', b: ''}"},
      {"a: 'it''s'\n", "{a: 'it's'}"},
      {"a: \"\\\"\\\\\\/\\n\\u00e9\\x41\\U0001F600\\L\"\n", "{a: '\"\\/\\né\x41\U0001F600\u2028'}"},
      {"a: \"x\n  y\n\n  z\"\n", "{a: 'x y\\nz'}"},
      {"a: \"x\\\n  y\"\n", "{a: 'xy'}"},
      {"a: 'x\n\n  y'  # c\n", "{a: 'x\\ny'}"},
      {"a: '~'\nb: \"12\"\nc: 'true'\n", "{a: '~', b: '12', c: 'true'}"},
      {"a: \"\\N\\_\\P\\0\\e\\v\"\n", "{a: '\u0085\u00A0\u2029"s + '\0' + "\x1B\v'}"},
      {"a: \" x \n  y \"\n", "{a: ' x y '}"},
      {"a: \"x\\t \n y\"\nb: \"\n \n\n\"\n", "{a: 'x\t y', b: '\\n\\n'}"},
      {"a: \"x \\\n\n  \\ y\"\n", "{a: 'x \\n y'}"},
      // Block text.
      {"a: |\n  x\n  y\n", "{a: 'x\\ny\\n'}"},
      {"a: |-\n  x\n\n\n", "{a: 'x'}"},
      {"a: |\n  x\n\n\n", "{a: 'x\\n'}"},
      {"a: |+\n  x\n\n\n", "{a: 'x\\n\\n\\n'}"},
      {"a: |+\n  x\n\nb: y\n", "{a: 'x\\n\\n', b: 'y'}"},
      {"a: |\n  x", "{a: 'x'}"},
      {"a: |+\n  x", "{a: 'x'}"},
      {"a: >\n  x\n  y\n\n  z\n", "{a: 'x y\\nz\\n'}"},
      {"a: >-\n  x\n    y\n  z\n", "{a: 'x\\n  y\\nz'}"},
      {"a: >+\n  x\n\n\n", "{a: 'x\\n\\n\\n'}"},
      {"a: >\n\n  x\n  y\n\n\n   z\n  w\n", "{a: '\\nx y\\n\\n\\n z\\nw\\n'}"},
      {"a: |+\n\n# c", "{a: '\\n'}"},
      {"a: |+\n  \n ", "{a: '\\n'}"},
      {"a: |2\n   x\n", "{a: ' x\\n'}"},
      {"a: |1-\n  x\n", "{a: ' x'}"},
      {"a: | # c\n  # x\n\n  y\n# c\nb: z\n", "{a: '# x\\n\\ny\\n', b: 'z'}"},
      {"a: |\n\n  x\n", "{a: '\\nx\\n'}"},
      {"a: |\nb: x\n", "{a: '', b: 'x'}"},
      {"a: |\r\n  x\r\n  y\r\n", "{a: 'x\\ny\\n'}"},
      {"a: |\n  x\n  \ty\n", "{a: 'x\\n\ty\\n'}"},
      {"a:\n  - |\n    x\n  - >-\n   y\n", "{a: ['x\\n', 'y']}"},
      {"a:\n- |\n x\n", "{a: ['x\\n']}"},
  };
  for (const Row& row : rows) {
    CAPTURE(one_line(row.text));
    CHECK(tree(row.text) == row.tree);
  }
}

TEST_CASE("plain values keep their spelling and get the kind of the core schema") {
  CHECK(tree("a: [012, 0o14, 0x1F, -1, 1.5, .inf, true, True, no, 12:30, 1_000, 2020-01-01]\n") ==
        "{a: [i'012', i'0o14', i'0x1F', i'-1', r'1.5', r'.inf', b'true', b'True', 'no', '12:30', "
        "'1_000', '2020-01-01']}");
}

TEST_CASE("the ranges hold keys and values, with quotes, without comments and final line ends") {
  struct Row {
    std::string text;
    std::string key;
    std::string value;
  };
  const Row rows[] = {
      {"k: x y # c\n", "k", "x y"},
      {"'k' : \"x\" # c\n", "'k'", "\"x\""},
      {"\xEF\xBB\xBFkéy: éx \r\n", "kéy", "éx"},
      {"k: x\n  y\n\n  z # c\n", "k", "x\\n  y\\n\\n  z"},
      {"k: |  # c\n  x\n  y\n\n# c\n", "k", "|  # c\\n  x\\n  y"},
      {"k: |+\n  x\n\n\n", "k", "|+\\n  x"},
      {"k: |\n  x\n     \n", "k", "|\\n  x\\n     "},
      {"k: >-\n", "k", ">-"},
      {"k: [x, # c\n  y ] # c\n", "k", "[x, # c\\n  y ]"},
      {"k:\n- x # c\n- y # c\n\n", "k", "- x # c\\n- y"},
      {"k:\n  a: x\n  b:  # c\n", "k", "a: x\\n  b:"},
      {"k:\n  - x\n  - # c\n", "k", "- x\\n  -"},
      {"k: {a: b}\n", "k", "{a: b}"},
      {"k:  \n", "k", ""},
      {"k: 'it''s'\r\n", "k", "'it''s'"},
  };
  for (const Row& row : rows) {
    CAPTURE(one_line(row.text));
    const Reading reading = Document::read(row.text);
    REQUIRE(reading.has_value());
    CHECK(source(*reading, reading->node(1).key_range) == row.key);
    CHECK(source(*reading, reading->node(1).range) == row.value);
  }
}

TEST_CASE("a value that is not written has an empty range behind its colon") {
  const Reading reading = Document::read("a:  # c\nb:\n");
  REQUIRE(reading.has_value());
  CHECK(reading->node(1).range == Range{2, 2});
  CHECK(reading->node(2).range == Range{10, 10});
}

TEST_CASE("the style tells how a value is written") {
  const Reading reading =
      Document::read("a: x\nb: 'x'\nc: \"x\"\nd: |\n x\ne: >\n x\nf: [x]\ng: {x: y}\nh:\n- x\n");
  REQUIRE(reading.has_value());
  std::string styles;
  for (const Node& node : reading->nodes()) styles += std::to_string(static_cast<int>(node.style));
  CHECK(styles ==
        "5"
        "0"
        "1"
        "2"
        "3"
        "4"
        "60"
        "60"
        "50");
}

TEST_CASE("children and find") {
  const Reading reading = Document::read("a: [x, [y], z]\nb: {c: d}\n");
  REQUIRE(reading.has_value());
  const Node* const list = reading->find(reading->root(), "a");
  REQUIRE(list != nullptr);
  std::string texts;
  for (const Node& child : reading->children(*list)) texts += std::string(child.text) + ";";
  CHECK(texts == "x;;z;");
  CHECK(reading->find(reading->root(), "b")->end == reading->nodes().size());
  CHECK(reading->find(reading->root(), "c") == nullptr);
  CHECK(reading->find(*list, "x") == nullptr);
  CHECK(reading->index(*list) == 1);
}

TEST_CASE("views stay valid when a document moves") {
  Reading reading = Document::read("a: x\nb: \"\\u00e9\"\n");
  REQUIRE(reading.has_value());
  const Document first = std::move(*reading);
  CHECK(first.node(1).text == "x");
  CHECK(first.node(1).text.data() == first.text().data() + 3);
  CHECK(first.node(2).text == "é");
}

TEST_CASE("schemas may be larger than records") {
  std::string text = "a:\n";
  for (int i = 0; i < 20'000; ++i) text += "  - " + std::to_string(i) + "\n";
  CHECK(tree(text).substr(0, 11) == "12@88879-88");
  const Reading reading = Document::read_schema(text);
  REQUIRE(reading.has_value());
  CHECK(reading->nodes().size() == 20'002);
}
