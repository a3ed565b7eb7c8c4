#include "write/json_record.h"

#include "core/document_json_value.h"
#include "icc/json.h"
#include "write/keys.h"

namespace icc {
namespace {

void write_edtf(JsonWriter& json, const Node& period) {
  json.key(edtf_name(period.key));
  const std::string interval = read_period(period.text).edtf;
  interval.empty() ? json.null() : json.text(interval);
}

}  // namespace

void append_json_record(std::string& out, const Practice& practice, const Schema& schema,
                        const std::function<bool(const Node& field)>& is_elsewhere) {
  const Document& document = practice.document();
  JsonWriter json(out);
  json.begin_object();
  json.member(id_name, practice.id());
  for (const Node& member : document.children(document.root())) {
    json.key(exported_name(schema, member.key));
    if (is_elsewhere && is_elsewhere(member)) {
      json.verbatim("~");
    } else {
      write_json_value(json, document, member);
    }
    if (is_period(schema, member.key)) write_edtf(json, member);
  }
  json.end_object();
}

}  // namespace icc
