#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "core/embedded.h"
#include "icc/schema.h"

namespace icc::test {

/// The schema of the collection, as the program holds it.
inline const Schema& shipped_schema() {
  static const Schema schema = Schema::load([](std::string_view path) -> Result<std::string> {
                                 const auto files = initial_files();
                                 const auto found = std::find_if(
                                     files.begin(), files.end(),
                                     [&](const EmbeddedFile& file) { return file.path == path; });
                                 if (found == files.end())
                                   return failed(Failure::environment, "no such file");
                                 return std::string(found->bytes);
                               }).value();
  return schema;
}

}  // namespace icc::test
