#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/canonical_difference.h"

// Whatever the fast reader reads, yaml-cpp reads as the same tree.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const std::string found = icc::test::difference_of_readers(text);
  if (found.empty()) return 0;
  static_cast<void>(std::fprintf(stderr, "%s\n", found.c_str()));
  std::abort();
}
