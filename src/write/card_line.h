#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "icc/practice.h"

namespace icc {

/// The values of a field on one line: without white space around them, `, ` between them; objects
/// as `title <url>; key: value`.
[[nodiscard]] std::string joined_values(const Practice& practice, const Field& field);

/// What `icc list` shows of a practice but for the fields named in `without`, on one line; values
/// of another shape than their field's are left out, see `unknown_fields`.
[[nodiscard]] std::string card_line(const Practice& practice, const Schema& schema,
                                    std::initializer_list<std::string_view> without);

}  // namespace icc
