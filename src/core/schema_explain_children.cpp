#include <fmt/format.h>

#include <algorithm>

#include "core/schema_equality.h"
#include "core/schema_explain.h"
#include "core/schema_words.h"
#include "icc/text.h"

// What is wrong with the items of lists, and with the values and number of a map's keys.

namespace icc::json_schema {
namespace {

struct CountWords {
  Operation operation;
  RuleId rule;
  std::string_view noun;
  std::string_view demand;
};

constexpr CountWords count_words[] = {
    {Operation::fewest_items, RuleId::too_few_items, "item", "at least"},
    {Operation::most_items, RuleId::too_many_items, "item", "at most"},
    {Operation::fewest_members, RuleId::too_few_keys, "key", "at least"},
    {Operation::most_members, RuleId::too_many_keys, "key", "at most"},
};

/// The first item or key that is too many; the whole value when it has too few.
Range count_range(const Document& document, const Node& value, const CountWords& words,
                  std::uint64_t limit) {
  if (words.demand == "at least") return value.range;
  for (const Node& child : document.children(value)) {
    if (limit-- == 0) return child.key.empty() ? child.range : child.key_range;
  }
  return value.range;
}

}  // namespace

void explain_count(Explainer& explainer, const Instruction& demand, const Node& value) {
  const auto* words =
      std::find_if(std::begin(count_words), std::end(count_words),
                   [&](const CountWords& row) { return row.operation == demand.operation; });
  const std::uint64_t count = explainer.document().child_count(value);
  explainer.add(
      words->rule, count_range(explainer.document(), value, *words, demand.limit), demand.origin,
      fmt::format("{} has {}, {} {} {} {}", explainer.subject(), counted(count, words->noun),
                  words->demand, demand.limit, demand.limit == 1 ? "is" : "are",
                  words->demand == "at least" ? "needed" : "allowed"),
      count == 0 ? "add one, or leave the key out" : "");
}

void explain_unique(Explainer& explainer, const Instruction& demand, const Node& value) {
  const auto [first, second] = equal_items({explainer.document(), value});
  const bool is_scalar = !is_collection(second->kind);
  Diagnostic& fault = explainer.add(
      RuleId::repeated_item, second->range, demand.origin,
      fmt::format("{} stands twice in {}", is_scalar ? quoted(second->text) : "the same item",
                  explainer.subject()),
      "take one of the two out");
  fault.related.push_back({{}, first->range, "the first one", {}});
}

void explain_items(Explainer& explainer, const Instruction& demand, const Node& value) {
  const BlockId* blocks = explainer.program().block_lists.data() + demand.index;
  std::uint32_t index = 0;
  for (const Node& item : explainer.document().children(value)) {
    explainer.explain_child(blocks[std::min(index++, demand.count)], item);
  }
}

void explain_contains(Explainer& explainer, const Instruction& demand, const Node& value) {
  const Contains& contains = explainer.program().contains[demand.index];
  std::uint64_t count = 0;
  for (const Node& item : explainer.document().children(value)) {
    if (explainer.matcher().passes(contains.block, item)) ++count;
  }
  const bool too_few = count < contains.fewest;
  const std::string_view title = annotation(explainer.program(), demand.origin, "title");
  explainer.add(
      RuleId::contains, value.range, demand.origin,
      fmt::format("{} of {} fit{} '{}', {} {} {} {}", counted(count, "item"), explainer.subject(),
                  count == 1 ? "s" : "", title.empty() ? "contains" : title,
                  too_few ? "at least" : "at most", too_few ? contains.fewest : contains.most,
                  (too_few ? contains.fewest : contains.most) == 1 ? "is" : "are",
                  too_few ? "needed" : "allowed"));
}

void explain_names(Explainer& explainer, const Instruction& demand, const Node& value) {
  for (const Node& child : explainer.document().children(value)) {
    const Node name = name_of(child);
    if (explainer.matcher().passes(demand.index, name)) continue;
    const auto faults = explainer.faults_of(demand.index, name);
    const std::string reason = faults.empty() ? std::string() : ": " + faults.front().message;
    explainer.add(RuleId::key_name, child.key_range, demand.origin,
                  fmt::format("{} is not allowed as a key{}", quoted(child.key), reason));
  }
}

void explain_dependencies(Explainer& explainer, const Instruction& demand, const Node& value) {
  for (const Dependency& dependency : explainer.program().dependencies_of(demand)) {
    const Node* key = explainer.document().find(value, dependency.key);
    if (key == nullptr) continue;
    if (!explainer.matcher().passes(dependency.block, value)) {
      explainer.explain(dependency.block, value);
    }
    for (const std::string_view other : dependency.required) {
      if (explainer.document().find(value, other) != nullptr) continue;
      explainer.add(
          RuleId::dependent_key, key->key_range, demand.origin,
          fmt::format("with {} the key {} is needed, too", quoted(dependency.key), quoted(other)),
          fmt::format("add {}, or leave {} out", quoted(other), quoted(dependency.key)));
    }
  }
}

}  // namespace icc::json_schema
