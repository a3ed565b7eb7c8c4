// read_floor FOLDER THREADS: walks a folder, then opens, reads and closes every `.yaml` file below
// it, and does nothing with the bytes but count them. No program that looks at all records can be
// faster on that many threads.
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

void walk(const std::string& folder, std::vector<std::string>& files) {
  DIR* stream = opendir(folder.c_str());
  if (stream == nullptr) return;
  while (const dirent* entry = readdir(stream)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.')) continue;
    std::string path = folder + "/" + entry->d_name;
    if (entry->d_type == DT_DIR) walk(path, files);
    if (entry->d_type == DT_REG && name.ends_with(".yaml")) files.push_back(std::move(path));
  }
  closedir(stream);
}

std::size_t size_of(const std::string& path, std::array<char, 65536>& buffer) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  std::size_t size = 0;
  for (ssize_t got = 1; got > 0;) {
    got = read(file, buffer.data(), buffer.size());
    if (got > 0) size += static_cast<std::size_t>(got);
    if (static_cast<std::size_t>(std::max<ssize_t>(got, 0)) < buffer.size()) break;
  }
  close(file);
  return size;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::vector<std::string> files;
  walk(argv[1], files);
  std::sort(files.begin(), files.end());
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> bytes = 0;
  const auto work = [&] {
    constexpr std::size_t chunk = 256;
    std::array<char, 65536> buffer;
    while (true) {
      const std::size_t first = next.fetch_add(chunk);
      if (first >= files.size()) return;
      const std::size_t last = std::min(first + chunk, files.size());
      for (std::size_t i = first; i < last; ++i) bytes += size_of(files[i], buffer);
    }
  };
  std::vector<std::thread> threads;
  for (int i = 1; i < std::atoi(argv[2]); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  std::printf("%zu files, %zu bytes\n", files.size(), bytes.load());
}
