#pragma once

#include <span>
#include <string>

#include "icc/practice.h"
#include "icc/schema.h"
#include "write/site_file.h"

namespace icc {

/// The addresses of all pages (sitemaps.org), with the day of the last change where it is known.
[[nodiscard]] std::string sitemap_xml(std::span<const Practice> practices,
                                      const SiteOptions& options);

/// What is new, as Atom (RFC 4287): the practices that came last, at most thirty. Only those whose
/// times are known.
[[nodiscard]] std::string feed_xml(std::span<const Practice> practices, const Schema& schema,
                                   const SiteOptions& options);

}  // namespace icc
