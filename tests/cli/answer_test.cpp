#include "cli/answer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "read/shipped_schema.h"

namespace {

/// The answers on a line, with bars between them.
std::string answers(std::string_view field, std::string_view line, const std::string& group = {}) {
  const icc::Schema& schema = icc::test::shipped_schema();
  return fmt::format("{}", fmt::join(icc::answers_in(*schema.field(field), line, group), "|"));
}

}  // namespace

TEST_CASE("a line holds several answers") {
  struct Row {
    std::string field, line, answers;
  };
  const Row rows[] = {
      // a closed vocabulary: numbers, names, other names, beginnings, mistakes
      {"topics", "1, 2", "1|2"},
      {"topics", "1;2 ,3", "1|2|3"},
      {"topics", "education, housing", "Education|Housing and urban planning"},
      {"topics", "edu, multi", "edu|multi"},
      {"topics", "houzing, education", "houzing|education"},
      {"topics", "1, houzing, x", "1|houzing|x"},
      {"topics", "Education and Roma", "Education|Roma"},
      {"topics", " , ;, ", ""},
      // choices whose own names have commas
      {"topics", "Culture, leisure and heritage", "Culture, leisure and heritage"},
      {"topics", "Culture, leisure", "Culture, leisure and heritage"},
      {"topics", "Culture, leisure and heritage, Roma", "Culture, leisure and heritage|Roma"},
      {"topics", "3, culture, leisure and heritage, edu", "3|culture, leisure and heritage|edu"},
      {"topics", "health, soc, 4", "health, soc|4"},
      // an open one: at commas only where all are known
      {"cities", "Oslo, Bergen", "Oslo|Bergen"},
      {"cities", "oslo; Bergen / Trondheim", "Oslo|Bergen|Trondheim"},
      {"cities", "Oslo, Paris", "Oslo|Paris"},
      {"cities", "Bergen, Oslp", "Bergen, Oslp"},
      {"cities", "Newtown, Oldtown; Oslo", "Newtown, Oldtown|Oslo"},
      // no vocabulary: any text may have a comma
      {"tags", "app, language café", "app, language café"},
      {"tags", "app; language café;", "app|language café"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(answers(row.field, row.line, "Norway") == row.answers);
  }
}

TEST_CASE("answers become values") {
  const icc::Field& topics = *icc::test::shipped_schema().field("topics");
  const auto values = icc::values_meant(topics, {"1", "roma", "culture, l"});
  REQUIRE(values);
  CHECK(*values == std::vector<std::string>{"Anti-discrimination and equality", "Roma",
                                            "Culture, leisure and heritage"});
  const auto refused = icc::values_meant(topics, {"houzing"});
  REQUIRE(!refused);
  CHECK(refused.error().message == "'houzing' is not a value of topics");
  CHECK(!icc::values_meant(topics, {"22"}));
}
