#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/csv_rows.h"
#include "read/pieces.h"

using icc::test::pieces_of;

namespace {

/// Rows as `LINE:cell|cell`, with `!` and the message for each fault.
std::vector<std::string> rows_of(std::string_view table, std::size_t piece = 64) {
  icc::CsvRows rows(icc::SourceText(pieces_of(std::string(table), piece)));
  std::vector<std::string> found;
  while (true) {
    const auto row = rows.next();
    REQUIRE(row);
    if (!*row) return found;
    std::string text = std::to_string((*row)->line) + ":";
    for (const icc::CsvCell& cell : (*row)->cells) {
      text += (&cell == (*row)->cells.data() ? "" : "|") + cell.text;
    }
    for (const icc::Diagnostic& fault : (*row)->faults) text += " ! " + fault.message;
    found.push_back(text);
  }
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("a table is read by RFC 4180") {
  struct Row {
    std::string table;
    Rows expected;
  };
  const Row rows[] = {
      {"", {}},
      {"\n\r\n", {}},
      {"a,b\n1,2\n", {"1:a|b", "2:1|2"}},
      {"a,b\r\n1,2", {"1:a|b", "2:1|2"}},
      {"a,b\r1,2\r", {"1:a|b", "2:1|2"}},
      {"a,b\n\n1,2\n", {"1:a|b", "3:1|2"}},
      {"\n\r\na;b\n1,5;2\n", {"3:a|b", "4:1,5|2"}},
      {"a;b\n\n1,5,6;2\n", {"1:a|b", "3:1,5,6|2"}},
      {"a,b\n,\n", {"1:a|b", "2:|"}},
      {"a;b\n1,5;2\n", {"1:a|b", "2:1,5|2"}},
      {"a\tb\n1,5\t2\n", {"1:a|b", "2:1,5|2"}},
      {"a\n1,5\n", {"1:a", "2:1|5"}},
      {"\"a;a;a\",b\n", {"1:a;a;a|b"}},
      {"a,\"b \"\"c\"\"\"\n", {"1:a|b \"c\""}},
      {"a,\"\"\n", {"1:a|"}},
      {"a,\"1\n2\"\nx,y\n", {"1:a|1\n2", "3:x|y"}},
      {"a,\"1\r\n2\"\r\nx,y\r\n", {"1:a|1\r\n2", "3:x|y"}},
      {"a,5\" pipe\n", {"1:a|5\" pipe"}},
      {"\"x,y", {"1:x,y ! the quote that opens this cell is not closed"}},
      {"a,b\n\"x\"y,z\n1,2\n",
       {"1:a|b", "2:xy|z ! text behind the quote that closes the cell", "3:1|2"}},
      {"a,b\n\xE9,z\n", {"1:a|b", "2:\xE9|z ! the table is not in UTF-8"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.table);
    CHECK(rows_of(row.table) == row.expected);
    CHECK(rows_of(row.table, 1) == row.expected);
    CHECK(rows_of("\xEF\xBB\xBF" + row.table, 1) == row.expected);
  }
}

TEST_CASE("cells know where they stand in their row") {
  icc::CsvRows rows(icc::SourceText(pieces_of("é,\"b\"\"\",c\n", 3)));
  const auto row = rows.next();
  REQUIRE(row);
  REQUIRE(*row);
  CHECK((*row)->cells[0].range == icc::Range{0, 2});
  CHECK((*row)->cells[1].range == icc::Range{3, 8});
  CHECK((*row)->cells[2].range == icc::Range{9, 10});
  CHECK(rows.delimiter() == ',');
}

TEST_CASE("a quote that is never closed does not eat a whole file") {
  icc::CsvRows rows(icc::SourceText(pieces_of("a,\"" + std::string(2 << 20, 'x'), 1 << 16)));
  const auto row = rows.next();
  REQUIRE(!row);
  CHECK(row.error().message == "the row on line 1 is larger than 1 MiB");
}

TEST_CASE("the first line may name the delimiter") {
  struct Row {
    std::string table;
    Rows expected;
  };
  const Row rows[] = {
      {"sep=;\na,b;c\n", {"2:a,b|c"}},
      {"sep=,\r\na;b,c\r\n1,2\r\n", {"2:a;b|c", "3:1|2"}},
      {"\"sep=;\"\r\na,b;c", {"2:a,b|c"}},
      {"SEP=|\na,b|c;d\n", {"2:a,b|c;d"}},
      {"sep=\t\na,b\tc\n", {"2:a,b|c"}},
      {"sep=\\t\na,b\tc\n", {"2:a,b|c"}},
      {"sep=;\r\ra;\"b\nc\"\rd;e", {"3:a|b\nc", "5:d|e"}},
      {"sep=;\n", {}},
      {"sep=;", {}},
      {"\nsep=;\na,b\n", {"2:sep=|", "3:a,b"}},
      {"sep=;\nsep=,\n", {"2:sep=,"}},
      {"sep=ab\n", {"1:sep=ab"}},
      {"sep=\n", {"1:sep="}},
      {"sep=\"\n", {"1:sep=\""}},
      {"sep=x\n", {"1:sep=x"}},
      {"a,sep=;\n", {"1:a|sep=;"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.table);
    for (std::size_t piece = 1; piece < 10; ++piece) {
      CHECK(rows_of(row.table, piece) == row.expected);
    }
  }
}
