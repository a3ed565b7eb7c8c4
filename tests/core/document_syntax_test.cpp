#include "core/document_syntax.h"

#include <doctest/doctest.h>

#include <string>

#include "core/document_tree.h"

using namespace icc;
using namespace icc::test;

namespace {

struct Row {
  std::string text;
  std::string faults;  // number of the rule, @ bytes, message, (hint)
};

void check(const Row& row) {
  CAPTURE(one_line(row.text));
  CHECK(outcome(Document::read(row.text)) == row.faults);
}

}  // namespace
TEST_CASE("faults: text and colons") {
  const Row rows[] = {
      {"a: b: c\n", "21@4-5 a colon in the text (put the text in quotes)"},
      {"a: http://x: y\n", "21@11-12 a colon in the text (put the text in quotes)"},
      {"a: x:\n", "21@4-5 a colon in the text (put the text in quotes)"},
      {"a: :\n", "21@3-4 a colon in the text (put the text in quotes)"},
      {"a:b\n", "9@1-2 no blank behind the colon (write 'a: …')"},
      {"a:b\nc: d\n", "9@1-2 no blank behind the colon (write 'a: …')"},
      {"a: b\nc:d\n", "9@6-7 no blank behind the colon (write 'c: …')"},
      {"a: b\nc:d\ne: f\n", "9@6-7 no blank behind the colon (write 'c: …')"},
      {"a: b\nc\nd: e\n",
       "9@5-6 'c' is not 'key: value' (write 'key: value', or indent the line below the text that "
       "it continues)"},
      {"a\nb: c\n",
       "9@0-1 'a' is not 'key: value' (write 'key: value', or indent the line below the text that "
       "it continues)"},
      {"a: b\nc\n",
       "9@5-6 'c' is not 'key: value' (write 'key: value', or indent the line below the text that "
       "it continues)"},
      {"a: 3 : 4\n", "21@5-6 a colon in the text (put the text in quotes)"},
      {"- a: b: c\n",
       "13@0-1 '-' where the first key is expected (write 'key: value' on each line)"},
      {"a:\n  - b: c: d\n", "21@11-12 a colon in the text (put the text in quotes)"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("faults: indentation") {
  const Row rows[] = {
      {"a: b\n  c: d\n",
       "22@5-7 the indentation fits none of the lines above (begin the line in the column of the "
       "values that it belongs with)"},
      {"a:\n  b: c\n d: e\n",
       "22@10-11 the indentation fits none of the lines above (begin the line in the column of the "
       "values that it belongs with)"},
      {"a:\n    b: c\n  d: e\n",
       "22@12-14 the indentation fits none of the lines above (begin the line in the column of the "
       "values that it belongs with)"},
      {" a: b\nc: d\n",
       "22@0-1 the first key is indented more than the others (begin all keys of the record in the "
       "first column)"},
      {"a: b\n c: d\n",
       "22@5-6 the indentation fits none of the lines above (begin the line in the column of the "
       "values that it belongs with)"},
      {"a:\n  - x\n - y\n",
       "22@9-10 the indentation fits none of the lines above (begin the line in the column of the "
       "values that it belongs with)"},
      {"a:\n  - x\n   - y\n",
       "22@12-13 this looks like a list's item but continues the text above (begin the item in the "
       "column of the other items, or put the text in quotes)"},
      {"a: x\n  - y\n",
       "22@7-8 this looks like a list's item but continues the text above (begin the item in the "
       "column of the other items, or put the text in quotes)"},
      {"a: x\n- y\n",
       "22@5-6 a list's item where a key is expected (write the list below its key: 'key:', then ' "
       " - item' on lines of their own)"},
      {"a:\nx\nb: y\n",
       "9@3-4 'x' is not 'key: value' (write 'key: value', or indent the line below the text that "
       "it continues)"},
      {"a:\n[x]\n",
       "22@3-3 the indentation fits none of the lines above (begin the line in the column of the "
       "values that it belongs with)"},
      {"a: |\n     \n  x\n",
       "22@5-10 an empty line with more blanks than the text below it (delete the blanks of this "
       "line)"},
      {"a: |\n  x\n y\n",
       "22@9-10 the indentation fits none of the lines above (begin the line in the column of the "
       "values that it belongs with)"},
      {"a:\n  - b: c\n   d: e\n",
       "22@12-15 the indentation fits none of the lines above (begin the line in the column of the "
       "values that it belongs with)"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("faults: tabs") {
  const Row rows[] = {
      {"a:\n\tb: c\n", "7@3-4 a tab in the indentation (indent with blanks: two for each level)"},
      {"a:\n\tb\n", "7@3-4 a tab in the indentation (indent with blanks: two for each level)"},
      {"a:\n  - x\n\t- y\n",
       "7@9-10 a tab in the indentation (indent with blanks: two for each level)"},
      {"a: x\n\ty\n", "7@5-6 a tab in the indentation (indent with blanks: two for each level)"},
      {"a: |\n\tx\n", "7@5-6 a tab in the indentation (indent with blanks: two for each level)"},
      {"a: |\n  \tx\n", "7@7-8 a tab in the indentation (indent with blanks: two for each level)"},
      {"a: x\n\t\n", "7@5-6 a tab in the indentation (indent with blanks: two for each level)"},
      {"\ta: x\n", "7@0-1 a tab in the indentation (indent with blanks: two for each level)"},
      {"\t# c\na: x\n", "7@0-1 a tab in the indentation (indent with blanks: two for each level)"},
      {"a: [x,\n\ty]\n", "7@7-8 a tab in the indentation (indent with blanks: two for each level)"},
      {"a: \"x\n\ty\"\nb:\n \tz\n",
       "7@6-7 a tab in the indentation (indent with blanks: two for each level)\n"
       "7@14-15 a tab in the indentation (indent with blanks: two for each level)"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("faults: quotes and brackets") {
  const Row rows[] = {
      {"a: \"x\n",
       "10@3-4 the '\"' that opens here is not closed (write a '\"' at the end, or put the whole "
       "text in quotes)"},
      {"a: 'x\n",
       "10@3-4 the ''' that opens here is not closed (write a ''' at the end, or put the whole "
       "text in quotes)"},
      {"a: \"x\nb: c\n",
       "10@3-4 the '\"' that opens here is not closed (write a '\"' at the end, or put the whole "
       "text in quotes)"},
      {"a: \"x\nb: \"c\"\n",
       "10@3-4 the '\"' that opens here is not closed (write a '\"' at the end, or put the whole "
       "text in quotes)"},
      {"a: [\"x\", 'y]\n",
       "10@9-10 the ''' that opens here is not closed (write a ''' at the end, or put the whole "
       "text in quotes)"},
      {"# it's\na: \"x\n",
       "10@10-11 the '\"' that opens here is not closed (write a '\"' at the end, or put the whole "
       "text in quotes)"},
      {"a: [x\n",
       "10@3-4 the '[' that opens here is not closed (write a ']' at the end, or put the whole "
       "text in quotes)"},
      {"a: [x\nb: c\n",
       "10@3-4 the '[' that opens here is not closed (write a ']' at the end, or put the whole "
       "text in quotes)"},
      {"a: {x: y\nb: c\n",
       "10@3-4 the '{' that opens here is not closed (write a '}' at the end, or put the whole "
       "text in quotes)"},
      {"a: [x, \n",
       "10@3-4 the '[' that opens here is not closed (write a ']' at the end, or put the whole "
       "text in quotes)"},
      {"a: {x: \n",
       "10@3-4 the '{' that opens here is not closed (write a '}' at the end, or put the whole "
       "text in quotes)"},
      {"[x\n",
       "10@0-1 the '[' that opens here is not closed (write a ']' at the end, or put the whole "
       "text in quotes)"},
      {"a: [[x]\n",
       "10@3-4 the '[' that opens here is not closed (write a ']' at the end, or put the whole "
       "text in quotes)"},
      {"a: \"x\" y\n",
       "19@7-8 'y' stands behind the closing quote (put the whole text in quotes, and a backslash "
       "before each inner one)"},
      {"a: \"x\" \"y\"\n",
       "19@7-10 '\"y\"' stands behind the closing quote (put the whole text in quotes, and a "
       "backslash before each inner one)"},
      {"\"a\" b: c\n",
       "19@4-8 'b: c' stands behind the closing quote (put the whole text in quotes, and a "
       "backslash before each inner one)"},
      {"a: 'Don't'\n",
       "19@8-10 't'' stands behind the closing quote (write an apostrophe within single quotes "
       "twice, or use double quotes)"},
      {"a: \"x\"y\n",
       "19@6-7 'y' stands behind the closing quote (put the whole text in quotes, and a backslash "
       "before each inner one)"},
      {"a: \"x\", y\n",
       "19@6-9 ', y' stands behind the closing quote (put the whole text in quotes, and a "
       "backslash before each inner one)"},
      {"a: [\"x\" y]\n",
       "19@8-10 'y]' stands behind the closing quote (put the whole text in quotes, and a "
       "backslash before each inner one)"},
      {"a: \"x\"#c\n",
       "9@6-7 no blank in front of a comment's '#' (put a blank in front of it, or the text in "
       "quotes)"},
      {"a: [x] y\n", "9@7-8 'y' stands behind a closing bracket (put the whole text in quotes)"},
      {"a: [x]y\n", "9@6-7 'y' stands behind a closing bracket (put the whole text in quotes)"},
      {"a: {x: y}}\n", "9@9-10 '}' stands behind a closing bracket (put the whole text in quotes)"},
      {"a: x\nb: ]\n", "9@8-9 the bracket ']' closes none that is open (put the text in quotes)"},
      {"a: [x}\n", "9@5-6 the bracket '}' closes none that is open (put the text in quotes)"},
      {"a: [x,,y]\n",
       "9@6-7 nothing stands in front of this (take it out, or put the text in quotes)"},
      {"a: [,x]\n",
       "9@4-5 nothing stands in front of this (take it out, or put the text in quotes)"},
      {"a: {,}\n",
       "9@4-5 nothing stands in front of this (take it out, or put the text in quotes)"},
      {"a: \"\\q\"\n",
       "9@4-6 '\\q' has no meaning between double quotes (write the backslash twice, or use single "
       "quotes)"},
      {"a: \"\\x4\"\n",
       "9@4-7 '\\x4' has no meaning between double quotes (write the backslash twice, or use "
       "single quotes)"},
      {"a: \"\\ud83d\\ude00\"\n",
       "9@4-10 '\\ud83d' has no meaning between double quotes (write the backslash twice, or use "
       "single quotes)"},
      {"a: \"x\\'\"\n",
       "9@5-7 '\\'' has no meaning between double quotes (write the backslash twice, or use single "
       "quotes)"},
      {"a: [x]#c\n",
       "9@6-7 no blank in front of a comment's '#' (put a blank in front of it, or the text in "
       "quotes)"},
      {"a: [x,#c\n y]\n",
       "9@6-7 no blank in front of a comment's '#' (put a blank in front of it, or the text in "
       "quotes)"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("faults: marks of YAML") {
  const Row rows[] = {
      {"a: &x y\n", "16@3-5 '&x' is a mark of YAML and would be lost (put the text in quotes)"},
      {"a: & y\n", "16@3-4 '&' is a mark of YAML and would be lost (put the text in quotes)"},
      {"a: &x\n", "16@3-5 '&x' is a mark of YAML and would be lost (put the text in quotes)"},
      {"&x a: b\n", "16@0-2 '&x' is a mark of YAML and would be lost (put the text in quotes)"},
      {"&x\na: b\n", "16@0-2 '&x' is a mark of YAML and would be lost (put the text in quotes)"},
      {"a: *x\n", "17@3-5 '*x' refers to another value in YAML (put the text in quotes)"},
      {"a: **x** y\n", "17@3-8 '**x**' refers to another value in YAML (put the text in quotes)"},
      {"a: * x\n", "17@3-4 '*' refers to another value in YAML (put the text in quotes)"},
      {"a: !x y\n", "18@3-5 '!x' is a mark of YAML and would be lost (put the text in quotes)"},
      {"a: !important\n",
       "18@3-13 '!important' is a mark of YAML and would be lost (put the text in quotes)"},
      {"a: !\n", "18@3-4 '!' is a mark of YAML and would be lost (put the text in quotes)"},
      {"a: !!str 12\n",
       "18@3-8 '!!str' is a mark of YAML and would be lost (put the text in quotes)"},
      {"a: !<x\n", "18@3-6 '!<x' is a mark of YAML and would be lost (put the text in quotes)"},
      {"a: [&x y, *x, !z w]\n",
       "16@4-6 '&x' is a mark of YAML and would be lost (put the text in quotes)\n"
       "17@10-12 '*x' refers to another value in YAML (put the text in quotes)"},
      {"a: @x\n", "9@3-4 a text can't begin with '@' (put the text in quotes)"},
      {"a: `x`\n", "9@3-4 a text can't begin with '`' (put the text in quotes)"},
      {"a: %x\n", "9@3-4 a text can't begin with '%' (put the text in quotes)"},
      {"a: |x\n",
       "9@3-5 text on the line of a '|' or '>' (begin the text on the next line, indented below "
       "its key; a text that begins with this character stands in quotes)"},
      {"a: > x\n",
       "9@3-6 text on the line of a '|' or '>' (begin the text on the next line, indented below "
       "its key; a text that begins with this character stands in quotes)"},
      {"a: |0\n x\n",
       "9@3-5 text on the line of a '|' or '>' (begin the text on the next line, indented below "
       "its key; a text that begins with this character stands in quotes)"},
      {"a: - x\n",
       "9@3-4 a list's item behind other text on a line (write each '- item' on a line of its own, "
       "or put the text in quotes)"},
      {"a: -\n",
       "9@3-4 a list's item behind other text on a line (write each '- item' on a line of its own, "
       "or put the text in quotes)"},
      {"a: ? x\n", "9@3-4 a text can't begin with '? ' (put the text in quotes)"},
      {"a: , x\n", "9@3-6 ', x' is not expected here (put the text in quotes)"},
      {"? a\n: b\n", "9@0-1 a text can't begin with '? ' (put the text in quotes)"},
      {"? a\n", "9@0-1 a text can't begin with '? ' (put the text in quotes)"},
      {"{? a : b}\n", "9@1-2 a text can't begin with '? ' (put the text in quotes)"},
      {"a: [x?]\n", "9@5-6 a '?' within brackets (put the text in quotes)"},
      {"a: [x, :y]\n",
       "21@7-8 a colon at the start of a text within brackets (put the text in quotes)"},
      {"a: [what? x,\n y]\n", "9@8-9 a '?' within brackets (put the text in quotes)"},
      {"a: [x, - y]\n",
       "9@7-8 a list's item behind other text on a line (write each '- item' on a line of its own, "
       "or put the text in quotes)"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("faults: keys") {
  const Row rows[] = {
      {": x\n", "9@0-1 nothing stands in front of this (take it out, or put the text in quotes)"},
      {"~: x\n",
       "14@0-1 the key '~' is not a text to every reader of YAML (put the key in quotes)"},
      {"null: x\n",
       "14@0-4 the key 'null' is not a text to every reader of YAML (put the key in quotes)"},
      {"{: x}\n", "9@1-2 nothing stands in front of this (take it out, or put the text in quotes)"},
      {"12: x\n",
       "14@0-2 the key '12' is not a text to every reader of YAML (put the key in quotes)"},
      {"1.5: x\n",
       "14@0-3 the key '1.5' is not a text to every reader of YAML (put the key in quotes)"},
      {"true: x\n",
       "14@0-4 the key 'true' is not a text to every reader of YAML (put the key in quotes)"},
      {"[a]: x\n", "14@0-1 a list or a map as a key (put the text in quotes)"},
      {"{a: b}: x\n", "14@0-1 a list or a map as a key (put the text in quotes)"},
      {"- a\n", "13@0-1 '-' where the first key is expected (write 'key: value' on each line)"},
      {"a: x\na: y\n",
       "15@5-6 the key 'a' is here a second time (keep one of the two and take the other one out)"},
      {"a:\n  b: x\n  c: y\n  b: z\n  \"b\": w\n",
       "15@19-20 the key 'b' is here a second time (keep one of the two and take the other one "
       "out)\n"
       "15@26-29 the key 'b' is here a second time (keep one of the two and take the other one "
       "out)"},
      {"{a: x, 'a': y}\n",
       "15@7-10 the key 'a' is here a second time (keep one of the two and take the other one "
       "out)"},
      {"a: x\nb: &c y\na: z\n",
       "16@8-10 '&c' is a mark of YAML and would be lost (put the text in quotes)\n"
       "15@13-14 the key 'a' is here a second time (keep one of the two and take the other one "
       "out)"},
      {"\"a\n b\": c\n",
       "9@0-2 '\"a' is not 'key: value' (write 'key: value', or indent the line below the text "
       "that it continues)"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("faults: record") {
  const Row rows[] = {
      {"", "13@0-0 there is no record in the file (write 'key: value' on each line)"},
      {"\n", "13@1-1 there is no record in the file (write 'key: value' on each line)"},
      {"# c\n", "13@4-4 there is no record in the file (write 'key: value' on each line)"},
      {"---\n", "13@4-4 there is no record in the file (write 'key: value' on each line)"},
      {"...\n", "13@0-3 '...' where the first key is expected (write 'key: value' on each line)"},
      {"x\n", "13@0-1 'x' where the first key is expected (write 'key: value' on each line)"},
      {"x y\n", "13@0-3 'x y' where the first key is expected (write 'key: value' on each line)"},
      {"~\n", "13@0-1 '~' where the first key is expected (write 'key: value' on each line)"},
      {"\"x\"\n",
       "13@0-3 '\"x\"' where the first key is expected (write 'key: value' on each line)"},
      {"|\n x\n", "13@0-1 '|' where the first key is expected (write 'key: value' on each line)"},
      {"[x]\n", "13@0-1 '[' where the first key is expected (write 'key: value' on each line)"},
      {"- x\n", "13@0-1 '-' where the first key is expected (write 'key: value' on each line)"},
      {"a: b\n---\nc: d\n",
       "20@5-8 '---' stands behind the end of the record (keep one record in a file)"},
      {"a: b\n---\n",
       "20@5-8 '---' stands behind the end of the record (keep one record in a file)"},
      {"a: b\n...\nc\n",
       "20@9-10 'c' stands behind the end of the record (keep one record in a file)"},
      {"a: b\n... x\n",
       "20@9-10 'x' stands behind the end of the record (keep one record in a file)"},
      {"--- a: b\n", "13@4-8 a key on the line of the '---' (begin the record on the next line)"},
      {"{a: b} x\n", "9@7-8 'x' stands behind a closing bracket (put the whole text in quotes)"},
      {"{a: b}\nc: d\n",
       "20@7-11 'c: d' stands behind the end of the record (keep one record in a file)"},
      {"---\n---\na: b\n",
       "13@4-7 '---' where the first key is expected (write 'key: value' on each line)"},
      {"a:\nx\n",
       "9@3-4 'x' is not 'key: value' (write 'key: value', or indent the line below the text that "
       "it continues)"},
  };
  for (const Row& row : rows) check(row);
}
