#include "write/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "icc/json.h"
#include "icc/text.h"
#include "icc/writer.h"
#include "write/page.h"
#include "write/page_practice.h"
#include "write/site_feed.h"
#include "write/site_page.h"

namespace icc {
namespace {

constexpr std::string_view manifest_format = "icc.site/1";

/// Addresses are made of ids, and what a file system or a server may take otherwise is none.
Result<void> check_ids(std::span<const Practice> practices) {
  std::set<std::string_view> ids;
  for (const Practice& practice : practices) {
    if (!is_valid_id(practice.id())) {
      return failed(Failure::refused,
                    fmt::format("'{}' can't be an address", visible(practice.path())),
                    "rename the file: lower-case letters, digits and single hyphens");
    }
    if (!ids.insert(practice.id()).second) {
      return failed(Failure::refused, fmt::format("two practices have the id '{}'", practice.id()),
                    "'icc validate' shows both; rename one of them");
    }
  }
  return {};
}

/// All output of a format of `icc export`.
std::string exported(std::string_view name, std::span<const Practice> practices,
                     const Schema& schema) {
  const Format& format = *find_format(name);
  std::string out;
  format.head(out, schema, {});
  for (const Practice& practice : practices) {
    if (&practice != &practices.front()) out += format.separator;
    format.record(out, practice, schema, {});
  }
  format.tail(out, schema, {});
  return out;
}

/// Whether a path of a manifest can be one that we have written.
bool is_site_path(std::string_view path) {
  constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789-./";
  return !path.empty() && path.front() != '.' && path.front() != '/' &&
         path.find_first_not_of(characters) == std::string_view::npos &&
         path.find("..") == std::string_view::npos && path.find("/.") == std::string_view::npos;
}

}  // namespace

Result<std::vector<SiteFile>> site_files(std::span<const Practice> practices, const Schema& schema,
                                         const SiteOptions& options) {
  if (auto checked = check_ids(practices); !checked) return tl::unexpected(checked.error());
  std::vector<SiteFile> files = practice_pages(practices, schema, options);
  files.push_back({"practices.json", exported("json", practices, schema)});
  files.push_back({"practices.csv", exported("csv", practices, schema)});
  files.push_back({"404.html", missing_page(options)});
  const bool has_feed = !options.base_url.empty() && !options.times.empty();
  if (!options.base_url.empty()) {
    files.push_back({"sitemap.xml", sitemap_xml(practices, options)});
  }
  if (has_feed) files.push_back({"feed.xml", feed_xml(practices, schema, options)});
  const PageOptions page{options.title, true, index_head(options, has_feed)};
  files.push_back({"index.html", page_html(practices, schema, page)});
  std::vector<std::string> paths;
  paths.reserve(files.size());
  for (const SiteFile& file : files) paths.push_back(file.path);
  std::ranges::sort(paths);
  files.push_back({std::string(manifest_name), manifest_of(paths)});
  return files;
}

std::string manifest_of(std::span<const std::string> paths) {
  std::string out;
  JsonWriter json(out, 2);
  json.begin_object();
  json.member("format", manifest_format);
  json.texts("files", paths);
  json.end_object();
  return out + "\n";
}

Result<std::vector<std::string>> files_of_manifest(const std::string& manifest) {
  const auto foreign = [] {
    return failed(Failure::refused, fmt::format("'{}' is not a manifest of ours", manifest_name));
  };
  const auto document =
      Document::read_json(manifest, {.bytes = 64 * 1024 * 1024, .values = 1 << 22});
  if (!document) return foreign();
  const Node* format = document->find(document->root(), "format");
  const Node* list = document->find(document->root(), "files");
  if (format == nullptr || format->text != manifest_format || list == nullptr) return foreign();
  std::vector<std::string> paths;
  for (const Node& path : document->children(*list)) {
    if (!is_site_path(path.text)) return foreign();
    paths.emplace_back(path.text);
  }
  return paths;
}

}  // namespace icc
