#pragma once

#include <span>
#include <string>

#include "icc/practice.h"
#include "icc/schema.h"
#include "icc/writer.h"

namespace icc {

/// What the page is called unless somebody names it.
inline constexpr std::string_view page_title = "Intercultural cities: good practice examples";

/// The collection as one page that needs nothing else.
[[nodiscard]] std::string page_html(std::span<const Practice> practices, const Schema& schema,
                                    const WriteOptions& options);

}  // namespace icc
