#include <doctest/doctest.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "write/sample.h"
#include "write/sqlite_database.h"

namespace {

using icc::test::sample;

/// The rows of a query on a written database: values with `|` between them, each row ended by `\n`.
std::string rows(const std::string& bytes, const std::string& sql) {
  sqlite3* opened = nullptr;
  REQUIRE(sqlite3_open(":memory:", &opened) == SQLITE_OK);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, sqlite3_close);
  std::vector<unsigned char> memory(bytes.begin(), bytes.end());
  const auto size = static_cast<sqlite3_int64>(memory.size());
  REQUIRE(sqlite3_deserialize(opened, "main", memory.data(), size, size,
                              SQLITE_DESERIALIZE_READONLY) == SQLITE_OK);
  std::string found;
  const auto append = [](void* out, int count, char** values, char**) {
    for (int i = 0; i < count; ++i) {
      static_cast<std::string*>(out)
          ->append(i > 0 ? "|" : "")
          .append(values[i] ? values[i] : "NULL");
    }
    static_cast<std::string*>(out)->append("\n");
    return 0;
  };
  char* message = nullptr;
  const int code = sqlite3_exec(opened, sql.c_str(), append, &found, &message);
  if (code != SQLITE_OK) found = message;
  sqlite3_free(message);
  return found;
}

std::string database(const std::vector<icc::Practice>& practices,
                     const icc::Schema& schema = icc::test::sample_schema()) {
  std::string out;
  const auto written = icc::find_format("sqlite")->whole(out, practices, schema, {});
  REQUIRE_MESSAGE(written.has_value(), written.error().message);
  return out;
}

}  // namespace

TEST_CASE("SQLite has a row a practice and a table a list, and loses nothing") {
  std::vector<icc::Practice> practices;
  practices.push_back(
      sample("a",
             "title: It's\ncities: [Leeds, 'Üst']\nperiod: 2018-\nstaff: 3\n"
             "cost: 1.5\nopen: true\nreferences:\n  - {title: T, url: 'https://a.org'}\n"
             "contact: {name: Ada}\nzone: [1, x]\n"));
  practices.push_back(
      sample("a", "title: [wrong]\ncities: Leeds\nperiod: each March\nstaff:\nopen: TRUE\n"));
  const std::string bytes = database(practices);
  struct Row {
    std::string sql, found;
  };
  const Row table[] = {
      {"SELECT record, id, title, staff, cost, open FROM practices",
       "1|a|It's|3|1.5|1\n2|a|NULL|NULL|NULL|1\n"},
      {"SELECT period, period_edtf, period_ongoing FROM practices",
       "2018-|2018/..|1\neach March|NULL|0\n"},
      {"SELECT * FROM period_intervals", "1|1|2018-01-01|NULL\n"},
      {"SELECT * FROM cities", "1|1|Leeds\n1|2|Üst\n"},
      {"SELECT * FROM \"references\"", "1|1|T|https://a.org\n"},
      {"SELECT other_fields FROM practices",
       "{\"contact\":{\"name\":\"Ada\"},\"zone\":[1,\"x\"]}\n"
       "{\"title\":[\"wrong\"],\"cities\":\"Leeds\",\"staff\":null}\n"},
      {"SELECT rowid FROM search WHERE search MATCH 'ust'", "1\n"},
      {"SELECT id FROM cards", "a\na\n"},
      {"PRAGMA user_version", "1\n"},
      {"PRAGMA integrity_check", "ok\n"},
  };
  for (const auto& row : table) {
    CAPTURE(row.sql);
    CHECK(rows(bytes, row.sql) == row.found);
  }
  CHECK(database(practices) == bytes);
}

TEST_CASE("names that clash, without regard to case, get a line in front") {
  constexpr std::string_view text = R"(
type: object
properties:
  title: {type: string}
  grade: {oneOf: [{const: high}, {const: low}]}
  grade_counts: {type: array, items: {type: string}}
  Search_data: {type: array, items: {type: string}}
  sqlite_x: {type: array, items: {type: string}}
  empty: {type: array, items: {type: object}}
  links:
    type: array
    items:
      type: object
      properties:
        record: {type: string}
        Position: {type: integer}
        name: {type: string}
        Name: {type: string}
)";
  const icc::Schema schema =
      icc::Schema::load([&](std::string_view) { return icc::Result<std::string>(text); }).value();
  std::vector<icc::Practice> practices;
  practices.push_back(
      sample("a",
             "grade: low\ngrade_counts: [g]\nSearch_data: [s]\nsqlite_x: [q]\nempty: [{a: 1}]\n"
             "links:\n  - {record: r, Position: 7, name: n, Name: N}\n"));
  const std::string bytes = database(practices, schema);
  struct Row {
    std::string sql, found;
  };
  const Row table[] = {
      {"SELECT record, position, _record, _Position, name, _Name FROM links", "1|1|r|7|n|N\n"},
      {"SELECT value FROM grade_counts", "g\n"},
      {"SELECT value, practices FROM _grade_counts", "high|0\nlow|1\n"},
      {"SELECT value FROM _search_data", "s\n"},
      {"SELECT value FROM _sqlite_x", "q\n"},
      {"SELECT other_fields FROM practices", "{\"empty\":[{\"a\":1}]}\n"},
  };
  for (const auto& row : table) {
    CAPTURE(row.sql);
    CHECK(rows(bytes, row.sql) == row.found);
  }
}

TEST_CASE("numbers are numbers however they are written, and lists within objects are JSON") {
  constexpr std::string_view text = R"(
type: object
properties:
  cost: {type: number}
  people:
    type: array
    items:
      type: object
      properties:
        name: {type: string}
        roles: {type: array, items: {type: string}}
)";
  const icc::Schema schema =
      icc::Schema::load([&](std::string_view) { return icc::Result<std::string>(text); }).value();
  std::vector<icc::Practice> practices;
  practices.push_back(sample(
      "a", "cost: 0x10\npeople:\n  - {name: Ada, roles: [lead, 'it''s']}\n  - {name: Bo}\n"));
  practices.push_back(sample("b", "cost: .5\npeople:\n  - {name: Cy, roles: cook}\n"));
  practices.push_back(sample("c", "cost: .inf\n"));
  const std::string bytes = database(practices, schema);
  CHECK(rows(bytes, "SELECT typeof(cost), cost FROM practices") ==
        "integer|16\nreal|0.5\ntext|.inf\n");
  CHECK(rows(bytes, "SELECT * FROM people") == "1|1|Ada|[\"lead\",\"it's\"]\n1|2|Bo|NULL\n");
  CHECK(rows(bytes, "SELECT other_fields FROM practices WHERE record = 2") ==
        "{\"people\":[{\"name\":\"Cy\",\"roles\":\"cook\"}]}\n");
}

TEST_CASE("a name in SQL may have any characters") {
  CHECK(icc::sql_name("target-groups") == "\"target-groups\"");
  CHECK(icc::sql_name("a\"b") == "\"a\"\"b\"");
}
