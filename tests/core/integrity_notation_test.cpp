#include <doctest/doctest.h>

#include <string>

#include "core/integrity_fixture.h"

using icc_test::check_meaning_of;
using icc_test::MeaningRow;

namespace {

/// `line:column: warning: the text ends before 'words' …`.
std::string cut(const std::string& place, const std::string& words) {
  return place + ": warning: the text ends before '" + words +
         "', which YAML takes for a comment (put the whole text in quotes; if it is a comment, a "
         "blank behind the '#') [ICC023 hash-in-text]\n";
}

std::string hidden(const std::string& place, const std::string& what,
                   const std::string& rule = "ICC004 control-character") {
  return place + ": error: " + what + " (delete the escape that stands for it) [" + rule + "]\n";
}

}  // namespace

TEST_CASE("a text that ends at a comment was probably meant to go on") {
  const MeaningRow rows[] = {
      {"title: Project #1 of Leeds\n", cut("1:16", "#1 of Leeds")},
      {"title: Project   #élan  \r\ncontact: x\r\n", cut("1:18", "#élan")},
      {"summary: Reached\n  many #300 families\n", cut("2:8", "#300 families")},
      {"tags:\n  - one #2\n  - [a, b #3\n    ]\n", cut("2:9", "#2") + cut("3:11", "#3")},
      {"references:\n  - title: Report #7\n    url: https://a.example/#b\n", cut("2:19", "#7")},
      {"period: 2018 #2\n", cut("1:14", "#2")},
      {"other: x #y", cut("1:10", "#y")},
      {"title: Project # 1 of Leeds\n", ""},
      {"title: Project #\n", ""},
      {"title: Project ##\n", ""},
      {"title: Project#1\n", ""},
      {"title: \"Project #1\"\n", ""},
      {"title: \"Project\" #1\n", ""},
      {"title: Project\n#1\ncontact: x\n  #2\n", ""},
      {"cities: [] #2\n", ""},
      {"#1\ntitle: x\n", ""},
      {"summary: |\n  Reached #300\n", ""},
      {"summary: | #1\n  Reached\n", ""},
      {"summary: #300\ntitle: x\n",
       "1:1: warning: 'summary' has no content (fill it in, or take the key out) "
       "[ICC214 empty-section]\n" +
           cut("1:10", "#300")},
  };
  check_meaning_of(rows);
}

TEST_CASE("an escape hides no control character") {
  const MeaningRow rows[] = {
      {R"(title: "a\e[31mred")"
       "\n",
       hidden("1:8", "the control character U+001B")},
      {R"(title: "a\0 and \a")"
       "\n",
       hidden("1:8", "the control character U+0000")},
      {R"(tags: [x, "\x7f"])"
       "\n",
       hidden("1:11", "the control character U+007F")},
      {R"(other: "\u2028")"
       "\n",
       hidden("1:8", "the control character U+2028")},
      {R"(title: "a\rb")"
       "\n",
       "1:8: error: a carriage return without a line feed (delete the escape that stands for it) "
       "[ICC004 control-character]\n"},
      {R"(title: "a\uFEFFb")"
       "\n",
       hidden("1:8", "a byte order mark (U+FEFF) in the middle of the text",
              "ICC005 misplaced-byte-order-mark")},
      {R"(title: "a \"b\" \\\t\u00e9\_")"
       "\n",
       ""},
      {R"(title: a\e)"
       "\n",
       ""},
      {R"(title: 'a\e')"
       "\n",
       ""},
      {R"(summary: "one\ntwo\r\nthree")"
       "\n",
       ""},
  };
  check_meaning_of(rows);
}

TEST_CASE("a character that nobody can see is told") {
  const auto told = [](const std::string& place, const std::string& code) {
    return place + ": warning: the invisible character U+" + code +
           " (take it out) [ICC219 invisible-character]\n";
  };
  const MeaningRow rows[] = {
      {"title: A\u200Bchoir\n",
       told("1:9", "200B") + "safe take the character out:\ntitle: Achoir\n"},
      {"tags: [a, b\u2060]\n",
       told("1:12", "2060") + "safe take the character out:\ntags: [a, b]\n"},
      {"summary: |\n  One.\n  A \u202Ebad\u202C one.\n",
       told("3:5", "202E") + "maybe take the character out:\n"
                             "summary: |\n  One.\n  A bad\u202C one.\n"},
      {"other: \u2066x\u2069\n",
       told("1:8", "2066") + "maybe take the character out:\nother: x\u2069\n"},
      {"title: \"A\\u200Bchoir\"\n", told("1:8", "200B")},
      {"title: it’s “a” choir – of \u200Fmany… \U0001F469\u200D\U0001F4BB\n", ""},
  };
  check_meaning_of(rows);
}
