#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace icc {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds patience{1000};   // before the first bar
constexpr milliseconds pause{100};       // between two bars
constexpr std::size_t longest_bar = 40;  // cells

/// `[=====>     ]  42 % of 100000 records`, in less than `width` cells.
std::string bar(std::size_t done, std::size_t all, std::string_view unit, std::size_t width) {
  std::string text = fmt::format(" {:3} % of {} {}", done * 100 / all, all, unit);
  if (text.size() >= width) return {};
  const std::size_t cells = std::min(longest_bar, width - text.size() - 1);
  if (cells < 3) return text;
  const std::size_t filled = (cells - 2) * done / all;
  return fmt::format("[{:=>{}}{:{}}]{}", filled > 0 ? ">" : "", filled, "", cells - 2 - filled,
                     text);
}

}  // namespace

Progress::Progress(Session& session)
    : session_(session), begin_(session.elapsed()), drawn_(begin_) {
  if (!session_.err.is_terminal()) return;
  session_.err.before_writing([this] { erase(); });
  if (!session_.out.is_terminal()) return;
  session_.out.before_writing([this] {
    erase();
    is_over_ = true;
  });
}

Progress::~Progress() {
  erase();
  session_.err.before_writing({});
  session_.out.before_writing({});
}

void Progress::show(std::size_t done, std::size_t all, std::string_view unit) {
  if (!session_.err.is_terminal() || is_over_) return;
  if (done == all) return erase();
  const milliseconds now = session_.elapsed();
  if (now - begin_ < patience || (is_drawn_ && now - drawn_ < pause)) return;
  session_.err.write_at_once("\r" + bar(done, all, unit, session_.err.width()));
  is_drawn_ = true;
  drawn_ = now;
}

void Progress::erase() {
  if (is_drawn_) session_.err.write_at_once("\r\x1b[K");
  is_drawn_ = false;
}

}  // namespace icc
