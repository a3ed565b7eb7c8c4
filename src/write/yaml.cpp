#include <string_view>

#include "icc/entries.h"
#include "icc/text.h"
#include "write/write.h"

// One map of records by id, each in canonical form: a single YAML document, in which no key of a
// record can clash with the id. Comments are no data and stay behind.

namespace icc {
namespace {

void append_indented(std::string& out, std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = take_line(lines);
    if (!line.empty()) out += "  ";
    out.append(line).append("\n");
  }
}

/// A map with one empty record, without its value: `id:`, quoted where it must be.
std::string key_line(std::string_view id) {
  const Value nothing{Kind::null, {}, {}, {}};
  return canonical_text({Kind::map, {}, {}, {{std::string(id), nothing}}},
                        std::span<const Field>());
}

void record(std::string& out, const Practice& practice, const Schema& schema,
            const WriteOptions& /*options*/) {
  const Document& document = practice.document();
  out += key_line(practice.id());
  append_indented(out, canonical_text(value_of(document, document.root()), schema));
}

}  // namespace

const Format yaml_format = {.name = "yaml",
                            .summary = "One YAML map of records by id, every field kept",
                            .head = no_frame,
                            .record = record,
                            .separator = "\n",
                            .tail = no_frame};

}  // namespace icc
