#include "icc/facet.h"

#include <fmt/format.h>

#include <algorithm>

#include "icc/text.h"

namespace icc {
namespace {

void add_once(std::vector<std::string>& values, std::string value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) {
    values.push_back(std::move(value));
  }
}

}  // namespace

Result<Facet> Facet::read(std::string_view name, const Schema& schema) {
  const Field* field = schema.field(name);
  if (field != nullptr && field->type != FieldType::object)
    return Facet(field->path, field, Part::value);
  const std::string wanted = folded(name);
  if (const Field* period = period_field(schema)) {
    if (wanted == "start") return Facet("start", period, Part::start);
    if (wanted == "end") return Facet("end", period, Part::end);
  }
  if (field != nullptr) {
    return failed(Failure::usage,
                  fmt::format("can't count by '{}': it has fields of its own", name),
                  fmt::format("count by '{}'", field->fields.front().path));
  }
  if (wanted == "year" && period_field(schema) != nullptr) {
    return failed(Failure::usage, "can't count by 'year': a practice has many",
                  "count by 'start' or 'end', the years in which practices began and ended");
  }
  return failed(Failure::usage, fmt::format("can't count by '{}': no such field", name),
                period_field(schema) == nullptr ? suggested_field(name, schema)
                                                : suggested_field(name, schema, {"start", "end"}));
}

std::vector<std::string> Facet::values(const Practice& practice) const {
  std::vector<std::string> values;
  if (part_ == Part::value) {
    for (const std::string_view text : practice.values(*field_))
      add_once(values, std::string(text));
    return values;
  }
  for (const Interval& interval : practice.period(*field_).intervals) {
    const auto& date = part_ == Part::start ? interval.first : interval.last;
    if (date) add_once(values, std::to_string(date->year));
  }
  return values;
}

std::vector<std::string_view> Facet::known() const {
  std::vector<std::string_view> values;
  if (part_ != Part::value || !field_->vocabulary || !field_->vocabulary->closed()) return values;
  for (const Choice& choice : field_->vocabulary->choices()) values.push_back(choice.value);
  return values;
}

}  // namespace icc
