#include "write/citation.h"

#include "icc/text.h"

namespace icc {
namespace {

std::vector<std::string_view> values(const Practice& practice, const Schema& schema,
                                     std::string_view name) {
  const Field* field = find_field(schema.fields(), name);
  return field == nullptr ? std::vector<std::string_view>() : practice.values(*field);
}

std::string_view value(const Practice& practice, const Schema& schema, std::string_view name) {
  const auto all = values(practice, schema, name);
  return all.empty() ? std::string_view() : trimmed(all.front());
}

}  // namespace

std::string joined(const std::vector<std::string_view>& texts, std::string_view separator) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!out.empty()) out += separator;
    out += text;
  }
  return out;
}

Citation citation_of(const Practice& practice, const Schema& schema) {
  Citation citation;
  citation.id = practice.id();
  citation.title = value(practice, schema, "title");
  if (citation.title.empty()) citation.title = practice.id();
  const std::string_view subtitle = value(practice, schema, "subtitle");
  if (!subtitle.empty()) citation.title.append(": ").append(subtitle);
  citation.places = values(practice, schema, "cities");
  const std::string_view country = value(practice, schema, "country");
  if (!country.empty()) citation.places.push_back(country);
  citation.period = value(practice, schema, "period");
  citation.topics = values(practice, schema, "topics");
  citation.summary = value(practice, schema, "summary");
  citation.language = value(practice, schema, "language");
  citation.source = value(practice, schema, "source");
  return citation;
}

}  // namespace icc
