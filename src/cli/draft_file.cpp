#include "cli/draft_file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "cli/tidying.h"
#include "icc/files.h"
#include "icc/practice.h"
#include "icc/text.h"

namespace icc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view refused_mark = "# not taken over: ";

/// Where drafts are kept when the environment names no place.
std::string folder_in(const Store& store) {
  return store.root() + "/.icc-drafts";
}

std::string drafts_folder(const Session& session, const Store& store) {
  if (const std::string state = session.environment("XDG_STATE_HOME"); state.starts_with('/')) {
    return state + "/icc/drafts";
  }
  if (const std::string home = session.environment("HOME"); home.starts_with('/')) {
    return home + "/.local/state/icc/drafts";
  }
  return folder_in(store);
}

/// Keeps git from taking the drafts in a database.
Result<void> hide_from_git(const std::string& folder) {
  auto written = create_below(folder, ".gitignore", "*\n");
  const bool is_there = !written && written.error().failure == Failure::refused;
  return is_there ? Result<void>() : written;
}

/// Makes a folder, and those on the way to it with the usual permissions; answers the system's
/// error number, 0 when it is there.
int make_folders(const fs::path& folder, mode_t mode) {
  int made = ::mkdir(folder.c_str(), mode);
  if (made != 0 && errno == ENOENT && folder.has_relative_path()) {
    if (const int error = make_folders(folder.parent_path(), 0777)) return error;
    made = ::mkdir(folder.c_str(), mode);
  }
  return made == 0 || errno == EEXIST ? 0 : errno;
}

/// Makes the folder, for its owner only: a draft is nobody else's business.
Result<void> make_folder(const std::string& folder) {
  const int error = make_folders(folder, 0700);
  if (error == 0) return {};
  return tl::unexpected(file_error("make the folder", folder, error));
}

Result<std::string> newest_in(const std::string& folder) {
  std::error_code error;
  std::string newest;
  fs::file_time_type time;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code gone;
    if (entry->path().extension() != ".yaml") continue;
    const auto written = entry->last_write_time(gone);
    if (gone || (!newest.empty() && written < time)) continue;
    newest = entry->path().string();
    time = written;
  }
  if (!newest.empty()) return newest;
  return failed(Failure::refused, fmt::format("there is no draft in '{}'", visible(folder)),
                "'icc add' begins a new practice");
}

}  // namespace

Result<DraftFile> DraftFile::create(Session& session, const Store& store, Kind kind,
                                    std::string_view stem, std::string_view text) {
  std::string folder = drafts_folder(session, store);
  if (auto made = make_folder(folder); !made) return tl::unexpected(made.error());
  if (folder == folder_in(store)) {
    if (auto hidden = hide_from_git(folder); !hidden) return tl::unexpected(hidden.error());
  }
  if (kind == Kind::copy) folder += "/copies";
  if (auto made = make_folder(folder); !made) return tl::unexpected(made.error());
  tidy(session, folder, {});
  for (std::size_t number = 1;; ++number) {
    const std::string name = id_from(stem, number) + ".yaml";
    const auto created = create_below(folder, name, text);
    if (created) return DraftFile(folder + "/" + name);
    if (created.error().failure != Failure::refused) return tl::unexpected(created.error());
  }
}

Result<DraftFile> DraftFile::open(const Session& session, const Store& store,
                                  const std::string& name) {
  const std::string folder = drafts_folder(session, store);
  if (name.empty()) {
    return newest_in(folder).map([](std::string&& path) { return DraftFile(std::move(path)); });
  }
  std::error_code ignored;
  for (const std::string& path :
       {absolute(session, name), folder + "/" + name, folder + "/" + name + ".yaml"}) {
    if (fs::is_regular_file(path, ignored)) return DraftFile(path);
  }
  return failed(Failure::refused, fmt::format("there is no draft '{}'", name),
                fmt::format("drafts are in {}", folder));
}

Result<std::string> DraftFile::read() const {
  return read_file(path_);
}

Result<void> DraftFile::write(std::string_view text) const {
  return write_file(path_, text);
}

Result<void> DraftFile::remove() const {
  std::error_code error;
  fs::remove(path_, error);
  if (!error) return {};
  return tl::unexpected(file_error("remove", path_, error.value()));
}

std::string draft_head(const Store& store, std::string_view refused) {
  std::string text =
      fmt::format("# A draft for {}: icc add --resume goes on.\n", visible(store.root()));
  for (const std::string_view line : lines_with_ends(refused)) {
    text += fmt::format("{}{}\n", refused_mark, visible(line.substr(0, line.find('\n'))));
  }
  return text;
}

std::string not_taken_over(std::string_view draft) {
  std::string refused;
  for (const std::string_view line : split(draft, '\n')) {
    if (line.starts_with(refused_mark)) {
      refused.append(line.substr(refused_mark.size())).append("\n");
    }
  }
  return refused;
}

}  // namespace icc
