#include "icc/merge.h"

#include <optional>
#include <set>
#include <utility>

#include "core/document_layout.h"
#include "core/merge_record.h"
#include "core/merge_three.h"
#include "icc/integrity.h"
#include "icc/text.h"

namespace icc {
namespace {

/// How a text begins and ends its lines, apart from what they say.
struct LineForm {
  bool mark = false;  // a byte order mark in front
  bool crlf = false;  // every line ends with CR LF

  bool operator==(const LineForm&) const = default;
};

LineForm form_of(std::string_view text) {
  LineForm form{text.starts_with(byte_order_mark), false};
  for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    form.crlf = at > 0 && text[at - 1] == '\r';
    if (!form.crlf) break;
  }
  return form;
}

/// The text without what the form of its lines says, each with its line end.
std::string plain_text(std::string_view text) {
  const LineForm form = form_of(text);
  if (form.mark) text.remove_prefix(byte_order_mark.size());
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_left_out = form.crlf && text.substr(i).starts_with("\r\n");
    if (!is_left_out) lines += text[i];
  }
  if (!lines.empty() && lines.back() != '\n') lines += '\n';
  return lines;
}

std::string text_of(std::string_view lines, const LineForm& form) {
  std::string text(form.mark ? byte_order_mark : "");
  for (const char c : lines) {
    if (c == '\n' && form.crlf) text += '\r';
    text += c;
  }
  return text;
}

/// A fault without its place, to be found again in another version.
using Finding = std::pair<RuleId, std::string>;

/// The faults of a text that are more than a note, with the places where they begin.
std::vector<std::pair<Finding, std::size_t>> findings(std::string_view text, std::string_view path,
                                                      const Schema& schema) {
  std::vector<std::pair<Finding, std::size_t>> found;
  auto reading = Document::read(text);
  if (!reading) return found;
  const Practice practice(std::string(path), std::move(*reading));
  for (const Diagnostic& fault : check_record(practice, schema)) {
    if (fault.severity < Severity::warning) continue;
    found.push_back({{fault.rule, fault.message}, fault.range.begin});
  }
  return found;
}

/// The field of a text at a byte; empty when there is none.
std::string_view key_at(const Version& version, std::size_t at) {
  for (const std::string_view key : version.keys()) {
    const FieldText& field = *version.find(key);
    if (at >= field.body_begin && at < field.body_begin + field.body.size()) return key;
  }
  return {};
}

/// Whether a side has nothing left of a record that was there: a disk that was full, an editor that
/// died. Nobody takes a practice away so, and field by field all of it would go without a conflict.
bool is_emptied(std::string_view base, std::string_view side) {
  return trimmed(side).empty() && !trimmed(base).empty();
}

/// Three versions as texts of plain lines, and what is known of the record.
struct Merge {
  Three<std::string> lines;
  std::string_view path;
  const Schema* schema;
  const TextMerge& text_merge;
};

/// The keys of the disputed fields in which a clean result has faults that neither side has; all
/// disputed ones when the fault lies elsewhere. Nothing when the result is sound.
std::optional<std::set<std::string_view>> unsound_fields(const std::string& result,
                                                         const Merge& merge,
                                                         std::set<std::string_view> disputed) {
  const Version version(result);
  if (!version.is_readable() || version.keys().empty()) return disputed;
  if (merge.schema == nullptr) return std::nullopt;
  std::set<Finding> known;
  for (const std::string& side : {merge.lines.ours, merge.lines.theirs}) {
    for (auto& [finding, at] : findings(side, merge.path, *merge.schema)) known.insert(finding);
  }
  bool is_sound = true;
  std::set<std::string_view> keys;
  for (const auto& [finding, at] : findings(result, merge.path, *merge.schema)) {
    if (known.contains(finding)) continue;
    is_sound = false;
    const auto found = disputed.find(key_at(version, at));
    if (found != disputed.end()) keys.insert(*found);
  }
  if (is_sound) return std::nullopt;
  return keys.empty() ? disputed : keys;
}

Result<Merged> merged_fields(const Merge& merge, const Three<const Version*>& versions) {
  const std::span<const Field> fields =
      merge.schema == nullptr ? std::span<const Field>() : merge.schema->fields();
  const MergeRules rules{fields, merge.text_merge};
  const RecordMerge record(versions, rules);
  auto merged = record.merged();
  if (!merged || merged->conflicts) return merged;
  const auto unsound = unsound_fields(merged->text, merge, record.disputed());
  if (!unsound) return merged;
  merged = record.merged(*unsound);
  if (!merged || merged->conflicts) return merged;
  return Merged{in_markers(merge.lines.ours, merge.lines.theirs), true};
}

}  // namespace

Result<Merged> merged_record(const Three<std::string_view>& versions, std::string_view path,
                             const Schema* schema, const TextMerge& text_merge) {
  if (const auto one = agreed(versions)) return Merged{std::string(*one)};
  const Three<LineForm> forms{form_of(versions.base), form_of(versions.ours),
                              form_of(versions.theirs)};
  const Merge merge{
      {plain_text(versions.base), plain_text(versions.ours), plain_text(versions.theirs)},
      path,
      schema,
      text_merge};
  if (is_emptied(versions.base, versions.ours) || is_emptied(versions.base, versions.theirs)) {
    return Merged{text_of(in_markers(merge.lines.ours, merge.lines.theirs), forms.base), true};
  }
  const Version base(merge.lines.base);
  const Version ours(merge.lines.ours);
  const Version theirs(merge.lines.theirs);
  const bool readable = base.is_readable() && ours.is_readable() && theirs.is_readable();
  if (!readable) return text_merge(versions);
  auto merged = merged_fields(merge, {&base, &ours, &theirs});
  if (merged) merged->text = text_of(merged->text, agreed(forms).value_or(forms.ours));
  return merged;
}

}  // namespace icc
