#include "cli/checking.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "icc/files.h"
#include "icc/integrity.h"

namespace icc {
namespace {

/// A path that a person typed, relative to the database; empty when it lies outside.
std::string below_root(const Context& context, const std::string& name) {
  const std::filesystem::path path = absolute(context.session, name);
  const std::string relative = path.lexically_relative(context.store->root()).generic_string();
  return relative.starts_with("..") ? std::string() : relative;
}

bool lies_in(const std::string& path, std::string folder) {
  while (folder.ends_with('/')) folder.pop_back();
  return folder == "." || path == folder || path.starts_with(folder + "/");
}

/// Sets the places of a fault between records, whose text is not at hand any more.
void locate_on_disk(const Store& store, Diagnostic& found) {
  constexpr std::size_t limit = ReadLimits{}.bytes;
  if (const auto text = read_below(store.root(), found.path, limit)) locate(found, *text);
  for (Related& related : found.related) {
    if (related.path.empty()) continue;
    if (const auto text = read_below(store.root(), related.path, limit)) {
      related.place = place_of(*text, related.range);
    }
  }
}

/// What one chunk of records has to say.
struct Part {
  std::vector<Practice> practices;  // for the rules between records
  std::vector<Diagnostic> diagnostics;
};

void check(Record&& record, const Store& store, Part& part) {
  std::vector<Diagnostic> faults =
      record.practice ? faults_of(*record.practice, store) : std::move(record.practice.error());
  std::move(faults.begin(), faults.end(), std::back_inserter(part.diagnostics));
  if (record.practice) part.practices.push_back(std::move(*record.practice));
}

}  // namespace

Result<std::vector<std::string>> records_named(const Context& context,
                                               const std::vector<std::string>& names) {
  auto all = context.store->paths();
  if (!all || names.empty()) return all;
  std::vector<std::string> chosen;
  for (const std::string& name : names) {
    const std::string wanted = below_root(context, name);
    const std::size_t before = chosen.size();
    std::copy_if(all->begin(), all->end(), std::back_inserter(chosen),
                 [&](const std::string& path) { return !wanted.empty() && lies_in(path, wanted); });
    if (chosen.size() == before) {
      return failed(
          Failure::usage, fmt::format("'{}' is no record of the database", name),
          fmt::format("records are the .yaml files below {}/practices", context.store->root()));
    }
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

std::vector<Diagnostic> faults_of(const Practice& practice, const Store& store) {
  const auto exists = [&store](std::string_view path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::path(store.root()) / path, ignored);
  };
  std::vector<Diagnostic> faults = check_record(practice, store.schema(), exists);
  for (Diagnostic& fault : faults) locate(fault, practice.document().text());
  return faults;
}

Result<Checked> check_records(const Context& context, const std::vector<std::string>& paths) {
  const Store& store = *context.store;
  const auto all = store.paths();
  if (!all) return tl::unexpected(all.error());
  Checked checked;
  checked.records = paths.size();
  const auto asked = [&](const Diagnostic& found) {
    return std::binary_search(paths.begin(), paths.end(), found.path);
  };
  Integrity integrity(store.schema());
  const auto scanned = store.scan<Part>(
      *all, [&](Record&& record, Part& part) { check(std::move(record), store, part); },
      [&](Part& part) {
        for (const Practice& practice : part.practices) integrity.add(practice);
        std::copy_if(part.diagnostics.begin(), part.diagnostics.end(),
                     std::back_inserter(checked.diagnostics), asked);
        return true;
      });
  if (!scanned) return tl::unexpected(scanned.error());
  for (Diagnostic& found : integrity.check()) {
    if (!asked(found)) continue;
    locate_on_disk(store, found);
    checked.diagnostics.push_back(std::move(found));
  }
  sort_diagnostics(checked.diagnostics);
  return checked;
}

}  // namespace icc
