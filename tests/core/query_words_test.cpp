#include "core/query_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query_samples.h"

TEST_CASE("the words of a command line are joined, and get the quotes back that the shell took") {
  struct Row {
    std::vector<std::string> words;
    const char* query;
  };
  const Row rows[] = {
      {{}, ""},
      {{""}, ""},
      {{"country:Sweden", "migrant"}, "country:Sweden migrant"},
      {{"country:United Kingdom"}, "country:\"United Kingdom\""},
      {{"country:United Kingdom,Sweden"}, "country:\"United Kingdom\",Sweden"},
      {{"country:Sweden,United Kingdom", "x"}, "country:Sweden,\"United Kingdom\" x"},
      {{"title:Parks, health"}, "title:\"Parks, health\""},
      {{"topic:culture, leisure and heritage"}, "topic:\"culture, leisure and heritage\""},
      {{"topics=Political and public participation"},
       "topics=\"Political and public participation\""},
      {{"country:Sweden and free:true"}, "country:Sweden and free:true"},
      {{"country:Sweden or migrant"}, "country:Sweden or migrant"},
      {{"country:Sweden migrant"}, "country:\"Sweden migrant\""},
      {{"title:a (b)"}, "title:a (b)"},
      {{"title:a | b"}, "title:a | b"},
      {{"title:\"a b\" c"}, "title:\"a b\" c"},
      {{"title~a\\b c"}, "title~\"a\\\\b c\""},
      {{"title: a b"}, "title: a b"},
      {{"migrant stories"}, "migrant stories"},
      {{"(country:Sweden", "or", "free:true)"}, "(country:Sweden or free:true)"},
      {{"not country:South Korea"}, "not country:South Korea"},
      {{":a b"}, ":a b"},
      {{"country:republic of korea"}, "country:\"republic of korea\""},
  };
  for (const Row& row : rows) {
    CHECK(icc::query_of_words(row.words, sample_schema()) == row.query);
  }
}

TEST_CASE("a word that was quoted for the shell is one term") {
  const auto query =
      icc::Query::read(std::vector<std::string>{"country:United Kingdom"}, sample_schema());
  REQUIRE(query.has_value());
  CHECK(query->explanation() == "country is 'United Kingdom'\n");
}
