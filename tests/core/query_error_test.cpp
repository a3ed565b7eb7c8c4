#include <doctest/doctest.h>

#include <string>

#include "query_samples.h"

using icc::Query;

// Each mistake in a query, as a person sees it: what is wrong, where, and what was probably meant.

namespace {

struct Row {
  const char *query, *text;
};

std::string refusal(std::string_view query, const icc::Schema& schema) {
  const auto read = Query::read(query, schema);
  return read ? "understood" : human_form(read.error(), {});
}

template <std::size_t Count>
void check(const Row (&rows)[Count]) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(refusal(row.query, sample_schema()) == row.text);
  }
}

}  // namespace

TEST_CASE("mistakes: parentheses, words between terms and what they lack") {
  const Row rows[] = {
      {"(country:Sweden", R"(error: '(' is not closed
  (country:Sweden
  ^
)"},
      {"country:Sweden)", R"~(error: ')' without '('
  country:Sweden)
                ^ to search for the character, quote it: ")"
)~"},
      {"()", R"(error: a term is missing after '('
  ()
  ^
)"},
      {"not", R"(error: a term is missing after 'not'
  not
  ^^^
)"},
      {"not not", R"(error: a term is missing after 'not'
  not not
      ^^^
)"},
      {"country:Sweden and", R"(error: a term is missing after 'and'
  country:Sweden and
                 ^^^
)"},
      {"country:Sweden or or title:x", R"(error: a term is missing after 'or'
  country:Sweden or or title:x
                 ^^
)"},
      {"and Sweden", R"(error: a term is missing before 'and'
  and Sweden
  ^^^ to search for it, quote it: "and"
)"},
      {"or", R"(error: a term is missing before 'or'
  or
  ^^ to search for it, quote it: "or"
)"},
      {"country:Sweden and ( title:x or )", R"(error: a term is missing after 'or'
  country:Sweden and ( title:x or )
                               ^^
)"},
  };
  check(rows);
}

TEST_CASE("mistakes: words to search for") {
  const Row rows[] = {
      {"!", R"(error: nothing to search for in '!'
  !
  ^ search for letters or digits
)"},
      {"*", R"(error: nothing to search for in '*'
  *
  ^ search for letters or digits
)"},
      {"-youth", R"(error: '-' has no meaning before a word
  -youth
  ^^^^^^ write: not youth
)"},
      {"title:x and -y", R"(error: '-' has no meaning before a word
  title:x and -y
              ^^ write: not y
)"},
      {"“youth”", R"(error: typographic quotes do not quote
  “youth”
  ^^^^^^^ write "..."
)"},
      {R"("a)", R"(error: the quote is not closed
  "a
  ^ close it with "; write \" for a quote within it
)"},
      {R"("a\)", R"(error: the quote is not closed
  "a\
  ^ close it with "; write \" for a quote within it
)"},
      {R"("a"b)", R"(error: unexpected 'b' after '"a"'
  "a"b
     ^ put a blank after the closing quote
)"},
      {R"(a"b)", R"(error: unexpected '"' after 'a'
  a"b
   ^ quote the text: "a\"b"
)"},
      {"a,b", R"(error: unexpected ',' after 'a'
  a,b
   ^ a comma stands between values, as in FIELD:ONE,TWO
)"},
      {",", R"(error: a comma stands only between values
  ,
  ^ write FIELD:ONE,TWO without blanks
)"},
  };
  check(rows);
}

