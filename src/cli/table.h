#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/session.h"

namespace icc {

/// The cells of one line.
using Row = std::vector<std::string>;

/// A table for people: a header, then columns aligned by display width and cut to fit `width`
/// cells. Every row has as many cells as the header.
[[nodiscard]] std::string aligned_table(const Output& out, const Row& header,
                                        const std::vector<Row>& rows);

/// Whether a table of so many columns can be `width` cells wide.
[[nodiscard]] bool fits(std::size_t columns, std::size_t width);

/// One line for programs: cells with tabs between them, nothing cut, control characters made
/// visible.
[[nodiscard]] std::string tab_separated(const Row& row);

}  // namespace icc
