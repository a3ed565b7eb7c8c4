#include <doctest/doctest.h>

#include "write/html_text.h"
#include "write/sample.h"

using icc::html_link;
using icc::html_prose;
using icc::html_text;

TEST_CASE("text has no markup, and nothing in it hides") {
  CHECK(html_text("a <b> & \"c\" 'd'") == "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  CHECK(html_text("x\u202Ey\n") == "x&lt;U+202E&gt;y\\n");
}

TEST_CASE("an address is a link only with a harmless scheme") {
  struct Row {
    std::string words, url, html;
  };
  const Row rows[] = {
      {"T", "https://a.org/?a&b", "<a href=\"https://a.org/?a&amp;b\">T</a>"},
      {"", "HTTP://a.org", "<a href=\"HTTP://a.org\">HTTP://a.org</a>"},
      {"T", "mailto:a@b.org", "<a href=\"mailto:a@b.org\">T</a>"},
      {"T", "javascript:alert(1)", "T (javascript:alert(1))"},
      {"", "java\nscript:x", "java\\nscript:x"},
      {"T", "data:text/html,x", "T (data:text/html,x)"},
      {"T", "", "T"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.url);
    CHECK(html_link(row.words, row.url) == row.html);
  }
}

TEST_CASE("prose is HTML without anything that runs or loads") {
  struct Row {
    std::string prose, html;
  };
  const Row rows[] = {
      {"", ""},
      {"One *two*\nthree", "<p>One <em>two</em>\nthree</p>\n"},
      {"# A\n###### B", "<h5>A</h5>\n<h6>B</h6>\n"},
      {"[a](https://a.org)", "<p><a href=\"https://a.org\">a</a></p>\n"},
      {"[*a*](javascript:x)", "<p><em>a</em> (javascript:x)</p>\n"},
      {"[a](data.pdf)", "<p>a (data.pdf)</p>\n"},
      {"![alt](https://a.org/i.png)", "<p><a href=\"https://a.org/i.png\">alt</a></p>\n"},
      {"![](https://a.org/i.png)",
       "<p><a href=\"https://a.org/i.png\">https://a.org/i.png</a></p>\n"},
      {"![alt](i.png)", "<p>alt (i.png)</p>\n"},
      {"a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"},
      {"<script>\nx\n</script>", "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n"},
      {"&#x202E;x `\u202E`", "<p>&lt;U+202E&gt;x <code>&lt;U+202E&gt;</code></p>\n"},
      {"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.prose);
    CHECK(html_prose(row.prose, 5) == row.html);
  }
}

TEST_CASE("JSON in a script can't end it") {
  CHECK(icc::script_json("{\"a\":\"</script><!--\"}") == "{\"a\":\"\\u003c/script>\\u003c!--\"}");
}
