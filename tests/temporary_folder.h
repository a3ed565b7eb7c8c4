#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace icc::test {

/// A folder of a test's own, removed with all in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "icc-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data()) == nullptr ? std::string() : pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }

  /// The folder, absolute.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// A path in the folder, absolute.
  [[nodiscard]] std::string path(std::string_view below) const {
    return path_ + "/" + std::string(below);
  }

  /// Writes a file with its folders.
  void write(std::string_view below, std::string_view bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(below)).parent_path());
    std::ofstream(path(below), std::ios::binary) << bytes;
  }

  /// The bytes of a file; `(absent)` when there is none.
  [[nodiscard]] std::string read(std::string_view below) const {
    std::ifstream file(path(below), std::ios::binary);
    if (!file) return "(absent)";
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
  }

  /// All files, links and folders (with a `/` at the end), hidden ones too, sorted.
  [[nodiscard]] std::vector<std::string> all() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) {
      std::string below = entry.path().string().substr(path_.size() + 1);
      if (entry.is_directory() && !entry.is_symlink()) below += '/';
      found.push_back(std::move(below));
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::string path_;
};

}  // namespace icc::test
