#include "core/embedded.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::size_t files_below(const std::filesystem::path& folder) {
  const auto is_file = [](const auto& entry) { return entry.is_regular_file(); };
  if (!exists(folder)) return 0;
  const std::filesystem::recursive_directory_iterator entries(folder);
  return static_cast<std::size_t>(std::count_if(begin(entries), end(entries), is_file));
}

}  // namespace

TEST_CASE("embedded files are the files of the repository, sorted by path") {
  const std::filesystem::path root = ICC_SOURCE_DIR;
  const auto files = icc::initial_files();
  CHECK(files.size() == files_below(root / "schema") + files_below(root / ".vscode"));
  for (const icc::EmbeddedFile& file : files) {
    std::ifstream in(root / file.path, std::ios::binary);
    REQUIRE(in);
    CHECK(file.bytes == std::string(std::istreambuf_iterator<char>(in), {}));
  }
  CHECK(std::ranges::is_sorted(files, {}, &icc::EmbeddedFile::path));
}
