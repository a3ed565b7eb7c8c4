#include "icc/files.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <thread>

#include "icc/files_left_over.h"
#include "temporary_folder.h"

using icc::test::TemporaryFolder;
using Names = std::vector<std::string>;

namespace {

/// The message of a failure, the folder's own path written as `ROOT`; `done` for success.
template <class T>
std::string outcome(const icc::Result<T>& result, const TemporaryFolder& folder) {
  if (result) return "done";
  std::string message = result.error().message;
  if (const auto at = message.find(folder.path()); at != std::string::npos) {
    message.replace(at, folder.path().size(), "ROOT");
  }
  return message;
}

void link(const std::string& target, const std::string& name) {
  std::filesystem::create_symlink(target, name);
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

/// Lets no file grow beyond `bytes` as long as it lives: a disk that is full.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("the walk finds files that are not hidden, and what would hide some, sorted") {
  const TemporaryFolder folder;
  for (const char* path :
       {"p/b.yaml", "p/a/z.yaml", "p/a/deep/er/x.yaml", "p/a-b/y.yaml", "p/notes.txt", "p/c.yml",
        "p/.hidden.yaml", "p/.git/x.yaml", "p/é.yaml", "p/folder.yaml/in.yaml", "outside.yaml",
        "p/D.YAML", "p/yaml", "p/e.yaml.orig"}) {
    folder.write(path, "x");
  }
  link(folder.path("outside.yaml"), folder.path("p/link.yaml"));
  link(folder.path("outside.yaml"), folder.path("p/link.txt"));
  link(folder.path("nowhere"), folder.path("p/lost.yml"));
  link(folder.path(), folder.path("p/linked"));
  link(folder.path(), folder.path("p/.linked"));
  REQUIRE(mkfifo(folder.path("p/pipe.yaml").c_str(), 0600) == 0);
  const auto found = icc::files_below(folder.path(), "p", ".yaml");
  REQUIRE(found);
  CHECK(*found == Names{"p/D.YAML", "p/a-b/y.yaml", "p/a/deep/er/x.yaml", "p/a/z.yaml", "p/b.yaml",
                        "p/c.yml", "p/folder.yaml/in.yaml", "p/link.yaml", "p/linked", "p/lost.yml",
                        "p/pipe.yaml", "p/é.yaml"});
  CHECK(icc::files_below(folder.path(), "p/a/deep", ".yaml") == Names{"p/a/deep/er/x.yaml"});
  CHECK(icc::files_below(folder.path("p/a-b"), "", ".yaml") == Names{"y.yaml"});
}

TEST_CASE("a folder that can't be read hides no other") {
  const TemporaryFolder folder;
  for (const char* path : {"p/a.yaml", "p/closed/b.yaml", "p/d.yaml"}) folder.write(path, "x");
  REQUIRE(chmod(folder.path("").c_str(), 0755) == 0);
  REQUIRE(chmod(folder.path("p/closed").c_str(), 0) == 0);
  constexpr uid_t nobody = 65534;
  const uid_t me = geteuid();
  if (me == 0) REQUIRE(seteuid(nobody) == 0);  // nothing is closed to root
  const auto found = icc::files_below(folder.path(), "p", ".yaml");
  const auto read = outcome(icc::read_below(folder.path(), "p/closed", 10), folder);
  if (me == 0) REQUIRE(seteuid(me) == 0);
  REQUIRE(chmod(folder.path("p/closed").c_str(), 0755) == 0);
  CHECK(found == Names{"p/a.yaml", "p/closed", "p/d.yaml"});
  CHECK(read == "can't read 'p/closed': permission denied");
}

TEST_CASE("the walk says which folder it can't read") {
  const TemporaryFolder folder;
  folder.write("file", "x");
  std::filesystem::create_directory(folder.path("real"));
  link(folder.path("real"), folder.path("link"));
  const auto walk = [&](const char* path) {
    return outcome(icc::files_below(folder.path(), path, ".yaml"), folder);
  };
  CHECK(walk("none") == "can't open the folder 'none': no such file or directory");
  CHECK(walk("file") == "can't open the folder 'file': a part of its path is a link or no folder");
  CHECK(walk("link") == "can't open the folder 'link': a part of its path is a link or no folder");
  CHECK(walk("../x") == "'../x' is no path below the database");
  CHECK(icc::files_below(folder.path(), "none", "").error().failure == icc::Failure::refused);
  CHECK(icc::files_below("/no/such/root", "", "").error().failure == icc::Failure::environment);
}

TEST_CASE("a file is read whole, or up to one byte more than the limit") {
  const TemporaryFolder folder;
  const std::string big(200'000, 'b');
  folder.write("a/big.yaml", big);
  folder.write("a/small.yaml", "title: x\n");
  folder.write("empty.yaml", "");
  const auto read = [&](const char* path, std::size_t limit) {
    return icc::read_below(folder.path(), path, limit).value_or("(failed)");
  };
  CHECK(read("a/small.yaml", 100) == "title: x\n");
  CHECK(read("a/small.yaml", 9) == "title: x\n");
  CHECK(read("a/small.yaml", 3) == "titl");
  CHECK(read("a/big.yaml", 256 * 1024) == big);
  CHECK(read("a/big.yaml", 65'536) == std::string(65'537, 'b'));
  CHECK(read("empty.yaml", 100).empty());
}

TEST_CASE("a reader goes from folder to folder") {
  const TemporaryFolder folder;
  Names paths;
  for (const char* path : {"p/a/1", "p/a/2", "p/b/3", "p/4", "5", "p/a/1"}) {
    folder.write(path, std::string("bytes of ") + path);
    paths.emplace_back(path);
  }
  icc::FileReader reader(folder.path());
  for (const auto& path : paths) CHECK(reader.read(path, 100) == "bytes of " + path);
}

TEST_CASE("reading follows no link, leaves the root by no path and waits for no pipe") {
  const TemporaryFolder folder;
  folder.write("real/a.yaml", "x");
  link(folder.path("real/a.yaml"), folder.path("real/link.yaml"));
  link(folder.path("real"), folder.path("linked"));
  REQUIRE(mkfifo(folder.path("pipe.yaml").c_str(), 0600) == 0);
  using namespace std::string_view_literals;
  struct Row {
    std::string_view path, message;
  };
  const Row rows[] = {
      {"real/link.yaml", "can't read 'real/link.yaml': it is a link, and links are not followed"},
      {"linked/a.yaml",
       "can't open the folder 'linked': a part of its path is a link or no folder"},
      {"pipe.yaml", "can't read 'pipe.yaml': it is no regular file"},
      {"real", "can't read 'real': is a directory"},
      {"none.yaml", "can't read 'none.yaml': no such file or directory"},
      {"none/a.yaml", "can't open the folder 'none': no such file or directory"},
      {"real/../real/a.yaml", "'real/../real/a.yaml' is no path below the database"},
      {"real/..", "'real/..' is no path below the database"},
      {"/etc/passwd", "'/etc/passwd' is no path below the database"},
      {"", "'' is no path below the database"},
      {"real/", "'real/' is no path below the database"},
      {"real//a.yaml", "'real//a.yaml' is no path below the database"},
      {"real/a.yaml\0.txt"sv, "'real/a.yaml\\x00.txt' is no path below the database"},
  };
  for (const auto& row : rows) {
    CHECK(outcome(icc::read_below(folder.path(), row.path, 100), folder) == row.message);
  }
}

TEST_CASE("a file that a person named is read, links and devices too") {
  const TemporaryFolder folder;
  folder.write("real.csv", std::string(100'000, 'c'));
  link("real.csv", folder.path("link.csv"));
  CHECK(icc::read_file(folder.path("link.csv")) == std::string(100'000, 'c'));
  CHECK(icc::read_file("/dev/null") == "");
  CHECK(outcome(icc::read_file(folder.path()), folder) == "can't read 'ROOT': is a directory");
  CHECK(outcome(icc::read_file(folder.path("no.csv")), folder) ==
        "can't read 'ROOT/no.csv': no such file or directory");
}

TEST_CASE("a new file may be like another") {
  const TemporaryFolder folder;
  folder.write("a/old", "");
  std::filesystem::permissions(folder.path("a/old"), std::filesystem::perms::owner_read);
  REQUIRE(icc::create_below(folder.path(), "b/new", "x", "a/old"));
  CHECK(std::filesystem::status(folder.path("b/new")).permissions() ==
        std::filesystem::perms::owner_read);
  CHECK(outcome(icc::create_below(folder.path(), "b/more", "x", "a/none"), folder) ==
        "can't look at 'a/none': no such file or directory");
}

TEST_CASE("a new file comes with its folders") {
  const TemporaryFolder folder;
  REQUIRE(icc::create_below(folder.path(), "practices/new land/a.yaml", "title: x\n"));
  REQUIRE(icc::create_below(folder.path(), "top.yaml", ""));
  CHECK(folder.all() ==
        Names{"practices/", "practices/new land/", "practices/new land/a.yaml", "top.yaml"});
  CHECK(folder.read("practices/new land/a.yaml") == "title: x\n");
  const mode_t mask = umask(022);
  umask(mask);
  CHECK(mode_of(folder.path("top.yaml")) == (0666 & ~mask));
}

TEST_CASE("a new file is never written over or through what is there") {
  const TemporaryFolder folder;
  folder.write("p/a.yaml", "old");
  folder.write("file", "x");
  std::filesystem::create_directory(folder.path("p/folder.yaml"));
  std::filesystem::create_directory(folder.path("elsewhere"));
  link(folder.path("nowhere"), folder.path("p/dangling.yaml"));
  link(folder.path("elsewhere"), folder.path("linked"));
  const Names before = folder.all();
  struct Row {
    std::string path, message;
  };
  const Row rows[] = {
      {"p/a.yaml", "'p/a.yaml' exists already"},
      {"p/folder.yaml", "'p/folder.yaml' exists already"},
      {"p/dangling.yaml", "'p/dangling.yaml' exists already"},
      {"file/a.yaml", "can't create 'file/a.yaml': a part of its path is a link or no folder"},
      {"linked/a.yaml", "can't create 'linked/a.yaml': a part of its path is a link or no folder"},
      {"new/../../a.yaml", "'new/../../a.yaml' is no path below the database"},
      {"/tmp/icc-a.yaml", "'/tmp/icc-a.yaml' is no path below the database"},
      {"new/" + std::string(300, 'n'),
       "can't create 'new/" + std::string(300, 'n') + "': file name too long"},
  };
  for (const auto& row : rows) {
    CHECK(outcome(icc::create_below(folder.path(), row.path, "new"), folder) == row.message);
  }
  CHECK(folder.all() == before);
  CHECK(folder.read("p/a.yaml") == "old");
  CHECK(icc::create_below(folder.path(), "p/a.yaml", "").error().failure == icc::Failure::refused);
}

TEST_CASE("of many who create one file, exactly one does, and all others hear of it") {
  const TemporaryFolder folder;
  constexpr int count = 16;
  std::vector<icc::Result<void>> results(count);
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      const auto bytes = std::string(10'000, static_cast<char>('a' + i));
      results[static_cast<std::size_t>(i)] =
          icc::create_below(folder.path(), "practices/sweden/a.yaml", bytes);
    });
  }
  for (auto& thread : threads) thread.join();
  int done = 0;
  for (int i = 0; i < count; ++i) {
    const auto& result = results[static_cast<std::size_t>(i)];
    if (!result) {
      CHECK(result.error().message == "'practices/sweden/a.yaml' exists already");
      continue;
    }
    ++done;
    CHECK(folder.read("practices/sweden/a.yaml") ==
          std::string(10'000, static_cast<char>('a' + i)));
  }
  CHECK(done == 1);
  CHECK(folder.all() == Names{"practices/", "practices/sweden/", "practices/sweden/a.yaml"});
}

TEST_CASE("a change replaces the bytes and keeps the permissions") {
  const TemporaryFolder folder;
  folder.write("p/a.yaml", "old");
  REQUIRE(chmod(folder.path("p/a.yaml").c_str(), 0640) == 0);
  REQUIRE(icc::replace_below(folder.path(), "p/a.yaml", "old", "new and longer"));
  CHECK(folder.read("p/a.yaml") == "new and longer");
  CHECK(mode_of(folder.path("p/a.yaml")) == 0640);
  CHECK(folder.all() == Names{"p/", "p/a.yaml"});
}

TEST_CASE("a change to the same bytes writes nothing") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "same");
  const auto inode = [&] {
    struct stat status {};
    REQUIRE(stat(folder.path("a.yaml").c_str(), &status) == 0);
    return status.st_ino;
  };
  const auto before = inode();
  REQUIRE(icc::replace_below(folder.path(), "a.yaml", "same", "same"));
  CHECK(inode() == before);
}

TEST_CASE("a change is refused where something else is there than was expected") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "theirs");
  folder.write("longer.yaml", "expected and more");
  std::filesystem::create_directory(folder.path("folder.yaml"));
  link("a.yaml", folder.path("link.yaml"));
  const Names before = folder.all();
  struct Row {
    std::string path, message;
  };
  const Row rows[] = {
      {"a.yaml", "'a.yaml' has changed since it was read"},
      {"longer.yaml", "'longer.yaml' has changed since it was read"},
      {"folder.yaml", "can't change 'folder.yaml': it is no regular file"},
      {"link.yaml", "can't change 'link.yaml': it is a link, and links are not followed"},
      {"none.yaml", "can't change 'none.yaml': no such file or directory"},
      {"../a.yaml", "'../a.yaml' is no path below the database"},
  };
  for (const auto& row : rows) {
    CHECK(outcome(icc::replace_below(folder.path(), row.path, "expected", "mine"), folder) ==
          row.message);
  }
  CHECK(folder.all() == before);
  CHECK(folder.read("a.yaml") == "theirs");
  CHECK(folder.read("longer.yaml") == "expected and more");
}

TEST_CASE("of many who change one file from the same state, exactly one does") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "old");
  std::vector<std::string> outcomes(16);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    threads.emplace_back([&, i] {
      outcomes[i] = outcome(
          icc::replace_below(folder.path(), "a.yaml", "old", "new " + std::to_string(i)), folder);
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(std::count(outcomes.begin(), outcomes.end(), "done") == 1);
  CHECK(std::count(outcomes.begin(), outcomes.end(), "'a.yaml' has changed since it was read") ==
        15);
  CHECK(folder.all() == Names{"a.yaml"});
}

TEST_CASE("a named file is written whole, in place of what was there") {
  const TemporaryFolder folder;
  REQUIRE(icc::write_file(folder.path("out.json"), "[]\n"));
  CHECK(folder.read("out.json") == "[]\n");
  REQUIRE(chmod(folder.path("out.json").c_str(), 0604) == 0);
  REQUIRE(icc::write_file(folder.path("out.json"), "[1]\n"));
  CHECK(folder.read("out.json") == "[1]\n");
  CHECK(mode_of(folder.path("out.json")) == 0604);
  CHECK(icc::write_file("/dev/null", "gone"));
  CHECK(folder.all() == Names{"out.json"});
}

TEST_CASE("a named file is written piece by piece, or stays as it was") {
  const TemporaryFolder folder;
  const std::string path = folder.path("out.json");
  const auto write = [&](bool is_wanted) {
    return icc::write_file_by(path, [&](const icc::TakeBytes& take) {
      take("[1,");
      take("2]\n");
      return is_wanted;
    });
  };
  CHECK_FALSE(write(false).value());
  CHECK(folder.all().empty());
  CHECK(write(true).value());
  CHECK(folder.read("out.json") == "[1,2]\n");
  REQUIRE(icc::write_file(path, "old"));
  CHECK_FALSE(write(false).value());
  CHECK(folder.read("out.json") == "old");
  CHECK(folder.all() == Names{"out.json"});
  CHECK_FALSE(icc::write_file_by(folder.path("none/out.json"), [](const auto&) { return true; }));
  const auto full = icc::write_file_by("/dev/full", [](const icc::TakeBytes& take) {
    take("gone");
    return false;  // also then the disk is the news
  });
  REQUIRE_FALSE(full);
  CHECK(full.error().message == "can't write '/dev/full': no space left on device");
}

TEST_CASE("a named file that can't be written is an error that says why") {
  const TemporaryFolder folder;
  folder.write("real.json", "old");
  link("real.json", folder.path("link.json"));
  const auto write = [&](const std::string& path) {
    return outcome(icc::write_file(path, "new"), folder);
  };
  CHECK(write("/dev/full") == "can't write '/dev/full': no space left on device");
  CHECK(write(folder.path("link.json")) ==
        "'ROOT/link.json' is a link, and links are not followed");
  CHECK(write(folder.path()) == "can't write 'ROOT': is a directory");
  CHECK(write(folder.path("no/out.json")) ==
        "can't write 'ROOT/no/out.json': no such file or directory");
  CHECK(write("") == "can't write '': no such file or directory");
  CHECK(folder.all() == Names{"link.json", "real.json"});
  CHECK(folder.read("real.json") == "old");
}

TEST_CASE("where the disk is full, the old bytes stay and no litter is left") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "old");
  const std::string big(100'000, 'b');
  std::string created, changed, written;
  {
    const FileSizeLimit limit(4096);
    created = outcome(icc::create_below(folder.path(), "p/new/b.yaml", big), folder);
    changed = outcome(icc::replace_below(folder.path(), "a.yaml", "old", big), folder);
    written = outcome(icc::write_file(folder.path("a.yaml"), big), folder);
  }
  CHECK(created == "can't create 'p/new/b.yaml': file too large");
  CHECK(changed == "can't change 'a.yaml': file too large");
  CHECK(written == "can't write 'ROOT/a.yaml': file too large");
  CHECK(folder.all() == Names{"a.yaml"});
  CHECK(folder.read("a.yaml") == "old");
}

TEST_CASE("what a killed process has left is removed, and nothing else") {
  const TemporaryFolder folder;
  const std::string dead = ".icc-tmp-999999999-0123456789abcdef";  // no process has this number
  const std::string alive = ".icc-tmp-" + std::to_string(getpid()) + "-0123456789abcdef";
  const Names kept = {"p/",         "p/.icc-tmp-",    "p/.icc-tmp-999999999",
                      "p/" + alive, "p/.icc-tmp-x-1", "p/a.yaml"};
  for (const std::string& path : kept) {
    if (!path.ends_with('/')) folder.write(path, "x");
  }
  folder.write("p/q/" + dead, "x");
  folder.write("p/" + dead, "x");
  folder.write(dead, "x");
  CHECK(icc::remove_left_over(folder.path(), "p", icc::Depth::folder) == Names{"p/" + dead});
  CHECK(icc::remove_left_over(folder.path(), "p", icc::Depth::tree) == Names{"p/q/" + dead});
  CHECK(icc::remove_left_over(folder.path(), {}, icc::Depth::folder) == Names{dead});
  CHECK(icc::remove_left_over(folder.path(), "none", icc::Depth::tree).error().failure ==
        icc::Failure::refused);
  for (const std::string& path : kept) CHECK(std::filesystem::exists(folder.path(path)));
}

TEST_CASE("a folder that refuses new files is named") {
  // Nobody, root included, may create files here.
  const auto result = icc::create_below("/proc", "icc.yaml", "x");
  REQUIRE(!result);
  CHECK(result.error().message.starts_with("can't create 'icc.yaml': "));
}
