// reader_speed FOLDER [ROUNDS]: how fast the two readers of YAML read the records below a folder,
// from memory, on one thread: the share of the fast one, and megabytes a second of either.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/canonical.h"

namespace {

std::vector<std::string> texts_below(const char* folder) {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".yaml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

/// Reads each text and prints how fast; `read` answers whether it could.
template <class Read>
void measure(const char* name, const std::vector<std::string>& texts, int rounds,
             const Read& read) {
  std::size_t bytes = 0;
  std::size_t count = 0;
  const auto start = std::clock();
  for (int round = 0; round < rounds; ++round) {
    for (const std::string& text : texts) {
      if (!read(text)) continue;
      ++count;
      bytes += text.size();
    }
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("%-10s %5.1f %% of the files, %8.1f MB/s\n", name,
              100.0 * static_cast<double>(count) /
                  static_cast<double>(texts.size() * static_cast<std::size_t>(rounds)),
              static_cast<double>(bytes) / 1e6 / seconds);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::vector<std::string> texts = texts_below(argv[1]);
  if (texts.empty()) return 1;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 20;
  measure("canonical", texts, rounds,
          [](const std::string& text) { return icc::read_canonical(text, {}).has_value(); });
  measure("yaml-cpp", texts, rounds > 10 ? rounds / 10 : 1,
          [](const std::string& text) { return icc::read_any(text, {}).has_value(); });
}
