#pragma once

#include <span>
#include <string>
#include <string_view>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// What the page is called unless somebody names it.
inline constexpr std::string_view page_title = "Intercultural cities: good practice examples";

/// How a page is made.
struct PageOptions {
  std::string title = {};  ///< empty: `page_title`
  bool is_index = false;   ///< of a site: texts stand on pages of their own, practice/ID.html
  std::string head = {};   ///< more elements for its head
};

/// The collection as one page.
[[nodiscard]] std::string page_html(std::span<const Practice> practices, const Schema& schema,
                                    const PageOptions& options);

/// The title, or `page_title` in its place.
[[nodiscard]] std::string title_or_usual(std::string_view title);

}  // namespace icc
