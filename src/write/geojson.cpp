#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "icc/json.h"
#include "write/json_record.h"
#include "write/write.h"

// GeoJSON (RFC 7946): a feature a practice, at the places of its cities that the vocabulary knows.
// Its properties are the whole record. A practice without any known place is there, too, with a
// null geometry; cities without a known place are named in `unplaced`.

namespace icc {
namespace {

/// Where the values of a practice lie, in the order of the record.
struct Places {
  std::vector<const Choice*> known;
  std::vector<std::string_view> unknown;
};

bool has_positions(const Field& field) {
  if (!field.vocabulary) return false;
  const auto choices = field.vocabulary->choices();
  return std::any_of(choices.begin(), choices.end(),
                     [](const Choice& choice) { return choice.has_position; });
}

/// The values of the field that groups the places: a city's name can lie in two countries.
std::vector<std::string_view> groups(const Practice& practice, const Schema& schema,
                                     const Field& field) {
  const Field* group = grouping_field(field, schema);
  return group == nullptr ? std::vector<std::string_view>() : practice.values(*group);
}

/// The one place with this name within `groups`, if its position is known.
const Choice* place(const Vocabulary& vocabulary, std::string_view name,
                    const std::vector<std::string_view>& groups) {
  const Choice* found = nullptr;
  for (const Choice* choice : vocabulary.find(name)) {
    const bool fits =
        groups.empty() || std::find(groups.begin(), groups.end(), choice->within) != groups.end();
    if (!fits || !choice->has_position) continue;
    if (found != nullptr) return nullptr;
    found = choice;
  }
  return found;
}

Places places(const Practice& practice, const Schema& schema) {
  Places all;
  for (const Field& field : schema.fields()) {
    if (!has_positions(field)) continue;
    const auto within = groups(practice, schema, field);
    for (const std::string_view name : practice.values(field)) {
      const Choice* found = place(*field.vocabulary, name, within);
      found == nullptr ? all.unknown.push_back(name) : all.known.push_back(found);
    }
  }
  return all;
}

/// Longitude before latitude, as RFC 7946 (section 3.1.1) has it.
void write_position(JsonWriter& json, const Choice& choice) {
  json.begin_array();
  json.verbatim(fmt::format("{}", choice.longitude));
  json.verbatim(fmt::format("{}", choice.latitude));
  json.end_array();
}

void write_geometry(JsonWriter& json, const std::vector<const Choice*>& known) {
  if (known.empty()) return json.null();
  const bool is_one = known.size() == 1;
  json.begin_object();
  json.member("type", is_one ? "Point" : "MultiPoint");
  json.key("coordinates");
  if (!is_one) json.begin_array();
  for (const Choice* choice : known) write_position(json, *choice);
  if (!is_one) json.end_array();
  json.end_object();
}

void head(std::string& out, const Schema& /*schema*/, const WriteOptions& /*options*/) {
  out += R"({"type":"FeatureCollection","features":[)";
}

void record(std::string& out, const Practice& practice, const Schema& schema,
            const WriteOptions& /*options*/) {
  const Places found = places(practice, schema);
  std::string properties;
  append_json_record(properties, practice, schema);
  out += '\n';
  JsonWriter json(out);
  json.begin_object();
  json.member("type", "Feature");
  json.member("id", practice.id());
  json.key("geometry");
  write_geometry(json, found.known);
  json.key("properties");
  json.verbatim(properties);
  if (!found.unknown.empty()) json.texts("unplaced", found.unknown);
  json.end_object();
}

void tail(std::string& out, const Schema& /*schema*/, const WriteOptions& /*options*/) {
  out += "\n]}\n";
}

}  // namespace

const Format geojson_format = {.name = "geojson",
                               .summary = "GeoJSON (RFC 7946): practices on a map, by their cities",
                               .head = head,
                               .record = record,
                               .separator = ",",
                               .tail = tail};

}  // namespace icc
