#include "icc/files_spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "core/files_folder.h"
#include "core/files_put.h"

namespace icc {

Result<FilePieces> spooled(const std::string& folder,
                           const std::function<Result<std::string>()>& next) {
  std::string path = folder + "/icc-XXXXXX";
  FileDescriptor file(uninterrupted([&] { return ::mkostemp(path.data(), O_CLOEXEC); }));
  if (!file.is_open()) return file_failure("create a file in", folder, errno);
  auto pieces = FilePieces::open(path);
  if (uninterrupted([&] { return ::unlink(path.c_str()); }) != 0) {
    return file_failure("remove", path, errno);
  }
  if (!pieces) return pieces;
  while (true) {
    const auto piece = next();
    if (!piece) return tl::unexpected(piece.error());
    if (piece->empty()) return pieces;
    if (const int error = write_all(file.number(), *piece)) {
      return file_failure("keep standard input in", folder, error);
    }
  }
}

}  // namespace icc
