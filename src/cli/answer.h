#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "icc/result.h"
#include "icc/schema.h"

namespace icc {

/// Vocabularies with more choices are not listed unless asked for.
inline constexpr std::size_t few_choices = 25;

/// The answers that one line holds for a list. `;` stands between them, for a vocabulary also a
/// comma: in a closed one always, in an open one where all of them are known, since another value
/// may have a comma. A choice whose own name has commas stays whole. `group` is the value of the
/// field that groups the vocabulary; may be empty.
[[nodiscard]] std::vector<std::string> answers_in(const Field& field, std::string_view line,
                                                  const std::string& group);

/// Answers to a question about a field as its values: a number of the list, another name, a
/// beginning that no other value has. A misspelt one is an error with a suggestion.
[[nodiscard]] Result<std::vector<std::string>> values_meant(const Field& field,
                                                            const std::vector<std::string>& given);

/// The words that may complete an answer: the values of the vocabulary, those within `group` first.
[[nodiscard]] std::vector<std::string> completions(const Field& field, const std::string& group);

}  // namespace icc
