#include "icc/store.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <new>
#include <set>

#include "temporary_folder.h"

using icc::test::TemporaryFolder;
using Names = std::vector<std::string>;

namespace {

constexpr std::string_view schema =
    "$schema: https://json-schema.org/draft/2020-12/schema\n"
    "type: object\n"
    "properties:\n"
    "  title: {type: string}\n"
    "  country: {type: string}\n";

/// A database without practices.
struct Database {
  Database() { folder.write("schema/practice.schema.yaml", schema); }

  [[nodiscard]] icc::Store store() const {
    auto opened = icc::Store::open(folder.path());
    REQUIRE(opened);
    return *opened;
  }

  TemporaryFolder folder;
};

/// `count` small records in several folders, with a faulty one now and then.
/// Answers their paths.
Names many(const TemporaryFolder& folder, int count) {
  Names paths;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(10'000 + i);
    paths.push_back("practices/land" + number.substr(0, 3) + "/p" + number + ".yaml");
    folder.write(paths.back(), i % 50 == 7 ? "title: 'open\n" : "title: Practice " + number + "\n");
  }
  return paths;
}

std::string told(const icc::Record& record) {
  const std::string first = record.practice
                                ? std::string(record.practice->document().root().end > 1
                                                  ? record.practice->document().node(1).text
                                                  : "")
                                : "faulty";
  return record.path + "=" + first + "\n";
}

std::string scanned(icc::Store store, const Names& paths, std::size_t threads) {
  std::string all;
  store.set_scanning({threads, {}});
  const auto result = store.scan<std::string>(
      paths, [](icc::Record&& record, std::string& part) { part += told(record); },
      [&](std::string& part) {
        all += part;
        return true;
      });
  CHECK(result);
  return all;
}

}  // namespace

TEST_CASE("the database is found upwards") {
  const Database database;
  const TemporaryFolder& folder = database.folder;
  folder.write("practices/sweden/a.yaml", "title: A\n");
  const std::string root = std::filesystem::canonical(folder.path()).string();
  CHECK(icc::Store::find_root(folder.path()) == root);
  CHECK(icc::Store::find_root(folder.path("practices/sweden")) == root);
  std::filesystem::create_directory_symlink(folder.path("practices"), folder.path("link"));
  CHECK(icc::Store::find_root(folder.path("link/sweden")) == root);

  const TemporaryFolder elsewhere;
  const auto none = icc::Store::find_root(elsewhere.path());
  REQUIRE(!none);
  CHECK(none.error().message == "no database: neither '" +
                                    std::filesystem::canonical(elsewhere.path()).string() +
                                    "' nor a folder above it has schema/practice.schema.yaml");
  CHECK(none.error().hint == "make one with 'icc init', or name its folder with -C");
  CHECK(icc::Store::find_root(elsewhere.path("no")).error().message ==
        "there is no folder '" + elsewhere.path("no") + "'");
}

TEST_CASE("a database that can't be opened says why") {
  const Database database;
  CHECK(database.store().root() == std::filesystem::canonical(database.folder.path()));
  CHECK(database.store().schema().fields().size() == 2);

  const TemporaryFolder faulty;
  faulty.write("schema/practice.schema.yaml", "type: 'object\n");
  const auto opened = icc::Store::open(faulty.path());
  REQUIRE(!opened);
  CHECK(opened.error().message.starts_with("schema/practice.schema.yaml:1:"));
  const TemporaryFolder empty;
  CHECK(!icc::Store::open(empty.path()));
  CHECK(icc::Store::open("/no/such").error().message == "there is no folder '/no/such'");
}

TEST_CASE("the records are the yaml files below practices") {
  const Database database;
  CHECK(database.store().paths() == Names{});
  database.folder.write("practices/b.yaml", "title: B\n");
  database.folder.write("practices/a/deep/x.yaml", "title: X\n");
  database.folder.write("practices/.draft.yaml", "title: no\n");
  database.folder.write("practices/a/notes.txt", "no");
  CHECK(database.store().paths() == Names{"practices/a/deep/x.yaml", "practices/b.yaml"});
}

