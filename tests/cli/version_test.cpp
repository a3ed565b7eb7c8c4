#include "cli/version.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "cli/case_file.h"
#include "cli/run.h"
#include "git_repository.h"

// What `icc validate` says of git's index and of commits.

namespace {

namespace fs = std::filesystem;
using icc::test::GitRepository;
using icc::test::plain_environment;

constexpr std::string_view good = "title: Neighbours\ncountry: Germany\nsummary: |\n  They meet.\n";
constexpr std::string_view bad = "title: Neighbours\ncontry: Germany\nsummary: |\n  They meet.\n";
const std::string record = "practices/germany/neighbours.yaml";

/// A repository with the shipped schema and one good record, committed.
class Database : public GitRepository {
 public:
  explicit Database(std::string below = {}) : below_(std::move(below)) {
    fs::create_directories(root());
    fs::copy(ICC_SOURCE_DIR "/schema", root() + "/schema", fs::copy_options::recursive);
    put(good);
    commit();
  }

  [[nodiscard]] std::string root() const { return path() + "/" + below_; }
  void put(std::string_view bytes, const std::string& name = record) const {
    write(below_ + name, bytes);
  }

 private:
  std::string below_;
};

/// The outcome of a command line in a folder, in this process.
icc::test::Outcome outcome(const std::string& folder, std::vector<std::string> words) {
  icc::test::Outcome seen;
  const auto sink = [](std::string& text) {
    return [&text](std::string_view piece) {
      text += piece;
      return true;
    };
  };
  icc::Session session{.in = {},
                       .out = {sink(seen.out), false, false, 80},
                       .err = {sink(seen.err), false, false, 80},
                       .folder = folder,
                       .environment = [](std::string_view) { return std::string(); },
                       .variables = plain_environment()};
  seen.exit = static_cast<int>(icc::run(session, words));
  return seen;
}

const std::string unknown_key =
    record +
    ":2:1: error: unknown key 'contry' (did you mean 'country'? it is required and missing here) "
    "[ICC104 unknown-key]\n";

}  // namespace

TEST_CASE("a bad version in the index fails, whatever the work tree holds") {
  const Database database;
  database.put(bad);
  database.git({"add", "-A"});
  database.put(good);
  const auto seen = outcome(database.root(), {"validate", "--staged"});
  CHECK(seen.out == unknown_key);
  CHECK(seen.err == "1 record: 1 error\n");
  CHECK(seen.exit == 1);
  CHECK(outcome(database.root(), {"validate"}).exit == 0);
}

TEST_CASE("a good version in the index passes, whatever the work tree holds") {
  const Database database;
  database.put(bad);
  database.put("no schema\n", "schema/practice.schema.yaml");
  database.put(good, "practices/germany/new.yaml");
  const auto seen = outcome(database.root(), {"validate", "--staged"});
  CHECK(seen.out.empty());
  CHECK(seen.err == "1 record: no faults\n");
  CHECK(seen.exit == 0);
  CHECK(outcome(database.root(), {"validate"}).exit == 2);
}

TEST_CASE("schema and vocabularies count as they are in the index") {
  const Database database;
  const std::string topics = "schema/vocabularies/topics.yaml";
  database.put(std::string(good) + "topics:\n  - Gardening\n");
  const std::string before = database.read(topics);
  database.put(before + "\n  - const: Gardening\n", topics);
  database.git({"add", "-A"});
  database.put(before, topics);
  CHECK(outcome(database.root(), {"validate", "--staged"}).err == "1 record: no faults\n");
  CHECK(outcome(database.root(), {"validate"}).err == "1 record: 1 error\n");
}

TEST_CASE("the rules between records see the records that would be committed") {
  const Database database;
  database.put(good, "practices/neighbours.yaml");
  database.git({"add", "-A"});
  fs::remove(database.path("practices/neighbours.yaml"));
  const auto seen = outcome(database.root(), {"validate", "--staged", record});
  CHECK(seen.err == "1 record: no faults\n");
  const auto other = outcome(database.root(), {"validate", "--staged"});
  CHECK(other.out.find("[ICC201 repeated-id]") != std::string::npos);
  CHECK(outcome(database.root(), {"validate"}).err == "1 record: no faults\n");
}

TEST_CASE("a link leads to a file that would be committed, or nowhere") {
  const Database database;
  database.put("title: Linked\ncountry: Germany\nsummary: See [it](plan.txt) and [all](..).\n");
  database.git({"add", "-A"});
  database.put("a plan\n", "practices/germany/plan.txt");
  CHECK(outcome(database.root(), {"validate"}).err == "1 record: no faults\n");
  CHECK(outcome(database.root(), {"validate", "--staged"}).err == "1 record: 1 warning\n");
  database.git({"add", "-A"});
  CHECK(outcome(database.root(), {"validate", "--staged"}).err == "1 record: no faults\n");
}

TEST_CASE("an unmerged record can't be read") {
  const Database database;
  database.git({"checkout", "-q", "-b", "other"});
  database.put("title: One\n");
  database.commit();
  database.git({"checkout", "-q", "main"});
  database.put("title: Two\n");
  database.commit();
  CHECK(icc::Git(database.path(), plain_environment())
            .run({"-c", "user.name=T", "-c", "user.email=t@t", "merge", "-q", "other"})
            ->exit == 1);
  const auto seen = outcome(database.root(), {"validate", "--staged"});
  CHECK(seen.out == record + ":1:1: error: can't read '" + record +
                        "': a merge has left several versions of it [ICC001 unreadable-file]\n");
  CHECK(seen.exit == 1);
}

