#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>

#include "icc/schema.h"

namespace icc_test {

/// Files of a schema by their paths.
using SchemaFiles = std::map<std::string, std::string, std::less<>>;

/// Reads files that are not on the disk.
inline icc::SchemaLoader loader_of(const SchemaFiles& files) {
  return [&files](std::string_view path) -> icc::Result<std::string> {
    const auto found = files.find(path);
    if (found != files.end()) return found->second;
    return icc::failed(icc::Failure::environment, "no such file");
  };
}

/// A schema in one file, which must be without faults.
inline icc::Schema schema_of(std::string text) {
  const SchemaFiles files = {{"schema/practice.schema.yaml", std::move(text)}};
  auto schema = icc::Schema::load(loader_of(files));
  std::string faults;
  if (!schema) {
    for (const icc::Diagnostic& fault : schema.error()) faults += icc::short_form(fault);
  }
  REQUIRE_MESSAGE(schema.has_value(), faults);
  return *std::move(schema);
}

/// The short forms of the faults of a schema's files, one a line; empty when it has none.
inline std::string load_faults(const SchemaFiles& files) {
  const auto schema = icc::Schema::load(loader_of(files));
  std::string faults;
  if (schema) return faults;
  for (const icc::Diagnostic& fault : schema.error()) faults += icc::short_form(fault);
  return faults;
}

/// The faults of a record as `line:column-end rule: message (hint) {fix}`, one a line.
inline std::string faults_of(const icc::Schema& schema, std::string_view text) {
  const auto document = icc::Document::read(text);
  if (!document) return "unreadable";
  std::string result;
  for (icc::Diagnostic& fault : schema.check(*document)) {
    icc::locate(fault, document->text());
    result += fmt::format("{}:{}-{} {}: {}", fault.place.line, fault.place.column,
                          fault.place.end_column, icc::rule(fault.rule).name, fault.message);
    if (!fault.hint.empty()) result += fmt::format(" ({})", fault.hint);
    if (fault.fix) {
      result +=
          fmt::format(" {{{}: {}}}", fault.fix->safe ? "safe" : "maybe", fault.fix->replacement);
    }
    result += '\n';
  }
  CHECK(schema.accepts(*document) == result.empty());
  return result;
}

}  // namespace icc_test
