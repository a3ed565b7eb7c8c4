#include "cli/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cli/line_editor.h"
#include "core/files_put.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

std::string variable(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  return value == nullptr ? "" : value;
}

/// The whole environment, as `NAME=VALUE`.
std::vector<std::string> all_variables() {
  std::vector<std::string> all;
  for (char** variable = environ; *variable != nullptr; ++variable) all.emplace_back(*variable);
  return all;
}

/// Whether the terminal can do nothing but show text, or nobody knows what it can.
bool is_dumb_terminal() {
  const std::string kind = variable("TERM");
  return kind.empty() || kind == "dumb";
}

std::size_t terminal_width(int file) {
  constexpr std::size_t usual = 80;
  const std::string columns = variable("COLUMNS");
  std::uint16_t named = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), named);
  if (named > 0) return named;
  winsize size{};
  if (ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return usual;
}

Output output(int file, Output::Sink sink) {
  const bool terminal = isatty(file) == 1;
  const bool coloured = terminal && variable("NO_COLOR").empty() && !is_dumb_terminal();
  Output made(std::move(sink), terminal, coloured, terminal_width(file));
  if (terminal) made.measure_width([file] { return terminal_width(file); });
  return made;
}

/// Reads at least one byte into `buffer`; answers false at the end of input, where errno is 0, or
/// when it fails or is interrupted.
bool read_more(std::string& buffer) {
  char piece[65536];
  errno = 0;
  const ssize_t count = read(STDIN_FILENO, piece, sizeof piece);
  if (count <= 0) return false;
  buffer.append(piece, static_cast<std::size_t>(count));
  return true;
}

std::optional<std::string> next_line(std::string& buffer) {
  while (buffer.find('\n') == std::string::npos) {
    if (read_more(buffer)) continue;
    if (buffer.empty()) return std::nullopt;
    buffer += '\n';
  }
  const std::size_t end = buffer.find('\n');
  std::string line = buffer.substr(0, end);
  buffer.erase(0, end + 1);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

/// What is in the buffer, or else the next bytes.
Result<std::string> next_piece(std::string& buffer) {
  while (buffer.empty() && !read_more(buffer)) {
    const int error = errno;
    if (error == 0) break;
    if (error != EINTR) {
      return tl::unexpected(file_error("read", "standard input", error));
    }
  }
  return std::exchange(buffer, {});
}

/// Adds line editing where a person types on a terminal that can move its cursor.
void add_line_editing(Input& input) {
  if (!input.is_terminal || isatty(STDERR_FILENO) != 1 || is_dumb_terminal()) return;
  auto editor = std::make_shared<LineEditor>();
  input.edited_line = [editor](const std::string& prompt, const std::vector<std::string>& words) {
    return editor->line(prompt, words);
  };
  input.unfinished = [editor] { return editor->unfinished(); };
}

Input standard_input() {
  auto buffer = std::make_shared<std::string>();
  Input input = {.line = [buffer] { return next_line(*buffer); },
                 .piece = [buffer] { return next_piece(*buffer); },
                 .is_terminal = isatty(STDIN_FILENO) == 1,
                 .edited_line = {},
                 .unfinished = {}};
  add_line_editing(input);
  return input;
}

std::string current_folder() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::current_path(error);
  return error ? "." : folder.string();
}

bool is_installed(std::string_view program) {
  std::string path = variable("PATH");
  for (const std::string_view folder : split(path, ':')) {
    if (access(fmt::format("{}/{}", folder, program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

/// From now on Ctrl-C, a hang-up or a request to end ends a read from the terminal, as the end of
/// input does. One that comes between two reads would be noticed by neither: an alarm a second
/// later ends the one that has begun meanwhile.
void catch_interrupt() {
  struct sigaction action {};
  action.sa_handler = [](int) { alarm(1); };
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGALRM}) sigaction(number, &action, nullptr);
}

sigset_t requests_to_end() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, number);
  return signals;
}

void hold_interrupt() {
  const sigset_t signals = requests_to_end();
  sigprocmask(SIG_BLOCK, &signals, nullptr);
}

bool is_interrupted() {
  sigset_t waiting;
  if (sigpending(&waiting) != 0) return false;
  return sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1 ||
         sigismember(&waiting, SIGHUP) == 1;
}

/// Runs a command as git runs an editor. Ctrl-C is the command's business meanwhile.
int run_command(const std::string& command, const std::vector<std::string>& operands) {
  const std::string line = command + " \"$@\"";
  std::vector<const char*> words = {"sh", "-c", line.c_str(), command.c_str()};
  for (const std::string& operand : operands) words.push_back(operand.c_str());
  words.push_back(nullptr);
  struct sigaction ignore {};
  struct sigaction before {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGINT, &ignore, &before);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGXFSZ, SIG_DFL);
    execv("/bin/sh", const_cast<char* const*>(words.data()));
    _exit(127);
  }
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  sigaction(SIGINT, &before, nullptr);
  if (child < 0 || !WIFEXITED(status)) return 126;
  return WEXITSTATUS(status);
}

std::function<std::chrono::milliseconds()> time_since(std::chrono::steady_clock::time_point begin) {
  return [begin] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 begin);
  };
}

/// The pager as git chooses it, without a setting in the repository. Empty: none.
std::string pager_command() {
  for (const char* name : {"ICC_PAGER", "GIT_PAGER", "PAGER"}) {
    if (std::getenv(name) != nullptr) return variable(name);
  }
  return is_installed("less") && !is_dumb_terminal() ? "less" : "";
}

/// A stream that is closed is one that fails: else the next file that is opened would get its
/// number, and with it what is meant for the stream.
void occupy_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) >= 0) continue;
    // The lowest free number is this one.
    static_cast<void>(open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

}  // namespace

Process::Process()
    : session_{
          .in = standard_input(),
          .out = output(STDOUT_FILENO, [this](std::string_view text) { return write_out(text); }),
          .err = output(STDERR_FILENO,
                        [](std::string_view text) { return write_all(STDERR_FILENO, text) == 0; }),
          .folder = current_folder(),
          .start_pager = [this] { wants_pager_ = true; },
          .end_pager = [this] { return pager_.end(); },
          .catch_interrupt = catch_interrupt,
          .hold_interrupt = hold_interrupt,
          .is_interrupted = is_interrupted,
          .run_command = run_command,
          .environment = variable,
          .elapsed = time_since(std::chrono::steady_clock::now()),
          .variables = all_variables()} {
  occupy_standard_streams();
  // A reader that goes away ends the program quietly, also when the parent process ignored the
  // signal.
  std::signal(SIGPIPE, SIG_DFL);
  // A file that grows past its limit is an error of the write, which is reported.
  std::signal(SIGXFSZ, SIG_IGN);
}

/// The pager starts with the first text, so that nothing of it is seen while records are read.
bool Process::write_out(std::string_view text) {
  if (std::exchange(wants_pager_, false)) start_pager();
  return pager_.runs() ? pager_.write(text) : write_all(STDOUT_FILENO, text) == 0;
}

void Process::start_pager() {
  const std::string command = pager_command();
  if (!session_.out.is_terminal() || command.empty() || command == "cat") return;
  std::vector<std::string> variables = session_.variables;
  if (std::getenv("LESS") == nullptr) variables.emplace_back("LESS=FRX");
  pager_.start(command, variables);
}

}  // namespace icc
