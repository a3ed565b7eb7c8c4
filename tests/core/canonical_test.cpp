#include "core/canonical.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "core/canonical_difference.h"
#include "icc/entries.h"
#include "messy_text.h"
#include "random_value.h"

using namespace icc;
using namespace icc::test;

namespace {

bool is_read(std::string_view text) {
  return read_canonical(text, {}).has_value();
}

/// How many of the texts the fast reader reads, in percent. All it reads must be the same to both.
int share_read(const std::vector<std::string>& texts) {
  std::size_t count = 0;
  for (const std::string& text : texts) {
    REQUIRE_MESSAGE(difference_of_readers(text).empty(), text);
    count += is_read(text) ? 1 : 0;
  }
  return static_cast<int>(count * 100 / texts.size());
}

const std::vector<std::string> keys = {"title",   "country",    "cities",   "period", "topics",
                                       "summary", "references", "partners", "source"};

/// A record whose texts are such that people write them.
Value likely_record(RandomValues& random, MessyWriter& messy) {
  Value record = random.record();
  for (auto& [key, value] : record.members) {
    key = keys[random.below(keys.size())] + (key.empty() ? "" : std::to_string(key.size()));
    if (value.kind == Kind::text) value.text = messy.words();
    for (Value& item : value.items) {
      if (item.kind == Kind::text) item.text = messy.words();
    }
  }
  return record;
}

/// Records of which `messy` in a hundred are written by hand.
std::vector<std::string> generated(int count, std::size_t messy) {
  RandomValues random(static_cast<std::uint32_t>(1 + messy), keys);
  MessyWriter writer(random);
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    const Value record = random.below(4) == 0 ? random.record() : likely_record(random, writer);
    const bool is_messy = random.below(100) < messy;
    texts.push_back(is_messy ? writer.record(record)
                             : canonical_text(record, std::span<const Field>()));
  }
  return texts;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

/// Changes a text in one place, by a byte, a mark of YAML, or a line.
std::string mutated(const std::string& text, RandomValues& random) {
  static constexpr std::string_view marks[] = {
      "- ",    ": ",  " #",  "\n", "\n  ", "|\n  ", ">",   "[", "]",   ", ",
      "\"",    "'",   "\\",  "? ", "&a ",  "*a",    "!t ", "%", "\t",  " ",
      "---\n", "...", "a: ", "{",  "}",    "\r",    "~",   "é", "\xC3"};
  if (text.empty()) return text;
  std::string changed = text;
  const std::size_t at = random.below(text.size());
  std::vector<std::string> lines = lines_of(text);
  std::string& line = lines[random.below(lines.size())];
  switch (random.below(7)) {
    case 0:
      changed[at] = static_cast<char>(random.below(256));
      return changed;
    case 1:
      return changed.erase(at, 1 + random.below(3));
    case 2:
      std::swap(line, lines[random.below(lines.size())]);
      return joined(lines);
    case 3:
      line += lines[random.below(lines.size())];
      return joined(lines);
    case 4:
      line = std::string(1 + random.below(3), ' ') + line;
      return joined(lines);
    default:
      return changed.insert(at, marks[random.below(std::size(marks))]);
  }
}

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("canonical: what is read, and as yaml-cpp reads it") {
  const std::string_view texts[] = {
      "a: b\n",
      "a: b",
      "a:\n",
      "a:",
      "a:   b   \n",
      "a: b # c\n",
      "a: b#c\n",
      "a: # c\n  - b # c\n  # c\n\n  - c\n# c\n",
      "a: http://x.org/?q=1&r#s\n",
      "a: 2018-2021\nb: -1\nc: 0x1F\nd: ~\ne: null\nf: true\ng: .5\nh: 12:30\ni: l'x \"y\"\n",
      "\n# c\n---\na: b\n",
      "--- # c\na: b\n",
      "\xEF\xBB\xBF# c\na: b\n",
      "a: b\r\nc: |\r\n  d\r\n  e\r\nf:\r\n- g\r\n",
      "\"a b\": c\n'd': e\nf-g: h\n",
      "a: 'b''c'\nb: \"\\\"\\\\\\u00e9\\n\"\nc: ''\nd: \"\"\n",
      "a: \"b\n  c\n\n  d\\\n  e\"\nb: 'x\n  y'\n",
      "a: b\n  c\n\n  d\nb: c\n",
      "a:\n  - b\n    c\n  - d\n",
      "a:\n  - b\n  - c\n",
      "a:\n- b\n- c\nd: e\n",
      "a:\n  - b: c\n    d: e\n  -   f: g\n      h: i\n",
      "a:\n  b:\n    c: d\n  e:\n  - f\n  g:\nh: i\n",
      "a:\n  - - b\n    - c\n  - d\n",
      "a: []\nb: [ ]\nc: [d]\ne: [f, g h, 'i, j', 2, ~, ]\n",
      "a: [\n    b,\n    c\n  ]\nb: [x,\n y]\n",
      "a: [http://x.org, l'accueil, -1]\n",
      "a: {}\nb: { }\nc: {d: e, f: 'g h', \"i\": 1.5,\n  j-k: [l, m], n: {o: p}, }\n",
      "a: [[b], [], {c: d}]\n",
      "$a: b\nSan Sebastián (Donostia): c\nA & B, C: d\n",
      "a: |\n  b\n   c\n\n  d\n\nb: |-\n x\nc: |+\n  x\n\n\nd: x\n",
      "a: >\n  b\n  c\n\n\n  d\nb: >-\n  x\n# c\nc: >+\n  x\n\n",
      "a: |\n  # b\n  - c: d\n",
      "a: |\n  b",
      "a: |+\n  b\n  ",
      "a:\n  - |\n    b\n  - >\n    c\n",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(is_read(text));
    CHECK(difference_of_readers(text) == "");
  }
}

TEST_CASE("canonical: what is left to yaml-cpp") {
  const std::string_view texts[] = {
      "",
      "# c\n",
      "a\n",
      "- a\n",
      " a: b\n",
      "a:b\n",
      "a : b\n",
      "a: b: c\n",
      "a: b:\n",
      "a: b\na: c\n",
      "a: [b, , c]\n",
      "a: [b # c\n  ]\n",
      "a: {b}\n",
      "a: {b: }\n",
      "a: {b:\n  c}\n",
      "a: {b:c}\n",
      "a: {b: c, b: d}\n",
      "a: {'b':c}\n",
      "a: [b: c]\n",
      "a: [b}\n",
      "a: [b, ? c]\n",
      "a: [b\n]\n",
      "a: [b] c\n",
      "a: &b c\n",
      "a: *b\n",
      "a: !b c\n",
      "a: @b\n",
      "a: ? b\n",
      "? a\n: b\n",
      "a: 'b' c\n",
      "a: 'b'#c\n",
      "a: 'b\n",
      "a: \"\\q\"\n",
      "a: \"b\nc\"\n",
      "a: |2\n  b\n",
      "a: | # c\n  b\n",
      "a: |\n\n  b\n",
      "a: |\nb: c\n",
      "a: |\n   b\n  c\n",
      "a: |\n   b\n  # c\n",
      "a: >\n  b\n    c\n",
      "a:\tb\n",
      "a: 'b\tc'\n",
      "a: b\rc\n",
      "a: \x01\n",
      "a: \x7F\n",
      "a: \xC3\n",
      "a: \xC2\x85\n",
      "a: \xE2\x80\xA8\n",
      "a: x\xEF\xBB\xBFy\n",
      "%YAML 1.2\n---\na: b\n",
      "a: b\n---\nc: d\n",
      "a: b\n...\n",
      "--- a: b\n",
      "true: b\n",
      "1: b\n",
      "-a: b\n",
      "a:\n   b: c\n  d: e\n",
      "a:\n  - b\n c: d\n",
      "a:\n  - b\n   - c\n",
      "a: b\n  # c\n  d\n",
      "a: b # c\n  d\n",
      "a: b\n  - c\n",
      "<<<<<<< x\na: b\n=======\na: c\n>>>>>>> y\n",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK_FALSE(is_read(text));
  }
}

TEST_CASE("canonical: no limit is weaker") {
  std::string deep = "a: b\nc:\n";
  for (std::size_t level = 1; level < 40; ++level) deep += std::string(level, ' ') + "c:\n";
  CHECK_FALSE(is_read(deep));
  CHECK(is_read("a: |\n  " + std::string(1000, '[') + std::string(1000, '{') + "\n"));
  CHECK_FALSE(is_read("a: |\n  " + std::string(1001, '[') + std::string(1000, '{') + "\n"));
  CHECK_FALSE(is_read("a: |\n  " + std::string(1000, '[') + std::string(1001, '{') + "\n"));
  std::string many = "a:\n";
  for (int i = 0; i < 10'000; ++i) many += "- x\n";
  CHECK_FALSE(is_read(many));
  const std::string large = "a: " + std::string(256 * 1024, 'x') + "\n";
  CHECK_FALSE(is_read(large));
  CHECK(is_read(large.substr(0, 256 * 1024)));
}

TEST_CASE("canonical: generated records mean the same to both readers") {
  const int count = std::max(1, repetitions(1500) / 3);
  CHECK(share_read(generated(count, 0)) >= 50);
  CHECK(share_read(generated(count, 30)) >= 45);
  CHECK(share_read(generated(count, 100)) >= 30);
}

TEST_CASE("canonical: changed texts mean the same to both readers") {
  RandomValues random(7);
  const int count = repetitions(3000);
  const std::vector<std::string> texts = generated(300, 50);
  for (int i = 0; i < count; ++i) {
    std::string text = texts[random.below(texts.size())];
    for (std::size_t changes = 1 + random.below(4); changes > 0; --changes) {
      text = mutated(text, random);
    }
    REQUIRE_MESSAGE(difference_of_readers(text).empty(), text);
  }
}

TEST_CASE("canonical: the texts that the fuzzer starts from") {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(ICC_SOURCE_DIR "/tests/fuzz/corpus")) {
    const std::string text = content(entry.path());
    CAPTURE(entry.path().string());
    CHECK(difference_of_readers(text) == "");
    count += is_read(text) ? 1 : 0;
  }
  CHECK(count >= 5);
}
