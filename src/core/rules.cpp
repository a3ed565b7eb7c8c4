#include "icc/diagnostic.h"

#include "core/rules_integrity.h"
#include "core/rules_schema.h"
#include "core/rules_syntax.h"
#include "icc/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

namespace icc {
namespace {

constexpr auto all_rules = [] {
  std::array<Rule, std::size(syntax_rules) + std::size(schema_rules) + std::size(integrity_rules)>
      rules{};
  auto* end = std::copy(std::begin(syntax_rules), std::end(syntax_rules), rules.data());
  end = std::copy(std::begin(schema_rules), std::end(schema_rules), end);
  std::copy(std::begin(integrity_rules), std::end(integrity_rules), end);
  return rules;
}();

static_assert(std::is_sorted(all_rules.begin(), all_rules.end(),
                             [](const Rule& a, const Rule& b) { return a.id < b.id; }));

}  // namespace

std::span<const Rule> rules() {
  return all_rules;
}

const Rule& rule(RuleId id) {
  const auto* found =
      std::lower_bound(all_rules.begin(), all_rules.end(), id,
                       [](const Rule& row, RuleId wanted) { return row.id < wanted; });
  assert(found != all_rules.end() && found->id == id);
  return *found;
}

const Rule* find_rule(std::string_view name_or_code) {
  const std::string wanted = folded(name_or_code);
  const auto* found = std::find_if(all_rules.begin(), all_rules.end(), [&](const Rule& row) {
    return row.name == wanted || folded(rule_code(row.id)) == wanted;
  });
  return found == all_rules.end() ? nullptr : found;
}

std::vector<std::string_view> nearest_rules(std::string_view name, std::size_t most) {
  std::vector<std::string_view> names;
  names.reserve(all_rules.size());
  for (const Rule& row : all_rules) names.push_back(row.name);
  return nearest(name, names, most);
}

std::string rule_code(RuleId id) {
  return fmt::format("ICC{:03}", static_cast<unsigned>(id));
}

}  // namespace icc
