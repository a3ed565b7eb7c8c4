#include "icc/merge.h"

#include <doctest/doctest.h>

#include "merge_fixture.h"

using icc_test::merged;

namespace {

const std::string base =
    "title: Title\n\ncountry: Sweden\n\ncities:\n  - Botkyrka\n\nperiod: 2018-\n\n"
    "topics:\n  - Education\n  - Refugees\n\n"
    "summary: |\n  One.\n  Two.\n  Three.\n\nsource: here\n";

/// `text` with the first `from` replaced, which must be there.
std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

struct Change {
  const char* from;
  const char* to;
};

/// Two changes of the base, and one of it that they come to.
struct Row {
  const char* what;
  Change ours;
  Change theirs;
  Change first;
  Change second;
};

std::string changed(const Change& change, const std::string& text) {
  return with(text, change.from, change.to);
}

}  // namespace

TEST_CASE("a side that was emptied takes nothing from the other without a conflict") {
  const std::string more = base + "\ncontact: me\n";
  for (const char* empty : {"", "\n", " \n\n"}) {
    const auto emptied = merged(base, more, empty);
    CHECK(emptied.conflicts);
    CHECK(emptied.text.find(more) != std::string::npos);
    CHECK(merged(base, empty, more).text.find(more) != std::string::npos);
    CHECK(merged(empty, more, empty).text == more);
  }
}

