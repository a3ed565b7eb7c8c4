#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/result.h"

namespace icc {

/// Where text goes: a buffer in front of a function that writes.
class Output {
 public:
  /// Writes bytes; answers whether all could be written.
  using Sink = std::function<bool(std::string_view)>;

  Output(Sink sink, bool is_terminal, bool is_coloured, std::size_t width)
      : sink_(std::move(sink)), terminal_(is_terminal), coloured_(is_coloured), width_(width) {}

  /// Appends `text`; hands it on in pieces of about 64 KiB.
  void write(std::string_view text);
  /// Hands on what is buffered.
  void flush();
  /// Hands on `text` before what is buffered: for what is soon erased from a terminal.
  void write_at_once(std::string_view text);
  /// Has `before` called from now on before buffered text is handed on.
  void before_writing(std::function<void()> before) { before_ = std::move(before); }
  /// Whether some text could not be written.
  [[nodiscard]] bool failed() const { return failed_; }
  /// Whether a person is looking at it.
  [[nodiscard]] bool is_terminal() const { return terminal_; }
  /// Whether colour may be used.
  [[nodiscard]] bool is_coloured() const { return coloured_; }
  /// Says whether colour may be used, as `--color` demands.
  void set_coloured(bool coloured) { coloured_ = coloured; }
  /// Width in cells of the terminal, as it is now; 80 when it is none.
  [[nodiscard]] std::size_t width() const { return measure_ ? measure_() : width_; }
  /// How many cells wide text for reading is: as the terminal, within what can be read well.
  [[nodiscard]] std::size_t text_width() const { return std::clamp<std::size_t>(width(), 20, 80); }
  /// Has the width measured each time: a person may make the window larger.
  void measure_width(std::function<std::size_t()> measure) { measure_ = std::move(measure); }

 private:
  Sink sink_;
  std::function<void()> before_;
  std::string buffer_;
  bool terminal_;
  bool coloured_;
  std::size_t width_;
  std::function<std::size_t()> measure_ = {};
  bool failed_ = false;
};

/// Where text comes from.
struct Input {
  /// The next line without its line end; empty at the end of input.
  std::function<std::optional<std::string>()> line;
  /// The next bytes that come, of about 64 KiB at most; empty at the end of input.
  std::function<Result<std::string>()> piece;
  bool is_terminal = false;
  /// The next line, typed behind a prompt with line editing, where Tab completes to one of the
  /// words; null where there is no line editing.
  std::function<std::optional<std::string>(const std::string& prompt,
                                           const std::vector<std::string>& words)>
      edited_line = {};
  /// What was typed of a line that was cut off; null where that can't be known.
  std::function<std::string()> unfinished = {};
};

/// All that a command may use of the world around it. Made by main, or by a test.
struct Session {
  /// Whether a person can be asked.
  [[nodiscard]] bool can_ask() const { return in.is_terminal && err.is_terminal(); }

  Input in;
  Output out;
  Output err;
  std::string folder;                         ///< the current folder, absolute
  std::function<void()> start_pager = [] {};  ///< sends what follows on `out` through a pager
  /// Waits until the person has left the pager; answers whether all could be shown.
  std::function<bool()> end_pager = [] { return true; };
  /// Makes Ctrl-C, a hang-up and a request to end end the input, not the program.
  std::function<void()> catch_interrupt = [] {};
  /// From now on Ctrl-C, a hang-up and a request to end do nothing but be noticed.
  std::function<void()> hold_interrupt = [] {};
  /// Whether one of them has come since.
  std::function<bool()> is_interrupted = [] { return false; };
  /// Runs a command of the person's through the shell, with operands, on the terminal; answers its
  /// exit code.
  std::function<int(const std::string& command, const std::vector<std::string>& operands)>
      run_command = [](const std::string&, const std::vector<std::string>&) { return 127; };
  /// The value of an environment variable; empty when it is not set.
  std::function<std::string(std::string_view name)> environment;
  /// The time since the session began; in a test it may stand still.
  std::function<std::chrono::milliseconds()> elapsed = [] { return std::chrono::milliseconds(); };
  std::vector<std::string> variables = {};  ///< the whole environment, for programs that are run
};

/// All that is left of the input.
[[nodiscard]] Result<std::string> rest_of(const Input& input);

/// A path that a person typed, seen from the session's folder; the folder itself when it is empty.
[[nodiscard]] std::string absolute(const Session& session, std::string_view path);

/// The same, with the symbolic links on the way to a file followed, as the root of a database is
/// named; a file that is a link itself stays one.
[[nodiscard]] std::string resolved(const Session& session, std::string_view path);

/// Whether what is made may go to `path`, which may be empty: not among the files of the database
/// at `root`.
[[nodiscard]] Result<void> check_outside(const Session& session, const std::string& root,
                                         const std::string& path);

}  // namespace icc
