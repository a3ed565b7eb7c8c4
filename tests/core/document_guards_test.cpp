#include "core/document_guards.h"

#include <doctest/doctest.h>

#include <string>

#include "core/document_tree.h"

using namespace icc;
using namespace icc::test;
using namespace std::string_literals;

namespace {

std::string faults(const std::string& text) {
  return faults_of(text_faults(text, {}));
}

std::string control(const std::string& range, const std::string& name) {
  return "4@" + range + " the control character " + name + " (delete this invisible character)";
}

}  // namespace

TEST_CASE("a file has at most 256 KiB") {
  const std::string text = "a: " + std::string(256 * 1024 - 4, 'x') + "\n";
  CHECK(faults(text).empty());
  CHECK(faults(text + "\n") ==
        "2@262144-262144 larger than 256 KiB (move long texts into documents of their own and link "
        "them)");
}

TEST_CASE("a file is UTF-8") {
  const std::string hint = " is not UTF-8 (save the file with the encoding UTF-8)";
  CHECK(faults("a: é\u2013\U0001F600\n").empty());
  CHECK(faults("a: \xE9t\xE9\n") == "3@3-4 the byte 0xE9" + hint);
  CHECK(faults("a: \xC0\x80\n") == "3@3-4 the byte 0xC0" + hint);
  CHECK(faults("a: \xED\xA0\x80\n") == "3@3-4 the byte 0xED" + hint);
  CHECK(faults("a: \xC3") == "3@3-4 the byte 0xC3" + hint);
  CHECK(faults("\xFF\xFE"
               "a\0"s) == "3@0-1 the byte 0xFF" + hint);
}

TEST_CASE("control characters and the line ends of other readers are refused") {
  struct Row {
    std::string character;
    std::string name;
  };
  const Row rows[] = {
      {"\0"s, "U+0000"},    {"\x01", "U+0001"},         {"\x08", "U+0008"},
      {"\x0B", "U+000B"},   {"\x0C", "U+000C"},         {"\x1B", "U+001B"},
      {"\x1F", "U+001F"},   {"\x7F", "U+007F"},         {"\u0080", "U+0080"},
      {"\u0085", "U+0085"}, {"\u009F", "U+009F"},       {"\u2028", "U+2028"},
      {"\u2029", "U+2029"}, {"\xEF\xBF\xBE", "U+FFFE"}, {"\xEF\xBF\xBF", "U+FFFF"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string end = std::to_string(3 + row.character.size());
    CHECK(faults("a: " + row.character + "x\n") == control("3-" + end, row.name));
  }
  CHECK(faults("a:\tx\r\nb: \u00A0\u00AD\u2027\u202A\uFFFD\uFFFC\r\n").empty());
  CHECK(faults("a: x\ry\n") ==
        "4@4-5 a carriage return without a line feed (save the file with the line ends LF or CR "
        "LF)");
  CHECK(faults("a: x\r") ==
        "4@4-5 a carriage return without a line feed (save the file with the line ends LF or CR "
        "LF)");
  CHECK(faults("a: \x01\x02\n") == control("3-4", "U+0001") + "\n" + control("4-5", "U+0002"));
}

TEST_CASE("of one kind of fault twenty are reported") {
  CHECK(text_faults(std::string(1000, '\x01'), {}).size() == 20);
  std::string percent;
  for (int i = 0; i < 1000; ++i) percent += "%\n";
  CHECK(text_faults(percent, {}).size() == 20);
}

TEST_CASE("a byte order mark may only be first") {
  CHECK(faults("\uFEFFa: x\n").empty());
  CHECK(faults("\uFEFF\uFEFFa: x\n") ==
        "5@3-6 a byte order mark (U+FEFF) in the middle of the text (delete this invisible "
        "character; it may only be the first of a file)");
}

TEST_CASE("no line begins with a percent sign") {
  const std::string message =
      " a line can't begin with '%' (put the text in quotes, or indent it below its key)";
  CHECK(faults("%YAML 1.2\n---\na: x\n") == "6@0-1" + message);
  CHECK(faults("\uFEFF%TAG ! x\n---\na: x\n") == "6@3-4" + message);
  CHECK(faults("a: x\n%\n") == "6@5-6" + message);
  CHECK(faults("a: 5%\nb: |\n  %\n").empty());
}

TEST_CASE("the marks of an unfinished merge are named as such, one fault for each merge") {
  const auto fault = [](const std::string& range, const std::string& mark) {
    return "8@" + range + " the mark '" + mark +
           "' of a merge that was not finished (choose one of the two versions and delete the "
           "lines with the marks)";
  };
  CHECK(faults("<<<<<<< ours\na: x\n=======\na: y\n>>>>>>> theirs\n") == fault("0-7", "<<<<<<<"));
  CHECK(faults("<<<<<<< a\n||||||| b\n=======\r\n>>>>>>> c\nb: x\n<<<<<<< a\n=======\n>>>>>>>\n") ==
        fault("0-7", "<<<<<<<") + "\n" + fault("44-51", "<<<<<<<"));
  CHECK(faults("a: x\n=======\n") == fault("5-12", "======="));
  CHECK(faults("a: x\n>>>>>>> theirs\n") == fault("5-12", ">>>>>>>"));
  CHECK(faults("a: |\n  =======\n  <<<<<<< x\n========\n<<<<<<<x\n").empty());
}

TEST_CASE("thousands of open brackets are refused before they are parsed") {
  const std::string expected =
      "11@2000-2001 more than 2000 brackets are open here (close the brackets, or put the text in "
      "quotes)";
  CHECK(faults(std::string(5000, '[')) == expected);
  CHECK(faults(std::string(5000, '{')) == expected);
  CHECK(faults(std::string(2000, '[') + std::string(2000, ']')).empty());
}

TEST_CASE("a tab may stand in a comment, between quotes and in the lines of a block scalar") {
  CHECK(tab_in_indentation("a:\n \tb\n", 4) == Range{4, 5});
  CHECK(tab_in_indentation("a: \tb\n", 4) == Range{});
  const std::string text =
      "\"a\t\": |  #\t\n  x\t\n  \ty\nb: '\t' # \t\n#\t\nc: [\"\t\",  # \t\n  \"x\ty\n  z\"]\n";
  CHECK(outcome(Document::read(text)) == "{a\t: 'x\t\\n\ty\\n', b: '\t', c: ['\t', 'x\ty z']}");
  const auto outside = [](const std::string& range) {
    return "7@" + range +
           " a tab outside of quotes (put a blank in its place, or the text in double quotes)";
  };
  CHECK(outcome(Document::read("a:\tx\nb: x\ty#\t\n")) ==
        outside("2-3") + "\n" + outside("9-10") + "\n" + outside("12-13"));
  CHECK(outcome(Document::read("a: |\t# x\n  y\n")) == outside("4-5"));
  CHECK(outcome(Document::read("a: 'x'\t\nb: [x\t,\ty]\n")) ==
        outside("6-7") + "\n" + outside("13-14") + "\n" + outside("15-16"));
}
