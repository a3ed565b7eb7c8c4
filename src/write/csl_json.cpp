#include <string>
#include <string_view>

#include "icc/json.h"
#include "icc/text.h"
#include "write/citation.h"
#include "write/write.h"

// Items of the Citation Style Language (CSL-JSON 1.0) for Zotero, pandoc and the like: one array,
// an item a line. The time of a practice is a note, never `issued`: that is the date of
// publication.

namespace icc {
namespace {

void add(JsonWriter& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.member(name, value);
}

/// A text of any number of lines on one.
std::string on_one_line(std::string_view text) {
  return joined(split(text, '\n'), " ");
}

void head(std::string& out, const Schema& /*schema*/, const WriteOptions& /*options*/) {
  out += '[';
}

void record(std::string& out, const Practice& practice, const Schema& schema,
            const WriteOptions& /*options*/) {
  const Citation citation = citation_of(practice, schema);
  out += '\n';
  JsonWriter json(out);
  json.begin_object();
  json.member("id", citation.id);
  json.member("type", citation.source.empty() ? "document" : "webpage");
  add(json, "title", on_one_line(citation.title));
  add(json, "event-place", joined(citation.places, ", "));
  add(json, "note", citation.period.empty() ? "" : "Period: " + std::string(citation.period));
  add(json, "keyword", joined(citation.topics, ", "));
  add(json, "abstract", on_one_line(citation.summary));
  add(json, "language", std::string(citation.language));
  add(json, "URL", std::string(citation.source));
  json.end_object();
}

void tail(std::string& out, const Schema& /*schema*/, const WriteOptions& /*options*/) {
  out += "\n]\n";
}

}  // namespace

const Format csl_json_format = {.name = "csl-json",
                                .summary = "CSL-JSON: items for Zotero, pandoc and others",
                                .head = head,
                                .record = record,
                                .separator = ",",
                                .tail = tail};

}  // namespace icc