TEST_CASE("links and other repositories below practices are told, not left out") {
  const Database database;
  database.put(good);
  fs::create_symlink("../../drafts/x.yaml", database.path("practices/germany/link.yaml"));
  fs::create_symlink("../drafts", database.path("practices/linked"));
  fs::create_symlink("a.png", database.path("practices/picture.png"));
  database.git({"init", "-q", "practices/other"});
  database.put(good, "practices/other/inner.yaml");
  const icc::Git inner(database.path("practices/other"), plain_environment());
  REQUIRE(inner.run({"add", "-A"})->exit == 0);
  REQUIRE(
      inner.run({"-c", "user.name=T", "-c", "user.email=t@t", "commit", "-q", "-m", "x"})->exit ==
      0);
  database.git({"-c", "advice.addEmbeddedRepo=false", "add", "-A"});
  const auto seen = outcome(database.root(), {"validate", "--staged"});
  CHECK(seen.out ==
        "practices/germany/link.yaml:1:1: error: can't read 'practices/germany/link.yaml': it is "
        "a link, and links are not followed [ICC001 unreadable-file]\n"
        "practices/linked:1:1: error: can't read 'practices/linked': it is a link, and links are "
        "not followed [ICC001 unreadable-file]\n"
        "practices/other:1:1: warning: can't read 'practices/other': it is another repository, "
        "whose records are left out here (what it holds is checked in the work tree, and by its "
        "own commits) [ICC001 unreadable-file]\n");
  CHECK(seen.err == "2 records: 2 errors, 1 warning\n");
}

TEST_CASE("git's own commits ask the index that they commit") {
  const Database database;
  const std::string hook = database.path(".git/hooks/pre-commit");
  database.write(".git/hooks/pre-commit", "#!/bin/sh\nexec '" ICC_BINARY "' validate --staged\n");
  fs::permissions(hook, fs::perms::owner_all);
  const icc::Git git(database.path(), plain_environment());
  const auto commit = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"-c",     "user.name=T", "-c", "user.email=t@t",
                                      "commit", "-q",          "-m", "a change"};
    words.insert(words.end(), more.begin(), more.end());
    return git.run(words)->exit;
  };
  database.put(bad);
  CHECK(commit({"-a"}) == 1);
  CHECK(commit({record}) == 1);
  database.put(good, "practices/germany/other.yaml");
  database.git({"add", "practices/germany/other.yaml"});
  CHECK(commit({}) == 0);
  database.put(bad, "practices/germany/third.yaml");
  database.git({"add", "-A"});
  database.put("title: Changed\ncountry: Germany\nsummary: Others.\n",
               "practices/germany/other.yaml");
  CHECK(commit({"practices/germany/other.yaml"}) == 0);
  CHECK(commit({}) == 1);
}

TEST_CASE("only what a commit did not have is shown") {
  const Database database("data/");
  database.put(bad);
  database.commit();
  database.put("# a line more\n" + std::string(bad) + "period: 2021-2019\n");
  const auto seen = outcome(database.root(), {"validate", "--since", "HEAD"});
  CHECK(seen.out == record +
                        ":6:9: error: the period '2021-2019' ends before it starts (put the "
                        "earlier date first) [ICC208 period-order]\n");
  CHECK(seen.err == "1 record: 1 error; 1 fault that 'HEAD' had already is not shown\n");
  CHECK(seen.exit == 1);
  CHECK(outcome(database.root(), {"validate", "--since", "HEAD", "--staged"}).exit == 0);
  const auto older = outcome(database.root(), {"validate", "--since", "HEAD~1"});
  CHECK(older.err == "1 record: 2 errors\n");
}

TEST_CASE("where there was no database, all faults are new") {
  const GitRepository folder;
  folder.write("notes.txt", "x\n");
  folder.commit();
  fs::copy(ICC_SOURCE_DIR "/schema", folder.path("schema"), fs::copy_options::recursive);
  folder.write(record, bad);
  const auto seen = outcome(folder.path(), {"validate", "--since", "HEAD"});
  CHECK(seen.err ==
        "note: there is no database that can be read in 'HEAD': all faults are new\n"
        "1 record: 1 error\n");
  CHECK(outcome(folder.path(), {"validate", "--since", "HEAD~1"}).err ==
        "error: git knows no revision 'HEAD~1'\n"
        "hint: name a commit, a branch or a tag, as 'git log' does\n");
}

TEST_CASE("paths of annotations begin at the top of the repository") {
  const Database database("data/");
  database.put(bad);
  const auto seen = outcome(database.root(), {"validate", "--format", "github"});
  CHECK(seen.out.starts_with("::error file=data/practices/germany/neighbours.yaml,line=2,"));
}

TEST_CASE("the sum of the work on demand") {
  const Database database;
  const auto seen = outcome(database.root(), {"validate", "--stats"});
  CHECK(seen.err.starts_with("1 record: no faults\n1 record by "));
  CHECK(seen.err.ends_with(" s\n"));
}
