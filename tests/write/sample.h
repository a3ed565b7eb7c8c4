#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/writer.h"
#include "write/sample_schema.h"

namespace icc::test {

/// A practice with this id and text.
inline Practice sample(std::string_view id, std::string text) {
  auto document = Document::read(text);
  REQUIRE(document);
  return {"practices/land/" + std::string(id) + ".yaml", std::move(*document)};
}

/// All of a format's output for some practices.
inline std::string written(std::string_view format_name, const std::vector<Practice>& practices,
                           const WriteOptions& options = {}) {
  const Format* format = find_format(format_name);
  REQUIRE(format != nullptr);
  std::string out;
  if (format->whole != nullptr) {
    format->whole(out, practices, sample_schema(), options);
    return out;
  }
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
