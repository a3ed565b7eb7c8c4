#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "icc/query.h"
#include "query_samples.h"

using icc::Query;

namespace {

Query read(std::string_view text) {
  const auto query = Query::read(text, sample_schema());
  REQUIRE(query.has_value());
  return *query;
}

}  // namespace

TEST_CASE("an explanation says how a query was understood") {
  struct Row {
    const char *query, *explanation;
  };
  const Row rows[] = {
      {"", "every practice\n"},
      {"country:uk,sweden", "country is 'United Kingdom' or is 'Sweden'\n"},
      {"city:Mun* migrant", "cities begins with 'mun'\ntext has the words 'migrant'\n"},
      {"title=\"A b\" title~^A", "title is exactly 'A b'\ntitle matches /^A/\n"},
      {"year:2018..", "year is active in 2018-01-01..\n"},
      {"start:..2018-06 end>2019", "start starts in ..2018-06-30\nend ends in 2020-01-01..\n"},
      {"decided:2018 people>=7 share:1..2 free:true",
       "decided lies in 2018-01-01..2018-12-31\npeople >= 7\nshare is 1..2\nfree is true\n"},
      {"is:ongoing no:cities", "is ongoing\nnot:\n  cities is given\n"},
      {"is:undated", "not:\n  is dated\n"},
      {"title:a or (title:b not title:c)",
       "any of:\n  title is 'a'\n  all of:\n    title is 'b'\n    not:\n      title is 'c'\n"},
      {"title!=a\x1b[1m", "not:\n  title is exactly 'a\\x1b[1m'\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(read(row.query).explanation() == row.explanation);
  }
}

TEST_CASE("the clauses of a query are the parts of its and, as they were written") {
  struct Row {
    const char* query;
    std::vector<std::string> clauses;
  };
  const Row rows[] = {
      {"", {}},
      {"country:Sweden", {"country:Sweden"}},
      {" country:Sweden   migrant ", {"country:Sweden", "migrant"}},
      {"a and \"b c\" not d", {"a", "\"b c\"", "not d"}},
      {"(a or b) c", {"(a or b)", "c"}},
      {"a b or c", {"a b or c"}},
      {"title:\"x y\",z (b c)", {"title:\"x y\",z", "(b c)"}},
  };
  for (const Row& row : rows) {
    std::vector<std::string> texts;
    for (const Query::Clause& clause : read(row.query).clauses()) texts.push_back(clause.text);
    CHECK(texts == row.clauses);
  }
  std::vector<std::string> texts;
  const Query cities = *Query::any_of("city", {"Leeds", "San Jose"}, sample_schema());
  for (const auto& clause : Query::both(read("a b"), cities).clauses()) {
    texts.push_back(clause.text);
  }
  CHECK(texts == std::vector<std::string>{"a", "b", "city:Leeds,\"San Jose\""});
}

TEST_CASE("a clause that asks for a whole text advises what to ask instead") {
  struct Row {
    const char* query;
    std::string advice;
  };
  const Row rows[] = {
      {"title:migrant",
       "title:migrant asks for the whole text; title:migrant* finds those that begin so, and "
       "migrant alone looks for the words everywhere"},
      {"name:\"a b\"",
       "title:\"a b\" asks for the whole text; title:\"a b*\" finds those that begin so, and "
       "\"a b\" alone looks for the words everywhere"},
      {"title:migrant*", ""},
      {"title=migrant", ""},
      {"title~migrant", ""},
      {"country:Sweden", ""},
      {"summary:migrant", ""},
      {"migrant", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(read(row.query).clauses().at(0).advice == row.advice);
  }
}

TEST_CASE("a clause matches by itself") {
  const auto practice = sample_practice("one", "title: One\npeople: 7\n");
  const auto clauses = read("people:7 title:two").clauses();
  REQUIRE(clauses.size() == 2);
  CHECK(clauses[0].query.matches(practice));
  CHECK_FALSE(clauses[1].query.matches(practice));
}

TEST_CASE("notes tell what is no error but probably not meant") {
  struct Row {
    const char* query;
    std::vector<std::string> notes;
  };
  const Row rows[] = {
      {"city:Leeds", {}},
      {"city:Bottkyrka", {"'Bottkyrka' is no known value of cities; did you mean 'Botkyrka'?"}},
      {"city:Atlantis", {"'Atlantis' is no known value of cities"}},
      {"city:Atl*", {"'Atl*' is no known value of cities"}},
      {"tags:anything", {}},
      {"UK", {"'UK' is searched for as text; for United Kingdom write country:UK"}},
      {"\"republic of korea\"",
       {"'republic of korea' is searched for as text; for South Korea write "
        "country:\"republic of korea\""}},
      {"Sweden", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(read(row.query).notes() == row.notes);
  }
  CHECK(Query::both(read("city:Atlantis"), read("UK")).notes().size() == 2);
}
