#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <string>
#include <thread>

#include "icc/files_spool.h"
#include "temporary_folder.h"

using icc::FilePieces;
using icc::test::TemporaryFolder;

namespace {

/// All that comes until the empty piece, or the message of a failure.
std::string all_of(FilePieces& pieces) {
  std::string all;
  while (true) {
    const auto piece = pieces.next();
    if (!piece) return "error: " + piece.error().message;
    if (piece->empty()) return all;
    all += *piece;
  }
}

/// Why a file can't be read in pieces, the folder's own path written as `ROOT`.
std::string refusal(const icc::Result<FilePieces>& pieces, const TemporaryFolder& folder) {
  if (pieces) return "opened";
  std::string message = pieces.error().message;
  return message.replace(message.find(folder.path()), folder.path().size(), "ROOT");
}

void check_read_twice(icc::Result<FilePieces>& pieces, const std::string& text) {
  REQUIRE(pieces.has_value());
  CHECK(all_of(*pieces) == text);
  REQUIRE(pieces->rewind().has_value());
  CHECK(all_of(*pieces) == text);
}

}  // namespace

TEST_CASE("a file is read piece by piece, and again") {
  const TemporaryFolder folder;
  const std::string text(200'000, 'a');
  folder.write("a", text);
  auto pieces = FilePieces::open(folder.path("a"));
  REQUIRE(pieces.has_value());
  CHECK(pieces->next()->size() == 64 * 1024);
  REQUIRE(pieces->rewind().has_value());
  check_read_twice(pieces, text);
}

TEST_CASE("a pipe with a name is read again, too") {
  const TemporaryFolder folder;
  const std::string pipe = folder.path("pipe");
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const std::string text(200'000, 'b');
  std::thread writer([&] { std::ofstream(pipe) << text; });
  auto pieces = FilePieces::open(pipe);
  writer.join();
  check_read_twice(pieces, text);
}

TEST_CASE("what is no file is refused by name") {
  const TemporaryFolder folder;
  CHECK(refusal(FilePieces::open(folder.path("none")), folder) ==
        "can't read 'ROOT/none': no such file or directory");
  CHECK(refusal(FilePieces::open(folder.path()), folder) == "can't read 'ROOT': is a directory");
}

TEST_CASE("standard input is kept in a file that nobody sees") {
  const TemporaryFolder folder;
  int left = 3;
  auto pieces = icc::spooled(folder.path(), [&]() -> icc::Result<std::string> {
    return left-- > 0 ? std::string(50'000, 'c') : std::string();
  });
  CHECK(std::filesystem::is_empty(folder.path()));
  check_read_twice(pieces, std::string(150'000, 'c'));
}

TEST_CASE("standard input that can't be kept, or breaks off, is an error") {
  const TemporaryFolder folder;
  const auto broken = [&]() -> icc::Result<std::string> {
    return icc::failed(icc::Failure::environment, "can't read '" + folder.path("in") + "': why");
  };
  CHECK(refusal(icc::spooled(folder.path("none"), broken), folder) ==
        "can't create a file in 'ROOT/none': no such file or directory");
  CHECK(refusal(icc::spooled(folder.path(), broken), folder) == "can't read 'ROOT/in': why");
}
