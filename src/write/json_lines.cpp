#include "write/json_record.h"
#include "write/write.h"

// JSON Lines (jsonlines.org): an object a line, for programs that read one record at a time.

namespace icc {
namespace {

void record(std::string& out, const Practice& practice, const Schema& schema,
            const WriteOptions& /*options*/) {
  append_json_record(out, practice, schema);
  out += '\n';
}

}  // namespace

const Format jsonl_format = {.name = "jsonl",
                             .summary = "JSON Lines: an object a line, every field kept",
                             .head = no_frame,
                             .record = record,
                             .tail = no_frame};

}  // namespace icc
