#pragma once

#include <functional>
#include <string_view>

#include "cli/reading.h"
#include "icc/writer.h"

namespace icc {

/// Writes the chosen practices in a format of `icc export`, piece by piece, to `sink`.
[[nodiscard]] Outcome write_practices(Context& context, const Choosing& choosing,
                                      const Format& format, const WriteOptions& options,
                                      const std::function<void(std::string_view)>& sink);

/// As `write_practices`, for the records at `paths`.
[[nodiscard]] Outcome write_records(Context& context, const std::vector<std::string>& paths,
                                    const Format& format, const WriteOptions& options,
                                    const std::function<void(std::string_view)>& sink);

}  // namespace icc
