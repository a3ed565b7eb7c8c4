#include "icc/git.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "git_repository.h"

using icc::Git;
using icc::GitFile;
using icc::test::GitRepository;
using icc::test::plain_environment;
using icc::test::TemporaryFolder;
using Texts = std::vector<std::string>;

namespace {

Git opened(const std::string& folder, const Texts& more = {}) {
  Texts environment = plain_environment();
  environment.insert(environment.end(), more.begin(), more.end());
  auto git = Git::in_work_tree(folder, environment);
  REQUIRE_MESSAGE(git.has_value(), git.error().message);
  return *git;
}

/// `PATH=BYTES` of each file; what git can't read shows as its message.
Texts contents(const Git& git, const icc::Result<std::vector<GitFile>>& files,
               std::size_t limit = 100) {
  REQUIRE(files.has_value());
  Texts ids;
  for (const GitFile& file : *files) ids.push_back(file.id);
  Texts all;
  const auto read = git.read(ids, limit, [&](std::string_view bytes) {
    all.push_back(files->at(all.size()).path + "=" + std::string(bytes));
  });
  if (!read) all.push_back(read.error().message);
  return all;
}

Texts names(const icc::Result<std::vector<GitFile>>& files) {
  REQUIRE(files.has_value());
  Texts all;
  for (const GitFile& file : *files) all.push_back(file.path);
  return all;
}

bool has(const Texts& all, const std::string& wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

}  // namespace

TEST_CASE("the index is read, not the work tree") {
  const GitRepository folder;
  folder.write("a.yaml", "staged\n");
  folder.write("practices/b.yaml", "");
  folder.git({"add", "-A"});
  folder.write("a.yaml", "later\n");
  folder.write("c.yaml", "not added\n");
  const Git git = opened(folder.path());
  CHECK(contents(git, git.staged()) == Texts{"a.yaml=staged\n", "practices/b.yaml="});
  const Git below = opened(folder.path("practices"));
  CHECK(contents(below, below.staged()) == Texts{"b.yaml="});
}

TEST_CASE("a file of which only the name was added is not staged") {
  const GitRepository folder;
  folder.write("empty.yaml", "");
  folder.git({"add", "-A"});
  folder.write(" intended.yaml ", "text\n");
  folder.git({"add", "-N", " intended.yaml "});
  CHECK(names(opened(folder.path()).staged()) == Texts{"empty.yaml"});
}

TEST_CASE("links and unmerged files are told apart") {
  const GitRepository folder;
  folder.write("a.yaml", "one\n");
  std::filesystem::create_symlink("a.yaml", folder.path("link.yaml"));
  folder.commit();
  folder.git({"checkout", "-q", "-b", "other"});
  folder.write("a.yaml", "two\n");
  folder.commit();
  folder.git({"checkout", "-q", "main"});
  folder.write("a.yaml", "three\n");
  folder.commit();
  const Git git = opened(folder.path());
  const auto merged =
      git.run({"-c", "user.name=Test", "-c", "user.email=test@test", "merge", "-q", "other"});
  REQUIRE_MESSAGE(merged->exit == 1, merged->err);
  const auto files = git.staged();
  REQUIRE(names(files) == Texts{"a.yaml", "link.yaml"});
  CHECK(files->at(0).is_unmerged);
  CHECK((files->at(0).kind == icc::GitKind::regular));
  CHECK_FALSE(files->at(1).is_unmerged);
  CHECK((files->at(1).kind == icc::GitKind::link));
}

TEST_CASE("the files of a commit") {
  const GitRepository folder;
  folder.write("practices/a.yaml", "one\n");
  folder.commit();
  folder.write("practices/a.yaml", "two\n");
  folder.commit();
  const Git git = opened(folder.path());
  CHECK(contents(git, git.files_of("HEAD")) == Texts{"practices/a.yaml=two\n"});
  CHECK(contents(git, git.files_of("HEAD~1")) == Texts{"practices/a.yaml=one\n"});
  const Git below = opened(folder.path("practices"));
  CHECK(contents(below, below.files_of("main")) == Texts{"a.yaml=two\n"});
  for (const char* unknown : {"nothing", "--all", "HEAD..main", "HEAD~9", ""}) {
    const auto files = git.files_of(unknown);
    REQUIRE_FALSE(files.has_value());
    CHECK(files.error().failure == icc::Failure::usage);
    CHECK(files.error().message == "git knows no revision '" + std::string(unknown) + "'");
  }
}

TEST_CASE("of a large file only as much as the limit, and the next one is right") {
  const GitRepository folder;
  folder.write("a", std::string(300'000, 'a'));
  folder.write("b", "b\n\nb");
  folder.write("c", std::string(10, 'c'));
  folder.write("d", std::string(11, 'd'));
  folder.git({"add", "-A"});
  const Git git = opened(folder.path());
  CHECK(contents(git, git.staged(), 10) ==
        Texts{"a=" + std::string(11, 'a'), "b=b\n\nb", "c=cccccccccc", "d=ddddddddddd"});
}

TEST_CASE("an id that the repository lacks is an error") {
  const GitRepository folder;
  const Git git = opened(folder.path());
  const Texts ids = {std::string(40, '1')};
  const auto read = git.read(ids, 10, [](std::string_view) {});
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().message == "git can't read a file of this version");
  CHECK(git.read({}, 10, [](std::string_view) {}).has_value());
}

TEST_CASE("a folder without a repository") {
  const TemporaryFolder folder;
  const auto git = Git::in_work_tree(folder.path(), plain_environment());
  REQUIRE_FALSE(git.has_value());
  CHECK(git.error().message == "'" + folder.path() + "' does not lie in a work tree of git");
  CHECK(Git(folder.path(), plain_environment()).run({"hash-object", "--stdin"}, "x")->out ==
        "c1b0730e0133447badcfd47fd144e254807b06e1\n");
}

TEST_CASE("what git refuses is told in its words") {
  const GitRepository folder;
  const auto printed = opened(folder.path()).output({"cat-file", "-p", "nothing"});
  REQUIRE_FALSE(printed.has_value());
  CHECK(printed.error().message == "git cat-file: Not a valid object name nothing");
}

TEST_CASE("a repository that git can't read is no folder without one") {
  const GitRepository folder;
  folder.write("practices/a.yaml", "one\n");
  folder.commit();
  const Git git(folder.path(), plain_environment());
  folder.write(".git/refs/heads/main", std::string(40, '1') + "\n");
  const auto lost = git.times_below("practices");
  REQUIRE_FALSE(lost.has_value());
  CHECK(lost.error().message == "git log: bad object HEAD");
  folder.write(".git/config", "[core\n");
  const std::string message = "git rev-parse: bad config line 1 in file .git/config";
  const auto unread = git.times_below("practices");
  REQUIRE_FALSE(unread.has_value());
  CHECK(unread.error().message == message);
  const auto opened = Git::in_work_tree(folder.path(), plain_environment());
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().message == message);
}

TEST_CASE("variables that lead to another repository are left out") {
  const Git git("/",
                {"GIT_DIR=/a", "GIT_WORK_TREE=/b", "GIT_INDEX_FILE=/c", "GIT_PREFIX=d/",
                 "GIT_OBJECT_DIRECTORY=/e", "GIT_TRACE=1", "GIT_CONFIG=/f", "LC_ALL=fr_FR",
                 "GIT_CONFIG_GLOBAL=/g", "GIT_EXEC_PATH=/h", "HOME=/i", "GITHUB_ACTIONS=true"});
  CHECK(git.environment() == Texts{"GIT_CONFIG_GLOBAL=/g", "GIT_EXEC_PATH=/h", "HOME=/i",
                                   "GITHUB_ACTIONS=true", "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0",
                                   "GIT_LITERAL_PATHSPECS=1", "GIT_TERMINAL_PROMPT=0"});
}

TEST_CASE("the index that a hook inherits counts for its own work tree only") {
  const GitRepository here;
  const GitRepository elsewhere;
  here.write("practices/a.yaml", "a\n");
  here.git({"add", "-A"});
  here.git({"read-tree", "--empty", "--index-output=" + here.path(".git/partial")});
  const auto has_variable = [](const Git& git, const std::string& variable) {
    return has(git.environment(), variable);
  };
  const std::string own = "GIT_INDEX_FILE=" + here.path(".git/partial");
  const Texts inherited = {"GIT_DIR=" + here.path(".git"), "GIT_INDEX_FILE=.git/partial",
                           "GIT_PREFIX="};
  CHECK(names(opened(here.path()).staged()) == Texts{"practices/a.yaml"});
  for (const std::string& folder : {here.path(), here.path("practices")}) {
    const Git git = opened(folder, inherited);
    CHECK(has_variable(git, own));
    CHECK(names(git.staged()).empty());
  }
  CHECK_FALSE(has_variable(opened(elsewhere.path(), inherited), own));
  elsewhere.write("b.yaml", "b\n");
  elsewhere.git({"add", "-A"});
  CHECK(names(opened(elsewhere.path(), inherited).staged()) == Texts{"b.yaml"});
}

TEST_CASE("a program that is not there") {
  const GitRepository folder;
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nonexistent", 1);
  const auto answer = Git(folder.path(), plain_environment()).run({"--version"});
  setenv("PATH", path.c_str(), 1);
  REQUIRE_FALSE(answer.has_value());
  CHECK(answer.error().message == "there is no program 'git'");
}

TEST_CASE("the times of files are those of the commits that added and changed them") {
  const GitRepository repository;
  CHECK(Git(repository.path(), plain_environment()).times_below("p")->empty());
  const auto commit_at = [&](const std::string& time) {
    repository.git({"add", "-A"});
    repository.git({"commit", "-q", "-m", "a change", "--date", time});
  };
  repository.write("p/a.yaml", "1\n");
  repository.write("other.txt", "1\n");
  commit_at("@1000000000 +0200");
  repository.write("p/a.yaml", "2\n");
  repository.write("p/b.yaml", "1\n");
  commit_at("@1100000000 +0000");
  const auto times = Git(repository.path(), plain_environment()).times_below("p");
  REQUIRE(times.has_value());
  REQUIRE(times->size() == 2);
  CHECK(times->at(0).path == "p/a.yaml");
  CHECK(times->at(0).added == 1000000000);
  CHECK(times->at(0).changed == 1100000000);
  CHECK(times->at(1).path == "p/b.yaml");
  CHECK(times->at(1).added == 1100000000);
}
