#pragma once

#include <string>
#include <string_view>

#include "icc/schema.h"

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
    return Schema::load([&](std::string_view) { return Result<std::string>(text); }).value();
  }();
  return schema;
}

}  // namespace icc::test
