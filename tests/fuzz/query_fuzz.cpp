#include <cstdint>
#include <cstdlib>
#include <string>

#include "icc/query.h"
#include "write/sample_schema.h"

// A query of any text is read or refused, and what is refused has its place within the text.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto query = icc::Query::read(text, icc::test::sample_schema());
  if (query) return 0;
  const icc::Range range = query.error().range;
  if (range.begin > range.end || range.end > query.error().query.size()) std::abort();
  return 0;
}
