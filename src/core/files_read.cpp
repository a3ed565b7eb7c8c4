#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>

#include "core/files_folder.h"
#include "icc/files.h"

namespace icc {
namespace {

constexpr std::size_t buffer_bytes = 16 * 1024;  // most records need less

bool is_regular(int file) {
  struct stat status {};
  return uninterrupted([&] { return ::fstat(file, &status); }) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

void ReadBuffer::grow(std::size_t size) {
  auto larger = std::make_unique_for_overwrite<char[]>(size);
  std::copy_n(bytes_.get(), size_, larger.get());
  bytes_ = std::move(larger);
  size_ = size;
}

ssize_t read_up_to(int file, ReadBuffer& buffer, std::size_t limit, ShortRead short_read) {
  std::size_t size = 0;
  while (size < limit) {
    if (size == buffer.size()) buffer.grow(std::max(2 * size, buffer_bytes));
    const std::size_t room = std::min(buffer.size(), limit) - size;
    const ssize_t count = uninterrupted([&] { return ::read(file, buffer.data() + size, room); });
    if (count < 0) return -1;
    size += static_cast<std::size_t>(count);
    const bool is_short = static_cast<std::size_t>(count) < room;
    if (count == 0 || (is_short && short_read == ShortRead::is_the_end)) break;
  }
  return static_cast<ssize_t>(size);
}

struct FileReader::State {
  std::string root;
  std::string folder_path;
  FileDescriptor folder;
  std::string name;
  ReadBuffer buffer;

  Result<void> enter(std::string_view path);
};

/// Opens a folder, unless it is the one that the last file came from.
Result<void> FileReader::State::enter(std::string_view path) {
  if (folder.is_open() && folder_path == path) return {};
  auto opened = open_folder(root, path);
  if (!opened) return tl::unexpected(opened.error());
  folder = std::move(*opened);
  folder_path = path;
  return {};
}

FileReader::FileReader(std::string root) : state_(std::make_unique<State>()) {
  state_->root = std::move(root);
}
FileReader::~FileReader() = default;
FileReader::FileReader(FileReader&&) noexcept = default;
FileReader& FileReader::operator=(FileReader&&) noexcept = default;

Result<std::string_view> FileReader::read(std::string_view path, std::size_t limit) {
  const std::size_t slash = path.rfind('/');
  const bool in_root = slash == std::string_view::npos;
  std::string& name = state_->name;  // kept, so that its memory is asked for once
  name = in_root ? path : path.substr(slash + 1);
  if (!is_path_part(name)) return tl::unexpected(not_below(path));
  const auto entered = state_->enter(in_root ? std::string_view{} : path.substr(0, slash));
  if (!entered) {
    const bool is_outside = entered.error().failure == Failure::usage;
    return tl::unexpected(is_outside ? not_below(path) : entered.error());
  }
  // Without O_NONBLOCK a named pipe would wait for its other end.
  const auto file = open_at(state_->folder.number(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (!file.is_open()) return file_failure("read", path, errno);
  const ssize_t size = read_up_to(file.number(), state_->buffer, limit + 1, ShortRead::is_the_end);
  if (size < 0) return file_failure("read", path, errno);
  // The walk has seen regular files only; asking again is worth a system call only for what looks
  // empty, as a pipe would.
  if (size == 0 && !is_regular(file.number())) return file_failure("read", path, ENOTSUP);
  return std::string_view(state_->buffer.data(), static_cast<std::size_t>(size));
}

Result<std::string> read_below(const std::string& root, std::string_view path, std::size_t limit) {
  FileReader reader(root);
  return reader.read(path, limit).map([](std::string_view bytes) { return std::string(bytes); });
}

Result<std::string> read_whole(const std::string& root, std::string_view path) {
  constexpr std::size_t most_bytes = 64 * 1024 * 1024;
  auto bytes = read_below(root, path, most_bytes);
  if (bytes && bytes->size() > most_bytes) return file_failure("read", path, EFBIG);
  return bytes;
}

Result<std::string> read_file(const std::string& path) {
  const FileDescriptor file = open_at(AT_FDCWD, path, O_RDONLY);
  if (!file.is_open()) return file_failure("read", path, errno);
  ReadBuffer buffer;
  const ssize_t size = read_up_to(file.number(), buffer, SSIZE_MAX);
  if (size < 0) return file_failure("read", path, errno);
  return std::string(buffer.data(), static_cast<std::size_t>(size));
}

}  // namespace icc
