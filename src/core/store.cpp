#include "icc/store.h"

#include <filesystem>
#include <system_error>

#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view schema_path = "schema/practice.schema.yaml";
constexpr std::size_t most_schema_bytes = 16 * 1024 * 1024;

Result<std::string> schema_file(const FileSource& files, std::string_view path) {
  auto bytes = read_from(files, std::string(path), most_schema_bytes);
  if (bytes && bytes->size() > most_schema_bytes) {
    return failed(Failure::environment, "'" + visible(path) + "' is larger than 16 MiB");
  }
  return bytes;
}

/// Why a folder that somebody named can't be used.
tl::unexpected<Error> unknown_folder(const std::string& folder, const std::error_code& error) {
  if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) {
    return failed(Failure::environment, "there is no folder '" + visible(folder) + "'");
  }
  return tl::unexpected(file_error("look at", folder, error.value()));
}

/// All faults of a schema, one a line.
std::string joined(const std::vector<Diagnostic>& faults) {
  std::string lines;
  for (const Diagnostic& fault : faults) lines += short_form(fault);
  if (lines.ends_with('\n')) lines.pop_back();
  return lines;
}

}  // namespace

Store::Store(std::string root, FileSource files, Schema schema)
    : root_(std::move(root)),
      files_(std::make_shared<const FileSource>(std::move(files))),
      schema_(std::make_shared<const Schema>(std::move(schema))) {}

Result<std::string> Store::find_root(const std::string& folder) {
  std::error_code error;
  const std::filesystem::path start = std::filesystem::canonical(folder, error);
  if (error) return unknown_folder(folder, error);
  if (!std::filesystem::is_directory(start, error)) {
    return unknown_folder(folder, std::make_error_code(std::errc::not_a_directory));
  }
  for (std::filesystem::path here = start;; here = here.parent_path()) {
    if (std::filesystem::exists(here / schema_path, error)) return here.string();
    if (error) {
      return tl::unexpected(file_error("look for", (here / schema_path).string(), error.value()));
    }
    if (here == here.root_path()) break;
  }
  return failed(Failure::environment,
                "no database: neither '" + visible(start.string()) +
                    "' nor a folder above it has " + std::string(schema_path),
                "make one with 'icc init', or name its folder with -C");
}

Result<Store> Store::open(const std::string& root) {
  std::error_code error;
  const std::string folder = std::filesystem::canonical(root, error).string();
  if (error) return unknown_folder(root, error);
  return open(folder, files_on_disk(folder));
}

Result<Store> Store::open(const std::string& root, FileSource files) {
  auto schema =
      Schema::load([&](std::string_view path) { return schema_file(files, path); }, schema_path);
  if (!schema) return failed(Failure::environment, joined(schema.error()));
  return Store(root, std::move(files), std::move(*schema));
}

Result<std::vector<std::string>> Store::paths() const {
  auto found = files_->below("practices", ".yaml");
  // git keeps no empty folders: a database without practices may lack it.
  if (!found && found.error().failure == Failure::refused) return std::vector<std::string>();
  return found;
}

Result<std::optional<std::string>> Store::find(std::string_view id) const {
  const auto all = paths();
  if (!all) return tl::unexpected(all.error());
  const std::string key = id_key(id);
  std::optional<std::string> found;
  for (const std::string& path : *all) {
    if (id_key(id_of(path)) != key) continue;
    if (found) {
      return failed(Failure::refused,
                    "two records have the id '" + visible(id) + "': '" + visible(*found) +
                        "' and '" + visible(path) + "'",
                    "rename one of the files");
    }
    found = path;
  }
  return found;
}

}  // namespace icc
