#include "cli/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "cli/checking.h"
#include "cli/form.h"
#include "cli/message.h"
#include "cli/update.h"
#include "icc/text.h"

namespace icc {
namespace {

/// The text of a field at the top of a record; empty when it has none.
std::string_view text_of(const Value& record, std::string_view field) {
  for (const auto& [key, value] : record.members) {
    if (key == field) return value.text;
  }
  return {};
}

std::size_t hash_of(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

std::vector<Diagnostic> faults_at(const SourceRecord& record, std::string_view source,
                                  const std::string& path, const Store& store) {
  const auto exists = [&store](std::string_view file) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::path(store.root()) / file, ignored);
  };
  return faults_of(record, source, path, store.schema(), exists);
}

Incoming refused(std::vector<Diagnostic> faults) {
  return {Incoming::Fate::refused, {}, {}, {}, std::move(faults)};
}

/// The comments that a person has written, which no record keeps; none when there are none.
std::optional<Remark> lost_comments(const SourceRecord& record, const Schema& schema) {
  if (record.comments.empty()) return std::nullopt;
  const std::string form = "\n" + yaml_form(schema, {});
  std::vector<Range> lost;
  for (const Range comment : record.comments) {
    const std::string_view text =
        trimmed(record.text.substr(comment.begin, comment.end - comment.begin));
    if (form.find(fmt::format("\n{}\n", text)) == std::string::npos) lost.push_back(comment);
  }
  if (lost.empty()) return std::nullopt;
  return Remark{lost.front(),
                lost.size() == 1
                    ? "this comment is not taken over"
                    : fmt::format("this comment and {} more are not taken over", lost.size() - 1)};
}

}  // namespace

Intake::Intake(const Context& context, const std::vector<std::string>& paths, std::string source,
               bool updates)
    : store_(*context.store), source_(std::move(source)), updates_(updates), ids_(paths) {}

std::vector<Diagnostic> Intake::faults(const SourceRecord& record, const std::string& path) const {
  return faults_at(record, source_, path, store_);
}

/// Whether the record at `path` says the same as `text`, however it is written.
bool Intake::is_stored(std::string_view path, std::string_view text) const {
  const Record stored = store_.read(std::string(path));
  if (!stored.practice) return false;
  const Document& document = stored.practice->document();
  return canonical_text(value_of(document, document.root()), store_.schema()) == text;
}

/// Where a practice that says the same as a record without an id is stored already, or will be,
/// under any of the ids that its title can get; null when there is none.
const std::string* Intake::same_path(const SourceRecord& record) const {
  const std::string text = canonical_text(record, store_.schema());
  for (std::size_t number = 1;; ++number) {
    const std::string* path = ids_.path(id_from(title_of(record), number));
    if (path == nullptr) return nullptr;
    const auto came_in = came_in_.find(id_key(id_of(*path)));
    const bool is_same =
        came_in == came_in_.end() ? is_stored(*path, text) : came_in->second.hash == hash_of(text);
    if (is_same) return path;
  }
}

/// A record that is there: stored before it is passed over, given twice it is a mistake.
Incoming Intake::decide_same(const SourceRecord& record, const std::string& path) const {
  const auto earlier = came_in_.find(id_key(id_of(path)));
  if (earlier == came_in_.end()) return {Incoming::Fate::unchanged, path, {}, {}, {}};
  Diagnostic fault = diagnostic(
      RuleId::similar_title, record.id_range,
      fmt::format("this is the practice of line {} again, word by word", earlier->second.line),
      "leave one of the two out; where both are meant, say in what they differ");
  fault.severity = Severity::error;
  locate(fault, record, source_);
  return refused({std::move(fault)});
}

/// What is wrong with the id itself.
std::optional<Diagnostic> Intake::id_fault(const SourceRecord& record) const {
  if (!is_valid_id(record.id)) {
    return diagnostic(
        RuleId::bad_id, record.id_range,
        fmt::format("'{}' can't be an id: it {}", visible(record.id), id_problem(record.id)),
        "without an id it is made from the title");
  }
  if (const auto earlier = came_in_.find(id_key(record.id)); earlier != came_in_.end()) {
    return diagnostic(
        RuleId::repeated_id, record.id_range,
        fmt::format("the id '{}' stands in line {} already", record.id, earlier->second.line),
        "leave one of the two out, or give it another id");
  }
  return std::nullopt;
}

