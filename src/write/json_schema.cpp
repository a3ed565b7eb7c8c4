#include <string>

#include "write/write.h"

namespace icc {
namespace {

void head(std::string& out, const Schema& schema, const WriteOptions& /*options*/) {
  out += schema.bundle();
}

}  // namespace

const Format json_schema_format = {.name = "json-schema",
                                   .summary = "The schema as one JSON document, for other tools",
                                   .head = head};

}  // namespace icc
