#include "write/site_feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "write/html_text.h"
#include "write/page.h"
#include "write/page_practice.h"
#include "write/site_page.h"

namespace icc {
namespace {

constexpr std::size_t most_entries = 30;

/// Seconds since 1970 as a date with time (RFC 3339) in UTC.
std::string rfc3339(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                     parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

const RecordTimes* times_of(const Practice& practice, const SiteOptions& options) {
  const auto found = options.times.find(practice.path());
  return found == options.times.end() ? nullptr : &found->second;
}

/// A practice and its times.
struct Entry {
  const Practice* practice;
  RecordTimes times;
};

/// The practices whose times are known, the newest first.
std::vector<Entry> newest_first(std::span<const Practice> practices, const SiteOptions& options) {
  std::vector<Entry> entries;
  for (const Practice& practice : practices) {
    if (const RecordTimes* times = times_of(practice, options)) {
      entries.push_back({&practice, *times});
    }
  }
  std::ranges::stable_sort(entries, std::ranges::greater(),
                           [](const Entry& entry) { return entry.times.added; });
  if (entries.size() > most_entries) entries.resize(most_entries);
  return entries;
}

std::string entry_xml(const Entry& entry, const Schema& schema, const SiteOptions& options) {
  const Practice& practice = *entry.practice;
  const std::string address = html_text(page_address(practice, options));
  return fmt::format(
      "<entry>\n<title>{}</title>\n<id>{}</id>\n<link href=\"{}\"/>\n<published>{}</published>\n"
      "<updated>{}</updated>\n<summary>{}</summary>\n<content type=\"html\">{}</content>\n"
      "</entry>\n",
      html_text(title_of(practice, schema)), address, address, rfc3339(entry.times.added),
      rfc3339(entry.times.changed), html_text(place_line(practice, schema)),
      html_lines(summary_html(practice, schema, 2)));
}

}  // namespace

std::string sitemap_xml(std::span<const Practice> practices, const SiteOptions& options) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  out += "<url><loc>" + html_text(options.base_url) + "</loc></url>\n";
  for (const Practice& practice : practices) {
    out += "<url><loc>" + html_text(page_address(practice, options)) + "</loc>";
    if (const RecordTimes* times = times_of(practice, options)) {
      out += "<lastmod>" + rfc3339(times->changed).substr(0, 10) + "</lastmod>";
    }
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

std::string feed_xml(std::span<const Practice> practices, const Schema& schema,
                     const SiteOptions& options) {
  const std::vector<Entry> entries = newest_first(practices, options);
  std::int64_t changed = 0;
  for (const Entry& entry : entries) changed = std::max(changed, entry.times.changed);
  const std::string title = html_text(title_or_usual(options.title));
  const std::string home = html_text(options.base_url);
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
      "<title>{0}</title>\n<id>{1}</id>\n<link href=\"{1}\"/>\n<link rel=\"self\" "
      "href=\"{1}feed.xml\"/>\n<updated>{2}</updated>\n<author><name>{0}</name></author>\n",
      title, home, rfc3339(changed));
  for (const Entry& entry : entries) out += entry_xml(entry, schema, options);
  return out + "</feed>\n";
}

}  // namespace icc
