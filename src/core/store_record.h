#pragma once

#include <string>

#include "icc/files.h"
#include "icc/store.h"

namespace icc {

/// Reads one record; its faults have their places.
[[nodiscard]] Record read_record(FileReader& reader, const std::string& path);

}  // namespace icc
