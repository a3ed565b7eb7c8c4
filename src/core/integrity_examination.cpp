#include "core/integrity_examination.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "core/text_set.h"
#include "icc/text.h"

namespace icc {
namespace {

/// What people write in place of nothing, folded. Sorted.
constexpr std::string_view empty_words[] = {
    "-",
    "--",
    "---",
    "?",
    "??",
    "n.a",
    "n.a.",
    "n/a",
    "na",
    "nil",
    "none",
    "not applicable",
    "not available",
    "nothing",
    "null",
    "tba",
    "tbc",
    "tbd",
    "to be added",
    "to be confirmed",
};

static_assert(std::is_sorted(std::begin(empty_words), std::end(empty_words)));

/// What they begin with, and white space before it; what is not ASCII is folded to anything.
constexpr CharacterSet first_characters =
    CharacterSet().with("-?NTnt").with(" \t\n\v\f\r").with_foreign();

static_assert(std::all_of(std::begin(empty_words), std::end(empty_words),
                          [](std::string_view word) {
                            return first_characters.has(word.front());
                          }));

/// How often `part` stands in `text` before `end`.
std::size_t count_before(std::string_view text, std::string_view part, std::size_t end) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at < end; at = text.find(part, at + 1)) ++count;
  return count;
}

/// Where `part` stands in `text` after `count` others of its kind; npos when it does not.
std::size_t find_after(std::string_view text, std::string_view part, std::size_t count) {
  std::size_t at = text.find(part);
  for (; count > 0 && at != std::string_view::npos; --count) at = text.find(part, at + 1);
  return at;
}

bool contains(std::string_view whole, std::string_view part) {
  const std::less_equal<const char*> not_after;
  return not_after(whole.data(), part.data()) &&
         not_after(part.data() + part.size(), whole.data() + whole.size());
}

}  // namespace

Diagnostic* Examination::report(RuleId rule, Range range, std::string message, std::string hint) {
  const Severity severity = schema.severity(rule);
  if (severity == Severity::off) return nullptr;
  found.push_back(diagnostic(rule, range, std::move(message), std::move(hint)));
  found.back().severity = severity;
  return &found.back();
}

Range range_of(const Document& document, const Node& node, std::string_view part) {
  const std::string_view text = document.text();
  if (contains(text, part)) return range_in(text, part);
  const std::string_view written = text.substr(node.range.begin, node.range.end - node.range.begin);
  const auto before = static_cast<std::size_t>(part.data() - node.text.data());
  const std::size_t at = find_after(written, part, count_before(node.text, part, before));
  return at == std::string_view::npos ? node.range
                                      : range_in(text, written.substr(at, part.size()));
}

std::string in_quotes(std::string_view value) {
  return quoted(trimmed(value));
}

bool is_empty_word(std::string_view value) {
  constexpr std::size_t longest = 32;  // bytes, with blanks around
  return value.size() <= longest && !value.empty() && first_characters.has(value.front()) &&
         std::binary_search(std::begin(empty_words), std::end(empty_words), folded(value));
}

}  // namespace icc
