#include "cli/progress.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "cli/session.h"

namespace {

using std::chrono::milliseconds;

/// A session whose clock is set by hand, and what was written to its terminal.
struct Terminal {
  explicit Terminal(bool is_terminal = true, std::size_t width = 60)
      : session{.in = {},
                .out = {sink(), is_terminal, false, width},
                .err = {sink(), is_terminal, false, width},
                .folder = "/",
                .environment = [](std::string_view) { return std::string(); },
                .elapsed = [this] { return now; }} {}

  icc::Output::Sink sink() {
    return [this](std::string_view text) {
      seen += text;
      return true;
    };
  }

  /// What was written since the last call.
  std::string take() { return std::exchange(seen, {}); }

  milliseconds now{0};
  std::string seen;
  icc::Session session;
};

const std::string erased = "\r\x1b[K";

}  // namespace

TEST_CASE("a bar appears after a second, moves, and is erased at the end") {
  Terminal terminal;
  icc::Progress progress(terminal.session);
  progress.show(100, 1000);
  terminal.now = milliseconds(999);
  progress.show(200, 1000);
  CHECK(terminal.take().empty());
  terminal.now = milliseconds(1000);
  progress.show(256, 1000);
  CHECK(terminal.take() == "\r[=======>                           ]  25 % of 1000 records");
  terminal.now = milliseconds(1050);
  progress.show(300, 1000);
  CHECK(terminal.take().empty());
  terminal.now = milliseconds(1100);
  progress.show(998, 1000);
  CHECK(terminal.take() == "\r[=================================> ]  99 % of 1000 records");
  progress.show(1000, 1000);
  CHECK(terminal.take() == erased);
}

TEST_CASE("a bar goes before anything else is written") {
  Terminal terminal;
  icc::Progress progress(terminal.session);
  terminal.now = milliseconds(2000);
  progress.show(0, 10);
  CHECK(terminal.take() == "\r[                                     ]   0 % of 10 records");
  terminal.session.err.write("a fault\n");
  terminal.session.err.flush();
  CHECK(terminal.take() == erased + "a fault\n");
  terminal.now = milliseconds(3000);
  progress.show(5, 10);
  CHECK(terminal.take() == "\r[=================>                   ]  50 % of 10 records");
  terminal.session.out.write("a result\n");
  terminal.session.out.flush();
  CHECK(terminal.take() == erased + "a result\n");
  terminal.now = milliseconds(4000);
  progress.show(6, 10);
  CHECK(terminal.take().empty());
}

TEST_CASE("a bar does not outlive its scan") {
  Terminal terminal;
  {
    icc::Progress progress(terminal.session);
    terminal.now = milliseconds(2000);
    progress.show(5, 10);
    terminal.take();
  }
  CHECK(terminal.take() == erased);
  terminal.session.err.write("x");
  terminal.session.err.flush();
  CHECK(terminal.take() == "x");
}

TEST_CASE("no bar where nobody looks, or where it has no room") {
  struct Row {
    bool is_terminal;
    std::size_t width;
    std::string bar;
  };
  const Row rows[] = {{false, 80, ""},
                      {true, 26, "\r[=> ]  90 % of 10 records"},
                      {true, 22, "\r  90 % of 10 records"},
                      {true, 20, "\r"}};
  for (const Row& row : rows) {
    CAPTURE(row.width);
    Terminal terminal(row.is_terminal, row.width);
    icc::Progress progress(terminal.session);
    terminal.now = milliseconds(2000);
    progress.show(9, 10);
    CHECK(terminal.take() == row.bar);
  }
}
