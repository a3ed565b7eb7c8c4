#include "core/merge_field.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/document_layout.h"
#include "core/merge_list.h"
#include "core/merge_three.h"
#include "icc/text.h"

namespace icc {
namespace {

// Stands behind each line of prose while git merges it, so that changes of neighbouring lines do
// not touch. No record has such a line: the reader refuses control characters.
constexpr std::string_view spacer = "\x01\n";

std::string_view body(const FieldText* field) {
  return field == nullptr ? std::string_view() : field->body;
}

std::string_view comments(const FieldText* field) {
  return field == nullptr ? std::string_view() : field->comments;
}

std::string_view text(const FieldText* field) {
  return field == nullptr ? std::string_view() : field->text();
}

/// A value with its spelling. Two are equal when the values are, however they are spelt.
struct Spelt {
  Value value;
  std::string_view spelling;

  bool operator==(const Spelt& other) const { return value == other.value; }
};

/// A scalar's body as what stands before its value, the value, and what follows.
struct ScalarText {
  std::string_view before;
  Spelt value;
  std::string_view behind;
};

ScalarText scalar_text(const FieldText& field) {
  const Range range = field.value->range;
  const std::size_t end = field.body_begin + field.body.size();
  return {field.within(field.body_begin, range.begin),
          {value_of(*field.document, *field.value), field.within(range.begin, range.end)},
          field.within(range.end, end)};
}

/// Of two spellings of one value the one that both merges of the two would choose.
std::string_view simpler(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return left.size() < right.size() ? left : right;
  return std::min(left, right);
}

std::optional<std::string_view> merged_value(const Three<ScalarText>& texts) {
  const Spelt& ours = texts.ours.value;
  const Spelt& theirs = texts.theirs.value;
  const auto spelling =
      agreed<std::string_view>({texts.base.value.spelling, ours.spelling, theirs.spelling});
  if (spelling) return spelling;
  if (ours == theirs) return simpler(ours.spelling, theirs.spelling);
  const auto value = agreed<Spelt>({texts.base.value, ours, theirs});
  return value ? std::optional(value->spelling) : std::nullopt;
}

bool is_one_line(const FieldText& field) {
  return !is_collection(field.value->kind) &&
         std::count(field.body.begin(), field.body.end(), '\n') == 1;
}

/// Values on the lines of their keys, and the comments behind them, each for itself.
std::optional<std::string> merged_scalar(const Three<const FieldText*>& field) {
  for (const FieldText* version : {field.base, field.ours, field.theirs}) {
    if (version == nullptr || !is_one_line(*version)) return std::nullopt;
  }
  const Three<ScalarText> texts{scalar_text(*field.base), scalar_text(*field.ours),
                                scalar_text(*field.theirs)};
  const auto before =
      agreed<std::string_view>({texts.base.before, texts.ours.before, texts.theirs.before});
  const auto value = merged_value(texts);
  const auto behind =
      agreed<std::string_view>({texts.base.behind, texts.ours.behind, texts.theirs.behind});
  if (!before || !value || !behind) return std::nullopt;
  return std::string(*before).append(*value).append(*behind);
}

bool is_prose(const FieldText& field) {
  return is_block_scalar(field.value->style);
}

std::string spaced(std::string_view lines) {
  std::string out;
  for (std::size_t line = 0; line < lines.size(); line = next_line(lines, line)) {
    out += lines.substr(line, next_line(lines, line) - line);
    out += spacer;
  }
  return out;
}

std::string without_spacers(std::string_view lines) {
  std::string out;
  for (std::size_t line = 0; line < lines.size(); line = next_line(lines, line)) {
    const std::string_view whole = lines.substr(line, next_line(lines, line) - line);
    if (whole != spacer) out += whole;
  }
  return out;
}

/// Merges lines such that changes of neighbours are no conflict: for sentences.
Result<Merged> merged_sentences(const Three<std::string_view>& lines, const TextMerge& text_merge) {
  const Three<std::string> texts{spaced(lines.base), spaced(lines.ours), spaced(lines.theirs)};
  auto merged = text_merge({texts.base, texts.ours, texts.theirs});
  if (merged) merged->text = without_spacers(merged->text);
  return merged;
}

bool is_set(std::string_view key, std::span<const Field> fields) {
  const Field* field = find_field(fields, key);
  return field != nullptr && field->set;
}

/// A version of a field that is written in canonical form, for one that was written otherwise.
class Rewritten {
 public:
  Rewritten(const FieldText* field, std::span<const Field> fields)
      : version_(field == nullptr ? std::string() : canonical(*field, fields)) {}

