#pragma once

#include <string>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// Appends what a report says of a practice below its heading of level 3, in CommonMark: its short
/// fields as a list, a heading for each field of prose. Every field is there, also those that the
/// schema does not know.
void append_markdown_practice(std::string& out, const Practice& practice, const Schema& schema);

}  // namespace icc
