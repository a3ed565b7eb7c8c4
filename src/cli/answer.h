#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "icc/result.h"
#include "icc/schema.h"

namespace icc {

/// Vocabularies with more choices are not listed unless asked for.
inline constexpr std::size_t few_choices = 25;

/// Answers to a question about a field as its values: a number of the list, another name, a
/// beginning that no other value has. A misspelt one is an error with a suggestion.
[[nodiscard]] Result<std::vector<std::string>> values_meant(const Field& field,
                                                            const std::vector<std::string>& given);

/// The words that may complete an answer: the values of the vocabulary, those within `group` first.
[[nodiscard]] std::vector<std::string> completions(const Field& field, const std::string& group);

}  // namespace icc
