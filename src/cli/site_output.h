#pragma once

#include <string>

#include "cli/reading.h"

namespace icc {

/// What `icc export --site` is asked for.
struct SiteRequest {
  std::string folder;    ///< absolute
  std::string title;     ///< may be empty
  std::string base_url;  ///< may be empty
};

/// Writes the chosen practices as a static site. Nothing is written when a record can't be read, or
/// when the folder holds something that is not ours.
[[nodiscard]] Exit write_site(Context& context, const Choosing& choosing,
                              const SiteRequest& request);

}  // namespace icc
