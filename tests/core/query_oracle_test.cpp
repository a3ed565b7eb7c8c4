#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "icc/practice.h"
#include "icc/query.h"
#include "icc/schema.h"
#include "random_query.h"
#include "random_value.h"

// The query compared with a second evaluator (query_oracle.h), and with the laws of logic.

namespace {

using icc::Practice;
using icc::Query;
using icc::test::Facts;
using icc::test::Question;
using icc::test::RandomQueries;

const icc::Schema& schema() {
  static const icc::Schema compiled = [] {
    auto loaded = icc::Schema::load([](std::string_view) -> icc::Result<std::string> {
      return std::string(icc::test::oracle_schema);
    });
    REQUIRE(loaded.has_value());
    return *loaded;
  }();
  return compiled;
}

Query read(const std::string& text) {
  auto query = Query::read(text, schema());
  INFO(text);
  if (!query) FAIL_CHECK(human_form(query.error(), {}));
  return query.value_or(Query());
}

/// Some records, as the second evaluator and as icc see them.
struct Sample {
  std::vector<Facts> facts;
  std::vector<Practice> practices;
};

Sample sample(RandomQueries& random) {
  Sample made;
  for (int i = 0; i < 6; ++i) {
    made.facts.push_back(random.facts());
    auto document = icc::Document::read(yaml_of(made.facts.back()));
    REQUIRE(document.has_value());
    made.practices.emplace_back("practices/" + made.facts.back().id + ".yaml",
                                std::move(*document));
  }
  return made;
}

/// `1` for each practice that matches, `0` for the others.
std::string answers(const Query& query, const Sample& sample) {
  std::string bits;
  for (const Practice& practice : sample.practices) bits += query.matches(practice) ? '1' : '0';
  return bits;
}

std::string answers(const Question& question, const Sample& sample) {
  std::string bits;
  for (const Facts& facts : sample.facts) bits += question.answer(facts) ? '1' : '0';
  return bits;
}

std::string shown(const Sample& sample) {
  std::string text;
  for (const Facts& facts : sample.facts) text += "--- " + facts.id + "\n" + yaml_of(facts);
  return text;
}

/// Calls `check` with random queries and the records that they are about.
template <class Check>
void for_random_queries(int usual, std::uint32_t seed, const Check& check) {
  RandomQueries random(seed);
  Sample records;
  for (int i = 0; i < icc::test::repetitions(usual); ++i) {
    if (i % 10 == 0) records = sample(random);
    check(random, records, records.facts[random.below(records.facts.size())]);
  }
}

}  // namespace

TEST_CASE("a random query means what a second evaluator says") {
  std::size_t yes = 0;
  std::size_t all = 0;
  for_random_queries(2000, 1, [&](RandomQueries& random, const Sample& sample, const Facts& about) {
    const Question question = random.question(about, 3);
    const std::string expected = answers(question, sample);
    const std::string found = answers(read(question.text), sample);
    if (found != expected) {
      INFO(shown(sample));
      CAPTURE(question.text);
      CHECK(found == expected);
    }
    yes += static_cast<std::size_t>(std::ranges::count(expected, '1'));
    all += expected.size();
  });
  CHECK(yes > all / 5);  // else the comparison shows little
  CHECK(yes < all * 4 / 5);
}

TEST_CASE("what the second evaluator has found") {
  struct Row {
    const char *record, *query;
    bool matches;
  };
  const Row rows[] = {
      {"people: 0x1F", "people:31", true},
      {"people: 0o17", "people:15", true},
      {"people: +7", "people:7", true},
      {"people: 7", "people:+7", true},
      {"people: .inf", "people>1e300", true},
      {"people: .inf", "people<0", false},
      {"people: 1_000", "people:1000", false},
      {"people: 9007199254740993", "people:9007199254740992", false},
      {"phases: {when: [soon, 2018-]}", "phases.when:2019", true},
      {"phases: {when: [soon, 2018-]}", "is:ongoing", true},
      {"phases: {when: [N/A, soon]}", "has:phases.when", true},
      {"phases: {when: [N/A]}", "has:phases.when", false},
      {"phases: {when: [2018, 2020]}", "end:2020", true},
      {"phases: {when: [2018, 2020]}", "year:2019", false},
      {"period: 2021-2019", "year>=2017", false},
      {"period: 2021-2019", "is:undated", true},
      {"period: 2021-2019", "start:2021", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.record);
    CAPTURE(row.query);
    auto document = icc::Document::read(row.record);
    REQUIRE(document.has_value());
    const Practice practice("practices/a.yaml", std::move(*document));
    CHECK(read(row.query).matches(practice) == row.matches);
  }
}

TEST_CASE("the laws of logic hold for random queries") {
  for_random_queries(500, 2, [](RandomQueries& random, const Sample& sample, const Facts& about) {
    const std::string q = "(" + random.question(about, 2).text + ")";
    const std::string r = "(" + random.question(about, 2).text + ")";
    CAPTURE(q);
    CAPTURE(r);
    const auto same = [&](const std::string& left, const std::string& right) {
      CHECK(answers(read(left), sample) == answers(read(right), sample));
    };
    same("not not " + q, q);
    same("not (" + q + " or " + r + ")", "not " + q + " not " + r);
    same("not (" + q + r + ")", "not " + q + " or not " + r);
    same(q + " or " + r, r + " or " + q);
    same(q + " and (" + r + " or " + q + ")", q);
    same(q + " or not " + q, "");
    same(q + " not " + q, "not (" + q + " or not " + q + ")");
  });
}

TEST_CASE("a comma is or, and the clauses of a query are its and") {
  for_random_queries(500, 3, [](RandomQueries& random, const Sample& sample, const Facts& about) {
    const std::string country = "country:" + std::string(random.below(2) == 0 ? "uk" : "sweden");
    const std::string term = random.term(about).text;
    CAPTURE(term);
    CHECK(answers(read(country + ",turkey"), sample) ==
          answers(read(country + " or country:turkey"), sample));
    const Query both = Query::both(read(country), read(term));
    CHECK(answers(both, sample) == answers(read(country + " " + term), sample));
    std::string of_clauses(sample.practices.size(), '1');
    for (const Query::Clause& clause : both.clauses()) {
      const std::string bits = answers(clause.query, sample);
      CHECK(answers(read(clause.text), sample) == bits);
      for (std::size_t i = 0; i < bits.size(); ++i)
        of_clauses[i] = std::min(of_clauses[i], bits[i]);
    }
    CHECK(of_clauses == answers(both, sample));
  });
}

TEST_CASE("values of an option are values in quotes") {
  for_random_queries(500, 4, [](RandomQueries& random, const Sample& sample, const Facts&) {
    std::vector<std::string> values;
    std::string text;
    for (std::size_t count = random.below(3) + 1; count > 0; --count) {
      values.push_back(random.title());
      text += (text.empty() ? "title:" : ",") + icc::test::in_quotes(values.back());
    }
    const auto query = Query::any_of("title", values, schema());
    CAPTURE(text);
    REQUIRE(query.has_value());
    CHECK(answers(*query, sample) == answers(read(text), sample));
  });
}