Incoming Intake::decide_known(const SourceRecord& record, const std::string& path) {
  if (updates_) return decide_update(record, path);
  const std::string text = canonical_text(record, store_.schema());
  if (is_stored(path, text)) return {Incoming::Fate::unchanged, path, text, {}, {}};
  Diagnostic fault = diagnostic(
      RuleId::repeated_id, record.id_range,
      fmt::format("the id '{}' is that of '{}', which says something else", record.id, path),
      "--update changes it; another id adds a new practice");
  locate(fault, record, source_);
  return refused({std::move(fault)});
}

/// A stored record with what the source says of it.
Incoming Intake::decide_update(const SourceRecord& record, const std::string& path) {
  const Record stored = store_.read(path);
  if (!stored.practice) return refused(stored.practice.error());
  const Practice& practice = *stored.practice;
  auto text = updated_text(practice, record, store_.schema());
  if (!text) {
    Diagnostic fault =
        diagnostic(RuleId::repeated_id, record.id_range,
                   fmt::format("'{}': {}", path, text.error().message), text.error().hint);
    locate(fault, record, source_);
    return refused({std::move(fault)});
  }
  came_in_.emplace(id_key(record.id), CameIn{record.line, hash_of(*text)});
  const std::string_view before = practice.document().text();
  if (*text == before) return {Incoming::Fate::unchanged, path, *text, {}, {}};
  auto faults = update_faults(practice, *text, record, source_, store_);
  if (has_error(faults)) return refused(std::move(faults));
  return {Incoming::Fate::updated, path, std::move(*text), std::string(before), std::move(faults)};
}

Incoming Intake::decide_new(const SourceRecord& record, const std::string& id) {
  Incoming incoming;
  incoming.path = path_for(text_of(record.record, "country"), id);
  incoming.faults = faults(record, incoming.path);
  if (has_error(incoming.faults)) return incoming;
  incoming.text = canonical_text(record, store_.schema());
  incoming.fate = Incoming::Fate::added;
  ids_.take(incoming.path);
  came_in_.emplace(id_key(id), CameIn{record.line, hash_of(incoming.text)});
  return incoming;
}

std::string reasons(const Incoming& incoming) {
  std::string text;
  for (const Diagnostic& fault : incoming.faults) {
    if (fault.severity != Severity::error) continue;
    if (!text.empty()) text += "; ";
    text += fault.message;
    if (!fault.hint.empty()) text.append(" (").append(fault.hint).append(")");
  }
  return text;
}

void report_remarks(const Context& context, const SourceRecord& record, std::string_view source) {
  const auto write = [&](const Remark& remark) {
    Output& err = context.session.err;
    const Place place = place_of(record.text, remark.range);
    err.write(fmt::format("{}:{}:{}: {} {}\n", visible(source), place.line + record.line - 1,
                          place.column, coloured(err, cyan, "note:"), visible(remark.sentence)));
  };
  for (const Remark& remark : record.remarks) write(remark);
  if (const auto lost = lost_comments(record, context.store->schema())) write(*lost);
}

std::vector<Diagnostic> faults_in(const SourceRecord& record, std::string_view source,
                                  const Store& store) {
  const std::string path = path_for(text_of(record.record, "country"), id_from(title_of(record)));
  return faults_at(record, source, path, store);
}

std::string_view title_of(const SourceRecord& record) {
  return text_of(record.record, "title");
}

Incoming Intake::decide(const SourceRecord& record) {
  if (!record.faults.empty()) return refused(faults(record, {}));
  if (record.id.empty()) {
    if (const std::string* path = same_path(record)) return decide_same(record, *path);
    return decide_new(record, ids_.free_id(title_of(record)));
  }
  if (auto fault = id_fault(record)) {
    locate(*fault, record, source_);
    return refused({std::move(*fault)});
  }
  const std::string* path = ids_.path(record.id);
  return path == nullptr ? decide_new(record, record.id) : decide_known(record, *path);
}

}  // namespace icc
