#include "cli/answer.h"

#include <charconv>
#include <span>

#include "cli/draft.h"

namespace icc {
namespace {

/// The choice with this number in the list that is shown; null when it is no such number.
const Choice* numbered(std::span<const Choice> choices, const std::string& answer) {
  std::size_t number = 0;
  const char* const end = answer.data() + answer.size();
  if (std::from_chars(answer.data(), end, number).ptr != end) return nullptr;
  const bool is_listed = choices.size() <= few_choices && number >= 1 && number <= choices.size();
  return is_listed ? &choices[number - 1] : nullptr;
}

}  // namespace

Result<std::vector<std::string>> values_meant(const Field& field,
                                              const std::vector<std::string>& given) {
  if (!field.vocabulary) return given;
  std::vector<std::string> values;
  for (const std::string& answer : given) {
    if (const Choice* choice = numbered(field.vocabulary->choices(), answer)) {
      values.push_back(choice->value);
      continue;
    }
    auto choice = choice_meant(field, answer, true);
    if (!choice) return tl::unexpected(choice.error());
    values.push_back(std::move(*choice));
  }
  return values;
}

std::vector<std::string> completions(const Field& field, const std::string& group) {
  std::vector<std::string> first;
  std::vector<std::string> others;
  if (!field.vocabulary) return first;
  for (const Choice& choice : field.vocabulary->choices()) {
    const bool is_near = choice.within.empty() || choice.within == group;
    (is_near ? first : others).push_back(choice.value);
  }
  first.insert(first.end(), others.begin(), others.end());
  return first;
}

}  // namespace icc
