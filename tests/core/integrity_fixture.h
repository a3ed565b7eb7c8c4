#pragma once

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/schema_fixture.h"
#include "icc/integrity.h"

namespace icc_test {

/// A schema with all that the rules of meaning look at. `rules` is the text of `x-icc: rules`.
inline icc::Schema meaning_schema(const std::string& rules = "{}") {
  return schema_of(R"($schema: https://json-schema.org/draft/2020-12/schema
type: object
required: [title, country]
properties:
  title: {type: string}
  country:
    oneOf:
      - {const: Germany, x-icc: {aliases: [DE, Deutschland]}}
      - {const: Italy}
      - {const: Sweden, x-icc: {aliases: [SE]}}
      - {const: United Kingdom, x-icc: {aliases: [UK]}}
  cities:
    type: array
    items:
      type: string
      x-icc:
        within: country
        values:
          Germany: {Erlangen: {}, Zwickau: {}, Neustadt: {}}
          Italy: {Genoa: {aliases: [Genova]}, Forlì: {}, "Reggio nell'Emilia": {}, "No": {},
                  "1770": {aliases: [Settecento]}}
          Sweden: {Botkyrka: {}, Malmö: {}, Neustadt: {}}
          United Kingdom: {Leeds: {}, Camden: {}}
  period: {type: [string, integer], x-icc: {type: period}}
  tags: {type: [array, 'null'], items: {type: [string, 'null']}}
  summary: {type: [string, 'null'], x-icc: {type: prose}}
  references:
    type: array
    items:
      type: object
      properties:
        title: {type: string}
        url: {type: string, format: uri}
  contact: {type: string}
  mail: {type: string, format: email}
  language: {type: string}
x-icc: {rules: )" + rules +
                   "}\n");
}

/// A record that can be read.
inline icc::Practice practice_of(std::string path, std::string text) {
  icc::Reading document = icc::Document::read(text);
  std::string faults;
  if (!document) {
    for (const icc::Diagnostic& fault : document.error()) faults += icc::short_form(fault);
  }
  REQUIRE_MESSAGE(document.has_value(), faults);
  return {std::move(path), *std::move(document)};
}

/// The faults of one file as people see them, without its path; each with its fix below it.
inline std::string told(std::vector<icc::Diagnostic> found, std::string_view text) {
  std::string out;
  for (icc::Diagnostic& fault : found) {
    fault.path.clear();
    icc::locate(fault, text);
    out += icc::short_form(fault).substr(1);
    if (!fault.fix) continue;
    std::string mended(text);
    mended.replace(fault.fix->range.begin, fault.fix->range.end - fault.fix->range.begin,
                   fault.fix->replacement);
    out += (fault.fix->safe ? "safe " : "maybe ") + fault.fix->sentence + ":\n" + mended;
  }
  return out;
}

/// What `check_meaning` tells of a record.
inline std::string meaning_of(const std::string& text, const icc::Schema& schema,
                              const std::string& path = "practices/sweden/plan.yaml") {
  return told(icc::check_meaning(practice_of(path, text), schema), text);
}

/// A record and what `meaning_of` tells of it.
struct MeaningRow {
  std::string text, told;
};

/// Compares each row with what is told.
inline void check_meaning_of(std::span<const MeaningRow> rows) {
  const icc::Schema schema = meaning_schema();
  for (const MeaningRow& row : rows) {
    CAPTURE(row.text);
    CHECK(meaning_of(row.text, schema) == row.told);
  }
}

}  // namespace icc_test
