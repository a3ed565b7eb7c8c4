#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "icc/diagnostic.h"

// The pieces of `FIELD:VALUE,VALUE` before they mean anything.

namespace icc {

/// What stands between words.
inline constexpr std::string_view query_blanks = " \t\r\n";

/// What ends a word that is not in quotes.
inline constexpr std::string_view ends_of_word = " \t\r\n()|,\"";

/// How a value is compared.
enum class Comparison : std::uint8_t {
  is,
  equal,
  unequal,
  pattern,
  less,
  at_most,
  greater,
  at_least,
};

/// A row of the table of operators.
struct QueryOperator {
  std::string_view sign;
  Comparison comparison;
};

/// All operators; one that begins with another stands before it.
[[nodiscard]] std::span<const QueryOperator> query_operators();

/// The operator at the start of a text; null when there is none.
[[nodiscard]] const QueryOperator* operator_at(std::string_view text);

/// Offset of the first operator in a text; the text's size when there is none.
[[nodiscard]] std::size_t find_operator(std::string_view text);

/// A value as it was written, without its quotes.
struct QueryValue {
  std::string text;
  Range range;  ///< in the query, with the quotes
  bool quoted = false;
  std::string_view behind = {};  ///< what follows in the query, when it is not quoted
};

/// A field, an operator and values.
struct Qualifier {
  std::string_view path;
  Range path_range;
  const QueryOperator* op = nullptr;
  Range op_range;
  std::vector<QueryValue> values;
};

/// `text` as a value in a query: in quotes where it needs them.
[[nodiscard]] std::string quoted_value(std::string_view text);

/// `text` in quotes, as it has to be written to be searched for whatever it holds.
[[nodiscard]] std::string quoted_phrase(std::string_view text);

}  // namespace icc
