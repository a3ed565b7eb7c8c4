#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/query_node.h"
#include "core/query_qualifier.h"
#include "icc/query_error.h"

namespace icc {

/// Gives the words of a query their meaning by the fields of a schema.
class QueryBinder {
 public:
  /// `schema` must outlive what is bound.
  explicit QueryBinder(const Schema& schema) : schema_(schema) {}

  /// What `FIELD:VALUE` asks, without its text.
  [[nodiscard]] tl::expected<QueryNode, QueryError> qualifier(const Qualifier& qualifier);

  /// What a bare word or phrase asks, without its text.
  [[nodiscard]] tl::expected<QueryNode, QueryError> words(const QueryValue& value);

  /// Remarks on what was bound so far.
  [[nodiscard]] std::vector<std::string>& notes() { return notes_; }

 private:
  const Schema& schema_;
  std::vector<std::string> notes_;
};

}  // namespace icc
