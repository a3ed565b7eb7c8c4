#include "write/json_record.h"
#include "write/write.h"

// One array of objects, one a line: what jq, pandas and spreadsheets take without a path into it.

namespace icc {
namespace {

void head(std::string& out, const Schema& /*schema*/, const WriteOptions& /*options*/) {
  out += '[';
}

void record(std::string& out, const Practice& practice, const Schema& schema,
            const WriteOptions& /*options*/) {
  out += '\n';
  append_json_record(out, practice, schema);
}

void tail(std::string& out, const Schema& /*schema*/, const WriteOptions& /*options*/) {
  out += "\n]\n";
}

}  // namespace

const Format json_format = {.name = "json",
                            .summary = "One JSON array of objects, every field kept",
                            .head = head,
                            .record = record,
                            .separator = ",",
                            .tail = tail};

}  // namespace icc