  [[nodiscard]] const FieldText* field(std::string_view key) const { return version_.find(key); }

 private:
  static std::string canonical(const FieldText& field, std::span<const Field> fields) {
    Value record{Kind::map, {}, {}, {}};
    record.members.emplace_back(field.key, value_of(*field.document, *field.value));
    return canonical_text(record, fields);
  }

  Version version_;
};

/// Merges lists that are written in different ways, or in brackets, as if they were canonical.
/// Nothing when there are comments, which would be lost.
std::optional<std::string> merged_as_canonical(const Three<const FieldText*>& field,
                                               const MergeRules& rules, bool set) {
  for (const FieldText* version : {field.base, field.ours, field.theirs}) {
    if (body(version).find('#') != std::string_view::npos) return std::nullopt;
  }
  const Rewritten base(field.base, rules.fields);
  const Rewritten ours(field.ours, rules.fields);
  const Rewritten theirs(field.theirs, rules.fields);
  const std::string_view key = field.ours->key;
  return merged_list({base.field(key), ours.field(key), theirs.field(key)}, set);
}

std::optional<std::string> merged_as_list(const Three<const FieldText*>& field,
                                          const MergeRules& rules) {
  for (const FieldText* side : {field.ours, field.theirs}) {
    if (side->value->kind != Kind::list) return std::nullopt;
  }
  const bool set = is_set(field.ours->key, rules.fields);
  auto merged = merged_list(field, set);
  return merged ? merged : merged_as_canonical(field, rules, set);
}

Result<Merged> merged_body(const Three<const FieldText*>& field, const MergeRules& rules) {
  const Three<std::string_view> bodies{body(field.base), body(field.ours), body(field.theirs)};
  if (const auto one = agreed(bodies)) return Merged{std::string(*one)};
  auto whole = merged_scalar(field);
  if (!whole) whole = merged_as_list(field, rules);
  if (whole) return Merged{std::move(*whole)};
  if (is_prose(*field.ours) && is_prose(*field.theirs)) {
    return merged_sentences(bodies, rules.text_merge);
  }
  return rules.text_merge(bodies);
}

/// Whether a text is one field with this key, and nothing else.
bool is_field(std::string_view text, std::string_view key) {
  const Version version(text);
  return version.is_readable() && version.keys() == std::vector<std::string_view>{key} &&
         trimmed(version.tail()).empty();
}

}  // namespace

Result<Merged> merged_lines(const Three<std::string_view>& lines, const TextMerge& text_merge) {
  if (const auto one = agreed(lines)) return Merged{std::string(*one)};
  return text_merge(lines);
}

Merged conflicting_field(const Three<const FieldText*>& field) {
  return {in_markers(text(field.ours), text(field.theirs)), true};
}

Result<Merged> merged_field(const Three<const FieldText*>& field, const MergeRules& rules) {
  const Three<std::string_view> texts{text(field.base), text(field.ours), text(field.theirs)};
  if (const auto one = agreed(texts)) return Merged{std::string(*one)};
  if (field.ours == nullptr || field.theirs == nullptr) return conflicting_field(field);
  auto above = merged_lines({comments(field.base), comments(field.ours), comments(field.theirs)},
                            rules.text_merge);
  if (!above) return above;
  auto below = merged_body(field, rules);
  if (!below) return below;
  const bool conflicts = above->conflicts || below->conflicts;
  if (!conflicts && !is_field(below->text, field.ours->key)) return conflicting_field(field);
  return Merged{above->text + below->text, conflicts};
}

}  // namespace icc
