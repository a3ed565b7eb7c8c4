#include "core/embedded.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

namespace {

std::size_t files_below(const std::filesystem::path& folder) {
  const auto is_file = [](const auto& entry) { return entry.is_regular_file(); };
  if (!exists(folder)) return 0;
  const std::filesystem::recursive_directory_iterator entries(folder);
  return static_cast<std::size_t>(std::count_if(begin(entries), end(entries), is_file));
}

/// Compares with the files of the repository, and the order with that of their paths.
void check_files(std::span<const icc::EmbeddedFile> files) {
  const std::filesystem::path root = ICC_SOURCE_DIR;
  for (const icc::EmbeddedFile& file : files) {
    std::ifstream in(root / file.path, std::ios::binary);
    REQUIRE(in);
    CHECK(file.bytes == std::string(std::istreambuf_iterator<char>(in), {}));
  }
  CHECK(std::ranges::is_sorted(files, {}, &icc::EmbeddedFile::path));
}

}  // namespace

TEST_CASE("embedded files are the files of the repository, sorted by path") {
  const std::filesystem::path root = ICC_SOURCE_DIR;
  CHECK(icc::initial_files().size() ==
        files_below(root / "schema") + files_below(root / ".vscode"));
  check_files(icc::initial_files());
  CHECK(icc::page_files().size() == files_below(root / "src/write/page"));
  check_files(icc::page_files());
}
