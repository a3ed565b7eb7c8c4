#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "icc/practice.h"
#include "icc/query.h"
#include "icc/schema.h"

// A small schema with a field of each type, and records for it.

inline constexpr std::string_view sample_schema_text =
    R"($schema: https://json-schema.org/draft/2020-12/schema
type: object
properties:
  title: {type: string, x-icc: {aliases: [name]}}
  country:
    type: string
    oneOf:
      - const: Germany
        x-icc: {aliases: [DE, Deutschland]}
      - const: South Korea
        x-icc: {aliases: [KR, Republic of Korea]}
      - const: Sweden
      - const: Switzerland
      - const: Türkiye
        x-icc: {aliases: [Turkey]}
      - const: United Kingdom
        x-icc: {aliases: [UK, GB]}
  cities:
    type: array
    items:
      type: string
      x-icc:
        within: country
        values:
          Germany: {Berlin: {}, Munich: {aliases: [München]}}
          Sweden: {Botkyrka: {}, Malmö: {}}
          Switzerland: {Neuchâtel: {}, Zurich: {aliases: [Zürich]}}
          United Kingdom: {Leeds: {}, London-Lewisham: {}}
    x-icc: {aliases: [city]}
  period: {type: [string, integer], x-icc: {type: period}}
  topics:
    type: array
    items:
      type: string
      oneOf:
        - const: Culture, leisure and heritage
        - const: Education
        - const: Political and public participation
          x-icc: {aliases: [participation]}
        - const: Roma
    x-icc: {aliases: [topic]}
  tags: {type: array, items: {type: string}}
  summary: {type: string, x-icc: {type: prose}}
  decided: {type: string, format: date}
  people: {type: integer}
  share: {type: number}
  free: {type: boolean}
  references:
    type: array
    items:
      type: object
      properties:
        title: {type: string}
        url: {type: string, format: uri}
)";

/// The sample schema, compiled once.
inline const icc::Schema& sample_schema() {
  static const icc::Schema schema = [] {
    auto loaded = icc::Schema::load([](std::string_view) -> icc::Result<std::string> {
      return std::string(sample_schema_text);
    });
    REQUIRE(loaded.has_value());
    return *loaded;
  }();
  return schema;
}

/// The record with this id and text, which must be readable.
inline icc::Practice sample_practice(const std::string& id, std::string text) {
  auto document = icc::Document::read(text);
  REQUIRE(document.has_value());
  return icc::Practice("practices/" + id + ".yaml", std::move(*document));
}
