#include "core/integrity_examination.h"

#include <algorithm>

// The rules about the meaning of one record, applied to its values one by one.

namespace icc {
namespace {

/// The field by which a vocabulary groups its values, as cities are grouped by country.
const Field* first_grouping_field(const Schema& schema) {
  for (const Field& field : schema.fields()) {
    if (const Field* group = grouping_field(field, schema)) return group;
  }
  return nullptr;
}

/// The known value of the grouping field in a record.
const Choice* known_place(const Practice& practice, const Field* group) {
  if (group == nullptr || group->vocabulary == nullptr) return nullptr;
  const Node* node = practice.node(*group);
  const bool is_one = node != nullptr && node->kind == Kind::text && !node->text.empty();
  const auto found = group->vocabulary->find(is_one ? node->text : practice.text(*group));
  return found.size() == 1 ? found.front() : nullptr;
}

/// Whether a value may hold a character, if the text of its record holds it or not: escapes stand
/// for any.
bool may_hold(const Node& node, bool text_holds) {
  return text_holds || node.style == Style::double_quoted;
}

constexpr std::string_view title_path = "title";
constexpr std::string_view contact_path = "contact";

void examine_scalar(Examination& all, const FieldValue& value) {
  if (examine_emptiness(all, value)) return;
  const bool may_have_quotes = may_hold(value.node, all.has_quotes);
  switch (value.field.type) {
    case FieldType::text:
      examine_blanks(all, value);
      if (may_have_quotes) examine_quotes(all, value);
      if (value.field.path == title_path) examine_title(all, value);
      if (value.field.path == contact_path) examine_contact(all, value);
      break;
    case FieldType::prose:
      if (may_have_quotes) examine_quotes(all, value);
      if (may_hold(value.node, all.has_brackets)) examine_prose_links(all, value);
      break;
    case FieldType::choice:
      examine_blanks(all, value);
      examine_city(all, value);
      break;
    case FieldType::period:
      examine_blanks(all, value);
      examine_period(all, value);
      break;
    case FieldType::url:
      examine_link(all, value);
      break;
    case FieldType::email:
      examine_contact(all, value);
      break;
    default:
      break;
  }
}

void examine_node(Examination& all, const Field& field, const Node& node) {
  const Document& document = all.practice.document();
  if (node.kind == Kind::list) {
    for (const Node& item : document.children(node)) examine_node(all, field, item);
  } else if (node.kind == Kind::map) {
    std::size_t from = 0;
    for (const Node& member : document.children(node)) {
      const Field* part = find_field(field.fields, member.key, from);
      if (part != nullptr) examine_node(all, *part, member);
    }
  } else {
    examine_scalar(all, {field, node});
  }
}

/// Whether `outer` speaks of the same value as `inner`, or of one around it. A value that is not
/// written has its place behind its key.
bool covers(Range outer, Range inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

bool speaks_of_a_value(RuleId rule) {
  return rule != RuleId::missing_key && rule != RuleId::unknown_key;
}

}  // namespace

std::vector<Diagnostic> check_meaning(const Practice& practice, const Schema& schema,
                                      const FileExists& exists) {
  const Document& document = practice.document();
  const Field* group = first_grouping_field(schema);
  Examination all{.practice = practice,
                  .schema = schema,
                  .exists = exists,
                  .group = group,
                  .place = known_place(practice, group),
                  .has_quotes = has_typographic_quotes(document.text()),
                  .has_brackets = document.text().find(']') != std::string_view::npos,
                  .found = {}};
  examine_path(all);
  examine_comments(all);
  examine_escapes(all);
  examine_invisible(all);
  std::size_t from = 0;
  for (const Node& member : document.children(document.root())) {
    const Field* field = find_field(schema.fields(), member.key, from);
    if (field != nullptr) examine_node(all, *field, member);
  }
  for (Diagnostic& found : all.found) found.path = practice.path();
  sort_diagnostics(all.found);
  return std::move(all.found);
}

std::vector<Diagnostic> check_record(const Practice& practice, const Schema& schema,
                                     const FileExists& exists) {
  std::vector<Diagnostic> all = schema.check(practice.document());
  for (Diagnostic& found : all) found.path = practice.path();
  const std::size_t from_schema = all.size();
  for (Diagnostic& found : check_meaning(practice, schema, exists)) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(from_schema);
    const bool known = std::any_of(all.begin(), end, [&](const Diagnostic& fault) {
      return speaks_of_a_value(fault.rule) && covers(fault.range, found.range);
    });
    if (!known) all.push_back(std::move(found));
  }
  sort_diagnostics(all);
  return all;
}

}  // namespace icc
