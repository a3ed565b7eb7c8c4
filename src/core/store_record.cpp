#include "core/store_record.h"

#include <utility>

namespace icc {
namespace {

std::vector<Diagnostic> located(std::vector<Diagnostic> faults, const std::string& path,
                                std::string_view text) {
  for (Diagnostic& fault : faults) {
    fault.path = path;
    locate(fault, text);
  }
  return faults;
}

std::vector<Diagnostic> unreadable(const Error& error, const std::string& path) {
  return located({diagnostic(RuleId::unreadable_file, {}, error.message, error.hint)}, path, {});
}

}  // namespace

Record read_record(FileReader& reader, const std::string& path) {
  const ReadLimits limits;
  const auto bytes = reader.read(path, limits.bytes);
  if (!bytes) return {path, tl::unexpected(unreadable(bytes.error(), path))};
  auto document = Document::read(*bytes, limits);
  if (!document) {
    return {path, tl::unexpected(located(std::move(document.error()), path, *bytes))};
  }
  return {path, Practice(path, std::move(*document))};
}

Record Store::read(const std::string& path) const {
  FileReader reader(root_);
  return read_record(reader, path);
}

}  // namespace icc