TEST_CASE("what is merged without a question, whichever side is whose") {
  const Row rows[] = {
      {"two fields",
       {"Title", "New"},
       {"Sweden", "Norway"},
       {"Title", "New"},
       {"Sweden", "Norway"}},
      {"a value and its comment",
       {"2018-", "2019-"},
       {"2018-", "2018-  # asked"},
       {"2018-", "2019-  # asked"},
       {"", ""}},
      {"a value and the comment above it",
       {"2018-", "2019-"},
       {"period:", "# asked\nperiod:"},
       {"2018-", "2019-"},
       {"period:", "# asked\nperiod:"}},
      {"a value spelt in two ways",
       {"Sweden", "\"Norway\""},
       {"Sweden", "Norway"},
       {"Sweden", "Norway"},
       {"", ""}},
      {"quotes and a value",
       {"Sweden", "\"Sweden\""},
       {"Sweden", "Norway"},
       {"Sweden", "Norway"},
       {"", ""}},
      {"items of a set",
       {"  - Education\n", "  - Education\n  - Health\n"},
       {"  - Refugees\n", "  - Language\n  - Refugees\n"},
       {"  - Education\n", "  - Education\n  - Health\n"},
       {"  - Refugees\n", "  - Language\n  - Refugees\n"}},
      {"an item removed and one added",
       {"  - Education\n", ""},
       {"  - Refugees\n", "  - Refugees\n  - Roma\n"},
       {"  - Education\n", ""},
       {"  - Refugees\n", "  - Refugees\n  - Roma\n"}},
      {"a set in brackets",
       {"topics:\n  - Education\n  - Refugees\n", "topics: [Refugees, Education, Health]\n"},
       {"  - Refugees\n", "  - Refugees\n  - Roma\n"},
       {"  - Education\n", "  - Education\n  - Health\n"},
       {"  - Refugees\n", "  - Refugees\n  - Roma\n"}},
      {"a comment within a list",
       {"  - Botkyrka\n", "  # the first\n  - Botkyrka\n"},
       {"  - Botkyrka\n", "  - Botkyrka\n  - Umeå\n"},
       {"  - Botkyrka\n", "  # the first\n  - Botkyrka\n  - Umeå\n"},
       {"", ""}},
      {"both append to a list",
       {"  - Botkyrka\n", "  - Botkyrka\n  - Umeå\n"},
       {"  - Botkyrka\n", "  - Botkyrka\n  - Lund\n"},
       {"  - Botkyrka\n", "  - Botkyrka\n  - Lund\n  - Umeå\n"},
       {"", ""}},
      {"neighbouring sentences",
       {"One.", "Eins."},
       {"Two.", "Zwei."},
       {"One.", "Eins."},
       {"Two.", "Zwei."}},
      {"new fields at one place",
       {"source:", "contact: office\n\nsource:"},
       {"source:", "references:\n  - title: A\n\nsource:"},
       {"source:", "references:\n  - title: A\n\ncontact: office\n\nsource:"},
       {"", ""}},
      {"a new field in front",
       {"title: Title\n", "# first\n\ntitle: Title\n"},
       {"period: 2018-\n\n", ""},
       {"title: Title\n", "# first\n\ntitle: Title\n"},
       {"period: 2018-\n\n", ""}},
      {"order and edit",
       {"title: Title\n\ncountry: Sweden\n", "country: Sweden\n\ntitle: Title\n"},
       {"Sweden", "Norway"},
       {"title: Title\n\ncountry: Sweden\n", "country: Norway\n\ntitle: Title\n"},
       {"", ""}},
      {"one removes the first field, one the second",
       {"title: Title\n\n", ""},
       {"country: Sweden\n\n", ""},
       {"title: Title\n\ncountry: Sweden\n\n", ""},
       {"", ""}},
      {"the end of the file",
       {"source: here\n", "source: here\n\n# the end\n"},
       {"source: here\n", "source: there\n"},
       {"source: here\n", "source: there\n\n# the end\n"},
       {"", ""}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string ours = changed(row.ours, base);
    const std::string theirs = changed(row.theirs, base);
    const std::string expected = changed(row.second, changed(row.first, base));
    for (const auto& result : {merged(base, ours, theirs), merged(base, theirs, ours)}) {
      CHECK(result.text == expected);
      CHECK_FALSE(result.conflicts);
    }
  }
}

TEST_CASE("what a person has to decide stands in markers within its field") {
  struct Conflict {
    const char* what;
    Change ours;
    Change theirs;
    Change expected;
  };
  const Conflict rows[] = {
      {"one value",
       {"2018-", "2019-"},
       {"2018-", "2020-"},
       {"period: 2018-\n",
        "<<<<<<< ours\nperiod: 2019-\n=======\nperiod: 2020-\n>>>>>>> theirs\n"}},
      {"removed and changed",
       {"period: 2018-\n\n", ""},
       {"2018-", "2020-"},
       {"period: 2018-\n", "<<<<<<< ours\n=======\nperiod: 2020-\n>>>>>>> theirs\n"}},
      {"changed and removed with its comment",
       {"period: 2018-\n", "# asked\nperiod: 2018-\n"},
       {"period: 2018-\n\n", ""},
       {"period: 2018-\n", "<<<<<<< ours\n# asked\nperiod: 2018-\n=======\n>>>>>>> theirs\n"}},
      {"one new field",
       {"source:", "contact: a\n\nsource:"},
       {"source:", "contact: b\n\nsource:"},
       {"source:", "<<<<<<< ours\ncontact: a\n=======\ncontact: b\n>>>>>>> theirs\n\nsource:"}},
      {"a place in an ordered list",
       {"  - Botkyrka\n", "  - Umeå\n  - Botkyrka\n"},
       {"  - Botkyrka\n", "  - Lund\n  - Botkyrka\n"},
       {"cities:\n  - Botkyrka\n",
        "<<<<<<< ours\ncities:\n  - Umeå\n  - Botkyrka\n=======\n"
        "cities:\n  - Lund\n  - Botkyrka\n>>>>>>> theirs\n"}},
      {"more topics than the schema allows",
       {"  - Refugees\n", "  - P\n  - Q\n  - Refugees\n"},
       {"  - Refugees\n", "  - R\n  - Refugees\n  - S\n"},
       {"topics:\n  - Education\n  - Refugees\n",
        "<<<<<<< ours\ntopics:\n  - Education\n  - P\n  - Q\n  - Refugees\n=======\n"
        "topics:\n  - Education\n  - R\n  - Refugees\n  - S\n>>>>>>> theirs\n"}},
      {"a city twice",
       {"  - Botkyrka\n", "  - Botkyrka\n  - Umeå\n"},
       {"  - Botkyrka\n", "  - Umeå\n  - Botkyrka\n"},
       {"cities:\n  - Botkyrka\n",
        "<<<<<<< ours\ncities:\n  - Botkyrka\n  - Umeå\n=======\n"
        "cities:\n  - Umeå\n  - Botkyrka\n>>>>>>> theirs\n"}},
  };
  for (const Conflict& row : rows) {
    CAPTURE(row.what);
    const auto result = merged(base, changed(row.ours, base), changed(row.theirs, base));
    CHECK(result.text == changed(row.expected, base));
    CHECK(result.conflicts);
    CHECK(merged(base, changed(row.theirs, base), changed(row.ours, base)).conflicts);
  }
}

TEST_CASE("beginnings and ends of texts") {
  CHECK(merged("", "title: A\n", "title: A\n\nperiod: 2018\n").text ==
        "title: A\n\nperiod: 2018\n");
  CHECK(merged("", "title: A\n", "title: B\n").conflicts);
  CHECK(merged("title: A\n", "title: A\n\nperiod: 2018", "country: X\n\ntitle: A").text ==
        "title: A\n\ncountry: X\n\nperiod: 2018\n");
  CHECK(merged("title: A\n", "title: A\r\nperiod: 2018\r\n", "title: B\n").text ==
        "title: B\r\nperiod: 2018\r\n");
  CHECK(merged("title: A\n", "\xEF\xBB\xBFtitle: A\n", "title: B\n").text ==
        "\xEF\xBB\xBFtitle: B\n");
  CHECK(merged("title: A\nx: 1\n", "title: A\nx: 2\ny: 3\n", "title: B\nx: 1\n").text ==
        "title: B\nx: 2\ny: 3\n");
}

TEST_CASE("a version that can't be read is merged as a text") {
  const auto clean = merged("a: [\nb: 1\nc: 1\n", "a: [\nb: 2\nc: 1\n", "a: [\nb: 1\nc: 2\n");
  CHECK(clean.text == "a: [\nb: 2\nc: 2\n");
  CHECK_FALSE(clean.conflicts);
  const auto broken = merged("a: 1\n", "a: 2\n", "a: [\n");
  CHECK(broken.text == "<<<<<<< ours\na: 2\n=======\na: [\n>>>>>>> theirs\n");
  CHECK(broken.conflicts);
}

TEST_CASE("without a schema nothing is a set, and new fields stand behind their neighbours") {
  const auto result = icc::merged_record({base, with(base, "source:", "contact: a\n\nsource:"),
                                          with(base, "period:", "where: here\n\nperiod:")},
                                         "practices/a.yaml", nullptr, icc_test::merged_by_lines);
  REQUIRE(result.has_value());
  CHECK(result->text ==
        with(with(base, "source:", "contact: a\n\nsource:"), "period:", "where: here\n\nperiod:"));
}

TEST_CASE("a merge of texts that fails makes the merge fail") {
  const icc::TextMerge fails = [](const icc::Three<std::string_view>&) -> icc::Result<icc::Merged> {
    return icc::failed(icc::Failure::environment, "there is no git");
  };
  for (const char* text : {"a: 2\n", "a: [\n"}) {
    const auto result = icc::merged_record({"a: 1\n", text, "a: 3\n"}, "practices/a.yaml",
                                           &icc_test::merge_schema(), fails);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().message == "there is no git");
  }
}
