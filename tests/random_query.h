#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query_oracle.h"

namespace icc::test {

/// A schema with fields of all types, some within others.
inline constexpr std::string_view oracle_schema =
    R"($schema: https://json-schema.org/draft/2020-12/schema
type: object
properties:
  title: {type: string, x-icc: {aliases: [name]}}
  country:
    type: string
    oneOf:
      - const: South Korea
        x-icc: {aliases: [KR, Republic of Korea]}
      - const: Sweden
      - const: Türkiye
        x-icc: {aliases: [Turkey]}
      - const: United Kingdom
        x-icc: {aliases: [UK, GB]}
  cities:
    type: array
    items:
      type: string
      x-icc:
        within: country
        values:
          Sweden: {Malmö: {}}
          Türkiye: {Köln: {aliases: [Cologne]}}
          United Kingdom: {London-Lewisham: {}, Neuchâtel: {aliases: [Neuenburg, Sao]}}
    x-icc: {aliases: [city]}
  period: {type: [string, integer], x-icc: {type: period}}
  tags: {type: array, items: {type: string}}
  summary: {type: string, x-icc: {type: prose}}
  decided: {type: string, format: date}
  people: {type: integer}
  share: {type: number}
  free: {type: boolean}
  contact: {type: string, format: email}
  references:
    type: array
    items:
      type: object
      properties:
        title: {type: string}
        url: {type: string, format: uri}
        pages: {type: integer}
  phases:
    type: object
    properties:
      aim: {type: string, x-icc: {type: prose}}
      when: {type: array, items: {type: string, x-icc: {type: period}}}
)";

/// The countries of the schema, each with its names.
inline const std::array<Names, 4> countries = {Names{"South Korea", "KR", "Republic of Korea"},
                                               Names{"Sweden"}, Names{"Türkiye", "Turkey"},
                                               Names{"United Kingdom", "UK", "GB"}};
/// The cities that it knows.
inline const std::array<Names, 4> cities = {Names{"Malmö"}, Names{"Köln", "Cologne"},
                                            Names{"London-Lewisham"},
                                            Names{"Neuchâtel", "Neuenburg", "Sao"}};

/// Dates for records and for queries.
inline constexpr std::string_view dates[] = {"2017",       "2018",       "2018-06",    "2018-06-21",
                                             "2020-02-29", "2019-12-31", "2020-01-01", "2021",
                                             "2020-01",    "2016-08"};

/// How the values of a field are asked for.
enum class Asked : std::uint8_t { text, closed, open, prose, period, date, number, boolean };

/// A field of `oracle_schema`.
struct OracleField {
  std::string_view path, alias;
  Asked type;
  bool searched = false;  ///< by a word without a field
  bool is_list = false;
};

inline constexpr OracleField oracle_fields[] = {
    {"title", "name", Asked::text, true},
    {"country", "COUNTRY", Asked::closed, true},
    {"cities", "city", Asked::open, true, true},
    {"period", "Period", Asked::period},
    {"tags", "tags", Asked::text, true, true},
    {"summary", "summary", Asked::prose, true},
    {"decided", "decided", Asked::date},
    {"people", "people", Asked::number},
    {"share", "share", Asked::number},
    {"free", "free", Asked::boolean},
    {"contact", "contact", Asked::text},
    {"references.title", "references.title", Asked::text, true, true},
    {"references.url", "References.URL", Asked::text, false, true},
    {"references.pages", "references.pages", Asked::number, false, true},
    {"phases.aim", "phases.aim", Asked::prose, true},
    {"phases.when", "phases.when", Asked::period, false, true},
};

/// Makes records and questions of `oracle_schema`. The same seed makes the same ones.
class RandomQueries {
 public:
  explicit RandomQueries(std::uint32_t seed) : random_(seed) {}

  /// A record that has about half of the fields.
  Facts facts();

  /// A question that often has to do with the record.
  Question question(const Facts& about, int depth);

  /// One term of such a question.
  Question term(const Facts& about);

  /// A text such as the records have for titles.
  std::string title() { return words(); }

  /// A number from 0 up to, not including, `end`.
  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  template <class Array>
  auto pick(const Array& array) {
    return array[below(std::size(array))];
  }

  std::string words();
  std::string value_of(Asked type);
  std::string value_near(const Facts& about, const OracleField& field);
  std::string slice(const std::string& text);
  std::string spelt(std::string text);
  std::string written(const std::string& value);
  std::string date_wish();

  using Wish = std::pair<std::string, std::function<bool(const std::string&)>>;
  Question qualifier(const OracleField& field, std::string_view op,
                     const std::vector<Wish>& wishes);
  Wish wish(const Facts& about, const OracleField& field, std::string_view op);
  Wish text_wish(const std::string& near, std::span<const Names> choices);
  Wish closed_wish(bool is_exact);
  Wish words_wish(const std::string& near);
  Wish pattern_wish(const std::string& near);
  Wish day_wish(std::string_view op);
  Wish number_wish(std::string_view op);
  std::string grouped(const Question& question, Binding least);
  Question field_term(const Facts& about);
  Question time_term();
  Question presence_term();
  Question words_term(const Facts& about);
  Question id_term(const Facts& about);

  std::mt19937 random_;
};

/// A record as YAML, every text in quotes.
[[nodiscard]] std::string yaml_of(const Facts& facts);

/// A text in the quotes of a query.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace icc::test
