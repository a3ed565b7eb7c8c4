#pragma once

#include <string_view>

#include "cli/pager.h"
#include "cli/session.h"

namespace icc {

/// The session of this process: its standard streams, terminal, environment and folder. The one
/// place that asks the system for them.
class Process {
 public:
  Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// The session on this process's streams.
  [[nodiscard]] Session& session() { return session_; }

 private:
  bool write_out(std::string_view text);
  void start_pager();

  bool wants_pager_ = false;
  Pager pager_;
  Session session_;
};

}  // namespace icc
