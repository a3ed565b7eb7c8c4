#include "cli/git_hook.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/message.h"
#include "core/text_quote.h"
#include "icc/files.h"

namespace icc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view head =
    "#!/bin/sh\n"
    "# Written by 'icc hook install'; 'icc hook uninstall' takes it away.\n";

// A program for hooks of many tools may move this file elsewhere, run it from there, and be the one
// that this file runs first: each of the two would call the other without end.
constexpr std::string_view body =
    R"SH(# Lines of your own belong into pre-commit.before-icc beside it, which runs first.
here=$(git rev-parse --absolute-git-dir) || exit
if [ "$ICC_HOOK_RUNS_IN" = "$here" ]; then
  exit 0 # one of this kind is at work already, and checks
fi
export ICC_HOOK_RUNS_IN="$here"
hooks=$(dirname "$0")
before="$hooks/pre-commit.before-icc"
if [ -x "$before" ] && ! cmp -s "$before" "$hooks/pre-commit"; then
  "$before" "$@" || exit
fi
if ! command -v icc >/dev/null; then
  echo "error: icc is not installed here, so that the records can't be checked" >&2
  echo "hint: 'git commit --no-verify' commits them all the same" >&2
  exit 1
fi
exec icc hook run
)SH";

// Where icc is not installed git merges the text; without this it would keep our side alone.
constexpr std::string_view driver =
    "if command -v icc >/dev/null; then icc merge-driver %O %A %B %P; "
    "else git merge-file -L ours -L base -L theirs %A %O %B; fi";

Result<std::string> line_of(const Git& git, const std::vector<std::string>& arguments) {
  return git.output(arguments).map([](const std::string& out) {
    return std::string(out.ends_with('\n') ? out.substr(0, out.size() - 1) : out);
  });
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

/// The text of a hook; empty where there is none that can be read.
std::string text_of(const fs::path& hook) {
  return is_there(hook) ? read_file(hook.string()).value_or("") : std::string();
}

bool is_ours(const fs::path& hook) {
  return text_of(hook).starts_with(head);
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  std::error_code ignored;
  const fs::path inside = fs::weakly_canonical(path, ignored).lexically_relative(folder);
  return !inside.empty() && *inside.begin() != "..";
}

/// Where the hook may be. https://pre-commit.com moves one that it finds to another name, and runs
/// it from there; others do the same.
struct Hooks {
  fs::path run;  ///< the one that git runs
  fs::path moved() const { return run.string() + ".legacy"; }
  fs::path before() const { return run.string() + ".before-icc"; }
};

/// git knows where the hooks of all work trees are.
Result<Hooks> hooks_of(const Git& git) {
  return line_of(git, {"rev-parse", "--git-path", "hooks"}).map([&](const std::string& folder) {
    return Hooks{(fs::path(git.folder()) / folder / "pre-commit").lexically_normal()};
  });
}

/// Whether ours is run by the one that git runs.
bool is_run_by_other(const Hooks& hooks) {
  return is_ours(hooks.moved()) &&
         text_of(hooks.run).find("https://pre-commit.com") != std::string::npos;
}

Result<void> move_file(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) return tl::unexpected(file_error("rename", from.string(), error.value()));
  return {};
}

Result<void> remove_file(const fs::path& path) {
  std::error_code error;
  fs::remove(path, error);
  if (error) return tl::unexpected(file_error("remove", path.string(), error.value()));
  return {};
}

/// Refuses hooks that other repositories run, too: what git is told for all of them.
Result<void> check_not_shared(const Git& git, const fs::path& hook) {
  const auto setting = git.run({"config", "--show-scope", "--get", "core.hooksPath"});
  if (!setting) return tl::unexpected(setting.error());
  const bool is_own = setting->exit != 0 || setting->out.starts_with("local\t") ||
                      setting->out.starts_with("worktree\t");
  if (is_own) return {};
  const auto repository = line_of(git, {"rev-parse", "--path-format=absolute", "--git-common-dir"});
  if (!repository) return tl::unexpected(repository.error());
  if (lies_in(hook, git.folder()) || lies_in(hook, *repository)) return {};
  return failed(Failure::refused,
                fmt::format("all repositories share the hooks in '{}': core.hooksPath is not of "
                            "this repository",
                            hook.parent_path().string()),
                fmt::format("'git config core.hooksPath {}' gives it hooks of its own",
                            shell_word(*repository + "/hooks")));
}

/// Refuses a hook of ours that a person has added to.
Result<void> check_unchanged(const Hooks& hooks) {
  for (const fs::path& hook : {hooks.run, hooks.moved()}) {
    const std::string text = text_of(hook);
    if (!text.starts_with(head) || text == fmt::format("{}{}", head, body)) continue;
    return failed(Failure::refused,
                  fmt::format("'{}' is not any more as icc wrote it", hook.string()),
                  "move the other lines to pre-commit.before-icc, which runs first, and remove it");
  }
  return {};
}

Result<void> keep_other_hook(const Hooks& hooks) {
  if (!is_there(hooks.run)) return {};
  const fs::path before = hooks.before();
  if (is_there(before) && !is_ours(before) && text_of(before) != text_of(hooks.run)) {
    return failed(
        Failure::refused,
        fmt::format("both '{}' and '{}' exist", hooks.run.string(), before.filename().string()),
        "make one of the two, then try again");
  }
  return move_file(hooks.run, before);
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
  const auto top = line_of(*git, {"rev-parse", "--show-toplevel"});
  return top ? Git::in_work_tree(*top, session.variables) : tl::unexpected(top.error());
}

Result<std::string> install_hook(const Git& git) {
  const auto hooks = hooks_of(git);
  if (!hooks) return tl::unexpected(hooks.error());
  auto may = check_not_shared(git, hooks->run);
  if (may) may = check_unchanged(*hooks);
  if (!may) return tl::unexpected(may.error());
  if (is_ours(hooks->run) || is_run_by_other(*hooks)) return std::string();
  const bool chains = is_there(hooks->run);
  auto done = keep_other_hook(*hooks);
  if (done) done = write_hook(hooks->run, fmt::format("{}{}", head, body));
  if (!done) return tl::unexpected(done.error());
  return fmt::format("wrote {}{}\n", hooks->run.string(),
                     chains ? ", which runs the hook that was there first" : "");
}

Result<std::string> uninstall_hook(const Git& git) {
  const auto hooks = hooks_of(git);
  if (!hooks) return tl::unexpected(hooks.error());
  if (auto same = check_unchanged(*hooks); !same) return tl::unexpected(same.error());
  std::string done;
  fs::path place;
  for (const fs::path& hook : {hooks->moved(), hooks->run}) {
    if (!is_ours(hook)) continue;
    if (auto gone = remove_file(hook); !gone) return tl::unexpected(gone.error());
    done += fmt::format("removed {}\n", hook.string());
    place = hook;
  }
  const fs::path before = hooks->before();
  if (place.empty() || !is_there(before)) return done;
  const bool is_run_anyway = place != hooks->run && text_of(before) == text_of(hooks->run);
  if (is_run_anyway) return remove_file(before).map([&] { return done; });
  return move_file(before, place).map([&] {
    return done + "put the hook back that was there before\n";
  });
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