TEST_CASE("a record is read, or its faults are, with their places") {
  const Database database;
  database.folder.write("practices/good.yaml", "title: Good\n");
  database.folder.write("practices/bad.yaml", "title: Bad\ncities: [Leeds\n");
  database.folder.write("practices/large.yaml", "title: " + std::string(300'000, 'x') + "\n");
  const icc::Store store = database.store();

  const auto good = store.read("practices/good.yaml");
  REQUIRE(good.practice);
  CHECK(good.practice->id() == "good");
  CHECK(good.practice->document().text() == "title: Good\n");

  const auto bad = store.read("practices/bad.yaml");
  REQUIRE(!bad.practice);
  REQUIRE(bad.practice.error().size() == 1);
  CHECK(short_form(bad.practice.error()[0]).starts_with("practices/bad.yaml:2:9: error: "));

  const auto large = store.read("practices/large.yaml");
  REQUIRE(!large.practice);
  CHECK(large.practice.error()[0].rule == icc::RuleId::too_large);

  const auto none = store.read("practices/none.yaml");
  REQUIRE(!none.practice);
  CHECK(short_form(none.practice.error()[0]) ==
        "practices/none.yaml:1:1: error: can't read 'practices/none.yaml': no "
        "such file or "
        "directory [ICC001 unreadable-file]\n");
}

TEST_CASE("what lies in the place of a record is told, not left out") {
  const Database database;
  database.folder.write("practices/a.yml", "title: A\n");
  database.folder.write("drafts/b.yaml", "title: B\n");
  const auto link = [&](const char* target, const char* path) {
    std::filesystem::create_symlink(database.folder.path(target), database.folder.path(path));
  };
  link("drafts/b.yaml", "practices/b.yaml");
  link("drafts", "practices/c");
  const icc::Store store = database.store();
  CHECK(store.paths() == Names{"practices/a.yml", "practices/b.yaml", "practices/c"});
  std::string told;
  for (const char* path : {"practices/a.yml", "practices/b.yaml", "practices/c"}) {
    told += short_form(store.read(path).practice.error()[0]);
  }
  CHECK(told ==
        "practices/a.yml:1:1: warning: a file with this ending is not read as a record (rename it "
        "to 'a.yaml') [ICC001 unreadable-file]\n"
        "practices/b.yaml:1:1: error: can't read 'practices/b.yaml': it is a link, and links are "
        "not followed [ICC001 unreadable-file]\n"
        "practices/c:1:1: error: can't read 'practices/c': it is a link, and links are not "
        "followed [ICC001 unreadable-file]\n");
}

TEST_CASE(
    "a scan hands over every record in the order of the paths, on any "
    "number of threads") {
  const Database database;
  const icc::Store store = database.store();
  CHECK(scanned(store, {}, 0).empty());
  const Names paths = many(database.folder, 1100);
  std::string expected;
  for (const std::string& path : paths) expected += told(store.read(path));
  for (const std::size_t threads : {0U, 1U, 2U, 3U, 8U, 100U}) {
    CAPTURE(threads);
    CHECK(scanned(store, paths, threads) == expected);
  }
  CHECK(scanned(store, {paths[0], paths[1]}, 8) ==
        told(store.read(paths[0])) + told(store.read(paths[1])));
}

TEST_CASE("a scan tells how far it is") {
  const Database database;
  icc::Store store = database.store();
  const Names paths(600, "practices/none.yaml");
  for (const std::size_t threads : {1U, 3U}) {
    std::string told;
    store.set_scanning({threads, [&](std::size_t done, std::size_t all) {
                          told += std::to_string(done) + " of " + std::to_string(all) + "\n";
                        }});
    CHECK(store.scan<int>(
        paths, [](icc::Record&&, int&) {}, [](int&) { return true; }));
    CHECK(told == "256 of 600\n512 of 600\n600 of 600\n");
  }
}

TEST_CASE("a scan stops when it is told to, and holds no more than its window") {
  const Database database;
  icc::Store store = database.store();
  const Names paths(50'000, "practices/none.yaml");
  for (const std::size_t threads : {1U, 4U}) {
    store.set_scanning({threads, {}});
    std::atomic<std::size_t> mapped = 0;
    std::size_t parts = 0;
    const auto result = store.scan<std::size_t>(
        paths,
        [&](icc::Record&&, std::size_t& part) {
          ++part;
          ++mapped;
        },
        [&](std::size_t& part) {
          CHECK(part == 256);
          return ++parts < 3;
        });
    CHECK(result);
    CHECK(parts == 3);
    CHECK(mapped.load() <= (3 + 2 * threads) * 256);
  }
}

TEST_CASE("no exception leaves a scan") {
  const Database database;
  icc::Store store = database.store();
  const Names paths(3000, "practices/none.yaml");
  for (const std::size_t threads : {1U, 4U}) {
    store.set_scanning({threads, {}});
    const auto in_map = store.scan<int>(
        paths, [](icc::Record&&, int&) { throw std::bad_alloc(); }, [](int&) { return true; });
    REQUIRE(!in_map);
    CHECK(in_map.error().message == "the memory is used up");
    const auto in_take = store.scan<int>(
        paths, [](icc::Record&&, int&) {}, [](int&) -> bool { throw std::bad_alloc(); });
    CHECK(!in_take);
  }
}

TEST_CASE("a record is found by its id, in any case") {
  const Database database;
  database.folder.write("practices/sweden/equality-planning.yaml", "title: E\n");
  database.folder.write("practices/uk/Parks.yaml", "title: P\n");
  const icc::Store store = database.store();
  CHECK(store.find("equality-planning") == "practices/sweden/equality-planning.yaml");
  CHECK(store.find("Equality-Planning") == "practices/sweden/equality-planning.yaml");
  CHECK(store.find("parks") == "practices/uk/Parks.yaml");
  CHECK(store.find("equality") == std::nullopt);
  database.folder.write("practices/norway/PARKS.yaml", "title: P\n");
  const auto two = store.find("parks");
  REQUIRE(!two);
  CHECK(two.error().message ==
        "two records have the id 'parks': 'practices/norway/PARKS.yaml' and "
        "'practices/uk/Parks.yaml'");
}

TEST_CASE("a new record takes the next id that is free in any folder") {
  const Database database;
  const icc::Store store = database.store();
  CHECK(store.add("Parks for all", "Sweden", "1") == "practices/sweden/parks-for-all.yaml");
  CHECK(store.add("Parks for all!", "Norway", "2") == "practices/norway/parks-for-all-2.yaml");
  database.folder.write("practices/x/Parks-For-All-3.yaml", "theirs");
  std::filesystem::create_directory(database.folder.path("practices/sweden/parks-for-all-4.yaml"));
  CHECK(store.add("parks for ALL", "Sweden", "5") == "practices/sweden/parks-for-all-5.yaml");
  CHECK(database.folder.read("practices/sweden/parks-for-all.yaml") == "1");
  CHECK(database.folder.read("practices/norway/parks-for-all-2.yaml") == "2");
  CHECK(database.folder.read("practices/x/Parks-For-All-3.yaml") == "theirs");
}

TEST_CASE("processes that add one title at the same time lose nothing") {
  const Database database;
  const icc::Store store = database.store();
  constexpr int processes = 16;
  constexpr int each = 3;
  for (int process = 0; process < processes; ++process) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child > 0) continue;
    bool all = true;
    for (int i = 0; i < each; ++i) {
      const std::string text = std::to_string(process) + "/" + std::to_string(i);
      all = store.add("One title", process % 2 == 0 ? "Sweden" : "Norway", text).has_value() && all;
    }
    _exit(all ? 0 : 1);
  }
  for (int process = 0; process < processes; ++process) {
    int status = 0;
    REQUIRE(wait(&status) > 0);
    CHECK(status == 0);
  }
  const auto paths = store.paths();
  REQUIRE(paths);
  CHECK(paths->size() == processes * each);
  std::set<std::string> ids;
  std::set<std::string> texts;
  for (const std::string& path : *paths) {
    ids.insert(std::string(icc::id_of(path)));
    texts.insert(database.folder.read(path));
  }
  CHECK(ids.size() == processes * each);
  CHECK(texts.size() == processes * each);
  CHECK(ids.contains("one-title-48"));
  CHECK(database.folder.all().size() == processes * each + 5);  // the folders and the schema
}
