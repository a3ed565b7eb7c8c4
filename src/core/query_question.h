#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/query_node.h"
#include "core/query_qualifier.h"
#include "core/query_subject.h"
#include "icc/query_error.h"

namespace icc {

/// What one value of a qualifier asks.
struct QueryQuestion {
  std::vector<QueryTest> tests;  ///< one of them must pass
  std::string meaning;           ///< for people, behind the field: `is 'Sweden'`
  std::string note;              ///< a remark; may be empty
  std::string advice = {};       ///< what to ask when nothing is found; may be empty
};

/// What a value asks of a subject by the subject's type. `unequal` is asked as `equal`: whoever
/// calls turns the answer around.
[[nodiscard]] tl::expected<QueryQuestion, QueryError> query_question(const QuerySubject& subject,
                                                                     const Qualifier& qualifier,
                                                                     const QueryValue& value);

/// Words to be found anywhere in a text.
[[nodiscard]] tl::expected<QueryQuestion, QueryError> phrase_question(const QueryValue& value);

}  // namespace icc
