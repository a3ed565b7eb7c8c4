#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "icc/diagnostic.h"
#include "icc/query_error.h"

namespace icc {

/// The failing branch of what reads a query. The query's text is added by whoever knows it.
[[nodiscard]] inline tl::unexpected<QueryError> query_fault(Range range, std::string message,
                                                            std::string hint = {}) {
  return tl::unexpected<QueryError>({{}, range, std::move(message), std::move(hint)});
}

}  // namespace icc
