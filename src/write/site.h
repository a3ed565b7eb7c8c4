#pragma once

#include <span>
#include <string>
#include <vector>

#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"
#include "write/site_file.h"

// The collection as a static site: a page to browse it, a page a practice, the data, a feed.

namespace icc {

/// The list of the files of a site, in the site itself.
inline constexpr std::string_view manifest_name = "icc-site.json";

/// All files, those that others lead to first, the manifest last. A sitemap and a feed have whole
/// addresses in them, so they need a `base_url`; the feed needs times as well. Two practices with
/// one id, or an id that can't be an address, are `Failure::refused`.
[[nodiscard]] Result<std::vector<SiteFile>> site_files(std::span<const Practice> practices,
                                                       const Schema& schema,
                                                       const SiteOptions& options);

/// A manifest that lists these paths.
[[nodiscard]] std::string manifest_of(std::span<const std::string> paths);

/// The paths that a manifest lists; `Failure::refused` when it is none of ours.
[[nodiscard]] Result<std::vector<std::string>> files_of_manifest(const std::string& manifest);

}  // namespace icc
