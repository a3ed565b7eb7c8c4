#include <doctest/doctest.h>

#include <string>

#include "icc/writer.h"
#include "write/sample.h"

using icc::test::written;

TEST_CASE("the table of formats is sorted, and found by name") {
  std::string names;
  for (const icc::Format& format : icc::formats()) {
    names += std::string(format.name) + " ";
    CHECK(icc::find_format(format.name) == &format);
    CHECK_FALSE(format.summary.empty());
  }
  CHECK(names == "bibtex csl-json csv geojson html json json-schema jsonl markdown sqlite yaml ");
  CHECK(icc::find_format("xml") == nullptr);
}

TEST_CASE("no practices are valid output, too") {
  const std::vector<icc::Practice> none;
  CHECK(written("bibtex", none).empty());
  CHECK(written("csl-json", none) == "[\n]\n");
  CHECK(written("json", none) == "[\n]\n");
  CHECK(written("jsonl", none).empty());
  CHECK(written("yaml", none).empty());
  CHECK(written("markdown", none) == "# Practices\n\n0 practices.\n");
  CHECK(
      written("csv", none) ==
      "id,title,cities,period,staff,cost,open,summary,references,contact,source,other_fields\r\n");
}
