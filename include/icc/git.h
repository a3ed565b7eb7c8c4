#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "icc/files.h"
#include "icc/result.h"

// The git program, asked for what it knows: no shell, no terminal, nothing written, and only what
// git's manual calls plumbing, whose output is stable.

namespace icc {

/// What a run of git answered.
struct GitAnswer {
  int exit = 0;
  std::string out;
  std::string err;
};

/// What git keeps under a path.
enum class GitKind : std::uint8_t { regular, link, repository };

/// A file of the index or of a commit.
struct GitFile {
  std::string path;  ///< relative to the folder of its `Git`, with `/`
  std::string id;    ///< of its bytes, in hexadecimal
  GitKind kind = GitKind::regular;
  bool is_unmerged = false;  ///< in the index: a merge has left several versions of it
};

/// When the commits that added a file and last changed it were made, in seconds since the start of
/// 1970 in UTC.
struct GitTimes {
  std::string path;  ///< relative to the folder of its `Git`, with `/`
  std::int64_t added = 0;
  std::int64_t changed = 0;
};

/// git, run in one folder. May be used by many threads at once.
class Git {
 public:
  /// Takes a piece of what git prints.
  using Take = std::function<void(std::string_view piece)>;

  /// git in `folder`, be it in a repository or not. `environment` is that of the process, as
  /// `NAME=VALUE`; what a hook of git's inherits and what would lead elsewhere is left out of it.
  Git(std::string folder, const std::vector<std::string>& environment);

  /// git in `folder`, which must lie in a work tree. When a hook of this very work tree inherited
  /// an index of its own (as `git commit -a` and `git commit FILE` use), that one is asked; the
  /// index of another repository never is.
  [[nodiscard]] static Result<Git> in_work_tree(std::string folder,
                                                const std::vector<std::string>& environment);

  /// The folder that git runs in.
  [[nodiscard]] const std::string& folder() const { return folder_; }
  /// What git is given for an environment, as `NAME=VALUE`.
  [[nodiscard]] const std::vector<std::string>& environment() const { return environment_; }

  /// Runs git with these arguments and `input` on its standard input. Fails only when there is no
  /// git, or the system can't run it.
  [[nodiscard]] Result<GitAnswer> run(const std::vector<std::string>& arguments,
                                      std::string_view input = {}) const;

  /// What a run printed that must succeed; else git's own message is the error.
  [[nodiscard]] Result<std::string> output(const std::vector<std::string>& arguments,
                                           std::string_view input = {}) const;

  /// The files in the index, below the folder, sorted by path: what git would commit. One that is
  /// unmerged stands there once; one of which only the name was added does not.
  [[nodiscard]] Result<std::vector<GitFile>> staged() const;

  /// The files of a commit (`HEAD~1`, `main`, a tag), below the folder, sorted by path. A name that
  /// git doesn't know is `Failure::usage`.
  [[nodiscard]] Result<std::vector<GitFile>> files_of(std::string_view revision) const;

  /// The times of all files that the history of HEAD has below `path`, sorted by path; empty where
  /// there is no repository, or no commit in it. Names that git would quote are left out.
  [[nodiscard]] Result<std::vector<GitTimes>> times_below(std::string_view path) const;

  /// Hands over the bytes of the files with these ids, in order; of larger ones only `limit` bytes
  /// plus one. Views live until the next is handed over.
  [[nodiscard]] Result<void> read(std::span<const std::string> ids, std::size_t limit,
                                  const Take& take) const;

 private:
  [[nodiscard]] Result<GitAnswer> run(const std::vector<std::string>& arguments,
                                      std::string_view input, const Take& take) const;
  /// What a run prints that asks for one thing, without its line end; empty where there is no such
  /// thing, and where there is no repository.
  [[nodiscard]] Result<std::string> asked(const std::vector<std::string>& arguments) const;
  [[nodiscard]] Result<void> leave_out_intentions(std::vector<GitFile>& files) const;

  std::string folder_;
  std::vector<std::string> environment_;
};

/// The files of the index or of a commit, as a source of a database whose root is the folder of
/// `git`. Hidden files and links are no records; an unmerged file can't be read.
[[nodiscard]] FileSource source_of(const Git& git, const std::vector<GitFile>& files);

}  // namespace icc
