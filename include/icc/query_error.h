#pragma once

#include <string>

#include "icc/diagnostic.h"

namespace icc {

/// Why a query can't be understood: a range of its text, what is wrong there, and what was probably
/// meant.
struct QueryError {
  std::string query;  ///< the whole query as it was read
  Range range;        ///< bytes of `query`
  std::string message;
  std::string hint;  ///< may be empty
};

/// The error as three lines: message, the query, a caret with the hint. Ends with a line end.
[[nodiscard]] std::string human_form(const QueryError& error, const DiagnosticStyle& style);

}  // namespace icc
