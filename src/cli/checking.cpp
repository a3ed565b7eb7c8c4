#include "cli/checking.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <utility>

#include "icc/entries_format.h"
#include "icc/files.h"
#include "icc/integrity.h"
#include "icc/text.h"

namespace icc {
namespace {

/// The allowances of the few records that have some.
using AllowancesByPath = std::map<std::string, Allowances>;

/// A path that a person typed, relative to the database; empty when it lies outside.
std::string below_root(const Session& session, const Store& store, const std::string& name) {
  const std::filesystem::path path = resolved(session, name);
  const std::string relative = path.lexically_relative(store.root()).generic_string();
  return relative.starts_with("..") ? std::string() : relative;
}

bool lies_in(const std::string& path, std::string folder) {
  while (folder.ends_with('/')) folder.pop_back();
  return folder == "." || path == folder || path.starts_with(folder + "/");
}

/// Texts of records from the disk, of which the last is kept: faults come sorted by path.
class LastText {
 public:
  explicit LastText(const Store& store) : store_(store) {}

  /// The text of a record; empty when it is gone.
  std::string_view at(const std::string& path) {
    if (path != path_) {
      constexpr std::size_t limit = ReadLimits{}.bytes;
      text_ = read_from(store_.files(), path, limit).value_or(std::string());
      path_ = path;
    }
    return text_;
  }

 private:
  const Store& store_;
  std::string path_;
  std::string text_;
};

/// Sets the places of faults between records, whose texts are not at hand any more.
void locate_on_disk(const Store& store, std::vector<Diagnostic>& faults) {
  LastText text(store);
  LastText related_text(store);
  for (auto begin = faults.begin(); begin != faults.end();) {
    const auto end = std::find_if(
        begin, faults.end(), [&](const Diagnostic& fault) { return fault.path != begin->path; });
    locate({begin, end}, text.at(begin->path));
    begin = end;
  }
  for (Diagnostic& fault : faults) {
    for (Related& related : fault.related) {
      if (related.path.empty() || related.path == fault.path) continue;
      related.place = place_of(related_text.at(related.path), related.range);
    }
  }
}

/// What one chunk of records has to say.
struct Part {
  std::vector<RecordNote> notes;
  std::vector<Diagnostic> diagnostics;
  AllowancesByPath allowances;
};

/// The fault of a record that is not in canonical form, when that is demanded.
std::vector<Diagnostic> faults_of_form(const Practice& practice, const Schema& schema,
                                       bool strict) {
  const Severity severity = strict ? Severity::error : schema.severity(RuleId::not_canonical);
  if (severity <= Severity::note) return {};
  auto fault = form_fault(practice.document(), schema.fields());
  if (!fault) return {};
  fault->severity = severity;
  fault->path = practice.path();
  return {std::move(*fault)};
}

std::vector<Diagnostic> faults_beyond(Allowances& allowances, const Practice& practice,
                                      const Store& store, bool strict) {
  std::vector<Diagnostic> faults = check_record(practice, store.schema(), store.files().exists);
  // A record with other faults will be changed anyway.
  if (faults.empty()) faults = faults_of_form(practice, store.schema(), strict);
  std::erase_if(faults, [&](const Diagnostic& fault) { return allowances.allows(fault.rule); });
  locate(faults, practice.document().text());
  return faults;
}

void check(Record&& record, const Store& store, bool strict, Part& part) {
  std::vector<Diagnostic> faults;
  if (record.practice) {
    Allowances allowances(*record.practice);
    faults = faults_beyond(allowances, *record.practice, store, strict);
    if (!allowances.empty()) part.allowances.emplace(record.path, std::move(allowances));
    part.notes.push_back(note_of(*record.practice, store.schema()));
  } else {
    faults = std::move(record.practice.error());
  }
  std::move(faults.begin(), faults.end(), std::back_inserter(part.diagnostics));
}

/// The faults between records, and those of allowances, which can be told only when all else is
/// known. Not located.
std::vector<Diagnostic> late_faults(const Integrity& integrity, AllowancesByPath& allowances,
                                    const Schema& schema) {
  std::vector<Diagnostic> faults = integrity.check();
  const auto allows = [&](const std::string& path, RuleId rule) {
    const auto own = allowances.find(path);
    return own != allowances.end() && own->second.allows(rule);
  };
  // What stands between two records may be allowed by either.
  std::erase_if(faults, [&](const Diagnostic& fault) {
    bool allowed = allows(fault.path, fault.rule);
    for (const Related& other : fault.related) allowed |= allows(other.path, fault.rule);
    return allowed;
  });
  for (const auto& [path, own] : allowances) {
    std::ranges::move(own.faults(schema), std::back_inserter(faults));
  }
  sort_diagnostics(faults);
  return faults;
}

}  // namespace

Result<std::vector<std::string>> records_named(const Session& session, const Store& store,
                                               const std::vector<std::string>& names) {
  auto all = store.paths();
  if (!all || names.empty()) return all;
  std::vector<std::string> chosen;
  for (const std::string& name : names) {
    const std::string wanted = below_root(session, store, name);
    const std::size_t before = chosen.size();
    std::copy_if(all->begin(), all->end(), std::back_inserter(chosen),
                 [&](const std::string& path) { return !wanted.empty() && lies_in(path, wanted); });
    if (chosen.size() == before) {
      return failed(
          Failure::usage, fmt::format("'{}' is no record of the database", visible(name)),
          fmt::format("records are the .yaml files below {}/practices", visible(store.root())));
    }
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

bool has_error(const std::vector<Diagnostic>& faults) {
  return std::any_of(faults.begin(), faults.end(),
                     [](const Diagnostic& fault) { return fault.severity == Severity::error; });
}

std::vector<Diagnostic> faults_of(const Practice& practice, const Store& store) {
  Allowances allowances(practice);
  return faults_beyond(allowances, practice, store, false);
}

Result<std::vector<Diagnostic>> check_records(const Store& store,
                                              const std::vector<std::string>& paths,
                                              Checking checking) {
  auto all = checking.only_some ? store.paths() : std::vector<std::string>();
  if (!all) return tl::unexpected(all.error());
  const auto not_asked = [&](const Diagnostic& found) {
    return checking.only_some && !std::binary_search(paths.begin(), paths.end(), found.path);
  };
  std::vector<Diagnostic> faults;
  Integrity integrity(store.schema());
  AllowancesByPath allowances;
  const std::vector<std::string>& looked_at = checking.only_some ? *all : paths;
  auto path = looked_at.begin();
  const auto scanned = store.scan<Part>(
      looked_at,
      [&](Record&& record, Part& part) { check(std::move(record), store, checking.strict, part); },
      [&](Part& part) {
        for (const RecordNote& note : part.notes) {
          path = std::find(path, looked_at.end(), note.path);  // they come in this order
          integrity.add(note, *path);
        }
        allowances.merge(part.allowances);
        std::erase_if(part.diagnostics, not_asked);
        std::ranges::move(part.diagnostics, std::back_inserter(faults));
        return true;
      });
  if (!scanned) return tl::unexpected(scanned.error());
  std::vector<Diagnostic> between = late_faults(integrity, allowances, store.schema());
  std::erase_if(between, not_asked);
  locate_on_disk(store, between);
  std::ranges::move(between, std::back_inserter(faults));
  sort_diagnostics(faults);
  return faults;
}

}  // namespace icc
