#include "cli/git_hook.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "icc/files.h"
#include "icc/store.h"

namespace icc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view head =
    "#!/bin/sh\n"
    "# Written by 'icc hook install'; 'icc hook uninstall' takes it away.\n";

// {0} is the folder of the database for the shell, from the top of the work tree, where git runs
// hooks.
constexpr std::string_view body = R"SH(before="$(dirname "$0")/pre-commit.before-icc"
if [ -x "$before" ]; then
  "$before" "$@" || exit
fi
database={0}
if [ -z "$(git ls-files -- "$database/practices/*.yaml")" ]; then
  exit 0 # what is committed has no records
fi
if ! command -v icc >/dev/null; then
  echo "error: icc is not installed here, so that the records can't be checked" >&2
  echo "hint: 'git commit --no-verify' commits them all the same" >&2
  exit 1
fi
exec icc -C "$database" validate --staged
)SH";

// Where icc is not installed git merges the text; without this it would keep our side alone.
constexpr std::string_view driver =
    "if command -v icc >/dev/null; then icc merge-driver %O %A %B %P; "
    "else git merge-file -L ours -L base -L theirs %A %O %B; fi";

/// A text as one word of the shell.
std::string shell_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

Result<std::string> line_of(const Git& git, const std::vector<std::string>& arguments) {
  return git.output(arguments).map([](const std::string& out) {
    return std::string(out.ends_with('\n') ? out.substr(0, out.size() - 1) : out);
  });
}

/// The hook's file: git knows where the hooks of all work trees are.
Result<fs::path> hook_path(const Git& git) {
  return line_of(git, {"rev-parse", "--git-path", "hooks"}).map([&](const std::string& folder) {
    return (fs::path(git.folder()) / folder / "pre-commit").lexically_normal();
  });
}

fs::path before_path(const fs::path& hook) {
  return hook.string() + ".before-icc";
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

/// The text of a hook of ours; empty for any other, and where there is none.
std::string own_text(const fs::path& hook) {
  auto text = is_there(hook) ? read_file(hook.string()) : std::string();
  return text && text->starts_with(head) ? std::move(*text) : std::string();
}

Result<void> keep_other_hook(const fs::path& hook) {
  if (!is_there(hook) || !own_text(hook).empty()) return {};
  const fs::path before = before_path(hook);
  if (is_there(before)) {
    return failed(
        Failure::refused,
        fmt::format("both '{}' and '{}' exist", hook.string(), before.filename().string()),
        "make one of the two, then try again");
  }
  std::error_code error;
  fs::rename(hook, before, error);
  if (error) return tl::unexpected(file_error("rename", hook.string(), error.value()));
  return {};
}

Result<void> write_hook(const fs::path& hook, const std::string& text) {
  std::error_code error;
  fs::create_directories(hook.parent_path(), error);
  if (error)
    return tl::unexpected(
        file_error("make the folder", hook.parent_path().string(), error.value()));
  if (auto written = write_file(hook.string(), text); !written) return written;
  constexpr auto may_run = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  fs::permissions(hook, may_run, fs::perm_options::add, error);
  if (error) return tl::unexpected(file_error("make executable", hook.string(), error.value()));
  return {};
}

Result<void> set(const Git& git, const std::string& name, std::string_view value) {
  return git.output({"config", "--local", "--replace-all", name, std::string(value)})
      .map([](const std::string&) {});
}

/// A setting of this repository; empty when it is not set.
std::string setting(const Git& git, const std::string& name) {
  return line_of(git, {"config", "--local", "--get", name}).value_or("");
}

}  // namespace

Result<Git> git_at_top(const Session& session) {
  auto git = Git::in_work_tree(session.folder, session.variables);
  if (!git) return git;
  return line_of(*git, {"rev-parse", "--show-toplevel"}).map([&](const std::string& top) {
    return Git(top, session.variables);
  });
}

Result<std::string> database_folder(const Session& session, const Git& git) {
  auto root = Store::find_root(session.folder);
  if (!root) return root;
  const std::string folder = fs::path(*root).lexically_relative(git.folder()).generic_string();
  if (!folder.starts_with("..")) return folder;
  return failed(
      Failure::refused,
      fmt::format("the database '{}' does not lie in the work tree '{}'", *root, git.folder()),
      "'git init' in the folder of the database");
}

Result<std::string> install_hook(const Git& git, std::string_view database) {
  const auto hook = hook_path(git);
  if (!hook) return tl::unexpected(hook.error());
  const std::string text = fmt::format("{}{}", head, fmt::format(body, shell_word(database)));
  if (own_text(*hook) == text) return std::string();
  const bool chains = is_there(*hook) && own_text(*hook).empty();
  auto done = keep_other_hook(*hook);
  if (done) done = write_hook(*hook, text);
  if (!done) return tl::unexpected(done.error());
  return fmt::format("wrote {}{}\n", hook->string(),
                     chains ? ", which runs the hook that was there first" : "");
}

Result<std::string> uninstall_hook(const Git& git) {
  const auto hook = hook_path(git);
  if (!hook) return tl::unexpected(hook.error());
  if (own_text(*hook).empty()) return std::string();
  std::error_code error;
  fs::remove(*hook, error);
  if (error) return tl::unexpected(file_error("remove", hook->string(), error.value()));
  const fs::path before = before_path(*hook);
  if (!is_there(before)) return fmt::format("removed {}\n", hook->string());
  fs::rename(before, *hook, error);
  if (error) return tl::unexpected(file_error("rename", before.string(), error.value()));
  return fmt::format("removed {}, and put the hook back that was there before\n", hook->string());
}

Result<std::string> register_driver(const Git& git) {
  if (setting(git, "merge.icc.driver") == driver) return std::string();
  auto done = set(git, "merge.icc.name", "records of icc, field by field");
  if (done) done = set(git, "merge.icc.driver", driver);
  if (!done) return tl::unexpected(done.error());
  return std::string("told git how to merge records\n");
}

bool uses_driver(const Git& git, std::string_view database) {
  const auto answer = git.output(
      {"check-attr", "merge", "--", fmt::format("{}/practices/country/id.yaml", database)});
  return answer && answer->ends_with(": icc\n");
}

Result<std::string> unregister_driver(const Git& git) {
  if (setting(git, "merge.icc.driver").empty()) return std::string();
  return git.output({"config", "--local", "--remove-section", "merge.icc"})
      .map(
          [](const std::string&) { return std::string("made git forget how to merge records\n"); });
}

}  // namespace icc
