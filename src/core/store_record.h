#pragma once

#include <string>
#include <string_view>

#include "icc/result.h"
#include "icc/store.h"

namespace icc {

/// The record whose file has these bytes, or can't be read; its faults have their places.
[[nodiscard]] Record record_of(const std::string& path, const Result<std::string_view>& bytes);

}  // namespace icc
