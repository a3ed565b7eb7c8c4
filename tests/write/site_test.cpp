#include "write/site.h"

#include <doctest/doctest.h>

#include "write/sample.h"

using icc::test::sample;
using icc::test::sample_schema;

namespace {

std::vector<icc::Practice> two_practices() {
  std::vector<icc::Practice> practices;
  practices.push_back(sample("a", "title: First & foremost\nsummary: One.\n"));
  practices.push_back(sample("b", "title: Second\nsummary: '<script>'\n"));
  return practices;
}

const std::string& file(const std::vector<icc::SiteFile>& files, std::string_view path) {
  for (const icc::SiteFile& row : files) {
    if (row.path == path) return row.bytes;
  }
  static const std::string none = "no such file";
  return none;
}

std::string names(const std::vector<icc::SiteFile>& files) {
  std::string out;
  for (const icc::SiteFile& row : files) out += row.path + " ";
  return out;
}

}  // namespace

TEST_CASE("a site is an index, a page a practice, data and a manifest") {
  const auto files = icc::site_files(two_practices(), sample_schema(), {});
  REQUIRE(files);
  CHECK(names(*files) ==
        "practice/a.html practice/b.html practices.json practices.csv 404.html index.html "
        "icc-site.json ");
  CHECK(file(*files, "index.html").find("href=\"practice/a.html\"") != std::string::npos);
  CHECK(file(*files, "practice/a.html").find("<h1>First &amp; foremost</h1>") != std::string::npos);
  CHECK(file(*files, "practice/b.html").find("<p>&lt;script&gt;</p>") != std::string::npos);
  CHECK(file(*files, "practice/a.html").find("@misc{a,") != std::string::npos);
  CHECK(icc::files_of_manifest(file(*files, "icc-site.json")) ==
        std::vector<std::string>{"404.html", "index.html", "practice/a.html", "practice/b.html",
                                 "practices.csv", "practices.json"});
}

TEST_CASE("with an address there is a sitemap, with times a feed") {
  icc::SiteOptions options{"Ours", "https://x.org/p/", {}};
  options.times["practices/land/b.yaml"] = {1'000'000'000, 1'500'000'000};
  const auto files = icc::site_files(two_practices(), sample_schema(), options);
  REQUIRE(files);
  CHECK(file(*files, "sitemap.xml") == R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://x.org/p/</loc></url>
<url><loc>https://x.org/p/practice/a.html</loc></url>
<url><loc>https://x.org/p/practice/b.html</loc><lastmod>2017-07-14</lastmod></url>
</urlset>
)");
  CHECK(file(*files, "feed.xml") == R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Ours</title>
<id>https://x.org/p/</id>
<link href="https://x.org/p/"/>
<link rel="self" href="https://x.org/p/feed.xml"/>
<updated>2017-07-14T02:40:00Z</updated>
<author><name>Ours</name></author>
<entry>
<title>Second</title>
<id>https://x.org/p/practice/b.html</id>
<link href="https://x.org/p/practice/b.html"/>
<published>2001-09-09T01:46:40Z</published>
<updated>2017-07-14T02:40:00Z</updated>
<summary></summary>
<content type="html">&lt;div class=&quot;prose&quot;&gt;
&lt;p&gt;&amp;lt;script&amp;gt;&lt;/p&gt;
&lt;/div&gt;
</content>
</entry>
</feed>
)");
  CHECK(file(*files, "index.html").find("<link rel=\"canonical\" href=\"https://x.org/p/\">") !=
        std::string::npos);
}

TEST_CASE("ids that can't be addresses are refused") {
  std::vector<icc::Practice> practices = two_practices();
  practices.push_back(sample("a", "title: x\n"));
  const auto twice = icc::site_files(practices, sample_schema(), {});
  REQUIRE_FALSE(twice);
  CHECK(twice.error().message == "two practices have the id 'a'");
  std::vector<icc::Practice> odd;
  odd.push_back(sample("A b", "title: x\n"));
  const auto refused = icc::site_files(odd, sample_schema(), {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "'practices/land/A b.yaml' can't be an address");
}

TEST_CASE("a manifest that is not ours, or leads elsewhere, is refused") {
  const std::string head = R"({"format":"icc.site/1","files":)";
  CHECK(icc::files_of_manifest(head + R"(["a.html"]})"));
  for (const char* files : {R"(["../a"])", R"(["/etc/passwd"])", R"([".git/config"])",
                            R"(["a/.ssh"])", R"(["a b"])", R"([""])"}) {
    CAPTURE(files);
    CHECK_FALSE(icc::files_of_manifest(head + files + "}"));
  }
  CHECK_FALSE(icc::files_of_manifest("[]"));
  CHECK_FALSE(icc::files_of_manifest("{"));
  CHECK_FALSE(icc::files_of_manifest(R"({"format":"other","files":[]})"));
}
