#include "core/files_put.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "core/files_folder.h"

namespace icc {
namespace {

constexpr int attempts = 16;  // at a name that nobody has
constexpr std::string_view temporary_prefix = ".icc-tmp-";

std::string temporary_name(std::uint64_t attempt) {
  std::uint64_t random = 0;
  if (::getentropy(&random, sizeof random) != 0) random = attempt;
  return fmt::format("{}{}-{:016x}", temporary_prefix, ::getpid(), random);
}

int remove_file(int folder, const std::string& name) {
  return uninterrupted([&] { return ::unlinkat(folder, name.c_str(), 0); });
}

/// A name in a folder of which nothing is left at the end of its life, whatever bears it then.
class Temporary {
 public:
  explicit Temporary(int folder) : folder_(folder) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!name_.empty()) static_cast<void>(remove_file(folder_, name_));
  }

  /// Creates the file with all its bytes, on the disk. `mode` 0: what the user's mask allows.
  int write(const Fill& fill, mode_t mode);
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Says that nothing has this name any more.
  void forget() { name_.clear(); }
  /// Gives its name to a file of the folder.
  int take(const std::string& file);
  /// Takes that back, as far as the file system can.
  void give_back(const std::string& file);

 private:
  FileDescriptor create();

  int folder_;
  std::string name_;
};

FileDescriptor Temporary::create() {
  FileDescriptor file;
  for (std::uint64_t attempt = 0; attempt < attempts && !file.is_open(); ++attempt) {
    std::string name = temporary_name(attempt);
    file = open_at(folder_, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
    if (file.is_open())
      name_ = std::move(name);
    else if (errno != EEXIST)
      break;
  }
  return file;
}

int Temporary::write(const Fill& fill, mode_t mode) {
  FileDescriptor file = create();
  if (!file.is_open()) return errno;
  if (mode != 0 && uninterrupted([&] { return ::fchmod(file.number(), mode); }) != 0) return errno;
  if (const int error = fill(file.number())) return error;
  if (const int error = sync(file.number())) return error;
  return file.close();
}

#ifdef RENAME_NOREPLACE
constexpr unsigned no_replace = RENAME_NOREPLACE;
constexpr unsigned exchange = RENAME_EXCHANGE;
#else
constexpr unsigned no_replace = 1;
constexpr unsigned exchange = 2;
#endif

/// Renames with one of Linux's flags; ENOSYS where the system has none.
int rename_with(int folder, const std::string& from, const std::string& to, unsigned flag) {
#ifdef RENAME_NOREPLACE
  const int result =
      uninterrupted([&] { return ::renameat2(folder, from.c_str(), folder, to.c_str(), flag); });
  return result == 0 ? 0 : errno;
#else
  return ENOSYS;
#endif
}

/// Renames, never over another file; where the system can't tell, nobody else has the new name.
int rename_to_free(int folder, const std::string& from, const std::string& to) {
  const int error = rename_with(folder, from, to, no_replace);
  if (!is_unsupported(error)) return error;
  const int result =
      uninterrupted([&] { return ::renameat(folder, from.c_str(), folder, to.c_str()); });
  return result == 0 ? 0 : errno;
}

int Temporary::take(const std::string& file) {
  int error = EEXIST;
  for (std::uint64_t attempt = 0; attempt < attempts && error == EEXIST; ++attempt) {
    std::string name = temporary_name(attempt);
    error = rename_to_free(folder_, file, name);
    if (error == 0) name_ = std::move(name);
  }
  return error;
}

void Temporary::give_back(const std::string& file) {
  if (rename_to_free(folder_, name_, file) == 0) forget();
}

/// Gives the temporary its name. A file that was there has the temporary's name then, or is gone.
int place(const Change& change, Temporary& temporary) {
  const char* from = temporary.name().c_str();
  const char* to = change.name.c_str();
  const unsigned flag = change.replaces ? exchange : no_replace;
  const int error = rename_with(change.folder, temporary.name(), change.name, flag);
  if (error == 0 && !change.replaces) temporary.forget();
  if (!is_unsupported(error)) return error;
  const int result = uninterrupted([&] {
    return change.replaces ? ::renameat(change.folder, from, change.folder, to)
                           : ::linkat(change.folder, from, change.folder, to, 0);
  });
  return result == 0 ? 0 : errno;
}

/// Takes back `place`, as far as the file system can.
void take_back(const Change& change, const std::string& temporary) {
  if (change.replaces) {
    static_cast<void>(rename_with(change.folder, temporary, change.name, exchange));
  } else {
    static_cast<void>(remove_file(change.folder, change.name));
  }
}

}  // namespace

Fill writing(std::string_view bytes) {
  return [bytes](int file) { return write_all(file, bytes); };
}

int put(const Change& change) {
  Temporary temporary(change.folder);
  if (const int error = temporary.write(change.fill, change.mode)) return error;
  if (const int error = place(change, temporary)) return error;
  const int error = sync(change.folder);
  if (error != 0) take_back(change, temporary.name());
  return error;
}

int take_out(int folder, const std::string& name) {
  Temporary temporary(folder);
  if (const int error = temporary.take(name)) return error;
  const int error = sync(folder);
  if (error != 0) temporary.give_back(name);
  return error;
}

bool is_left_over(std::string_view name) {
  if (!name.starts_with(temporary_prefix)) return false;
  name.remove_prefix(temporary_prefix.size());
  pid_t process = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), process);
  const bool is_number = error == std::errc() && process > 0 && end != name.data() + name.size();
  return is_number && *end == '-' && ::kill(process, 0) != 0 && errno == ESRCH;
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = uninterrupted([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

/// Some file systems can't sync a folder, and say so by EINVAL; there is nothing to wait for then.
int sync(int file) {
  const int result = uninterrupted([&] { return ::fsync(file); });
  return result == 0 || errno == EINVAL ? 0 : errno;
}

bool is_unsupported(int error_number) {
  return error_number == ENOSYS || error_number == EINVAL || error_number == ENOTSUP;
}

}  // namespace icc
