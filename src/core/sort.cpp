#include "icc/sort.h"

#include <fmt/format.h>

#include <cstdint>
#include <limits>

#include "core/query_number.h"
#include "icc/text.h"

namespace icc {
namespace {

Result<const Field*> field_named(std::string_view name, const Schema& schema) {
  if (folded(name) == "id") return nullptr;
  if (const Field* field = schema.field(name)) return field;
  return failed(Failure::usage, fmt::format("can't sort by '{}': no such field", name),
                suggested_field(name, schema, {"id"}));
}

/// Empty for what is no number.
std::string sortable_number(std::string_view text) {
  const auto number = query_number(text);
  return number ? number->sort_key() : std::string();
}

std::int64_t day(const std::optional<Date>& date, std::int64_t open) {
  return date ? (date->year * 16 + date->month) * 32 + date->day : open;
}

/// Empty when there is no interval to sort by.
std::string sortable_period(const Period& period) {
  if (period.intervals.empty()) return {};
  const Interval& interval = period.intervals.front();
  return json_schema::sortable_bytes(
             day(interval.first, std::numeric_limits<std::int64_t>::min())) +
         json_schema::sortable_bytes(day(interval.last, std::numeric_limits<std::int64_t>::max()));
}

std::string value_key(const Practice& practice, const Field& field) {
  const std::string_view text = practice.text(field);
  if (text.empty()) return {};
  switch (field.type) {
    case FieldType::period:
      return sortable_period(read_period(text));
    case FieldType::integer:
    case FieldType::number:
      return sortable_number(text);
    default:
      return folded(text);
  }
}

/// `value` so that no key is the beginning of another and absent values come last:
///
///     value  = 01 { byte but 00 | 00 01 } 00 00
///     absent = 02
///
/// Descending, all bytes but the first are inverted.
std::string component(const std::string& value, bool descending) {
  if (value.empty()) return "\x02";
  std::string body;
  for (const char c : value) {
    body += c;
    if (c == '\0') body += '\x01';
  }
  body += std::string(2, '\0');
  if (descending) {
    for (char& c : body) c = static_cast<char>(~c);
  }
  return "\x01" + body;
}

}  // namespace

Result<SortOrder> SortOrder::read(std::string_view text, const Schema& schema) {
  if (text.empty()) return SortOrder();
  const auto names = listed_names(text);
  if (!names) return tl::unexpected(names.error());
  SortOrder order;
  for (std::string_view name : *names) {
    const bool descending = name.starts_with('-');
    if (descending) name.remove_prefix(1);
    const auto field = field_named(name, schema);
    if (!field) return tl::unexpected(field.error());
    order.keys_.push_back({*field, descending});
  }
  return order;
}

std::string SortOrder::key(const Practice& practice) const {
  std::string bytes;
  for (const Key& key : keys_) {
    const std::string value =
        key.field == nullptr ? std::string(practice.id()) : value_key(practice, *key.field);
    bytes += component(value, key.descending);
  }
  return bytes;
}

}  // namespace icc
