#include "core/store_record.h"

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

std::vector<Diagnostic> unreadable(const Error& error, const std::string& path) {
  return located({diagnostic(RuleId::unreadable_file, {}, error.message, error.hint)}, path, {});
}

}  // namespace

Record record_of(const std::string& path, const Result<std::string_view>& bytes) {
  if (!bytes) return {path, tl::unexpected(unreadable(bytes.error(), path))};
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
