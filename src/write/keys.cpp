#include "write/keys.h"

#include <algorithm>

namespace icc {
namespace {

constexpr std::string_view edtf_suffix = "_edtf";

bool is_ours(const Schema& schema, std::string_view name) {
  if (name == id_name || name == other_fields_name || name == reason_name) return true;
  return name.ends_with(edtf_suffix) &&
         is_period(schema, name.substr(0, name.size() - edtf_suffix.size()));
}

}  // namespace

std::string edtf_name(std::string_view period) {
  return std::string(period).append(edtf_suffix);
}

bool is_period(const Schema& schema, std::string_view key) {
  const auto fields = schema.fields();
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
    return field.type == FieldType::period && field.name == key;
  });
}

std::string exported_name(const Schema& schema, std::string_view key) {
  const std::size_t start = std::min(key.find_first_not_of('_'), key.size());
  return (is_ours(schema, key.substr(start)) ? "_" : "") + std::string(key);
}

}  // namespace icc
