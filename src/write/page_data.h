#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// The practices as `icc export --json` writes them, one a line, safe within a `script` element.
/// Where the page `has_texts`, a `~` stands for each text that it shows as it is written
/// (`is_shown_as_written`): most of a page is texts, and each is there once.
[[nodiscard]] std::string practices_json(std::span<const Practice> practices, const Schema& schema,
                                         bool has_texts);

/// What the page's scripts need beside the records, safe within a `script` element:
///
///   fields        of the schema: path, name, title, type, aliases, vocabulary (its index), fields
///   vocabularies  closed, choices: value, aliases
///   foldings      how `folded` writes each character beyond ASCII that occurs anywhere
///   records       in the order of the practices:
///     periods     by path: `days`, pairs such as [20180101, null], open where null; `ongoing`
///     exact       by path: the texts of values that JSON writes otherwise (`0x1F`)
///     related     the indices of similar practices, the nearest first
[[nodiscard]] std::string collection_json(std::span<const Practice> practices, const Schema& schema,
                                          const std::vector<std::vector<std::size_t>>& related);

}  // namespace icc
