#include <filesystem>
#include <system_error>

#include "icc/files.h"

namespace icc {

FileSource files_on_disk(const std::string& root) {
  FileSource source;
  source.below = [root](std::string_view folder, std::string_view suffix) {
    return files_below(root, folder, suffix);
  };
  source.read = [root](std::span<const std::string> paths, std::size_t limit,
                       const FileSource::Take& take) {
    FileReader reader(root);
    for (const std::string& path : paths) take(path, reader.read(path, limit));
  };
  source.exists = [root](std::string_view path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::path(root) / path, ignored);
  };
  return source;
}

Result<std::string> read_from(const FileSource& source, const std::string& path,
                              std::size_t limit) {
  Result<std::string> bytes;
  source.read({&path, 1}, limit, [&](const std::string&, const Result<std::string_view>& read) {
    bytes = read.map([](std::string_view text) { return std::string(text); });
  });
  return bytes;
}

}  // namespace icc
