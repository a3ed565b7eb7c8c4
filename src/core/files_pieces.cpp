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

constexpr std::size_t piece_bytes = 64 * 1024;

}  // namespace

struct FilePieces::State {
  std::string path;
  FileDescriptor file;  // not open where all bytes are in memory
  std::string bytes;
  std::size_t at = 0;
};

FilePieces::FilePieces(std::unique_ptr<State> state) : state_(std::move(state)) {}
FilePieces::~FilePieces() = default;
FilePieces::FilePieces(FilePieces&&) noexcept = default;
FilePieces& FilePieces::operator=(FilePieces&&) noexcept = default;

FilePieces FilePieces::of(std::string bytes) {
  return FilePieces(std::make_unique<State>(State{{}, {}, std::move(bytes), 0}));
}

Result<FilePieces> FilePieces::open(const std::string& path) {
  FileDescriptor file = open_at(AT_FDCWD, path, O_RDONLY);
  struct stat status {};
  if (!file.is_open() || uninterrupted([&] { return ::fstat(file.number(), &status); }) != 0) {
    return file_failure("read", path, errno);
  }
  if (!S_ISREG(status.st_mode)) {
    ReadBuffer buffer;
    const ssize_t size = read_up_to(file.number(), buffer, SSIZE_MAX);
    if (size < 0) return file_failure("read", path, errno);
    return of(std::string(buffer.data(), static_cast<std::size_t>(size)));
  }
  return FilePieces(std::make_unique<State>(State{path, std::move(file), {}, 0}));
}

Result<std::string> FilePieces::next() {
  State& state = *state_;
  if (!state.file.is_open()) {
    std::string piece = state.bytes.substr(state.at, piece_bytes);
    state.at += piece.size();
    return piece;
  }
  std::string piece(piece_bytes, '\0');
  const ssize_t size =
      uninterrupted([&] { return ::read(state.file.number(), piece.data(), piece.size()); });
  if (size < 0) return file_failure("read", state.path, errno);
  piece.resize(static_cast<std::size_t>(size));
  return piece;
}

Result<void> FilePieces::rewind() {
  state_->at = 0;
  if (state_->file.is_open() && ::lseek(state_->file.number(), 0, SEEK_SET) != 0) {
    return file_failure("read", state_->path, errno);
  }
  return {};
}

}  // namespace icc
