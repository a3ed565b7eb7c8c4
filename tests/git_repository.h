#pragma once

#include <doctest/doctest.h>

#include <unistd.h>
#include <string>
#include <string_view>
#include <vector>

#include "icc/git.h"
#include "temporary_folder.h"

namespace icc::test {

/// The environment of this process as `NAME=VALUE`, without what git and its settings add to it.
inline std::vector<std::string> plain_environment() {
  std::vector<std::string> all;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    if (!text.starts_with("GIT_") && !text.starts_with("HOME=")) all.emplace_back(text);
  }
  all.emplace_back("HOME=/nonexistent");
  all.emplace_back("GIT_CONFIG_NOSYSTEM=1");
  return all;
}

/// A folder of a test's own that is a git repository.
class GitRepository : public TemporaryFolder {
 public:
  GitRepository() { git({"init", "-q", "-b", "main"}); }

  /// Runs git in the folder, which must succeed; answers what it prints.
  std::string git(std::vector<std::string> arguments) const {
    const std::vector<std::string> person = {"-c", "user.name=Test", "-c", "user.email=test@test"};
    arguments.insert(arguments.begin(), person.begin(), person.end());
    const auto answer = Git(path(), plain_environment()).run(arguments);
    REQUIRE(answer.has_value());
    REQUIRE_MESSAGE(answer->exit == 0, answer->err);
    return answer->out;
  }

  /// Adds all files to the index and commits it.
  void commit() const {
    git({"add", "-A"});
    git({"commit", "-q", "--allow-empty", "-m", "a change"});
  }
};

}  // namespace icc::test
