#include "write/page.h"

#include <doctest/doctest.h>

#include "icc/json.h"
#include "write/html_text.h"
#include "write/page_data.h"
#include "write/page_parts.h"
#include "write/page_practice.h"
#include "write/page_template.h"
#include "write/related.h"
#include "write/sample.h"
#include "write/tally.h"

using icc::test::sample;
using icc::test::sample_schema;
using icc::test::written;

TEST_CASE("a template is filled at its names, and what is put in is not looked at again") {
  const icc::Filling fillings[] = {{"a", "{{b}}"}, {"b", "<b>"}};
  CHECK(icc::filled("x {{a}} {{b}}{{a}}", fillings) == "x {{b}} <b>{{b}}");
  CHECK(icc::filled("plain", fillings) == "plain");
}

TEST_CASE("the policy allows our own sources by their hashes, and nothing else") {
  const std::string policy = icc::content_policy(false);
  CHECK(
      policy.starts_with("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
                         "style-src 'sha256-"));
  CHECK(policy.ends_with("='"));
  CHECK(policy.find("unsafe") == policy.npos);
  CHECK(policy.find("script-src") == policy.npos);
  CHECK(icc::content_policy(true).starts_with(policy + "; script-src 'sha256-"));
}

TEST_CASE("what the program needs of the page without data stays below 80 kB") {
  std::size_t size = icc::page_source("page.html").size() + icc::style_element().size() +
                     icc::script_elements().size();
  CHECK(size < 80'000);
}

TEST_CASE("a card is what the list of the page shows") {
  const auto practice =
      sample("a", "title: ' A <title> '\ncities: [Leeds, Bradford]\nperiod: 2018-\nsummary: x\n");
  CHECK(icc::card_html(practice, sample_schema(), "#a", 3) ==
        "<h3><a href=\"#a\">A &lt;title&gt;</a></h3>\n");
  CHECK(icc::card_html(sample("no-title", "summary: x\n"), sample_schema(), {}, 1) ==
        "<h1>no-title</h1>\n");
}

TEST_CASE("a text has all that a record says") {
  const auto practice = sample(
      "a",
      "title: T\ncities: [Leeds, Bradford]\nperiod: 2018-\nopen: true\nsummary: |\n  # One\n  "
      "Two.\n"
      "references:\n  - {title: First, url: 'https://a.org'}\n  - {title: B, url: 'javascript:x'}\n"
      "source: https://c.org\nzone: <z>\n");
  CHECK(icc::text_html(practice, sample_schema(), 4) == R"(<h4>Summary</h4>
<div class="prose">
<h5>One</h5>
<p>Two.</p>
</div>
<h4>References</h4>
<ul>
<li><a href="https://a.org">First</a></li>
<li>B (javascript:x)</li>
</ul>
<dl>
<div><dt>Cities</dt><dd>Leeds; Bradford</dd></div>
<div><dt>Period</dt><dd>2018-</dd></div>
<div><dt>Open to all</dt><dd>true</dd></div>
<div><dt>Source</dt><dd><a href="https://c.org">https://c.org</a></dd></div>
<div><dt>Id</dt><dd>a</dd></div>
</dl>
<h4>zone</h4>
<pre><code>zone: &lt;z&gt;
</code></pre>
)");
}

TEST_CASE("a text has values of another shape than the field's, too") {
  const auto practice =
      sample("a", "cities: {a: b}\nsummary: [one, two]\nreferences: [just text]\ncontact: Ada\n");
  CHECK(icc::text_html(practice, sample_schema(), 4) == R"(<h4>References</h4>
<ul>
<li>just text</li>
</ul>
<h4>Contact</h4>
<ul>
<li>Ada</li>
</ul>
<dl>
<div><dt>Id</dt><dd>a</dd></div>
</dl>
<h4>cities</h4>
<pre><code>cities:
  a: b
</code></pre>
<h4>summary</h4>
<pre><code>summary:
  - one
  - two
</code></pre>
)");
}

TEST_CASE("the data of the page") {
  std::vector<icc::Practice> practices;
  practices.push_back(sample("a", "title: Öl </script>\nperiod: 2018-\nstaff: 0x1F\n"));
  CHECK(icc::practices_json(practices, sample_schema(), true) ==
        "[\n{\"id\":\"a\",\"title\":\"Öl \\u003c/script>\",\"period\":\"2018-\",\"period_edtf\":"
        "\"2018/..\",\"staff\":31}\n]\n");
  const std::string data = icc::collection_json(practices, sample_schema(), {{}});
  CHECK(data.find("\"records\":[{\"periods\":{\"period\":{\"days\":[[20180101,null]],\"ongoing\":"
                  "true}},\"exact\":{") != data.npos);
  CHECK(data.find("\"staff\":[\"0x1F\"]") != data.npos);
  CHECK(data.ends_with("\"foldings\":{\"Ö\":\"o\"}}"));
}

TEST_CASE("a text is in the page once where the page shows it as it is written") {
  struct Row {
    std::string summary;
    bool is_shown;
  };
  const Row rows[] = {
      {"One & \"two\" <3> ~.\nThree.\n\nÉ.\n", true},
      {"It's &#39;.\n", false},
      {"It's &.\n", true},
      {"One.", false},
      {"One.\n\n", false},
      {"\n", false},
      {"One.\n\n\nTwo.\n", false},
      {" One.\n", false},
      {"One.  \nTwo.\n", false},
      {"One *two*.\n", false},
      {"- One\n", false},
      {"# One\n", false},
      {"&amp;\n", false},
      {"1\\. One\n", false},
      {"a\rb\n", false},
      {"a \u202e b\n", false},
      {"a <b>\n", true},
      {"<b>\n", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.summary);
    std::string json;
    icc::append_json_string(json, row.summary);
    std::vector<icc::Practice> practices;
    practices.push_back(sample("a", "summary: " + json + "\n"));
    const std::string data = icc::practices_json(practices, sample_schema(), true);
    CHECK((data == "[\n{\"id\":\"a\",\"summary\":~}\n]\n") == row.is_shown);
    CHECK((data == icc::practices_json(practices, sample_schema(), false)) == !row.is_shown);
    const std::string html = icc::text_html(practices.front(), sample_schema(), 4);
    CHECK((html.find("class=\"prose plain\"") != html.npos) == row.is_shown);
  }
}

TEST_CASE("a page is its data and at most 80 kB") {
  const std::vector<icc::Practice> none;
  const std::string page = icc::page_html(none, sample_schema(), {});
  const std::string data = icc::collection_json(none, sample_schema(), {});
  CHECK(page.size() - data.size() < 80'000);
}

TEST_CASE("values are counted once a practice") {
  std::vector<icc::Practice> practices;
  practices.push_back(sample("a", "cities: [Leeds, Bradford, Leeds]\n"));
  practices.push_back(sample("b", "cities: [Leeds]\n"));
  practices.push_back(sample("c", "title: x\n"));
  const auto counts = icc::value_counts(practices, *sample_schema().field("cities"));
  REQUIRE(counts.size() == 2);
  CHECK(counts[0].value == "Bradford");
  CHECK(counts[0].count == 1);
  CHECK(icc::largest_first(counts)[0].value == "Leeds");
  CHECK(icc::largest(counts) == 2);
}

TEST_CASE("a page of no practices is a page") {
  const std::string page = written("html", std::vector<icc::Practice>{});
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"en\">\n"));
  CHECK(page.find("<h2 id=\"count\">0 practices</h2>") != page.npos);
  CHECK(page.find("{{") == page.npos);
  CHECK(page.ends_with("</body>\n</html>\n"));
}

TEST_CASE("a page has the title that it is given, escaped") {
  const std::string page = written("html", std::string("title: x\n"), {.title = "A & B"});
  CHECK(page.find("<title>A &amp; B</title>") != page.npos);
}
