#include "icc/sort.h"

#include <fmt/format.h>

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <limits>

#include "icc/text.h"

namespace icc {
namespace {

Result<const Field*> field_named(std::string_view name, const Schema& schema) {
  if (folded(name) == "id") return nullptr;
  if (const Field* field = schema.field(name)) return field;
  std::vector<std::string_view> known(schema.field_paths().begin(), schema.field_paths().end());
  known.push_back("id");
  for (const Field& field : schema.fields()) {
    known.insert(known.end(), field.aliases.begin(), field.aliases.end());
  }
  const auto found = nearest(name, known);
  return failed(
      Failure::usage, fmt::format("can't sort by '{}': no such field", name),
      found.empty() ? "icc fields lists the fields" : fmt::format("did you mean '{}'?", found[0]));
}

/// A whole number as eight bytes that sort as the number does.
std::string sortable(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63U);
  std::string bytes;
  for (unsigned shift = 64; shift > 0; shift -= 8) {
    bytes += static_cast<char>((bits >> (shift - 8)) & 0xFFU);
  }
  return bytes;
}

/// A number as eight bytes that sort as the number does: IEEE 754 sorts as a sign and a whole
/// number.
std::string sortable_number(std::string_view text) {
  const double number = std::strtod(std::string(text).c_str(), nullptr);
  const auto bits = std::bit_cast<std::int64_t>(number);
  return sortable(bits >= 0 ? bits : std::numeric_limits<std::int64_t>::min() - bits);
}

std::int64_t day(const std::optional<Date>& date, std::int64_t open) {
  return date ? (date->year * 16 + date->month) * 32 + date->day : open;
}

/// Empty when there is no interval to sort by.
std::string sortable_period(const Period& period) {
  if (period.intervals.empty()) return {};
  const Interval& interval = period.intervals.front();
  return sortable(day(interval.first, std::numeric_limits<std::int64_t>::min())) +
         sortable(day(interval.last, std::numeric_limits<std::int64_t>::max()));
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

/// `value` so that no key is the beginning of another and absent values come last: 1, the value
/// with 0 as 0 1, and 0 0; or 2. Reversed, all but the first byte is inverted.
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
  SortOrder order;
  for (std::string_view name : split(text, ',')) {
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
