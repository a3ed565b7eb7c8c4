#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/schema_place.h"
#include "icc/document.h"

namespace icc::json_schema {

class Compiler;

/// What the value of a keyword must be.
enum class KeywordShape : std::uint8_t {
  anything,  ///< an annotation, or refused
  constant,  ///< any value, but it is a demand
  text,
  count,  ///< a whole number that is not negative
  number,
  divisor,  ///< a number above 0
  boolean,
  list,
  texts,         ///< a list of texts, none twice
  texts_by_key,  ///< a map of such lists
  type,          ///< the name of a type, or a list of them
  extension,     ///< a map of our own keys
  schema,
  schemas,         ///< a list of schemas, not empty
  schemas_by_key,  ///< a map of schemas
};

/// A keyword of JSON Schema 2020-12.
struct Keyword {
  std::string_view name;
  KeywordShape shape;
  /// Adds the instructions of the keyword, or of the group that it belongs to, for the subschema at
  /// a place; null where it demands nothing by itself.
  void (*compile)(Compiler& compiler, SchemaPlace schema, const Node& value);
  bool supported = true;
};

/// All keywords of the standard, sorted by name: those that we check, annotations, and those that
/// are refused when a schema is loaded.
[[nodiscard]] std::span<const Keyword> all_keywords();

/// The keyword with this name; null when the standard has none.
[[nodiscard]] const Keyword* find_keyword(std::string_view name);

}  // namespace icc::json_schema
