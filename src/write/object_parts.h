#pragma once

#include <string>

#include "icc/document.h"
#include "icc/schema.h"

namespace icc {

/// A value on one line: its text, or JSON where it has values of its own.
[[nodiscard]] std::string one_line(const Document& document, const Node& node);

/// An object for people: what it is called, where it leads, and what else it says.
struct ObjectParts {
  std::string title;  ///< its first text
  std::string url;    ///< its first address
  std::string rest;   ///< `; key: value` for each other value
};

/// The parts of an object by the types of its fields; what is no map is all title.
[[nodiscard]] ObjectParts object_parts(const Field& field, const Document& document,
                                       const Node& object);

}  // namespace icc
