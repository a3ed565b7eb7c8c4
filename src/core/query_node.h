#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/schema_number.h"
#include "icc/period.h"
#include "icc/schema.h"

// A query as a tree of questions, bound to the fields of a schema.

namespace icc {

struct QueryNode;
using QueryNodePtr = std::shared_ptr<const QueryNode>;

/// What a term looks at.
enum class QuerySource : std::uint8_t {
  values,    ///< the values of some fields
  id,        ///< the record's id
  active,    ///< the intervals of some periods
  starts,    ///< their first days
  ends,      ///< their last days
  ongoing,   ///< whether one of some periods goes on; without tests
  presence,  ///< whether one of some fields has a value; without tests
};

/// The folded text is `folded`.
struct SameText {
  std::string folded;
};
/// The folded text begins with `folded`.
struct TextPrefix {
  std::string folded;
};
/// The folded text has `folded` at the start of a word.
struct Phrase {
  std::string folded;
};
/// The text is `text`, byte by byte.
struct ExactText {
  std::string text;
};
/// The pattern matches somewhere in the text.
struct TextPattern {
  std::shared_ptr<const re2::RE2> pattern;
};
/// A day or interval lies in `range`, or an interval overlaps it.
struct InDays {
  Interval range;
};
/// The number lies between two others, or is one of them unless that is excluded. An absent side is
/// open.
struct InNumbers {
  std::optional<json_schema::Number> low;
  std::optional<json_schema::Number> high;
  bool without_low = false;
  bool without_high = false;
};

/// What is asked of one value.
using QueryTest =
    std::variant<SameText, TextPrefix, Phrase, ExactText, TextPattern, InDays, InNumbers>;

/// Every part matches; without parts every practice does.
struct QueryAll {
  std::vector<QueryNodePtr> parts;
};
/// Some part matches.
struct QueryAny {
  std::vector<QueryNodePtr> parts;
};
/// The part does not match.
struct QueryNot {
  QueryNodePtr part;
};
/// Some value of the source passes some test.
struct QueryTerm {
  QuerySource source = QuerySource::values;
  std::vector<const Field*> fields;
  std::vector<QueryTest> tests;
  std::string meaning;      ///< for people: `country is 'Sweden' or 'Norway'`
  std::string advice = {};  ///< what to ask when nothing is found; may be empty
};

/// One question.
struct QueryNode {
  std::variant<QueryAll, QueryAny, QueryNot, QueryTerm> what;
  std::string text;  ///< as it was written
};

}  // namespace icc
