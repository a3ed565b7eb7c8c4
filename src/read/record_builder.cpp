#include "read/record_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "icc/text.h"
#include "read/wording.h"

namespace icc {
namespace {

/// One range for each value.
void append_ranges(std::vector<Range>& ranges, const Value& value, Range range) {
  ranges.push_back(range);
  for (const Value& item : value.items) append_ranges(ranges, item, range);
  for (const auto& member : value.members) append_ranges(ranges, member.second, range);
}

}  // namespace

Range moved(Range range, std::size_t offset) {
  const auto distance = static_cast<std::uint32_t>(offset);
  return {range.begin + distance, range.end + distance};
}

std::string group_meant(const Field& group, std::string_view text) {
  const Wording wording = meant_by(text, group, {});
  return wording.value ? wording.value->text : std::string();
}

RecordBuilder::RecordBuilder(Range start) {
  record_.id_range = start;
  record_.record.kind = Kind::map;
  record_.ranges.push_back(start);
}

bool RecordBuilder::is_second(std::string_view key, Range range) {
  const auto& members = record_.record.members;
  const bool is_there = std::any_of(members.begin(), members.end(),
                                    [&](const auto& member) { return member.first == key; });
  if (!is_there) return false;
  record_.faults.push_back(diagnostic(RuleId::repeated_key, range,
                                      fmt::format("a second value for '{}'", visible(key)),
                                      "keep one of them, or join the two"));
  return true;
}

void RecordBuilder::add(std::string_view key, Value value, Range range) {
  if (is_second(key, range)) return;
  append_ranges(record_.ranges, value, range);
  record_.record.members.emplace_back(key, std::move(value));
}

void RecordBuilder::add(std::string_view key, const Document& document, const Node& node,
                        std::size_t offset) {
  if (is_second(key, moved(shown_range(node), offset))) return;
  for (std::size_t i = document.index(node); i < node.end; ++i) {
    const Node& each = document.node(i);
    record_.ranges.push_back(moved(shown_range(each), offset));
  }
  record_.record.members.emplace_back(key, value_of(document, node));
}

void RecordBuilder::add_meant(const Field& field, std::string_view text, std::string_view group,
                              Range range) {
  if (trimmed(text) == placeholder) {
    record_.faults.push_back(diagnostic(RuleId::empty_word, range,
                                        fmt::format("{} is not filled in", field.name),
                                        fmt::format("write it in place of '{}'", placeholder)));
    record_.faults.back().severity = Severity::error;
    return;
  }
  Wording wording = meant_by(text, field, group);
  for (std::string& remark : wording.remarks) {
    record_.remarks.push_back({range, std::move(remark)});
  }
  if (wording.value) {
    add(field.name, std::move(*wording.value), range);
  } else {
    record_.empty.emplace_back(field.name, range);
  }
}

void RecordBuilder::add_meant(const Field& field, const Document& document, const Node& node,
                              std::string_view group, std::size_t offset) {
  const Range range = moved(node.range, offset);
  if (node.kind == Kind::null) {
    record_.empty.emplace_back(field.name, moved(node.key_range, offset));
    return;
  }
  if (node.kind == Kind::text) return add_meant(field, node.text, group, range);
  if (node.kind != Kind::list || !field.list || field.type == FieldType::object) {
    return add(field.name, document, node, offset);
  }
  Wording wording = meant_by_items(value_of(document, node), field, group);
  for (std::string& remark : wording.remarks) {
    record_.remarks.push_back({range, std::move(remark)});
  }
  if (wording.value) add(field.name, std::move(*wording.value), range);
}

}  // namespace icc
