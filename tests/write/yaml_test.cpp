#include <doctest/doctest.h>

#include "icc/entries.h"
#include "write/sample.h"

using icc::test::sample;
using icc::test::sample_schema;
using icc::test::written;

TEST_CASE("YAML is one map of canonical records by id") {
  std::vector<icc::Practice> practices;
  practices.push_back(
      sample("b-2", "# lost\nzone: {id: own}\ntitle: 'B'\nsummary: \"One.\\n\\nTwo.\\n\"\n"));
  practices.push_back(sample("on", "{}\n"));
  practices.push_back(sample("a: b", "title: \" x\\ny\"\nstaff: 0x1F\ncities: [a, 'no']\n"));
  const std::string yaml = written("yaml", practices);
  CHECK(yaml == R"(b-2:
  title: B

  summary: |
    One.

    Two.

  zone:
    id: own

"on":
  {}

"a: b":
  title: |2-
     x
    y

  cities:
    - a
    - "no"

  staff: 0x1F
)");
  const auto document = icc::Document::read(yaml);
  REQUIRE(document);
  for (const icc::Practice& practice : practices) {
    const icc::Node* record = document->find(document->root(), practice.id());
    REQUIRE(record != nullptr);
    CHECK(
        canonical_text(value_of(*document, *record), sample_schema()) ==
        canonical_text(value_of(practice.document(), practice.document().root()), sample_schema()));
  }
}
