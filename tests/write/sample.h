#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/writer.h"

namespace icc::test {

/// A schema with a field of each type that formats treat in a way of their own.
inline const Schema& sample_schema() {
  static const Schema schema = [] {
    constexpr std::string_view text = R"(
$schema: https://json-schema.org/draft/2020-12/schema
type: object
properties:
  title: {title: Title, type: string}
  cities: {title: Cities, type: array, items: {type: string}}
  period: {title: Period, type: [string, integer], x-icc: {type: period}}
  staff: {type: integer}
  cost: {type: number}
  open: {title: Open to all, type: boolean}
  summary: {title: Summary, type: string, x-icc: {type: prose}}
  references:
    title: References
    type: array
    items:
      type: object
      properties:
        title: {type: string}
        url: {type: string, format: uri}
  contact:
    title: Contact
    type: object
    properties:
      name: {type: string}
      email: {type: string, format: email}
      phone: {type: string}
  source: {title: Source, type: string, format: uri}
)";
    auto loaded = Schema::load([&](std::string_view) { return Result<std::string>(text); });
    REQUIRE(loaded);
    return *loaded;
  }();
  return schema;
}

/// A practice with this id and text.
inline Practice sample(std::string_view id, std::string text) {
  auto document = Document::read(std::move(text));
  REQUIRE(document);
  return {"practices/land/" + std::string(id) + ".yaml", std::move(*document)};
}

/// All of a format's output for some practices.
inline std::string written(std::string_view format_name, const std::vector<Practice>& practices,
                           const WriteOptions& options = {}) {
  const Format* format = find_format(format_name);
  REQUIRE(format != nullptr);
  std::string out;
  format->head(out, sample_schema(), options);
  for (std::size_t i = 0; i < practices.size(); ++i) {
    if (i > 0) out += format->separator;
    format->record(out, practices[i], sample_schema(), options);
  }
  format->tail(out, sample_schema(), options);
  return out;
}

/// The same for one practice.
inline std::string written(std::string_view format_name, std::string text,
                           const WriteOptions& options = {}) {
  std::vector<Practice> one;
  one.push_back(sample("x", std::move(text)));
  return written(format_name, one, options);
}

}  // namespace icc::test
