#include "icc/git.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <utility>

#include "core/git_process.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view own_index = "GIT_INDEX_FILE=";

/// Of git's variables those that a person sets, and that are about the machine. All others are
/// about one repository, as a hook inherits them (`git rev-parse --local-env-vars`), or about what
/// git shows.
constexpr std::string_view kept[] = {
    "GIT_CEILING_DIRECTORIES=",
    "GIT_CONFIG_",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM=",
    "GIT_EXEC_PATH=",
};

/// What we set ourselves: messages in English, no lock taken only to refresh the index, names of
/// files meant as they are, no question to a person.
constexpr std::string_view added[] = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_LITERAL_PATHSPECS=1",
                                      "GIT_TERMINAL_PROMPT=0"};

bool is_kept(std::string_view variable) {
  if (!variable.starts_with("GIT_")) return !variable.starts_with("LC_ALL=");
  return std::any_of(std::begin(kept), std::end(kept),
                     [&](std::string_view name) { return variable.starts_with(name); });
}

std::vector<std::string> cleaned(const std::vector<std::string>& environment) {
  std::vector<std::string> clean;
  std::copy_if(environment.begin(), environment.end(), std::back_inserter(clean), is_kept);
  clean.insert(clean.end(), std::begin(added), std::end(added));
  return clean;
}

/// The index that is inherited, as it stands there.
std::optional<std::string> inherited_index(const std::vector<std::string>& environment) {
  for (const std::string& variable : environment) {
    if (variable.starts_with(own_index)) return variable.substr(own_index.size());
  }
  return std::nullopt;
}

std::string_view without_line_end(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

/// The repository that a process with this environment speaks to where it was started: the one to
/// which an inherited index belongs.
Result<std::string> inherited_repository(const std::vector<std::string>& environment) {
  std::string out;
  const auto end = run_process({"git", "rev-parse", "--absolute-git-dir"}, environment, {},
                               [&](std::string_view piece) { out += piece; });
  if (!end) return tl::unexpected(end.error());
  return end->exit == 0 ? std::string(without_line_end(out)) : std::string();
}

/// Why git did not do as it was told: its last complaint. What it says behind that is advice.
Error refusal(const std::string& command, std::string_view err) {
  std::string_view complaint;
  std::string_view last = "git failed without a word";
  for (const std::string_view line : split(err, '\n')) {
    last = line;
    for (const std::string_view head : {"fatal: ", "error: "}) {
      if (line.starts_with(head)) complaint = last = line.substr(head.size());
    }
  }
  if (complaint.empty()) complaint = last;
  return {Failure::environment, "git " + command + ": " + visible(complaint),
          last.data() == complaint.data() ? std::string() : visible(last)};
}

/// Whether git says that there is no repository, or no work tree of one.
bool says_no(const GitAnswer& answer) {
  const bool is_quiet = answer.exit == 1 && answer.err.empty();
  return is_quiet || answer.err.find("not a git repository") != std::string::npos ||
         answer.err.find("must be run in a work tree") != std::string::npos;
}

}  // namespace

Git::Git(std::string folder, const std::vector<std::string>& environment)
    : folder_(std::move(folder)), environment_(cleaned(environment)) {}

Result<Git> Git::in_work_tree(std::string folder, const std::vector<std::string>& environment) {
  Git git(std::move(folder), environment);
  const auto top = git.asked({"rev-parse", "--show-toplevel"});
  if (!top) return tl::unexpected(top.error());
  if (top->empty()) {
    return failed(Failure::environment,
                  "'" + visible(git.folder_) + "' does not lie in a work tree of git",
                  "'git init' makes one, 'git add' puts the records into it");
  }
  const auto index = inherited_index(environment);
  if (!index || index->empty()) return git;
  const auto own = git.asked({"rev-parse", "--absolute-git-dir"});
  if (!own) return tl::unexpected(own.error());
  const auto inherited = inherited_repository(environment);
  if (!inherited) return tl::unexpected(inherited.error());
  // git reads a relative path from the top of the work tree, wherever it is started.
  if (*own == *inherited) {
    const std::filesystem::path path = std::filesystem::path(*top) / *index;
    git.environment_.push_back(std::string(own_index) + path.string());
  }
  return git;
}

Result<GitAnswer> Git::run(const std::vector<std::string>& arguments, std::string_view input,
                           const Take& take) const {
  // A setting of the repository must not start a program to watch files, nor quote their names.
  std::vector<std::string> words = {
      "git", "-C", folder_, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  auto end = run_process(words, environment_, input, take);
  if (!end) return tl::unexpected(end.error());
  return GitAnswer{end->exit, {}, std::move(end->err)};
}

Result<GitAnswer> Git::run(const std::vector<std::string>& arguments,
                           std::string_view input) const {
  std::string out;
  auto answer = run(arguments, input, [&](std::string_view piece) { out += piece; });
  if (answer) answer->out = std::move(out);
  return answer;
}

Result<std::string> Git::output(const std::vector<std::string>& arguments,
                                std::string_view input) const {
  auto answer = run(arguments, input);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->exit == 0) return std::move(answer->out);
  return tl::unexpected(refusal(arguments.front(), answer->err));
}

Result<std::string> Git::asked(const std::vector<std::string>& arguments) const {
  const auto answer = run(arguments);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->exit == 0) return std::string(without_line_end(answer->out));
  if (says_no(*answer)) return std::string();
  return tl::unexpected(refusal(arguments.front(), answer->err));
}

}  // namespace icc
