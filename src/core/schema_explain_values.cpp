#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/document_quote.h"
#include "core/schema_equality.h"
#include "core/schema_explain.h"
#include "core/schema_format.h"
#include "core/schema_words.h"
#include "core/text_ascii.h"
#include "icc/text.h"

namespace icc::json_schema {
namespace {

constexpr std::size_t few_values = 8;

/// A fix which replaces a whole value.
Fix replacement(bool safe, const Node& value, std::string_view text) {
  return {safe, value.range, scalar_text(text, value.style),
          fmt::format("write {} instead", quoted(text))};
}

/// The fix for a scalar of the wrong type which is certainly meant as `kinds` allow.
std::optional<Fix> type_fix(KindSet kinds, const Node& value) {
  const bool is_scalar = !is_collection(value.kind);
  if (!is_scalar || value.kind == Kind::null || value.style != Style::plain) return std::nullopt;
  if ((kinds & any_text) != 0) {
    return Fix{true, value.range, fmt::format("\"{}\"", value.text), "put it in quotes"};
  }
  const bool is_one = value.text.find_first_of(",;") == std::string_view::npos;
  if (kinds != any_list || value.kind != Kind::text || !is_one) return std::nullopt;
  return Fix{true, value.range, fmt::format("[{}]", scalar_text(value.text, value.style)),
             "make it a list of one"};
}

std::string type_hint(KindSet kinds, const Node& value) {
  if (value.kind == Kind::null) return "write a value, or leave the key out";
  if (value.kind == Kind::list) return "write one value instead of a list";
  const bool is_scalar = value.kind != Kind::map;
  if (is_scalar && (kinds & any_text) != 0)
    return fmt::format("put it in quotes: \"{}\"", value.text);
  if (is_scalar && kinds == any_list) {
    return fmt::format("write it as a list: - {}", truncated(visible(value.text), 40));
  }
  return {};
}

/// `country` of the title `Country`; an abbreviation keeps its capitals.
std::string noun_of(std::string_view title) {
  std::string noun(title);
  const bool is_word = noun.size() > 1 && is_upper(noun[0]) && noun[1] >= 'a';
  if (is_word) noun[0] = lower(noun[0]);
  return noun;
}

std::string unknown_value_message(Explainer& explainer, const ValueSet& set, const Node& value) {
  const std::string_view title = annotation(explainer.program(), set.schema, "title");
  const std::string shown = is_collection(value.kind) ? value_phrase(value) : quoted(value.text);
  if (set.vocabulary != nullptr && !title.empty()) {
    return fmt::format("{} is not a known {}", shown, visible(noun_of(title)));
  }
  return fmt::format("{} is not an allowed value of {}", shown, explainer.subject());
}

std::string all_values(const Program& program, const ValueSet& set) {
  std::vector<std::string> shown;
  for (const std::string_view name : set.texts->all()) shown.push_back(quoted(name));
  for (const SchemaPlace place : set.others) shown.push_back(value_phrase(program.node(place)));
  return fmt::format("{}", fmt::join(shown, ", "));
}

std::string allowed_values(Explainer& explainer, const ValueSet& set) {
  const std::size_t count = set.texts->all().size() + set.others.size();
  if (count <= few_values) return "allowed: " + all_values(explainer.program(), set);
  const auto& paths = explainer.program().field_paths;
  const std::string path = explainer.field_path();
  if (std::find(paths.begin(), paths.end(), path) == paths.end()) {
    return fmt::format("{} values are allowed", count);
  }
  return fmt::format("'icc fields {}' lists the {} allowed values", path, count);
}

/// The one allowed value that `name` is another name or spelling of; empty when there is none.
std::string_view meant_value(const ValueSet& set, std::string_view name) {
  if (set.vocabulary == nullptr) return {};
  const auto found = set.vocabulary->find(name);
  return found.size() == 1 ? std::string_view(found.front()->value) : std::string_view();
}

std::string_view similar_value(const ValueSet& set, std::string_view name) {
  const auto found = set.vocabulary != nullptr ? set.vocabulary->suggestions(name)
                                               : nearest(name, set.texts->all());
  return found.empty() ? std::string_view() : found.front();
}

std::string pattern_message(const Explainer& explainer, std::string_view pattern,
                            const Node& value) {
  if (pattern == "\\S") return explainer.subject() + " has nothing but blanks";
  return fmt::format("{}{} does not match the pattern {}", quoted(value.text),
                     explainer.in_subject(), quoted(pattern));
}

/// The first example of the schema that an instruction stands in: `for example '2020'`.
std::string example_hint(const Program& program, SchemaPlace origin) {
  const Document& file = program.files[origin.source]->document;
  for (std::uint32_t at = origin.node; at-- > 0;) {
    const Node& schema = file.node(at);
    if (schema.end <= origin.node || schema.kind != Kind::map) continue;
    const Node* examples = file.find(schema, "examples");
    if (examples == nullptr || examples->kind != Kind::list) return {};
    for (const Node& example : file.children(*examples)) {
      if (!is_collection(example.kind)) {
        return "for example " + quoted(trimmed(example.text));
      }
    }
    return {};
  }
  return {};
}

struct NumberWords {
  Operation operation;
  RuleId rule;
  std::string_view phrase;
};

constexpr NumberWords number_words[] = {
    {Operation::minimum, RuleId::out_of_range, "is below the minimum"},
    {Operation::exclusive_minimum, RuleId::out_of_range, "is not above"},
    {Operation::maximum, RuleId::out_of_range, "is above the maximum"},
    {Operation::exclusive_maximum, RuleId::out_of_range, "is not below"},
    {Operation::multiple_of, RuleId::not_a_multiple, "is not a multiple of"},
};

}  // namespace

void explain_type(Explainer& explainer, const Instruction& demand, const Node& value) {
  const auto all = static_cast<KindSet>(demand.limit);
  const bool only_whole = (all & whole_reals_only) != 0;
  const auto kinds = static_cast<KindSet>(
      all & ~(only_whole ? whole_reals_only | kind_bit(Kind::real) : whole_reals_only));
  const std::string message = value.kind == Kind::null
                                  ? fmt::format("{} has no value", explainer.subject())
                                  : fmt::format("{} must be {}, not {}", explainer.subject(),
                                                kinds_phrase(kinds), value_phrase(value));
  Diagnostic& fault = explainer.add(RuleId::wrong_type, shown_range(value), demand.origin, message,
                                    type_hint(kinds, value));
  fault.fix = type_fix(kinds, value);
}

void explain_values(Explainer& explainer, const Instruction& demand, const Node& value) {
  const ValueSet& set = explainer.program().value_sets[demand.index];
  Diagnostic& fault =
      explainer.add(RuleId::unknown_value, value.range, demand.origin,
                    unknown_value_message(explainer, set, value), allowed_values(explainer, set));
  if (value.kind != Kind::text || !explainer.may_search()) return;
  if (const std::string_view meant = meant_value(set, value.text); !meant.empty()) {
    fault.hint = fmt::format("write {}", quoted(meant));
    fault.fix = replacement(true, value, meant);
  } else if (const std::string_view similar = similar_value(set, value.text); !similar.empty()) {
    fault.hint = fmt::format("did you mean {}?", quoted(similar));
    fault.fix = replacement(false, value, similar);
  }
}

void explain_length(Explainer& explainer, const Instruction& demand, const Node& value) {
  const bool is_short = demand.operation == Operation::shortest;
  const std::size_t length = character_count(value.text);
  std::string message =
      length == 0
          ? fmt::format("{} is empty", explainer.subject())
          : fmt::format("{} has {}, {} {} {} {}", explainer.subject(), counted(length, "character"),
                        is_short ? "at least" : "at most", demand.limit,
                        demand.limit == 1 ? "is" : "are", is_short ? "needed" : "allowed");
  explainer.add(is_short ? RuleId::too_short : RuleId::too_long, value.range, demand.origin,
                std::move(message), length == 0 ? "write a value, or leave the key out" : "");
}

void explain_pattern(Explainer& explainer, const Instruction& demand, const Node& value) {
  const std::string_view pattern = explainer.program().patterns[demand.index].source();
  explainer.add(RuleId::pattern, value.range, demand.origin,
                pattern_message(explainer, pattern, value),
                example_hint(explainer.program(), demand.origin));
}

void explain_format(Explainer& explainer, const Instruction& demand, const Node& value) {
  const TextFormat& format = text_formats()[demand.index];
  explainer.add(
      RuleId::format, value.range, demand.origin,
      fmt::format("{}{} is not {}", quoted(value.text), explainer.in_subject(), format.noun),
      std::string(format.hint));
}

void explain_number(Explainer& explainer, const Instruction& demand, const Node& value) {
  const auto* words =
      std::find_if(std::begin(number_words), std::end(number_words),
                   [&](const NumberWords& row) { return row.operation == demand.operation; });
  explainer.add(words->rule, value.range, demand.origin,
                fmt::format("{}{} {} {}", quoted(value.text), explainer.in_subject(), words->phrase,
                            explainer.program().node(demand.origin).text));
}

void explain_forbidden(Explainer& explainer, const Instruction& demand, const Node& value) {
  if (demand.operation == Operation::nothing_allowed) {
    const bool has_key = value.key_range.begin != value.key_range.end;
    explainer.add(RuleId::forbidden, has_key ? value.key_range : value.range, demand.origin,
                  fmt::format("{} is not allowed here", explainer.subject()));
    return;
  }
  const std::string_view title = annotation(explainer.program(), demand.origin, "title");
  explainer.add(RuleId::forbidden, value.range, demand.origin,
                title.empty()
                    ? fmt::format("{} has a value that the schema forbids", explainer.subject())
                    : fmt::format("{} must not be: {}", explainer.subject(), visible(title)));
}

}  // namespace icc::json_schema
