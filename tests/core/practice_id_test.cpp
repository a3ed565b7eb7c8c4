#include <doctest/doctest.h>

#include <string>

#include "icc/practice.h"

TEST_CASE("the id of a record is the stem of its file") {
  struct Row {
    std::string_view path, id;
  };
  const Row rows[] = {
      {"practices/sweden/equality-planning.yaml", "equality-planning"},
      {"equality-planning.yaml", "equality-planning"},
      {"practices/a.b/c.d.yaml", "c.d"},
      {"practices/a.b/plain", "plain"},
      {"practices/.hidden", ".hidden"},
      {"", ""},
  };
  for (const auto& row : rows) CHECK(icc::id_of(row.path) == row.id);
}

TEST_CASE("an id is made from the words of a title") {
  const std::string long_word(100, 'w');
  struct Row {
    std::string title, id;
  };
  const Row rows[] = {
      {"Equality planning", "equality-planning"},
      {"  “Voices”: of the  women – in Camden! ", "voices-of-the-women-in-camden"},
      {"Neuchâtel & Łódź, Ærø", "neuchatel-lodz-aero"},
      {"Women's day at l'accueil", "womens-day-at-l-accueil"},
      {"Parents’ evening", "parents-evening"},
      {"A 2020 plan", "a-2020-plan"},
      {"../../etc/passwd", "etc-passwd"},
      {"-rf .", "rf"},
      {"con", "con-practice"},
      {"COM1", "com1-practice"},
      {"Con artists", "con-artists"},
      {"多文化共生", "practice"},
      {"!?", "practice"},
      {"", "practice"},
      {long_word, std::string(80, 'w')},
      {"a " + long_word, "a"},
      {std::string(39, 'a') + " " + std::string(40, 'b') + " c",
       std::string(39, 'a') + "-" + std::string(40, 'b')},
      {std::string(39, 'a') + " " + std::string(41, 'b') + " c", std::string(39, 'a')},
  };
  for (const auto& row : rows) {
    CHECK(icc::id_from(row.title) == row.id);
    CHECK(icc::is_valid_id(row.id));
  }
}

TEST_CASE("an id with a number ends in it and is no longer than others") {
  CHECK(icc::id_from("Equality planning", 2) == "equality-planning-2");
  CHECK(icc::id_from("", 12) == "practice-12");
  CHECK(icc::id_from("nul", 2) == "nul-practice-2");
  CHECK(icc::id_from(std::string(100, 'w'), 10) == std::string(77, 'w') + "-10");
  CHECK(icc::id_from(std::string(38, 'a') + " " + std::string(41, 'b'), 2) ==
        std::string(38, 'a') + "-2");
}

TEST_CASE("only ids of the allow-list are valid") {
  for (const char* id :
       {"a", "7", "equality-planning", "a-1-b", "console", "com10", "com", "aux-1"}) {
    CAPTURE(id);
    CHECK(icc::is_valid_id(id));
  }
  for (const char* id : {"",    "-", "-a",  "a-",  "a--b", "A",   "a_b",  "a.b",  "a/b",  "..",
                         "a b", "é", "con", "prn", "aux",  "nul", "com1", "com9", "lpt1", "lpt9"}) {
    CAPTURE(id);
    CHECK_FALSE(icc::is_valid_id(id));
  }
  CHECK(icc::is_valid_id(std::string(80, 'a')));
  CHECK_FALSE(icc::is_valid_id(std::string(81, 'a')));
}

TEST_CASE("what is wrong with an id") {
  CHECK(icc::id_problem("A b") == "is not made of a-z, 0-9 and single hyphens between them");
  CHECK(icc::id_problem("") == icc::id_problem("a--b"));
  CHECK(icc::id_problem("nul") == "is a name that Windows reserves");
  CHECK(icc::id_problem(std::string(81, 'a')) == "has 81 characters, of which 80 are allowed");
}

TEST_CASE("a record belongs in the folder of its country") {
  CHECK(icc::path_for("South Korea", "a-b") == "practices/south-korea/a-b.yaml");
  CHECK(icc::path_for("Türkiye", "a") == "practices/turkiye/a.yaml");
  CHECK(icc::path_for("Côte d'Ivoire", "a") == "practices/cote-d-ivoire/a.yaml");
  CHECK(icc::path_for("../..", "a") == "practices/a.yaml");
  CHECK(icc::path_for("", "a") == "practices/a.yaml");
}

TEST_CASE("ids are compared without case") {
  CHECK(icc::id_key("Equality-PLANNING-2") == "equality-planning-2");
  CHECK(icc::id_key("École") == "École");
}
