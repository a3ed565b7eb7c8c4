#include "write/linked_data.h"

#include "icc/json.h"
#include "icc/text.h"
#include "write/html_text.h"
#include "write/page_practice.h"
#include "write/tally.h"

namespace icc {
namespace {

void begin(JsonWriter& json, std::string_view type) {
  json.begin_object();
  json.member("@context", "https://schema.org");
  json.member("@type", type);
}

void write_places(JsonWriter& json, std::span<const std::string> names) {
  if (names.empty()) return;
  json.key("spatialCoverage");
  json.begin_array();
  for (const std::string& name : names) {
    json.begin_object();
    json.member("@type", "Place");
    json.member("name", name);
    json.end_object();
  }
  json.end_array();
}

void write_texts(JsonWriter& json, std::string_view key, std::span<const std::string> texts) {
  if (!texts.empty()) json.texts(key, texts);
}

/// The values of a field, if the schema has it.
std::vector<std::string> texts_of(const Practice& practice, const Schema& schema,
                                  std::string_view name) {
  const Field* field = schema.field(name);
  if (field == nullptr) return {};
  const auto values = practice.values(*field);
  return {values.begin(), values.end()};
}

std::vector<std::string> occurring(std::span<const Practice> practices, const Schema& schema,
                                   std::string_view name) {
  const Field* field = schema.field(name);
  if (field == nullptr) return {};
  std::vector<std::string> values;
  for (const ValueCount& row : value_counts(practices, *field)) {
    if (row.count > 0) values.push_back(row.value);
  }
  return values;
}

}  // namespace

std::string dataset_json(std::string_view title, std::string_view description,
                         std::span<const Practice> practices, const Schema& schema) {
  std::string out;
  JsonWriter json(out);
  begin(json, "Dataset");
  json.member("name", title);
  json.member("description", description);
  write_texts(json, "keywords", occurring(practices, schema, "topics"));
  write_places(json, occurring(practices, schema, "country"));
  json.end_object();
  return script_json(out);
}

std::string practice_ld_json(const Practice& practice, const Schema& schema,
                             std::string_view address) {
  std::string out;
  JsonWriter json(out);
  begin(json, "CreativeWork");
  json.member("name", title_of(practice, schema));
  json.member("identifier", practice.id());
  if (!address.empty()) json.member("url", address);
  write_texts(json, "about", texts_of(practice, schema, "topics"));
  auto places = texts_of(practice, schema, "cities");
  for (std::string& country : texts_of(practice, schema, "country")) {
    places.push_back(std::move(country));
  }
  write_places(json, places);
  const auto period = texts_of(practice, schema, "period");
  const std::string edtf = period.empty() ? "" : read_period(period[0]).edtf;
  if (!edtf.empty()) json.member("temporalCoverage", edtf);
  const auto language = texts_of(practice, schema, "language");
  json.member("inLanguage", language.empty() ? std::string_view("en") : language[0]);
  write_texts(json, "isBasedOn", texts_of(practice, schema, "source"));
  json.end_object();
  return script_json(out);
}

}  // namespace icc
