#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace icc {

/// When a record came and when it last changed, in seconds since the start of 1970 in UTC.
struct RecordTimes {
  std::int64_t added = 0;
  std::int64_t changed = 0;
};

/// What a site is made with beside the practices.
struct SiteOptions {
  std::string title;     ///< empty: that of the page
  std::string base_url;  ///< where the site will be, with a `/` at its end; empty: not known
  std::map<std::string, RecordTimes, std::less<>> times;  ///< by the path of the record
};

/// A file of the site.
struct SiteFile {
  std::string path;  ///< relative to the site, with `/`; of `[a-z0-9./-]` only
  std::string bytes;
};

}  // namespace icc
