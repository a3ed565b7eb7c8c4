#include "core/schema_explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/schema_words.h"
#include "icc/text.h"

namespace icc::json_schema {
namespace {

constexpr auto explanations = by_operation<ExplainInstruction>({
    {Operation::nothing_allowed, explain_forbidden},
    {Operation::type, explain_type},
    {Operation::values, explain_values},
    {Operation::shortest, explain_length},
    {Operation::longest, explain_length},
    {Operation::pattern, explain_pattern},
    {Operation::format, explain_format},
    {Operation::minimum, explain_number},
    {Operation::exclusive_minimum, explain_number},
    {Operation::maximum, explain_number},
    {Operation::exclusive_maximum, explain_number},
    {Operation::multiple_of, explain_number},
    {Operation::fewest_items, explain_count},
    {Operation::most_items, explain_count},
    {Operation::unique_items, explain_unique},
    {Operation::items, explain_items},
    {Operation::contains, explain_contains},
    {Operation::fewest_members, explain_count},
    {Operation::most_members, explain_count},
    {Operation::members, explain_members},
    {Operation::member_names, explain_names},
    {Operation::dependent_required, explain_dependencies},
    {Operation::dependent_schemas, explain_dependencies},
    {Operation::reference, explain_reference},
    {Operation::all_of, explain_all},
    {Operation::any_of, explain_alternatives},
    {Operation::one_of, explain_alternatives},
    {Operation::not_allowed, explain_forbidden},
    {Operation::condition, explain_condition},
});

/// `schema/practice.schema.yaml:31`.
std::string origin_text(const Program& program, SchemaPlace origin) {
  const SourceFile& file = *program.files[origin.source];
  const Node& node = file.document.node(origin.node);
  const Range& range = node.key.empty() ? node.range : node.key_range;
  const std::string_view before = file.document.text().substr(0, range.begin);
  return fmt::format("{}:{}", file.path, std::count(before.begin(), before.end(), '\n') + 1);
}

/// By place; of several faults of one value the one that people understand best comes first, so
/// patterns come last.
auto order(const Diagnostic& fault) {
  const bool is_pattern = fault.rule == RuleId::pattern;
  return std::tuple(fault.range.begin, fault.range.end, is_pattern, fault.rule);
}

/// Whether a rule is about what a value is, not about what is in it.
bool is_about_value(RuleId rule) {
  constexpr RuleId rules[] = {RuleId::wrong_type,    RuleId::unknown_value, RuleId::too_short,
                              RuleId::too_long,      RuleId::pattern,       RuleId::format,
                              RuleId::no_alternative};
  return std::find(std::begin(rules), std::end(rules), rule) != std::end(rules);
}

/// Of several rules about one value the first says it all: who writes a number where a topic is
/// wanted has made one mistake.
bool is_repeated(const Diagnostic& first, const Diagnostic& second) {
  if (first.range != second.range) return false;
  if (is_about_value(first.rule) && is_about_value(second.rule)) return true;
  return first.rule == second.rule && first.message == second.message;
}

}  // namespace

std::vector<Diagnostic> Explainer::faults() {
  const Node& root = document().root();
  if (matcher_.passes(program().root, root)) return {};
  explain(program().root, root);
  if (matcher_.gave_up()) {
    Diagnostic fault;
    fault.rule = RuleId::too_many_values;
    fault.range = root.range;
    fault.message = "checking this record takes too many steps";
    fault.hint = "simplify the alternatives in the schema, or the record";
    return {fault};
  }
  std::stable_sort(
      found_.begin(), found_.end(),
      [](const Diagnostic& left, const Diagnostic& right) { return order(left) < order(right); });
  found_.erase(std::unique(found_.begin(), found_.end(), is_repeated), found_.end());
  return std::move(found_);
}

void Explainer::explain(BlockId block, const Node& value) {
  if (matcher_.gave_up()) return;
  const auto instructions = program().block(block);
  const auto explain_unless_fulfilled = [&](const Instruction& instruction) {
    if (matcher_.fulfils(instruction, value)) return false;
    explanations[static_cast<std::size_t>(instruction.operation)](*this, instruction, value);
    return true;
  };
  // Nothing else that is said about a value of the wrong type would help.
  for (const Instruction& instruction : instructions) {
    const bool is_type = instruction.operation == Operation::type;
    if (is_type && explain_unless_fulfilled(instruction)) return;
  }
  for (const Instruction& instruction : instructions) (void)explain_unless_fulfilled(instruction);
}

void Explainer::explain_child(BlockId block, const Node& child) {
  if (matcher_.passes(block, child)) return;
  path_.push_back(&child);
  explain(block, child);
  path_.pop_back();
}

std::vector<Diagnostic> Explainer::faults_of(BlockId block, const Node& value) {
  std::vector<Diagnostic> others;
  std::swap(others, found_);
  explain(block, value);
  std::swap(others, found_);
  return others;
}

Diagnostic& Explainer::add(RuleId rule, Range range, SchemaPlace origin, std::string message,
                           std::string hint) {
  found_.push_back(diagnostic(rule, range, std::move(message), std::move(hint)));
  found_.back().origin = origin_text(program(), origin);
  return found_.back();
}

std::string Explainer::subject() const {
  const auto named = std::find_if(path_.rbegin(), path_.rend(),
                                  [](const Node* node) { return !node->key.empty(); });
  if (named == path_.rend()) return path_.empty() ? "the record" : "an item";
  const std::string key = quoted((*named)->key);
  return named == path_.rbegin() ? key : "an item of " + key;
}

std::string Explainer::in_subject() const {
  const auto named = std::find_if(path_.rbegin(), path_.rend(),
                                  [](const Node* node) { return !node->key.empty(); });
  return named == path_.rend() ? std::string() : " in " + quoted((*named)->key);
}

std::string Explainer::field_path() const {
  std::string path;
  for (const Node* node : path_) {
    if (node->key.empty()) continue;
    if (!path.empty()) path += '.';
    path += node->key;
  }
  return path;
}

}  // namespace icc::json_schema
