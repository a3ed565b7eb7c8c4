#include "core/schema_format.h"

#include <doctest/doctest.h>

#include <string>

namespace {

struct Row {
  std::string text;
  bool accepted;
};

template <std::size_t size>
void check_rows(bool (*accepts)(std::string_view), const Row (&rows)[size]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(accepts(row.text) == row.accepted);
  }
}

}  // namespace

using namespace icc::json_schema;

TEST_CASE("dates are those that a calendar has, as RFC 3339 writes them") {
  const Row rows[] = {
      {"2020-02-29", true},  {"2021-02-29", false}, {"2000-02-29", true},  {"1900-02-29", false},
      {"2020-12-31", true},  {"2020-13-01", false}, {"2020-00-01", false}, {"2020-04-31", false},
      {"2020-01-00", false}, {"2020-1-1", false},   {"20200101", false},   {"2020-01-01T", false},
      {"2020/01/01", false}, {"", false},           {"২020-01-01", false}, {"0000-01-01", true},
  };
  check_rows(is_date, rows);
}

TEST_CASE("addresses of the web are those of RFC 3986 with a scheme") {
  const Row rows[] = {
      {"https://www.coe.int", true},
      {"https://www.coe.int/en/web?a=b&c=%20#d/e?f", true},
      {"http://[2001:db8::1]:8080/x", true},
      {"http://[v7.a:b]/", true},
      {"http://user:pass@example.org:80", true},
      {"mailto:a@example.org", true},
      {"urn:isbn:0451450523", true},
      {"file:///etc/hosts", true},
      {"tel:+1-816-555-1212", true},
      {"//www.coe.int", false},
      {"www.coe.int", false},
      {"/path", false},
      {"", false},
      {":x", false},
      {"1http://x", false},
      {"http://a b", false},
      {"http://a/\\b", false},
      {"http://a/%2", false},
      {"http://a/%zz", false},
      {"http://a/\"b\"", false},
      {"http://a/{b}", false},
      {"http://a/b^c", false},
      {"http://a:80x/", false},
      {"http://[2001:db8::1", false},
      {"http://[::12345]", false},
      {"http://a@b@c", false},
      {"http://a/#b#c", false},
      {"http://exämple.org", false},
      {"http://a/[b]", false},
  };
  check_rows(is_uri, rows);
}

TEST_CASE("e-mail addresses are mailboxes of RFC 5321") {
  const std::string long_part(65, 'a');
  const Row rows[] = {
      {"joe.bloggs@example.com", true},
      {"te~st+tag@example.com", true},
      {"\"joe bloggs\"@example.com", true},
      {"\"joe..bloggs\"@example.com", true},
      {"\"joe\\\"@bloggs\"@example.com", true},
      {"joe@[127.0.0.1]", true},
      {"joe@[IPv6:::1]", true},
      {"joe@[ipv6:::1]", true},
      {"joe@[extn:test]", false},
      {"joe@localhost", true},
      {"joe", false},
      {"@example.com", false},
      {"joe@", false},
      {".joe@example.com", false},
      {"joe.@example.com", false},
      {"joe..b@example.com", false},
      {"joe b@example.com", false},
      {"joe@invalid=domain.com", false},
      {"joe@-a.com", false},
      {"joe@a..com", false},
      {"joe@[127.0.0.300]", false},
      {"joe@[::1]", false},
      {"\"joe@example.com", false},
      {"jöe@example.com", false},
      {long_part + "@example.com", false},
  };
  check_rows(is_email, rows);
}

TEST_CASE("IP addresses are four numbers, or eight groups with at most one gap") {
  const Row fours[] = {
      {"192.168.0.1", true}, {"0.0.0.0", true},   {"256.1.1.1", false}, {"1.2.3", false},
      {"1.2.3.4.5", false},  {"01.2.3.4", false}, {"1.2..4", false},    {"a.b.c.d", false},
  };
  check_rows(is_ipv4, fours);
  const Row sixes[] = {
      {"::", true},
      {"::1", true},
      {"1::", true},
      {"1:2:3:4:5:6:7:8", true},
      {"1:2:3:4:5:6:7::", true},
      {"::ffff:192.168.0.1", true},
      {"1:2:3:4:5:6:1.2.3.4", true},
      {"1:2:3:4:5:6:7", false},
      {"1:2:3:4:5:6:7:8:9", false},
      {"1:2:3:4:5:6:7:8::", false},
      {"1::2::3", false},
      {":1", false},
      {"1:", false},
      {":::", false},
      {"12345::", false},
      {"1.2.3.4::", false},
      {"::1.2.3.400", false},
      {"", false},
  };
  check_rows(is_ipv6, sixes);
}

TEST_CASE("the formats that are checked are known by name") {
  CHECK(text_format_index("date") == 0U);
  CHECK(text_format_index("email") == 1U);
  CHECK(text_format_index("uri") == 2U);
  CHECK_FALSE(text_format_index("ipv4").has_value());
}
