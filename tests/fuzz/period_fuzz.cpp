#include <cstdint>
#include <cstdlib>
#include <string>

#include "icc/period.h"

// A period of any text is read; its EDTF, where it has one, is read as the same EDTF.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const icc::Period period = icc::read_period(std::string(data, data + size));
  if (period.edtf.empty()) return 0;
  if (icc::read_period(period.edtf).edtf != period.edtf) std::abort();
  return 0;
}
