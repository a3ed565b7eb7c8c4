#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// For each practice the indices of those most like it, at most five, nearest first: they share
/// choices (topics, cities, the country), and a choice that few practices have counts for more.
[[nodiscard]] std::vector<std::vector<std::size_t>> related_practices(
    std::span<const Practice> practices, const Schema& schema);

}  // namespace icc
