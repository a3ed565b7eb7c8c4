#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// What a reader who cites a practice has to know of it. Views into the practice; texts that it
/// lacks, or for which its schema has no field, are empty.
struct Citation {
  std::string_view id;
  std::string title;                     ///< with its subtitle behind a colon
  std::vector<std::string_view> places;  ///< its cities, then its country
  std::string_view period;               ///< as it is written
  std::vector<std::string_view> topics;
  std::string_view summary;
  std::string_view language;  ///< a code; empty for English
  std::string_view source;    ///< an address with a scheme
};

/// The citation of a practice, by the names of the fields that the shipped schema has.
[[nodiscard]] Citation citation_of(const Practice& practice, const Schema& schema);

/// Texts with a separator between them.
[[nodiscard]] std::string joined(const std::vector<std::string_view>& texts,
                                 std::string_view separator);

}  // namespace icc
