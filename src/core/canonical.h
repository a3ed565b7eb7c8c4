#pragma once

#include <optional>
#include <string_view>

#include "icc/document.h"

namespace icc {

/// Reads a record that is written in the form drawn in canonical.cpp, fast; nothing when it is
/// not, or when anything about it is not known for certain. What it reads is what `read_any` reads.
[[nodiscard]] std::optional<Document> read_canonical(std::string_view text,
                                                     const ReadLimits& limits);

/// Reads any record, by yaml-cpp: the meaning of a text, and all faults.
[[nodiscard]] Reading read_any(std::string_view text, const ReadLimits& limits);

}  // namespace icc
