#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/message.h"
#include "cli/table.h"
#include "icc/diagnostic.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Explains a rule of 'icc validate' with a bad and a good example; without a rule, lists them all. A
rule is named as in a diagnostic: ICC104 or unknown-key.)";

constexpr Example examples[] = {
    {"icc explain unknown-key", "One rule."},
    {"icc explain", "All rules with their severities."},
};

struct Arguments {
  std::string rule;
};

Error no_such_rule(const std::string& name) {
  return {Failure::usage, fmt::format("no rule is called '{}'", name),
          did_you_mean(nearest_rules(name), "'icc explain' lists the rules")};
}

/// The lines of an example, indented. What can't be seen in them is made visible.
std::string example(std::string_view text) {
  const std::string lines = visible_lines(text);
  std::string out = "    ";
  for (const char c : std::string_view(lines).substr(0, lines.size() - 1)) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out + '\n';
}

std::string explanation(const Output& out, const Rule& rule) {
  const std::string name = fmt::format("{} {}", rule_code(rule.id), rule.name);
  std::string text =
      fmt::format("{} ({})\n", coloured(out, bold, name), severity_name(rule.severity));
  text += indented(rule.sentence, 0, out.text_width()) + "\n";
  text += indented(rule.explanation, 0, out.text_width());
  return text + "\nBad:\n" + example(rule.bad) + "\nGood:\n" + example(rule.good);
}

std::string rule_list(const Output& out) {
  std::vector<Row> rows;
  for (const Rule& rule : rules()) {
    rows.push_back({rule_code(rule.id), std::string(rule.name),
                    std::string(severity_name(rule.severity)), std::string(rule.sentence)});
  }
  if (out.is_terminal()) return aligned_table(out, {"Code", "Name", "Severity", "Demands"}, rows);
  std::string text;
  for (const Row& row : rows) text += tab_separated(row);
  return text;
}

Exit explain(Context& context, const Arguments& arguments) {
  Output& out = context.session.out;
  if (arguments.rule.empty()) {
    out.write(rule_list(out));
    return Exit::done;
  }
  const Rule* rule = find_rule(arguments.rule);
  if (rule == nullptr) return complain(context.session, no_such_rule(arguments.rule));
  out.write(explanation(out, *rule));
  return Exit::done;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("RULE", arguments->rule);
  return [&context, arguments] { return explain(context, *arguments); };
}

}  // namespace

const Command explain_command{.name = "explain",
                              .operands = "[RULE]",
                              .summary = "Explain a rule of validate",
                              .description = description,
                              .examples = examples,
                              .needs = Needs::nothing,
                              .pages = true,
                              .bind = bind};

}  // namespace icc
