#include "core/files_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "core/text_ascii.h"
#include "icc/text.h"

namespace icc {
namespace {

/// The system's sentence, in lower case as all our messages are.
std::string reason(int error_number) {
  if (error_number == ELOOP) return "it is a link, and links are not followed";
  if (error_number == ENOTSUP) return "it is no regular file";
  if (error_number == ENOTDIR) return "a part of its path is a link or no folder";
  std::string text = std::generic_category().message(error_number);
  if (text.size() > 1 && is_upper(text[0]) && !is_upper(text[1])) text[0] = lower(text[0]);
  return text;
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

int FileDescriptor::close() {
  if (!is_open()) return 0;
  // Linux closes the file also when a signal interrupts, so a second call would be wrong.
  return ::close(release()) == 0 || errno == EINTR ? 0 : errno;
}

Error file_error(std::string_view action, std::string_view path, int error_number) {
  std::string message = "can't ";
  message += action;
  message += " '" + visible(path) + "': " + reason(error_number);
  return {Failure::environment, std::move(message), {}};
}

bool is_path_part(std::string_view part) {
  return !part.empty() && part != "." && part != ".." && part.find('\0') == std::string_view::npos;
}

Error not_below(std::string_view path) {
  return {Failure::usage, "'" + visible(path) + "' is no path below the database",
          "name it from the database's folder, without '.' and '..'"};
}

FileDescriptor open_at(int folder, const std::string& name, int flags, mode_t mode) {
  return FileDescriptor(
      uninterrupted([&] { return ::openat(folder, name.c_str(), flags | O_CLOEXEC, mode); }));
}

FileDescriptor open_subfolder(int parent, const std::string& name) {
  return open_at(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}

Result<std::vector<std::string>> path_parts(std::string_view path) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (!is_path_part(part)) return tl::unexpected(not_below(path));
    parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

Result<FileDescriptor> open_folder(const std::string& root, std::string_view path) {
  FileDescriptor folder = open_at(AT_FDCWD, root, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) return file_failure("open the folder", root, errno);
  if (path.empty()) return folder;
  const auto parts = path_parts(path);
  if (!parts) return tl::unexpected(parts.error());
  for (const std::string& part : *parts) {
    folder = open_subfolder(folder.number(), part);
    if (folder.is_open()) continue;
    const int number = errno;
    Error error = file_error("open the folder", path, number);
    if (number == ENOENT) error.failure = Failure::refused;
    return tl::unexpected(std::move(error));
  }
  return folder;
}

}  // namespace icc
