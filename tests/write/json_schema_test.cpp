#include <doctest/doctest.h>

#include <string>

#include "core/schema_fixture.h"
#include "icc/writer.h"

namespace {

std::string bundle_of(const icc_test::SchemaFiles& files) {
  const auto schema = icc::Schema::load(icc_test::loader_of(files));
  REQUIRE(schema.has_value());
  std::string out;
  icc::find_format("json-schema")->head(out, *schema, {});
  return out;
}

}  // namespace

TEST_CASE("a schema of one file is that file as JSON, with its own addresses") {
  CHECK(bundle_of({{"schema/practice.schema.yaml", R"($id: https://example.org/practice
title: Ünïcode  # a comment
maxLength: 0x10
properties:
  $id: {const: yes}
  on: {$ref: '#/properties/$id'}
)"}}) == R"({
  "$id": "https://example.org/practice",
  "title": "Ünïcode",
  "maxLength": 16,
  "properties": {
    "$id": {
      "const": "yes"
    },
    "on": {
      "$ref": "#/properties/$id"
    }
  }
}
)");
}

TEST_CASE("further files stand in $defs, once, and every reference leads there") {
  CHECK(
      bundle_of(
          {{"schema/practice.schema.yaml", R"($schema: https://json-schema.org/draft/2020-12/schema
properties:
  country: {$ref: words/land.yaml, title: Country}
  other: {$ref: words/land.yaml}
  part: {$ref: 'words/land.yaml#part'}
  own: {$ref: '#/$defs/land'}
  all: {$ref: '#'}
$defs: {land: {type: integer}}
)"},
           {"schema/words/land.yaml", R"($schema: https://json-schema.org/draft/2020-12/schema
$id: https://example.org/land
oneOf: [{const: A/B}, {$ref: 'two.yaml#/anyOf/1'}]
$defs: {a b/c: {$anchor: part, $ref: '#'}}
)"},
           {"schema/words/two.yaml", "anyOf: [true, {minLength: 1}]\n"}}) == R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "properties": {
    "country": {
      "$ref": "#/$defs/land_",
      "title": "Country"
    },
    "other": {
      "$ref": "#/$defs/land_"
    },
    "part": {
      "$ref": "#/$defs/land_/$defs/a%20b~1c"
    },
    "own": {
      "$ref": "#/$defs/land"
    },
    "all": {
      "$ref": "#"
    }
  },
  "$defs": {
    "land": {
      "type": "integer"
    },
    "land_": {
      "oneOf": [
        {
          "const": "A/B"
        },
        {
          "$ref": "#/$defs/two/anyOf/1"
        }
      ],
      "$defs": {
        "a b/c": {
          "$ref": "#/$defs/land_"
        }
      }
    },
    "two": {
      "anyOf": [
        true,
        {
          "minLength": 1
        }
      ]
    }
  }
}
)");
}
