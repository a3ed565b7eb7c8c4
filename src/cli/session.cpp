#include "cli/session.h"

#include <fmt/format.h>

#include <filesystem>

#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

}  // namespace

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= piece_bytes) flush();
}

void Output::flush() {
  if (buffer_.empty()) return;
  if (before_) before_();
  if (!sink_(buffer_)) failed_ = true;
  buffer_.clear();
}

void Output::write_at_once(std::string_view text) {
  if (!sink_(text)) failed_ = true;
}

Result<std::string> rest_of(const Input& input) {
  std::string text;
  while (true) {
    auto piece = input.piece();
    if (!piece) return piece;
    if (piece->empty()) return text;
    text += *piece;
  }
}

std::string absolute(const Session& session, std::string_view path) {
  if (path.empty()) return session.folder;
  return (std::filesystem::path(session.folder) / path).lexically_normal().string();
}

std::string resolved(const Session& session, std::string_view path) {
  std::error_code error;
  const std::filesystem::path typed = absolute(session, path);
  if (std::filesystem::is_directory(typed, error)) {
    return std::filesystem::canonical(typed, error).string();
  }
  const std::filesystem::path folder =
      std::filesystem::weakly_canonical(typed.parent_path(), error);
  return error ? typed.string() : (folder / typed.filename()).string();
}

Result<void> check_outside(const Session& session, const std::string& root,
                           const std::string& path) {
  const std::filesystem::path target = resolved(session, path);
  for (const std::string_view folder : {"practices", "schema"}) {
    const auto below = target.lexically_relative(std::filesystem::path(root) / folder);
    if (path.empty() || below.empty() || *below.begin() == "..") continue;
    return failed(Failure::usage,
                  fmt::format("'{}' lies within {}/, the database", visible(path), folder),
                  "name a place elsewhere");
  }
  return {};
}

}  // namespace icc
