#include "cli/watched.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/message.h"
#include "cli/run.h"
#include "core/text_quote.h"
#include "icc/files.h"
#include "icc/store.h"
#include "icc/text.h"

namespace icc {
namespace {

namespace fs = std::filesystem;

constexpr const char* setting = "icc.database";
constexpr std::string_view schema_file = "schema/practice.schema.yaml";

std::string path_in(std::string_view database, std::string_view path) {
  return database == "." ? std::string(path) : fmt::format("{}/{}", database, path);
}

std::string folder_of(const Git& git, std::string_view database) {
  return database == "." ? git.folder() : fmt::format("{}/{}", git.folder(), database);
}

bool contains(const std::vector<std::string>& databases, std::string_view database) {
  return std::find(databases.begin(), databases.end(), database) != databases.end();
}

/// What would be committed, and what is to be checked of it.
struct Commit {
  Git git;
  std::vector<GitFile> files;
  std::vector<std::string> watched;

  /// The files of a database, as it sees them.
  [[nodiscard]] FileSource files_of(std::string_view database) const;
  [[nodiscard]] bool has_records(std::string_view database) const {
    const auto records = files_of(database).below("practices", ".yaml");
    return records && !records->empty();
  }
  [[nodiscard]] bool has(std::string_view database) const {
    return files_of(database).exists(schema_file) || has_records(database);
  }
  /// The databases that are not to be checked.
  [[nodiscard]] std::vector<std::string> others() const;
};

FileSource Commit::files_of(std::string_view database) const {
  const std::string folder = path_in(database, "");
  std::vector<GitFile> own;
  for (const GitFile& file : files) {
    if (!file.path.starts_with(folder)) continue;
    own.push_back(file);
    own.back().path.erase(0, folder.size());
  }
  return source_of(git, own);
}

std::vector<std::string> Commit::others() const {
  std::vector<std::string> found;
  for (const GitFile& file : files) {
    const fs::path path = file.path;
    if (!file.path.ends_with(schema_file)) continue;
    const fs::path folder = path.parent_path().parent_path();
    const std::string database = folder.empty() ? "." : folder.generic_string();
    if (path_in(database, schema_file) == file.path && !contains(watched, database)) {
      found.push_back(database);
    }
  }
  return found;
}

Result<Commit> commit_of(const Git& git) {
  auto watched = watched_databases(git);
  if (!watched) return tl::unexpected(watched.error());
  auto files = git.staged();
  if (!files) return tl::unexpected(files.error());
  return Commit{git, std::move(*files), std::move(*watched)};
}

/// What to say when a commit has a database that nothing checks, in place of one that is missing.
Error unchecked(const std::string& folder, const std::string& missing) {
  const std::string what = fmt::format("nothing checks the database in '{}'", folder);
  return {
      Failure::refused,
      missing.empty() ? what : fmt::format("'{}' is no database any more, and {}", missing, what),
      fmt::format("'icc -C {} hook install' has it checked", shell_word(folder))};
}

/// Complains, or says, that databases are not in the commit.
Exit tell_missing(Session& session, const Git& git, const Commit& commit) {
  std::vector<std::string> missing;
  for (const std::string& database : commit.watched) {
    if (!commit.has(database)) missing.push_back(folder_of(git, database));
  }
  if (missing.empty() && !commit.watched.empty()) return Exit::done;
  if (const auto others = commit.others(); !others.empty()) {
    return complain(
        session, unchecked(folder_of(git, others.front()), missing.empty() ? "" : missing.front()));
  }
  if (!missing.empty() && missing.size() == commit.watched.size()) {
    remark(session, fmt::format("the commit has no database in '{}': no records are checked",
                                missing.front()));
  }
  return Exit::done;
}

}  // namespace

Result<std::string> database_folder(const Session& session, const Git& git) {
  auto root = Store::find_root(session.folder);
  if (!root) return root;
  const std::string folder = fs::path(*root).lexically_relative(git.folder()).generic_string();
  if (*fs::path(folder).begin() != "..") return folder;
  return failed(
      Failure::refused,
      fmt::format("the database '{}' does not lie in the work tree '{}'", *root, git.folder()),
      "'git init' in the folder of the database");
}

Result<std::vector<std::string>> watched_databases(const Git& git) {
  const auto answer = git.run({"config", "--local", "-z", "--get-all", setting});
  if (!answer) return tl::unexpected(answer.error());
  std::vector<std::string> databases;
  std::string_view left = answer->out;
  for (std::size_t end = 0; (end = left.find('\0')) != std::string_view::npos;) {
    databases.emplace_back(left.substr(0, end));
    left.remove_prefix(end + 1);
  }
  return databases;
}

std::vector<std::string> gone_databases(const Git& git, const std::vector<std::string>& databases) {
  std::vector<std::string> found;
  std::copy_if(databases.begin(), databases.end(), std::back_inserter(found),
               [&](const std::string& database) {
                 std::error_code ignored;
                 return !fs::exists(fs::path(git.folder()) / database / schema_file, ignored);
               });
  return found;
}

Result<std::string> watch(const Git& git, const std::string& database) {
  const auto watched = watched_databases(git);
  if (!watched) return tl::unexpected(watched.error());
  if (contains(*watched, database)) return std::string();
  return git.output({"config", "--local", "--add", setting, database}).map([&](const std::string&) {
    return fmt::format("from now on commits check {}\n", visible(folder_of(git, database)));
  });
}

Result<std::string> unwatch(const Git& git, const std::vector<std::string>& databases) {
  std::string all;
  for (const std::string& database : databases) {
    auto done =
        git.output({"config", "--local", "--fixed-value", "--unset-all", setting, database});
    if (!done) return done;
    all += fmt::format("commits don't check {} any more\n", visible(folder_of(git, database)));
  }
  return all;
}

Exit check_commit(Session& session, const Git& git) {
  const auto commit = commit_of(git);
  if (!commit) return complain(session, commit.error());
  Exit code = tell_missing(session, git, *commit);
  std::vector<std::string> checked = commit->watched;
  std::erase_if(checked,
                [&](const std::string& database) { return !commit->has_records(database); });
  for (const std::string& database : checked) {
    if (checked.size() > 1) {
      remark(session, fmt::format("in '{}':", folder_of(git, database)));
      session.err.flush();  // before the faults, which go to the other stream
    }
    code = worse(
        code, run(session, {"-C", folder_of(git, database), "--no-pager", "validate", "--staged"}));
  }
  return code;
}

}  // namespace icc
