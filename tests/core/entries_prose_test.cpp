#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "icc/entries.h"
#include "random_value.h"

using icc::one_sentence_a_line;

namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

}  // namespace

TEST_CASE("a sentence ends at a stop before a capital, a digit or an opening mark") {
  struct Row {
    std::string text, lines;
  };
  const Row rows[] = {
      {"One. Two! Three? Four… Five... Six", "One.\nTwo!\nThree?\nFour…\nFive...\nSix\n"},
      {"One.   Two.\tThree.", "One.\nTwo.\nThree.\n"},
      {"He said “Go.” “Why?” (See below.) [Link](x) *Now.* Done.",
       "He said “Go.”\n“Why?”\n(See below.)\n[Link](x) *Now.*\nDone.\n"},
      {"Really?! Yes.", "Really?!\nYes.\n"},
      {"It began in 2018. 300 people came. École. Über. Ένα. Да. 東京",
       "It began in 2018.\n300 people came.\nÉcole.\nÜber.\nΈνα.\nДа.\n東京\n"},
      {"one. two. école. über. да. - dash. … dots. , comma",
       "one. two. école. über. да. - dash. … dots. , comma\n"},
      {"See e.g. Berlin, i.e. Germany, the U.S. Army and J. Smith.",
       "See e.g. Berlin, i.e. Germany, the U.S. Army and J. Smith.\n"},
      {"Mr. A, Mrs. B, Dr. C, Prof. D, St. Gallen (cf. Basel) vs. Bern, Smith et al. Then.",
       "Mr. A, Mrs. B, Dr. C, Prof. D, St. Gallen (cf. Basel) vs. Bern, Smith et al. Then.\n"},
      {"See no. 5, fig. 3, pp. 10 and Jan. 2018. He said no. Then art. Fine.",
       "See no. 5, fig. 3, pp. 10 and Jan. 2018.\nHe said no.\nThen art.\nFine.\n"},
      {"Costs rose by 3.5 percent, to 1.000. At www.coe.int. Then.",
       "Costs rose by 3.5 percent, to 1.000.\nAt www.coe.int.\nThen.\n"},
      {"It has apples, etc. Then pears.", "It has apples, etc.\nThen pears.\n"},
      {"Why.Not?Yes!No", "Why.Not?Yes!No\n"},
      {"One", "One\n"},
      {"", ""},
      {" \n\n ", ""},
  };
  for (const auto& row : rows) CHECK(one_sentence_a_line(row.text) == row.lines);
}

TEST_CASE("lines of a paragraph are joined, paragraphs stay apart") {
  CHECK(one_sentence_a_line(
            "\n\nFirst sentence that\r\n  is wrapped. Second\nend.  \n\n\nNew one.\n\n") ==
        "First sentence that is wrapped.\nSecond end.\n\n\nNew one.\n");
}

TEST_CASE("no sentence is moved to where it would begin a block") {
  for (const char* line :
       {"In 2018. - Not a list.", "There are two. 1) No list.", "A. 12) Not a list.", "X. # No.",
        "A plus. + No list", "A quote. > No.", "A fence. ``` No.", "Tag. <b>No</b>", "Cell. | No.",
        "Two. [a]: No definition.", "One. * No list."}) {
    CHECK(one_sentence_a_line(line) == std::string(line) + "\n");
  }
}

TEST_CASE("what is no paragraph of plain lines stays as it is") {
  for (const char* text :
       {"# Heading. With two.\n", "Heading. With two.\n====\n", "Heading. With two.\nlines\n---\n",
        "- One. Two.\n  Three. Four.\nlazy. More.\n\n  Five. Six.\n",
        "1. One. Two.\n2) Two. Three.\n", "> Quote. Two.\nlazy. More.\n",
        "| a. B | c |\n|---|---|\n| d. E | f |\n", "```\nCode. More.\n\nCode. More.\n```\n",
        "~~~~ c\n```\nCode. More.\n~~~\nStill. Code.\n~~~~\n", "```\nNever. Closed.\n",
        "    Code. More.\n", "\tCode. More.\n", "<div>\nHtml. More.\n</div>\n",
        "[a]: https://x.org \"Title. Two.\"\n",
        "Roses are red,  \nviolets. Are blue. \nEnd. Here.\n", "A verse.\\\nWith. Breaks.\n",
        "***\n", "- a\n\n      Code. More.\n"}) {
    CAPTURE(text);
    CHECK(one_sentence_a_line(text) == text);
  }
}

TEST_CASE("a paragraph goes on behind a block") {
  CHECK(one_sentence_a_line("# Title\nOne. Two.\n- item. Two.\n\nOne. Two.\n***\nOne. "
                            "Two.\n```\nA. B.\n```\nOne. Two.") ==
        "# Title\nOne.\nTwo.\n- item. Two.\n\nOne. Two.\n***\nOne.\nTwo.\n```\nA. "
        "B.\n```\nOne.\nTwo.\n");
  CHECK(one_sentence_a_line("   ```\nA. B.\n\nC. D.\n  ```  \nOne. Two.") ==
        "   ```\nA. B.\n\nC. D.\n  ```  \nOne.\nTwo.\n");
  CHECK(one_sentence_a_line("    ```\n\nOne. Two.\n\n    ```\n") ==
        "    ```\n\nOne.\nTwo.\n\n    ```\n");
  CHECK(one_sentence_a_line("```\nA. B.\n    ```\n\nC. D.\n") == "```\nA. B.\n    ```\n\nC. D.\n");
  CHECK(one_sentence_a_line("10. item\n\n    ```\n    A. B.\n\n    C. D.\n    ```\n\nOne. Two.") ==
        "10. item\n\n    ```\n    A. B.\n\n    C. D.\n    ```\n\nOne.\nTwo.\n");
  CHECK(one_sentence_a_line("`code` first. Second.\n```not a fence``` here. Third.") ==
        "`code` first.\nSecond.\n```not a fence``` here. Third.\n");
}

TEST_CASE("prose keeps its words, and doing it again changes nothing") {
  icc::test::RandomValues random(7);
  const char* const pieces[] = {
      "One. ", "Two! ",   "three ", "\n",    "\n\n",  "- ",    "# ",   "1. ",
      "> ",    "```",     "  \n",   "e.g. ", "Mr. ",  "3.5 ",  "\\\n", "---\n",
      "===\n", "*",       "_X_. ",  "(Y.) ", "[a]: ", "    ",  "\t",   "| ",
      "<b>",   "École. ", "\r\n",   "...",   "“Z.” ", "~~~\n", ". ",   "J. "};
  const int count = icc::test::repetitions(3000);
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t length = random.below(24); length > 0; --length)
      text += pieces[random.below(std::size(pieces))];
    const std::string once = one_sentence_a_line(text);
    REQUIRE(words_of(once) == words_of(text));
    REQUIRE_MESSAGE(one_sentence_a_line(once) == once, text);
    REQUIRE((once.empty() || once.back() == '\n'));
  }
}
