#include "cli/answer.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "cli/draft.h"
#include "icc/text.h"
#include "read/wording.h"

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

/// The text from the beginning of one piece to the end of another.
std::string joined(std::string_view first, std::string_view last) {
  const char* const end = last.data() + last.size();
  return {first.data(), end};
}

/// What stands between the commas of a text; as many pieces together as mean one choice, since the
/// name of a choice may have commas.
void split_at_commas(const Field& field, std::string_view text, std::vector<std::string>& answers) {
  const std::vector<std::string_view> pieces = split(text, ',');
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::size_t last = pieces.size() - 1;
    while (last > i && !values_meant(field, {joined(pieces[i], pieces[last])})) --last;
    answers.push_back(joined(pieces[i], pieces[last]));
    i = last;
  }
}

}  // namespace

std::vector<std::string> answers_in(const Field& field, std::string_view line,
                                    const std::string& group) {
  std::vector<std::string> answers;
  for (const std::string_view text : split(line, ';')) {
    std::vector<std::string> known;
    if (field.vocabulary) known = known_values(field, text, group);
    if (field.vocabulary && known.empty()) known = known_values(field, text, {});
    if (!known.empty()) {
      // `Culture, leisure` may be two names of one value.
      const auto end = std::unique(known.begin(), known.end());
      answers.insert(answers.end(), known.begin(), end);
    } else if (field.vocabulary && field.vocabulary->closed()) {
      split_at_commas(field, text, answers);
    } else {
      answers.emplace_back(text);
    }
  }
  return answers;
}

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
