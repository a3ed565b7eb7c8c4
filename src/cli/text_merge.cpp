#include "cli/text_merge.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "icc/files.h"
#include "icc/git.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr int most_conflicts = 127;  // above it `git merge-file` tells of an error

/// A folder for files that another program is to read, removed with them at the
/// end.
class Scratch {
 public:
  explicit Scratch(std::string parent) {
    parent += "/icc-merge-XXXXXX";
    if (::mkdtemp(parent.data()) != nullptr) path_ = std::move(parent);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }

  /// Empty when it could not be made.
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Result<Merged> merged_files(const Session& session, const std::string& folder) {
  const Git git(session.folder, session.variables);
  auto answer = git.run({"merge-file", "-p", "-L", "ours", "-L", "base", "-L", "theirs",
                         folder + "/ours", folder + "/base", folder + "/theirs"});
  if (!answer) return tl::unexpected(answer.error());
  if (answer->exit > most_conflicts) {
    return failed(Failure::environment,
                  "git merge-file can't merge: " + visible(trimmed(answer->err)));
  }
  return Merged{std::move(answer->out), answer->exit != 0};
}

}  // namespace

TextMerge git_text_merge(const Session& session) {
  return [&session](const Three<std::string_view>& versions) -> Result<Merged> {
    const std::string parent = session.environment("TMPDIR");
    const Scratch scratch(parent.empty() ? "/tmp" : parent);
    if (scratch.path().empty()) {
      Error error = file_error("make a folder in", parent.empty() ? "/tmp" : parent, errno);
      error.hint = "TMPDIR says where";
      return tl::unexpected(std::move(error));
    }
    auto written = write_file(scratch.path() + "/base", versions.base);
    if (written) written = write_file(scratch.path() + "/ours", versions.ours);
    if (written) written = write_file(scratch.path() + "/theirs", versions.theirs);
    if (!written) return tl::unexpected(written.error());
    return merged_files(session, scratch.path());
  };
}

}  // namespace icc
