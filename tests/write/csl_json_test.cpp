#include <doctest/doctest.h>

#include "write/sample.h"

using icc::test::sample;
using icc::test::written;

TEST_CASE("CSL-JSON has an item a practice") {
  std::vector<icc::Practice> practices;
  practices.push_back(sample("a",
                             "title: A \"title\"\ncities: [Leeds, Bradford]\nperiod: Since 2019\n"
                             "summary: |\n  One.\n  Two.\nsource: https://a.org\n"));
  practices.push_back(sample("b", "title: B\n"));
  CHECK(written("csl-json", practices) == R"([
{"id":"a","type":"webpage","title":"A \"title\"","event-place":"Leeds, Bradford",)"
                                          R"("note":"Period: Since 2019","abstract":"One. Two.",)"
                                          R"("URL":"https://a.org"},
{"id":"b","type":"document","title":"B"}
]
)");
}
