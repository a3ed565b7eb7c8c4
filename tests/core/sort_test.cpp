#include "icc/sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "write/sample.h"

using icc::test::sample;
using icc::test::sample_schema;

namespace {

/// The ids of records in an order, with blanks between them; each text is the record of one letter.
std::string sorted(std::string_view order, const std::vector<std::string>& texts) {
  const auto sort = icc::SortOrder::read(order, sample_schema());
  REQUIRE(sort.has_value());
  std::vector<std::pair<std::string, std::string>> rows;
  for (const std::string& text : texts) {
    const std::string id(1, static_cast<char>('a' + rows.size()));
    rows.emplace_back(sort->key(sample(id, text)), id);
  }
  std::sort(rows.begin(), rows.end());
  std::string ids;
  for (const auto& [key, id] : rows) ids += (ids.empty() ? "" : " ") + id;
  return ids;
}

}  // namespace

TEST_CASE("records sort by the values of fields") {
  struct Row {
    std::string order;
    std::vector<std::string> texts;
    std::string ids;
  };
  const std::vector<std::string> numbers = {
      "cost: 0o17\n", "cost: 9\n", "cost: 1e2\n", "cost: -.inf\n", "cost: .inf\n", "cost: -2\n",
      "cost: many\n", "cost: 0\n", "title: x\n",  "cost: 0x10\n",  "cost: -2.5\n"};
  const Row rows[] = {
      {"cost", numbers, "d k f h b a j c e g i"},
      {"-cost", numbers, "e c j a b h f k d g i"},
      {"title", {"title: Ä\n", "title: b\n", "title: A\n", "cost: 1\n"}, "a c b d"},
      {"title,-cost", {"title: a\ncost: 1\n", "title: a\ncost: 2\n", "title: A\n"}, "b a c"},
      {"period",
       {"period: 2020\n", "period: 2018-\n", "period: 2018\n", "period: each May\n"},
       "c b a d"},
      {"-id", {"cost: 1\n", "cost: 2\n"}, "b a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.order);
    CHECK(sorted(row.order, row.texts) == row.ids);
  }
}
