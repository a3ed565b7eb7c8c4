#include "cli/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "core/files_put.h"

namespace icc {
namespace {

/// The texts as C wants them: pointers with a null at the end. They live as long as `texts`.
std::vector<const char*> pointers(const std::vector<std::string>& texts) {
  std::vector<const char*> all;
  all.reserve(texts.size() + 1);
  for (const std::string& text : texts) all.push_back(text.c_str());
  all.push_back(nullptr);
  return all;
}

/// What a shell answers for a command that it can't find, or can't run.
bool is_unknown(int status) {
  return WIFEXITED(status) && (WEXITSTATUS(status) == 127 || WEXITSTATUS(status) == 126);
}

}  // namespace

void Pager::start(const std::string& command, const std::vector<std::string>& variables) {
  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) return;
  // All that needs memory comes before the fork: a thread that reads records may hold its lock.
  const std::vector<const char*> environment = pointers(variables);
  output_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  capacity_ = static_cast<std::size_t>(fcntl(pipe_ends[1], F_GETPIPE_SZ));
  process_ = output_ < 0 ? -1 : fork();
  if (process_ == 0) {
    dup2(pipe_ends[0], STDIN_FILENO);
    std::signal(SIGXFSZ, SIG_DFL);
    execle("/bin/sh", "sh", "-c", command.c_str(), nullptr,
           const_cast<char* const*>(environment.data()));
    _exit(127);
  }
  if (runs()) {
    dup2(pipe_ends[1], STDOUT_FILENO);
    std::signal(SIGPIPE, SIG_IGN);
  }
  close(pipe_ends[0]);
  close(pipe_ends[1]);
}

bool Pager::write(std::string_view text) {
  if (!is_read_) kept_ += text;
  if (write_all(STDOUT_FILENO, text) != 0) {
    if (wait() || is_read_) std::raise(SIGPIPE);
    return write_all(STDOUT_FILENO, kept_) == 0;
  }
  is_read_ = is_read_ || kept_.size() > capacity_;
  if (is_read_) kept_.clear();
  return true;
}

bool Pager::wait() {
  // Also closes the end of the pipe that the pager reads to.
  dup2(output_, STDOUT_FILENO);
  close(output_);
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  std::signal(SIGPIPE, SIG_DFL);
  return !is_unknown(status);
}

bool Pager::end() {
  if (!runs()) return true;
  return wait() || is_read_ || write_all(STDOUT_FILENO, kept_) == 0;
}

}  // namespace icc
