#include "read/wording.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "read/shipped_schema.h"

namespace {

/// What is understood, in canonical form without the final line end, and the remarks behind it.
std::string meant(std::string_view name, std::string_view text, std::string_view group = {}) {
  const icc::Field* field = icc::test::shipped_schema().field(name);
  REQUIRE(field != nullptr);
  const icc::Wording wording = icc::meant_by(text, *field, group);
  std::string shown = "(nothing)\n";
  if (wording.value) {
    shown = canonical_text({icc::Kind::map, {}, {}, {{"x", *wording.value}}},
                           std::span<const icc::Field>());
  }
  for (const std::string& remark : wording.remarks) shown += "! " + remark + "\n";
  return shown;
}

std::string list(std::initializer_list<std::string> items) {
  std::string text = "x:\n";
  for (const std::string& item : items) text += "  - " + item + "\n";
  return text;
}

}  // namespace

TEST_CASE("a person's words become a field's value") {
  struct Row {
    std::string field, text, group, expected;
  };
  const Row rows[] = {
      {"title", "  A title ", "", "x: A title\n"},
      {"title", "", "", "(nothing)\n"},
      {"title", " \t", "", "(nothing)\n"},
      {"title", "A\r\n\n title ", "",
       "x: A title\n! title of several lines is read as 'A title'\n"},
      {"country", "United\nKingdom", "",
       "x: United Kingdom\n! country of several lines is read as 'United Kingdom'\n"},
      {"period", "2020", "", "x: 2020\n"},
      {"period", "2018-", "", "x: 2018-\n"},
      {"period", "N/A", "", "(nothing)\n! period 'N/A' is left out\n"},
      {"period", "tbc", "", "x: tbc\n"},
      {"country", "UK", "", "x: United Kingdom\n"},
      {"country", "GREECE", "", "x: Greece\n"},
      {"country", "Sweeden", "", "x: Sweeden\n"},
      {"summary", "One. Two.\r\nThree.", "", "x: |\n  One.\n  Two.\n  Three.\n"},
      {"cities", "Lisboa", "Portugal", list({"Lisbon"})},
      {"cities", "Lisboa; Setubal", "Portugal", list({"Lisbon", "Setúbal"})},
      {"cities", "Lisboa\nSetubal", "Portugal", list({"Lisbon", "Setúbal"})},
      {"cities", "Genova and Torino", "Italy",
       list({"Genoa", "Turin"}) + "! cities 'Genova and Torino' is read as Genoa; Turin\n"},
      {"cities", "Genova, Torino / Reggio Emilia", "Italy",
       list({"Genoa", "Turin", "Reggio Emilia"}) +
           "! cities 'Genova, Torino / Reggio Emilia' is read as Genoa; Turin; Reggio Emilia\n"},
      {"cities", "Genova and Nowhere", "Italy", list({"Genova and Nowhere"})},
      {"cities", "Genova", "Sweden", list({"Genova"})},
      {"cities", "N/A", "Italy", "(nothing)\n! cities 'N/A' is left out\n"},
      {"cities", "Lisbon; Lisboa", "Portugal",
       list({"Lisbon"}) + "! 'Lisbon' stands twice in cities and is taken once\n"},
      {"topics", "Culture, leisure and heritage", "", list({"Culture, leisure and heritage"})},
      {"topics", "roma; REFUGEES", "", list({"Roma", "Refugees"})},
      {"topics", "Culture, leisure and heritage, Roma", "",
       list({"Culture, leisure and heritage", "Roma"}) +
           "! topics 'Culture, leisure and heritage, Roma' is read as Culture, leisure and "
           "heritage; Roma\n"},
      {"topics", "Sports", "", list({"Sports"})},
      {"partners", "Library, school; Club", "", list({"Library, school", "Club"})},
      {"references", "Report <https://x.org>; Film", "",
       "x:\n  - title: Report\n    url: https://x.org\n  - title: Film\n"},
      {"references", "https://x.org", "", "x:\n  - url: https://x.org\n"},
      {"contact", "'Integration', office", "", "x: \"'Integration', office\"\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(meant(row.field, row.text, row.group) == row.expected);
  }
}
