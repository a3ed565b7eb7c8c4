#include "core/git_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "core/files_folder.h"

namespace icc {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

tl::unexpected<Error> cannot_run(const std::string& program, int error_number) {
  if (error_number == ENOENT) {
    return failed(Failure::environment, "there is no program '" + program + "'",
                  "install it, or look at PATH");
  }
  return file_failure("run", program, error_number);
}

/// A file without a name that holds `bytes`, to be read from its start. Unlike a pipe it takes all
/// at once and needs nobody at the other end, so that neither side waits for the other.
FileDescriptor nameless_file(std::string_view bytes) {
  FileDescriptor file(::memfd_create("icc", MFD_CLOEXEC));
  while (file.is_open() && !bytes.empty()) {
    const ssize_t written =
        uninterrupted([&] { return ::write(file.number(), bytes.data(), bytes.size()); });
    if (written < 0) return {};
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.is_open() && ::lseek(file.number(), 0, SEEK_SET) != 0) return {};
  return file;
}

std::string all_of(const FileDescriptor& file) {
  std::string bytes;
  std::array<char, 4096> piece{};
  ssize_t count = 0;
  if (::lseek(file.number(), 0, SEEK_SET) != 0) return bytes;
  while ((count = uninterrupted(
              [&] { return ::read(file.number(), piece.data(), piece.size()); })) > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(count));
  }
  return bytes;
}

/// What a new process gets beside its words: its three streams, and the usual answers to signals.
class Setting {
 public:
  Setting(int in, int out, int err) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_adddup2(&files_, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files_, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files_, err, STDERR_FILENO);
    posix_spawnattr_init(&attributes_);
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes_, &usual);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;
  ~Setting() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }

  /// Answers the system's error number.
  int start(pid_t& process, std::vector<char*>& words, std::vector<char*>& environment) const {
    return ::posix_spawnp(&process, words.front(), &files_, &attributes_, words.data(),
                          environment.data());
  }

 private:
  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

/// The texts as C wants them: pointers with a null at the end. They live as long as `texts`.
std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// Reads until the other end is closed; answers the system's error number.
int read_all(const FileDescriptor& file, const std::function<void(std::string_view)>& take) {
  std::vector<char> piece(piece_bytes);
  while (true) {
    const ssize_t count =
        uninterrupted([&] { return ::read(file.number(), piece.data(), piece.size()); });
    if (count < 0) return errno;
    if (count == 0) return 0;
    take({piece.data(), static_cast<std::size_t>(count)});
  }
}

}  // namespace

Result<ProcessEnd> run_process(const std::vector<std::string>& words,
                               const std::vector<std::string>& environment, std::string_view input,
                               const std::function<void(std::string_view)>& take) {
  const FileDescriptor in = nameless_file(input);
  const FileDescriptor err = nameless_file({});
  std::array<int, 2> ends{};
  if (!in.is_open() || !err.is_open() || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return cannot_run(words.front(), errno);
  }
  const FileDescriptor from(ends[0]);
  FileDescriptor to(ends[1]);
  std::vector<std::string> own_words = words;
  std::vector<std::string> own_environment = environment;
  std::vector<char*> word_pointers = pointers(own_words);
  std::vector<char*> environment_pointers = pointers(own_environment);
  pid_t process = 0;
  const int problem = Setting(in.number(), to.number(), err.number())
                          .start(process, word_pointers, environment_pointers);
  if (problem != 0) return cannot_run(words.front(), problem);
  to.close();
  const int unread = read_all(from, take);
  int status = 0;
  if (uninterrupted([&] { return ::waitpid(process, &status, 0); }) < 0 || unread != 0) {
    return cannot_run(words.front(), unread != 0 ? unread : errno);
  }
  const int exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ProcessEnd{exit, all_of(err)};
}

}  // namespace icc
