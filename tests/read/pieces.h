#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "icc/reader.h"

namespace icc::test {

/// Some bytes in pieces of a size.
inline Pieces pieces_of(std::string bytes, std::size_t piece) {
  auto rest = std::make_shared<std::string>(std::move(bytes));
  return [rest, piece]() -> Result<std::string> {
    std::string next = rest->substr(0, piece);
    rest->erase(0, next.size());
    return next;
  };
}

}  // namespace icc::test
