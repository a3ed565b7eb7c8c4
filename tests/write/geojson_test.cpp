#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "write/sample.h"

namespace {

/// A schema in which two countries have a city of the same name.
const icc::Schema& schema() {
  static const icc::Schema loaded = [] {
    constexpr std::string_view text = R"(
$schema: https://json-schema.org/draft/2020-12/schema
type: object
properties:
  country: {type: string}
  cities:
    type: array
    items:
      type: string
      x-icc:
        within: country
        values:
          Norway: {Bergen: {latitude: 60.4, longitude: 5.3}, Moss: {}}
          Germany: {Bergen: {latitude: 54.4, longitude: 13.4}, Köln: {aliases: [Cologne], latitude: 50.9, longitude: 7}}
)";
    return icc::Schema::load([&](std::string_view) { return icc::Result<std::string>(text); })
        .value();
  }();
  return loaded;
}

std::string feature(std::string record) {
  std::string out;
  icc::find_format("geojson")->record(out, icc::test::sample("x", std::move(record)), schema(), {});
  return out.substr(1);
}

}  // namespace

TEST_CASE("GeoJSON puts a practice where its cities lie, and drops none") {
  struct Row {
    std::string record, geometry, unplaced;
  };
  const Row rows[] = {
      {"country: Norway\ncities: [Bergen]\n", R"({"type":"Point","coordinates":[5.3,60.4]})", ""},
      {"country: Germany\ncities: [Bergen, cologne]\n",
       R"({"type":"MultiPoint","coordinates":[[13.4,54.4],[7,50.9]]})", ""},
      {"country: Germany\ncities: [Köln, Erlangen]\n", R"({"type":"Point","coordinates":[7,50.9]})",
       R"(,"unplaced":["Erlangen"])"},
      {"country: Norway\ncities: [Moss]\n", "null", R"(,"unplaced":["Moss"])"},
      {"cities: [Bergen]\n", "null", R"(,"unplaced":["Bergen"])"},
      {"country: Norway\n", "null", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.record);
    const std::string out = feature(row.record);
    CHECK(out.starts_with(R"({"type":"Feature","id":"x","geometry":)" + row.geometry +
                          R"(,"properties":{"id":"x",)"));
    CHECK(out.ends_with("}" + row.unplaced + "}"));
  }
}

TEST_CASE("GeoJSON of no practices is a collection, too") {
  CHECK(icc::test::written("geojson", std::vector<icc::Practice>()) ==
        "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n");
}
