#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace icc {

/// A program in the place of standard output that shows what is written there. One that can't be
/// run loses nothing: its shell says so, and all is written to where it would have been shown.
class Pager {
 public:
  /// Starts a command of the shell with an environment, as `NAME=VALUE`.
  void start(const std::string& command, const std::vector<std::string>& variables);
  /// Whether it has been started, and not ended.
  [[nodiscard]] bool runs() const { return process_ > 0; }
  /// Hands on a text; answers whether that could be done. Ends this process when the person has
  /// left a pager before its end, as a reader that goes away does.
  bool write(std::string_view text);
  /// Waits until the person has left the pager; answers whether what it did not read could be
  /// written.
  bool end();

 private:
  /// Puts standard output back; answers whether the command could be run.
  bool wait();

  pid_t process_ = 0;
  int output_ = -1;           // standard output, while the pager is in its place
  std::size_t capacity_ = 0;  // how much may have been written without a reader
  std::string kept_;          // all of it, as long as there may have been none
  bool is_read_ = false;
};

}  // namespace icc
