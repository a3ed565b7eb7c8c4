#pragma once

#include <span>
#include <string>
#include <string_view>

#include "icc/practice.h"
#include "icc/schema.h"
#include "write/tally.h"

// Pictures of the collection as SVG within HTML, each with the same numbers as a table. Widths are
// parts of the room that there is, so that text keeps its size on a phone.

namespace icc {

/// A picture, what it shows, and its numbers.
struct Chart {
  std::string title;
  std::string svg;    ///< may be empty: nothing to show
  std::string table;  ///< the element `table`
};

/// A bar for each value, at most `most` of them.
[[nodiscard]] Chart bar_chart(const std::string& title, std::string_view column,
                              std::span<const ValueCount> counts, std::size_t most);

/// A line for each period, with an arrow where an end is open.
[[nodiscard]] Chart timeline(std::span<const Practice> practices, const Field& period);

/// A strip for each value of one field with a cell for each of another: the darker, the more.
[[nodiscard]] Chart heat_map(std::span<const Practice> practices, const Field& rows,
                             const Field& columns);

/// All pictures as HTML.
[[nodiscard]] std::string charts_html(std::span<const Practice> practices, const Schema& schema);

}  // namespace icc
