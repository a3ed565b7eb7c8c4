#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/integrity_examination.h"
#include "icc/integrity.h"
#include "icc/text.h"

// Comments that silence a rule for one record:
//
//   # icc: allow NAME reason

namespace icc {
namespace {

constexpr std::string_view mark = "icc:";
constexpr std::string_view verb = "allow";

/// Whether an offset lies in a key or a value rather than in a comment.
bool is_in_value(const Document& document, std::size_t offset) {
  const auto holds = [&](Range range) { return range.begin <= offset && offset < range.end; };
  return std::any_of(document.nodes().begin(), document.nodes().end(), [&](const Node& node) {
    return holds(node.key_range) || (!is_collection(node.kind) && holds(node.range));
  });
}

/// Where the word of a comment stands that begins at an offset with `#`.
std::size_t word_of_comment(std::string_view text, std::size_t hash) {
  return std::min(text.find_first_not_of(" \t", hash + 1), text.size());
}

/// The comment that begins at an offset, to the end of the line; nothing when the `#` is part of a
/// value.
std::optional<Range> comment_at(const Document& document, std::size_t hash) {
  if (is_in_value(document, hash)) return std::nullopt;
  const std::string_view text = document.text();
  std::size_t end = std::min(text.find('\n', hash), text.size());
  while (text[end - 1] == '\r' || text[end - 1] == ' ') --end;
  return range_of(hash, end);
}

/// Takes the first word off a text.
std::string_view next_word(std::string_view& text) {
  text = trimmed(text);
  const std::string_view word = text.substr(0, text.find_first_of(" \t"));
  text.remove_prefix(word.size());
  return word;
}

/// Whether a comment means to allow something, if misspelt: others may be about ICC as well.
bool means_to_allow(std::string_view word) {
  const std::string_view known[] = {verb};
  return word == verb || !nearest(word, known).empty();
}

/// The line of a comment that stands alone on it, to be taken out.
std::optional<Range> line_of(std::string_view text, Range comment) {
  const std::size_t begin = text.substr(0, comment.begin).rfind('\n') + 1;
  const std::size_t end = text.find('\n', comment.end);
  const bool alone = trimmed(text.substr(begin, comment.begin - begin)).empty();
  if (!alone || end == std::string_view::npos) return std::nullopt;
  return range_of(begin, end + 1);
}

}  // namespace

Allowances::Allowances(const Practice& practice) : path_(practice.path()) {
  const Document& document = practice.document();
  const std::string_view text = document.text();
  for (std::size_t hash = text.find('#'); hash != std::string_view::npos;
       hash = text.find('#', hash + 1)) {
    const std::size_t at = word_of_comment(text, hash);
    if (!text.substr(at).starts_with(mark)) continue;
    const auto comment = comment_at(document, hash);
    if (comment) add(text, *comment, text.substr(at, comment->end - at).substr(mark.size()));
  }
}

void Allowances::add(std::string_view text, Range comment, std::string_view words) {
  const std::string_view first = next_word(words);
  if (!means_to_allow(first)) return;
  const std::string_view name = next_word(words);
  Allowance allowance{comment, line_of(text, comment), find_rule(name), {}, {}, false};
  if (first != verb) {
    allowance.problem = fmt::format("unknown word {} in a comment to icc", in_quotes(first));
    allowance.hint = "did you mean 'allow'?";
    allowance.rule = nullptr;
  } else if (name.empty()) {
    allowance.problem = "the allowance names no rule";
    allowance.hint = "write '# icc: allow NAME reason'; 'icc explain' lists the rules";
  } else if (allowance.rule == nullptr) {
    const auto near = nearest_rules(name);
    allowance.problem = fmt::format("no rule is called {}", in_quotes(name));
    allowance.hint = did_you_mean(near, "'icc explain' lists the rules");
  } else if (trimmed(words).empty()) {
    allowance.problem = fmt::format("the allowance of '{}' gives no reason", allowance.rule->name);
    allowance.hint = "write behind it why this record may differ; until then it silences nothing";
    allowance.rule = nullptr;
  }
  all_.push_back(std::move(allowance));
}

bool Allowances::allows(RuleId rule) {
  bool allowed = false;
  for (Allowance& allowance : all_) {
    if (allowance.rule == nullptr || allowance.rule->id != rule) continue;
    allowance.needed = allowed = true;
  }
  return allowed;
}

std::vector<Diagnostic> Allowances::faults(const Schema& schema) const {
  std::vector<Diagnostic> found;
  for (const Allowance& allowance : all_) {
    if (allowance.problem.empty() && allowance.needed) continue;
    if (schema.severity(RuleId::unneeded_allow) == Severity::off) continue;
    Diagnostic fault =
        diagnostic(RuleId::unneeded_allow, allowance.comment, allowance.problem, allowance.hint);
    if (allowance.problem.empty()) {
      fault.message = fmt::format("'{}' finds nothing in this record", allowance.rule->name);
      fault.hint = "take the comment out";
      if (allowance.line) fault.fix = Fix{false, *allowance.line, "", "take the comment out"};
    }
    fault.severity = schema.severity(RuleId::unneeded_allow);
    fault.path = path_;
    found.push_back(std::move(fault));
  }
  return found;
}

}  // namespace icc
