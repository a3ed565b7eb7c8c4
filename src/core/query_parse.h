#pragma once

#include <string_view>
#include <tl/expected.hpp>

#include "core/query_bind.h"
#include "core/query_node.h"
#include "icc/query_error.h"

namespace icc {

/// Reads a query that is not empty. The error lacks the query's text.
[[nodiscard]] tl::expected<QueryNodePtr, QueryError> parse_query(std::string_view text,
                                                                 QueryBinder& binder);

/// Whether a text has nothing but white space.
[[nodiscard]] bool is_blank(std::string_view text);

/// Whether a word is `and`, `or` or `not`, in any case.
[[nodiscard]] bool is_boolean_word(std::string_view word);

}  // namespace icc
