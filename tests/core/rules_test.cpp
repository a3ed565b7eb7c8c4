#include "icc/diagnostic.h"

#include "icc/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

namespace {

bool is_kebab_case(std::string_view name) {
  return !name.empty() && name.front() != '-' && name.back() != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace

TEST_CASE("every rule has a whole row of its own") {
  std::set<std::string_view> names;
  std::set<std::string_view> sentences;
  for (const icc::Rule& rule : icc::rules()) {
    CAPTURE(rule.name);
    CHECK(is_kebab_case(rule.name));
    CHECK(names.insert(rule.name).second);
    CHECK(sentences.insert(rule.sentence).second);
    CHECK(rule.severity != icc::Severity::off);
    CHECK(!std::isupper(static_cast<unsigned char>(rule.sentence.front())));
    CHECK(!rule.sentence.ends_with('.'));
    CHECK(icc::character_count(rule.sentence) <= 90);
    CHECK(icc::character_count(rule.explanation) >= 60);
    CHECK(!std::islower(static_cast<unsigned char>(rule.explanation.front())));
    CHECK((rule.explanation.ends_with('.') || rule.explanation.ends_with('-')));
    CHECK(rule.bad.ends_with('\n'));
    CHECK(rule.good.ends_with('\n'));
    CHECK(rule.bad != rule.good);
    CHECK(!icc::first_invalid_utf8(rule.explanation));
    CHECK(!icc::first_invalid_utf8(rule.good));
  }
}

TEST_CASE("the rules are sorted, and each number is one of the header's") {
  const auto rules = icc::rules();
  CHECK(rules.size() == 23 + 22 + 19);
  CHECK(rules.front().id == icc::RuleId::unreadable_file);
  CHECK(rules[22].id == icc::RuleId::hash_in_text);
  CHECK(rules[23].id == icc::RuleId::wrong_type);
  CHECK(rules[44].id == icc::RuleId::faulty_schema);
  CHECK(rules[45].id == icc::RuleId::repeated_id);
  CHECK(rules.back().id == icc::RuleId::invisible_character);
  for (std::size_t i = 1; i < rules.size(); ++i) {
    const auto step = static_cast<unsigned>(rules[i].id) - static_cast<unsigned>(rules[i - 1].id);
    CHECK((step == 1 || static_cast<unsigned>(rules[i].id) % 100 == 1));
  }
  for (const icc::Rule& rule : rules) CHECK(&icc::rule(rule.id) == &rule);
}

TEST_CASE("a rule is found by name or code, in any case") {
  struct Row {
    std::string_view wanted, name;
  };
  const Row rows[] = {
      {"unknown-key", "unknown-key"},
      {"Unknown-Key", "unknown-key"},
      {"ICC104", "unknown-key"},
      {"icc104", "unknown-key"},
      {"icc001", "unreadable-file"},
      {"ICC218", "unneeded-allow"},
      {"", ""},
      {"104", ""},
      {"icc1", ""},
      {"unknown-keys", ""},
      {"icc299", ""},
  };
  for (const auto& row : rows) {
    const icc::Rule* found = icc::find_rule(row.wanted);
    CHECK((found == nullptr ? "" : found->name) == row.name);
  }
  CHECK(icc::rule_code(icc::RuleId::unreadable_file) == "ICC001");
  CHECK(icc::rule_code(icc::RuleId::syntax) == "ICC009");
  CHECK(icc::rule_code(icc::RuleId::unknown_key) == "ICC104");
}

TEST_CASE("the nearest rules are suggested") {
  using Names = std::vector<std::string_view>;
  CHECK(icc::nearest_rules("unknow-key") == Names{"unknown-key"});
  CHECK(icc::nearest_rules("stray_blank") == Names{"stray-blanks"});
  CHECK(icc::nearest_rules("unknown-kity", 2) == Names{"unknown-city", "unknown-key"});
  CHECK(icc::nearest_rules("xyz").empty());
}
