#pragma once

#include <string>

#include "cli/session.h"
#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// A whole practice for reading: its title, place and period, then every field in the schema's
/// order, then those that the schema does not know. Nothing that the record holds is left out.
[[nodiscard]] std::string readable_practice(const Practice& practice, const Schema& schema,
                                            const Output& out);

}  // namespace icc