TEST_CASE("mistakes: a field, an operator and values") {
  const Row rows[] = {
      {":Sweden", R"(error: a field is missing before ':'
  :Sweden
  ^ write FIELD:VALUE without blanks, or quote the text
)"},
      {"title:", R"(error: a value is missing after 'title:'
  title:
  ^^^^^^ write the value right behind it; quote one that has blanks
)"},
      {"title: x", R"(error: a value is missing after 'title:'
  title: x
  ^^^^^^ write the value right behind it; quote one that has blanks
)"},
      {"country:Sweden,", R"(error: a value is missing after 'country:Sweden,'
  country:Sweden,
  ^^^^^^^^^^^^^^^ write the value right behind it; quote one that has blanks
)"},
      {"country:Sweden, Norway", R"(error: a value is missing after 'country:Sweden,'
  country:Sweden, Norway
  ^^^^^^^^^^^^^^^ write the value right behind it; quote one that has blanks
)"},
      {"country::Sweden", R"(error: unexpected ':' after 'country:'
  country::Sweden
          ^ write one operator, or quote the value: ":Sweden"
)"},
      {"title~=x", R"(error: unexpected '=' after 'title~'
  title~=x
        ^ write one operator, or quote the value: "=x"
)"},
      {R"(title:"a)", R"(error: the quote is not closed
  title:"a
        ^ close it with "; write \" for a quote within it
)"},
      {R"(title:"a"b)", R"(error: unexpected 'b' after '"a"'
  title:"a"b
           ^ put a blank after the closing quote
)"},
      {R"(title:a"b)", R"(error: unexpected '"' after 'a'
  title:a"b
         ^ quote the text: "a\"b"
)"},
      {"contry:Sweden", R"(error: no field 'contry'
  contry:Sweden
  ^^^^^^ did you mean 'country'?
)"},
      {"xyz:Sweden", R"(error: no field 'xyz'
  xyz:Sweden
  ^^^ 'icc fields' lists the fields; to search for the text, quote it: "xyz:Sweden"
)"},
      {"references:x", R"(error: references has fields of its own
  references:x
  ^^^^^^^^^^ ask for one of them: references.title, references.url
)"},
      {"title<3", R"(error: '<' has no meaning for title
  title<3
       ^ the operators of a field of type text: != : = ~
)"},
      {"free>true", R"(error: '>' has no meaning for free
  free>true
      ^ the operators of a field of type boolean: != : =
)"},
  };
  check(rows);
}

TEST_CASE("mistakes: values that a field can't have") {
  const Row rows[] = {
      {"title:*", R"(error: '*' needs the beginning of a value before it
  title:*
        ^ has:FIELD asks for any value, no:FIELD for none
)"},
      {"title:a*b", R"(error: '*' is understood only at the end, not in 'a*b'
  title:a*b
        ^^^ use a regular expression: FIELD~"..."
)"},
      {R"(title:"")", R"(error: the value is empty
  title:""
        ^^ has:FIELD asks for any value, no:FIELD for none
)"},
      {"country:Sweeden", R"(error: country has no value 'Sweeden'
  country:Sweeden
          ^^^^^^^ did you mean 'Sweden'?
)"},
      {"country:Utopia", R"(error: country has no value 'Utopia'
  country:Utopia
          ^^^^^^ 'icc fields country' lists its values
)"},
      {"country:“Sweden”", R"(error: country has no value '“Sweden”'
  country:“Sweden”
          ^^^^^^^^ did you mean 'Sweden'?
)"},
      {"country:United (Kingdom)", R"(error: country has no value 'United'
  country:United (Kingdom)
          ^^^^^^ did you mean "United Kingdom"?
)"},
      {"country=sweden", R"(error: country has no value 'sweden'
  country=sweden
          ^^^^^^ '=' is exact: did you mean 'Sweden'?
)"},
      {"country=Utopia", R"(error: country has no value 'Utopia'
  country=Utopia
          ^^^^^^ 'icc fields country' lists its values
)"},
      {"topic:participatoin", R"(error: topics has no value 'participatoin'
  topic:participatoin
        ^^^^^^^^^^^^^ did you mean "Political and public participation"?
)"},
      {"free:perhaps", R"(error: free is true or false, not 'perhaps'
  free:perhaps
       ^^^^^^^
)"},
  };
  check(rows);
}

