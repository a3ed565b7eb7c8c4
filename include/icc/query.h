#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "icc/practice.h"
#include "icc/query_error.h"
#include "icc/schema.h"

namespace icc {

struct QueryNode;

/// A question that each practice answers with yes or no. Immutable; may be used by many threads.
class Query {
 public:
  /// The query that every practice matches.
  Query();

  /// Reads a query in the grammar of icc-query(7) against the fields of `schema`, which must
  /// outlive it.
  [[nodiscard]] static tl::expected<Query, QueryError> read(std::string_view text,
                                                            const Schema& schema);

  /// Reads the words of a command line: joined by blanks, a word `FIELD:REST` whose REST has blanks
  /// but no operator, parenthesis or boolean word is one term.
  [[nodiscard]] static tl::expected<Query, QueryError> read(const std::vector<std::string>& words,
                                                            const Schema& schema);

  /// The query for one of several values of a field, as an option `--city Leeds` asks: each value
  /// by the rules of `FIELD:VALUE`, taken whole (blanks, commas and quotes have no meaning in it).
  [[nodiscard]] static tl::expected<Query, QueryError> any_of(
      std::string_view field, const std::vector<std::string>& values, const Schema& schema);

  /// The query that matches where both do.
  [[nodiscard]] static Query both(const Query& left, const Query& right);

  /// Whether a practice matches.
  [[nodiscard]] bool matches(const Practice& practice) const;

  /// Whether every practice matches because nothing was asked.
  [[nodiscard]] bool empty() const;

  /// How the query was understood, one clause a line, for `--explain`.
  [[nodiscard]] std::string explanation() const;

  struct Clause;

  /// The parts joined by AND at the top, each with its text: for "each clause alone would match".
  [[nodiscard]] std::vector<Clause> clauses() const;

  /// Remarks that are no errors: a value that an open vocabulary does not know, with the nearest
  /// known one.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

 private:
  Query(std::shared_ptr<const QueryNode> root, std::vector<std::string> notes);

  std::shared_ptr<const QueryNode> root_;
  std::vector<std::string> notes_;
};

/// One part of a query's top-level AND.
struct Query::Clause {
  std::string text;  ///< as it was written
  Query query;
  std::string advice;  ///< what to ask instead when nothing is found; may be empty
};

}  // namespace icc
