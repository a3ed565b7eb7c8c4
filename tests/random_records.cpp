#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

#include "icc/entries.h"
#include "icc/json.h"
#include "icc/writer.h"
#include "random_value.h"
#include "write/sample_schema.h"

// Prints random records for programs that check what icc writes:
//
//   random_records COUNT                a JSON object a line: {"value": …, "yaml": its canonical
//   form} random_records COUNT FORMAT [raw]   the records 0, 1, 2 … in a format of icc export

namespace {

using icc::Kind;
using icc::Value;

void write_value(icc::JsonWriter& json, const Value& value) {
  switch (value.kind) {
    case Kind::null:
      return json.null();
    case Kind::text:
      return json.text(value.text);
    case Kind::list:
      json.begin_array();
      for (const Value& item : value.items) write_value(json, item);
      return json.end_array();
    case Kind::map:
      json.begin_object();
      for (const auto& [key, member] : value.members) {
        json.key(key);
        write_value(json, member);
      }
      return json.end_object();
    default:
      return json.verbatim(value.text);  // the random ones are spelt as in JSON
  }
}

std::string value_line(const Value& record, const std::string& yaml) {
  std::string out;
  icc::JsonWriter json(out);
  json.begin_object();
  json.key("value");
  write_value(json, record);
  json.member("yaml", yaml);
  json.end_object();
  return out + '\n';
}

icc::Practice practice(int number, const std::string& yaml) {
  return {"practices/" + std::to_string(number) + ".yaml", icc::Document::read(yaml).value()};
}

std::string records(int count, const icc::Format* format, const icc::WriteOptions& options) {
  const icc::Schema& schema = icc::test::sample_schema();
  std::vector<std::string> keys = {"id", "_id", "period_edtf", "other_fields"};
  for (const icc::Field& field : schema.fields()) keys.push_back(field.name);
  icc::test::RandomValues random(5, keys);
  std::string out;
  if (format != nullptr) format->head(out, schema, options);
  for (int i = 0; i < count; ++i) {
    const Value record = random.record();
    const std::string yaml = canonical_text(record, std::span<const icc::Field>());
    if (format == nullptr) {
      out += value_line(record, yaml);
    } else {
      if (i > 0) out += format->separator;
      format->record(out, practice(i, yaml), schema, options);
    }
  }
  if (format != nullptr) format->tail(out, schema, options);
  return out;
}

}  // namespace

int main(int count, char** words) {
  const std::span<char*> arguments(words, static_cast<std::size_t>(count));
  if (arguments.size() < 2) return 2;
  const icc::Format* format = arguments.size() > 2 ? icc::find_format(arguments[2]) : nullptr;
  if (arguments.size() > 2 && format == nullptr) return 2;
  const icc::WriteOptions options{.columns = {}, .raw = arguments.size() > 3};
  const std::string out = records(std::atoi(arguments[1]), format, options);
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
