#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "cli/session.h"

namespace icc {

/// A bar that shows how far a long scan is, on a terminal only. It appears after a second, goes
/// before anything else is written to the terminal, and comes back only when that was no result.
class Progress {
 public:
  /// Watches what is written in the session, which must outlive it.
  explicit Progress(Session& session);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// Says that `done` of `all` records, or other units, are read.
  void show(std::size_t done, std::size_t all, std::string_view unit = "records");

 private:
  void erase();

  Session& session_;
  std::chrono::milliseconds begin_;
  std::chrono::milliseconds drawn_;
  bool is_drawn_ = false;
  bool is_over_ = false;
};

}  // namespace icc
