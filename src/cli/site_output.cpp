#include "cli/site_output.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "icc/files.h"
#include "icc/git.h"
#include "icc/text.h"
#include "write/site.h"

// How a site changes, so that it can be looked at all the time, and that a run which is killed is
// mended by the next:
//
//   1  the folder is ours: there is none, it is empty but for hidden files, or it has our manifest
//   2  a manifest that lists the old files and the new ones
//   3  each file that differs, whole; pages before the index that leads to them
//   4  files that only the old manifest lists are removed
//   5  the manifest
//
// What is the same is not touched, and nobody else's file ever is.

namespace icc {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{1} << 30U;

Result<void> check_base_url(const std::string& url) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  if (url.empty() || (is_web && url.find_first_of(" \"<>#?") == url.npos)) return {};
  return failed(Failure::usage, fmt::format("'{}' is no address of a site", url),
                "write it as https://example.org/practices/");
}

/// What a file of the site holds; nothing when it does not exist.
Result<std::optional<std::string>> held(const std::string& root, std::string_view path) {
  auto bytes = read_below(root, path, largest_file);
  if (bytes) return std::optional(std::move(*bytes));
  std::error_code ignored;
  const bool exists = fs::exists(fs::symlink_status(fs::path(root) / path, ignored));
  if (exists) return tl::unexpected(bytes.error());
  return std::optional<std::string>();
}

/// Makes the folder if need be; refuses one that holds what is not ours.
Result<std::vector<std::string>> files_before(const std::string& root) {
  std::error_code error;
  fs::create_directories(root, error);
  if (error) return tl::unexpected(file_error("make the folder", root, error.value()));
  const auto manifest = held(root, manifest_name);
  if (!manifest) return tl::unexpected(manifest.error());
  if (*manifest) return files_of_manifest(**manifest);
  for (fs::directory_iterator entry(root, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) continue;
    return failed(Failure::refused,
                  fmt::format("'{}' is not empty, and not a site of ours: it has '{}'",
                              visible(root), visible(name)),
                  "name another folder");
  }
  if (error) return tl::unexpected(file_error("read the folder", root, error.value()));
  return std::vector<std::string>();
}

/// Writes a file unless it holds the bytes already; answers whether it did.
Result<bool> write_changed(const std::string& root, const SiteFile& file) {
  const auto before = held(root, file.path);
  if (!before) return tl::unexpected(before.error());
  if (*before && **before == file.bytes) return false;
  const auto written = *before ? replace_below(root, file.path, **before, file.bytes)
                               : create_below(root, file.path, file.bytes);
  if (!written) return tl::unexpected(written.error());
  return true;
}

/// A file that stands where one of ours has to go.
Result<void> check_places(const std::string& root, std::span<const SiteFile> files,
                          const std::set<std::string>& ours) {
  std::error_code ignored;
  for (const SiteFile& file : files) {
    if (file.path == manifest_name || ours.contains(file.path)) continue;
    if (!fs::exists(fs::symlink_status(fs::path(root) / file.path, ignored))) continue;
    return failed(Failure::refused, fmt::format("'{}' is in the way, and not ours", file.path),
                  "move it elsewhere");
  }
  return {};
}

/// How many files of the site changed.
struct Changes {
  std::size_t written = 0;  // the manifest is not counted
  std::size_t removed = 0;
};

/// A manifest of all that was there and all that will be.
SiteFile manifest_meanwhile(std::span<const SiteFile> files, std::set<std::string> paths) {
  for (const SiteFile& file : files) paths.insert(file.path);
  paths.erase(std::string(manifest_name));
  const std::vector<std::string> sorted(paths.begin(), paths.end());
  return {std::string(manifest_name), manifest_of(sorted)};
}

Result<std::size_t> write_files(const std::string& root, std::span<const SiteFile> files) {
  std::size_t number = 0;
  for (const SiteFile& file : files) {
    const auto written = write_changed(root, file);
    if (!written) return tl::unexpected(written.error());
    number += *written ? 1 : 0;
  }
  return number;
}

Result<std::size_t> remove_files(const std::string& root, const std::set<std::string>& paths) {
  std::size_t number = 0;
  for (const std::string& path : paths) {
    const auto bytes = held(root, path);
    if (!bytes) return tl::unexpected(bytes.error());
    if (!*bytes) continue;
    const auto removed = remove_below(root, path, **bytes);
    if (!removed) return tl::unexpected(removed.error());
    ++number;
  }
  return number;
}

/// Steps 2 to 5.
Result<Changes> change_site(const std::string& root, std::span<const SiteFile> files,
                            const std::vector<std::string>& before) {
  std::set<std::string> left(before.begin(), before.end());
  if (const auto free = check_places(root, files, left); !free) {
    return tl::unexpected(free.error());
  }
  const auto begun = write_changed(root, manifest_meanwhile(files, left));
  if (!begun) return tl::unexpected(begun.error());
  for (const SiteFile& file : files) left.erase(file.path);
  const auto written = write_files(root, files.first(files.size() - 1));
  if (!written) return tl::unexpected(written.error());
  const auto removed = remove_files(root, left);
  if (!removed) return tl::unexpected(removed.error());
  const auto ended = write_changed(root, files.back());
  if (!ended) return tl::unexpected(ended.error());
  return Changes{*written, *removed};
}

/// The times of the records, as far as git has them.
Result<SiteOptions> site_options(const Context& context, const SiteRequest& request) {
  SiteOptions options{request.title, request.base_url, {}};
  if (!options.base_url.empty() && !options.base_url.ends_with('/')) options.base_url += '/';
  if (options.base_url.empty()) return options;
  const Git git(context.store->root(), context.session.variables);
  const auto times = git.times_below("practices");
  if (!times) return tl::unexpected(times.error());
  for (const GitTimes& row : *times) options.times[row.path] = {row.added, row.changed};
  return options;
}

void tell(Session& session, const SiteRequest& request, const SiteOptions& options,
          std::size_t practices, const Changes& changes) {
  const bool is_same = changes.written + changes.removed == 0;
  session.err.write(
      fmt::format("wrote {} to {}: {}\n", counted(practices, "practice"), visible(request.folder),
                  is_same ? "nothing has changed"
                          : fmt::format("{} written, {} removed", counted(changes.written, "file"),
                                        changes.removed)));
  if (options.base_url.empty()) {
    remark(session, "without --base-url there is neither a sitemap nor a feed");
  } else if (options.times.empty()) {
    remark(session, "git has no history of the records, so there is no feed");
  }
}

}  // namespace

Exit write_site(Context& context, const Choosing& choosing, const SiteRequest& request) {
  Session& session = context.session;
  if (const auto checked = check_base_url(request.base_url); !checked) {
    return complain(session, checked.error());
  }
  std::vector<Practice> practices;
  const Outcome outcome = read_chosen<Practice>(
      context, choosing, [](Practice&& practice) { return std::move(practice); },
      [&](Practice&& practice) { practices.push_back(std::move(practice)); });
  if (outcome.exit != Exit::done) {
    return complain(session,
                    {Failure::environment, fmt::format("'{}' is not written", request.folder),
                     "mend the records above; 'icc validate' shows what is wrong"});
  }
  const auto options = site_options(context, request);
  if (!options) return complain(session, options.error());
  const auto files = site_files(practices, *context.schema(), *options);
  if (!files) return complain(session, files.error());
  const auto before = files_before(request.folder);
  if (!before) return complain(session, before.error());
  const auto changes = change_site(request.folder, *files, *before);
  if (!changes) return complain(session, changes.error());
  tell(session, request, *options, practices.size(), *changes);
  return Exit::done;
}

}  // namespace icc
