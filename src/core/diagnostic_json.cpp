#include "icc/diagnostic.h"

#include "icc/json.h"

namespace icc {
namespace {

void write_number(JsonWriter& json, std::string_view name, std::size_t value, bool known) {
  json.key(name);
  if (known) {
    json.integer(static_cast<std::int64_t>(value));
  } else {
    json.null();
  }
}

/// Writes the members that say where something is.
void write_place(JsonWriter& json, const Place& place, Range range) {
  const bool known = place.line > 0;
  write_number(json, "line", place.line, known);
  write_number(json, "column", place.column, known);
  write_number(json, "byte_column", place.byte_column, known);
  write_number(json, "utf16_column", place.utf16_column, known);
  write_number(json, "end_line", place.end_line, known);
  write_number(json, "end_column", place.end_column, known);
  write_number(json, "end_utf16_column", place.end_utf16_column, known);
  write_number(json, "begin", range.begin, known);
  write_number(json, "end", range.end, known);
}

void write_fix(JsonWriter& json, const std::optional<Fix>& fix) {
  json.key("fix");
  if (!fix) return json.null();
  json.begin_object();
  json.member("safe", fix->safe);
  json.member("begin", fix->range.begin);
  json.member("end", fix->range.end);
  json.member("replacement", fix->replacement);
  json.member("sentence", fix->sentence);
  json.end_object();
}

void write_related(JsonWriter& json, const Diagnostic& found) {
  json.key("related");
  json.begin_array();
  for (const Related& other : found.related) {
    json.begin_object();
    json.member("path", other.path.empty() ? found.path : other.path);
    write_place(json, other.place, other.range);
    json.member("message", other.message);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string json_form(const Diagnostic& found) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("format", "icc.validate/1");
  json.member("rule", rule_code(found.rule));
  json.member("name", rule(found.rule).name);
  json.member("severity", severity_name(found.severity));
  json.member("path", found.path);
  write_place(json, found.place, found.range);
  json.member("message", found.message);
  json.member("hint", found.hint);
  json.member("origin", found.origin);
  write_fix(json, found.fix);
  write_related(json, found);
  json.end_object();
  return out;
}

}  // namespace icc
