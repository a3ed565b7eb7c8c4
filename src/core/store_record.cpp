#include "core/store_record.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace icc {
namespace {

std::vector<Diagnostic> located(std::vector<Diagnostic> faults, const std::string& path,
                                std::string_view text) {
  for (Diagnostic& fault : faults) fault.path = path;
  locate(faults, text);
  return faults;
}

constexpr std::string_view ending = ".yaml";

std::vector<Diagnostic> unreadable(const Error& error, const std::string& path) {
  Diagnostic fault = diagnostic(RuleId::unreadable_file, {}, error.message, error.hint);
  // What is left out on purpose: another repository in the place of a folder.
  const bool is_refused = error.failure == Failure::refused && !path.ends_with(ending);
  if (is_refused) fault.severity = Severity::warning;
  return located({std::move(fault)}, path, {});
}

std::vector<Diagnostic> no_record(const std::string& path) {
  return unreadable({Failure::refused, "a file with this ending is not read as a record",
                     fmt::format("rename it to '{}{}'", id_of(path), ending)},
                    path);
}

}  // namespace

Record record_of(const std::string& path, const Result<std::string_view>& bytes) {
  if (!bytes) return {path, tl::unexpected(unreadable(bytes.error(), path))};
  if (!path.ends_with(ending)) return {path, tl::unexpected(no_record(path))};
  auto document = Document::read(*bytes);
  if (!document) {
    return {path, tl::unexpected(located(std::move(document.error()), path, *bytes))};
  }
  return {path, Practice(path, std::move(*document))};
}

Record Store::read(const std::string& path) const {
  std::optional<Record> record;
  files_->read({&path, 1}, ReadLimits{}.bytes,
               [&](const std::string&, const Result<std::string_view>& bytes) {
                 record = record_of(path, bytes);
               });
  return std::move(*record);
}

}  // namespace icc