TEST_CASE("mistakes: days, numbers and patterns") {
  const Row rows[] = {
      {"period:soon", R"(error: 'soon' is no date
  period:soon
         ^^^^ write 2018, 2018-06, 2018-06-21 or a range such as 2018..2020
)"},
      {"period:2020..2018", R"(error: the range '2020..2018' ends before it starts
  period:2020..2018
         ^^^^^^^^^^ write 2018..2020
)"},
      {"period:2018..2019..2020", R"(error: '2018..2019..2020' is no date
  period:2018..2019..2020
         ^^^^^^^^^^^^^^^^ write 2018, 2018-06, 2018-06-21 or a range such as 2018..2020
)"},
      {"year>2020..2021", R"(error: '2020..2021' is no date
  year>2020..2021
       ^^^^^^^^^^ write 2018, 2018-06 or 2018-06-21; a range stands behind ':'
)"},
      {"decided:2018-02-30", R"(error: '2018-02-30' is no date
  decided:2018-02-30
          ^^^^^^^^^^ write 2018, 2018-06, 2018-06-21 or a range such as 2018..2020
)"},
      {"people:many", R"(error: 'many' is no number
  people:many
         ^^^^ write 12, 12.5 or, behind ':', a range such as 10..20
)"},
      {"people:10..2", R"(error: the range '10..2' ends before it starts
  people:10..2
         ^^^^^ write 2..10
)"},
      {"people>x", R"(error: 'x' is no number
  people>x
         ^ write 12, 12.5 or, behind ':', a range such as 10..20
)"},
      {"people:1..2..3", R"(error: '1..2..3' is no number
  people:1..2..3
         ^^^^^^^ write 12, 12.5 or, behind ':', a range such as 10..20
)"},
      {"country~[", R"(error: no regular expression: missing ]: [
  country~[
          ^ RE2's syntax: no look-around, no back references
)"},
      {"title~(?=x)", R"(error: a value is missing after 'title~'
  title~(?=x)
  ^^^^^^ write the value right behind it; quote one that has blanks
)"},
      {R"(title~"a**")", R"(error: no regular expression: bad repetition operator: **
  title~"a**"
        ^^^^^ RE2's syntax: no look-around, no back references
)"},
  };
  check(rows);
}

TEST_CASE("mistakes: states and presence") {
  const Row rows[] = {
      {"is:open", R"(error: nothing is 'open'
  is:open
     ^^^^ is:ongoing and is:undated can be asked
)"},
      {"is=ongoing", R"(error: '=' has no meaning for is
  is=ongoing
    ^ write is:ongoing
)"},
      {"is:ongoing,open", R"(error: nothing is 'open'
  is:ongoing,open
             ^^^^ is:ongoing and is:undated can be asked
)"},
      {"has:impct", R"(error: no field 'impct'
  has:impct
      ^^^^^ 'icc fields' lists the fields
)"},
      {"no:contry", R"(error: no field 'contry'
  no:contry
     ^^^^^^ did you mean 'country'?
)"},
      {"has>title", R"(error: '>' has no meaning for has
  has>title
     ^ write has:title
)"},
      {"has:", R"(error: a value is missing after 'has:'
  has:
  ^^^^ write the value right behind it; quote one that has blanks
)"},
  };
  check(rows);
}

TEST_CASE("a query has a longest text and a deepest nesting") {
  const auto message = [](const std::string& query) {
    const auto read = Query::read(query, sample_schema());
    return read ? "understood" : read.error().message;
  };
  std::string longest;
  while (longest.size() + 2 <= 64 * 1024) longest += "a ";
  CHECK(message(longest) == "understood");
  CHECK(message(longest + "a") == "the query is longer than 64 KiB");
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  CHECK(message(nested(64)) == "understood");
  CHECK(message(nested(65)) == "the query is nested too deeply");
}

TEST_CASE("a schema without a period is not asked for one") {
  const auto schema = icc::Schema::load([](std::string_view) -> icc::Result<std::string> {
    return std::string("properties: {title: {type: string}}\n");
  });
  REQUIRE(schema.has_value());
  const Row rows[] = {
      {"is:undated", R"(error: 'undated' asks for a period, and the schema has none
  is:undated
     ^^^^^^^
)"},
      {"year:2018", R"(error: 'year' asks for a period, and the schema has none
  year:2018
  ^^^^
)"},
  };
  for (const Row& row : rows) CHECK(refusal(row.query, *schema) == row.text);
}
