#pragma once

#include <span>
#include <string>
#include <vector>

#include "icc/practice.h"
#include "icc/schema.h"
#include "write/site_file.h"

namespace icc {

/// A page for each practice: `practice/ID.html`. Ids must be valid.
[[nodiscard]] std::vector<SiteFile> practice_pages(std::span<const Practice> practices,
                                                   const Schema& schema,
                                                   const SiteOptions& options);

/// What a server shows for an address that leads nowhere.
[[nodiscard]] std::string missing_page(const SiteOptions& options);

/// The elements that the page of a site has in its head beside those of a page alone.
[[nodiscard]] std::string index_head(const SiteOptions& options, bool has_feed);

/// Where a practice will be found; relative to the site without a `base_url`.
[[nodiscard]] std::string page_address(const Practice& practice, const SiteOptions& options);

}  // namespace icc
