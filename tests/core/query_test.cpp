#include "icc/query.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query_samples.h"

using icc::Practice;
using icc::Query;

namespace {

const std::vector<Practice>& practices() {
  static const std::vector<Practice> all = [] {
    std::vector<Practice> list;
    list.push_back(sample_practice("app", R"(title: A welcoming app
country: Sweden
cities: [Botkyrka, Malmö]
period: 2019-2021
topics: [Education, "Culture, leisure and heritage"]
summary: |
  Migrants find **their way** through the city.
  An app for newcomers.
people: 40
share: 0.5
free: true
references:
  - {title: The app, url: "https://app.example/a"}
  - {title: Report, url: "https://example.org/report?x=1"}
)"));
    list.push_back(sample_practice("council", R"(title: Council of Neuchâtel
country: Switzerland
cities: [Neuchâtel]
period: 2018-
topics: [Political and public participation]
summary: Immigrants advise the canton. L'accueil d’été.
decided: 2018-06-21
people: 7
free: false
)"));
    list.push_back(sample_practice("dinner", R"(title: Мигранты и соседи
country: United Kingdom
cities: [Leeds, London-Lewisham]
period: Each year in March
tags: [food, not only food]
summary: Ein großes Fest in der STRASSE.
people: -3
share: 1.5e2
)"));
    list.push_back(sample_practice("plan", R"(title: Equality planning
country: GB
period: N/A
summary: 東京の移民 tells of San-José.
)"));
    list.push_back(sample_practice("stories", R"(title: Migrant stories
country: Türkiye
cities: [München]
period: 2015-2016 / 2020-2021
summary: "Says \"hello\", (more | less) and a*b."
decided: 2020-02-29
)"));
    return list;
  }();
  return all;
}

std::string matching(const Query& query) {
  std::string ids;
  for (const Practice& practice : practices()) {
    if (query.matches(practice)) ids += (ids.empty() ? "" : " ") + std::string(practice.id());
  }
  return ids;
}

std::string matching(std::string_view text) {
  const auto query = Query::read(text, sample_schema());
  return query ? matching(*query) : human_form(query.error(), {});
}

struct Row {
  const char *query, *ids;
};

template <std::size_t Count>
void check(const Row (&rows)[Count]) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(matching(row.query) == row.ids);
  }
}

constexpr const char* all = "app council dinner plan stories";

}  // namespace

TEST_CASE("side by side is and; or, not and parentheses do the rest") {
  const Row rows[] = {
      {"", all},
      {" \t\n", all},
      {"country:Sweden", "app"},
      {"country:Sweden people:40", "app"},
      {"country:Sweden and people:40", "app"},
      {"country:Sweden people:7", ""},
      {"country:Sweden or country:Switzerland", "app council"},
      {"country:Sweden|country:Switzerland", "app council"},
      {"country:Sweden OR country:Switzerland", "app council"},
      {"country:Sweden,Switzerland", "app council"},
      {"not country:Sweden", "council dinner plan stories"},
      {"NOT not country:Sweden", "app"},
      {"not country:Sweden people:7", "council"},
      {"not (country:Sweden people:7)", all},
      {"country:Sweden or people:7 free:false", "app council"},
      {"(country:Sweden or people:7) free:false", "council"},
      {"(country:Sweden)(free:true)", "app"},
      {"((people:7))", "council"},
      {"people:7 or people:40 or people:-3", "app council dinner"},
      {"people:7 | people:40 and free:false", "council"},
  };
  check(rows);
}

TEST_CASE("choices, short texts and ids match as a whole, folded, by every name") {
  const Row rows[] = {
      {"country:sweden", "app"},
      {"COUNTRY:SWEDEN", "app"},
      {"country:uk", "dinner plan"},
      {"country:\"united kingdom\"", "dinner plan"},
      {"country:\"  United   Kingdom \"", "dinner plan"},
      {"country:turkey", "stories"},
      {"country:turkiye", "stories"},
      {"country:s*", "app council"},
      {"country:u*", "dinner plan"},
      {"country:t*", "stories"},
      {"cities:neuchatel", "council"},
      {"city:NEUCHÂTEL", "council"},
      {"city:Neucha\xcc\x82tel", "council"},
      {"city:malmo", "app"},
      {"city:Munich", "stories"},
      {"city:munchen", "stories"},
      {"city:mun*", "stories"},
      {"city:london*", "dinner"},
      {"city:london", ""},
      {"city:botkyrka,leeds", "app dinner"},
      {"title:\"migrant stories\"", "stories"},
      {"name:\"Migrant Stories\"", "stories"},
      {"title:migrant", ""},
      {"title:migrant*", "stories"},
      {"title:\"equality pl\"*",
       "error: unexpected '*' after '\"equality pl\"'\n"
       "  title:\"equality pl\"*\n"
       "                     ^ put a blank after the closing quote\n"},
      {"title:\"equality pl*\"", "plan"},
      {"title:\"мигранты и соседи\"", "dinner"},
      {"title:МИГРАНТЫ*", "dinner"},
      {"id:app", "app"},
      {"id:APP", "app"},
      {"id:s*", "stories"},
      {"id:app,plan", "app plan"},
      {"tags:food", "dinner"},
      {"tags:\"not only food\"", "dinner"},
      {"topic:participation", "council"},
      {"topic:\"culture, leisure and heritage\"", "app"},
      {"references.url:https://app.example/a", "app"},
      {"references.url:\"https://example.org/report?x=1\"", "app"},
      {"references.url:https://example*", "app"},
      {"references.title:report", "app"},
  };
  check(rows);
}

TEST_CASE("words are found at a word's start in long texts") {
  const Row rows[] = {
      {"summary:migrant", "app"},
      {"summary:MIGRANTS", "app"},
      {"summary:immigrant", "council"},
      {"summary:\"migrants find\"", "app"},
      {"summary:\"the city. an app\"", "app"},
      {"summary:\"their way\"", "app"},
      {"summary:way**",
       "error: '*' is understood only at the end, not in 'way**'\n"
       "  summary:way**\n"
       "          ^^^^^ use a regular expression: FIELD~\"...\"\n"},
      {"summary:migr*", "app"},
      {"summary:accueil", "council"},
      {"summary:l'accueil", "council"},
      {"summary:L’ACCUEIL", "council"},
      {"summary:ete", "council"},
      {"summary:strasse", "dinner"},
      {"summary:straße", "dinner"},
      {"summary:grosses", "dinner"},
      {"summary:移民", "plan"},
      {"summary:san-jose", "plan"},
      {"summary:jose", "plan"},
      {"summary:ose", ""},
      {"summary:\"\\\"hello\\\"\"", "stories"},
      {"summary:\"(more | less)\"", "stories"},
      {"summary:a*b",
       "error: '*' is understood only at the end, not in 'a*b'\n"
       "  summary:a*b\n"
       "          ^^^ use a regular expression: FIELD~\"...\"\n"},
      {"summary:\"a*b\"", "stories"},
  };
  check(rows);
}

TEST_CASE("a bare word or phrase is searched for in all text") {
  const Row rows[] = {
      {"migrant", "app stories"},
      {"immigrant", "council"},
      {"мигрант", "dinner"},
      {"МИГРАНТЫ", "dinner"},
      {"leeds", "dinner"},
      {"sweden", "app"},
      {"education", "app"},
      {"report", "app"},
      {"example.org", ""},
      {"2019", ""},
      {"\"migrant stories\"", "stories"},
      {"migrant stories", "stories"},
      {"stories migrant", "stories"},
      {"\"stories migrant\"", ""},
      {"migr*", "app stories"},
      {"text:migrant", "app stories"},
      {"text:migrant,canton", "app council stories"},
      {"text=Sweden", "app"},
      {"text=sweden", ""},
      {"l'accueil", "council"},
  };
  check(rows);
}

TEST_CASE("years and days ask for intervals") {
  const Row rows[] = {
      {"year:2019", "app council"},
      {"year:2018", "council"},
      {"year:2017", ""},
      {"year:2016", "stories"},
      {"year:2018..2019", "app council"},
      {"year:..2018", "council stories"},
      {"year:2030..", "council"},
      {"year:2020-06", "app council stories"},
      {"year>2021", "council"},
      {"year>=2021", "app council stories"},
      {"year<2016", "stories"},
      {"year<=2018", "council stories"},
      {"year=2016", "stories"},
      {"year!=2016", "app council dinner plan"},
      {"year:2016,2030", "council stories"},
      {"period:2019", "app council"},
      {"period:2019..2021-05-01", "app council stories"},
      {"start:2018", "council"},
      {"start:2018..", "app council stories"},
      {"start:2018..2019", "app council"},
      {"start>2018", "app stories"},
      {"start>=2018-01-01", "app council stories"},
      {"start>=2018-01-02", "app stories"},
      {"start<2018", "stories"},
      {"start<=2018", "council stories"},
      {"end:..2021", "app stories"},
      {"end:2021", "app stories"},
      {"end:2016", "stories"},
      {"end>2021", ""},
      {"decided:2018", "council"},
      {"decided:2018-06-21", "council"},
      {"decided:2018..2020", "council stories"},
      {"decided>=2020", "stories"},
      {"decided<2020-02-29", "council"},
      {"decided!=2018", "app dinner plan stories"},
      {"period=2019-2021", "app"},
      {"period!=2019-2021", "council dinner plan stories"},
      {"period~^20", "app council stories"},
      {"period~year", "dinner"},
  };
  check(rows);
}

TEST_CASE("numbers are compared by their value") {
  const Row rows[] = {
      {"people:7", "council"},
      {"people=7", "council"},
      {"people:7.0", "council"},
      {"people!=7", "app dinner plan stories"},
      {"people:0..40", "app council"},
      {"people:..7", "council dinner"},
      {"people:7..", "app council"},
      {"people:-3", "dinner"},
      {"people<7", "dinner"},
      {"people<=7", "council dinner"},
      {"people>7", "app"},
      {"people>=7", "app council"},
      {"share:150", "dinner"},
      {"share:0.5..1", "app"},
      {"free:true", "app"},
      {"free:FALSE", "council"},
      {"free!=true", "council dinner plan stories"},
  };
  check(rows);
}

TEST_CASE("= and != are exact, ~ is a regular expression") {
  const Row rows[] = {
      {"title=\"Migrant stories\"", "stories"},
      {"title=\"migrant stories\"", ""},
      {"title!=\"Migrant stories\"", "app council dinner plan"},
      {"cities=Malmö", "app"},
      {"cities=Malmo", ""},
      {"cities!=Malmö", "council dinner plan stories"},
      {"cities!=Malmö,Leeds", "council plan stories"},
      {"country=Sweden", "app"},
      {"country!=Sweden", "council dinner plan stories"},
      {"country=\"United Kingdom\"", "dinner"},
      {"tags=food", "dinner"},
      {"title~^A", "app"},
      {"title~stories$", "stories"},
      {"title~STORIES", ""},
      {"title~(?i)stories",
       "error: a value is missing after 'title~'\n"
       "  title~(?i)stories\n"
       "  ^^^^^^ write the value right behind it; quote one that has blanks\n"},
      {"title~\"(?i)STORIES\"", "stories"},
      {"title~\"^(A|E)\"", "app plan"},
      {"summary~\"\\d|\\bcanton\\b\"", "council"},
      {"title~\"М.г\"", "dinner"},
      {"title~^A,^E", "app plan"},
      {"id~a", "app plan"},
      {"cities~^M", "app stories"},
      {"references.url~[?]x=", "app"},
      {"country~^G", "plan"},
  };
  check(rows);
}

TEST_CASE("has, no and is ask whether there is something") {
  const Row rows[] = {
      {"has:cities", "app council dinner stories"},
      {"has:city", "app council dinner stories"},
      {"no:cities", "plan"},
      {"has:decided,share", "app council dinner stories"},
      {"no:decided,share", "plan"},
      {"has:references", "app"},
      {"has:references.url", "app"},
      {"has:period", "app council dinner stories"},
      {"no:period", "plan"},
      {"has:year", "app council stories"},
      {"has:start", "app council stories"},
      {"has:end", "app stories"},
      {"no:end", "council dinner plan"},
      {"has:id", all},
      {"no:id", ""},
      {"has:text", all},
      {"is:ongoing", "council"},
      {"not is:ongoing", "app dinner plan stories"},
      {"is:undated", "dinner plan"},
      {"is:ongoing,undated", "council dinner plan"},
      {"IS:Ongoing", "council"},
  };
  check(rows);
}

TEST_CASE("an option's values are taken whole") {
  const auto found = [](std::string_view field, const std::vector<std::string>& values) {
    const auto query = Query::any_of(field, values, sample_schema());
    return query ? matching(*query) : human_form(query.error(), {});
  };
  CHECK(found("city", {"Leeds"}) == "dinner");
  CHECK(found("city", {"Leeds", "malmo"}) == "app dinner");
  CHECK(found("topic", {"Culture, leisure and heritage"}) == "app");
  CHECK(found("text", {"(more | less)"}) == "stories");
  CHECK(found("text", {"says \"hello\""}) == "stories");
  CHECK(found("year", {"2018..2019", "2016"}) == "app council stories");
  CHECK(found("country", {"uk"}) == "dinner plan");
  CHECK(found("country", {"Sweden", "Sweeden or not"}) ==
        "error: country has no value 'Sweeden or not'\n"
        "  country:Sweden,\"Sweeden or not\"\n"
        "                 ^^^^^^^^^^^^^^^^ 'icc fields country' lists its values\n");
}

TEST_CASE("two queries are joined, an empty one adds nothing") {
  const auto read = [](std::string_view text) { return *Query::read(text, sample_schema()); };
  CHECK(matching(Query::both(read("has:cities"), read("free:true or people:7"))) == "app council");
  CHECK(matching(Query::both(Query(), read("free:true"))) == "app");
  CHECK(matching(Query::both(read("free:true"), Query())) == "app");
  CHECK(Query::both(Query(), read(" ")).empty());
  CHECK_FALSE(Query::both(Query(), read("app")).empty());
}
