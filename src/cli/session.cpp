#include "cli/session.h"

namespace icc {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

}  // namespace

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= piece_bytes) flush();
}

void Output::flush() {
  if (!buffer_.empty() && !sink_(buffer_)) failed_ = true;
  buffer_.clear();
}

}  // namespace icc
