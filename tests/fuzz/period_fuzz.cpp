#include <cstdint>
#include <cstdlib>
#include <string>

#include "icc/period.h"

// A period of any text is read. What has an EDTF has an interval. (Reading the EDTF anew would not
// do: people write 2001-06 for the years from 2001 to 2006, and EDTF means a month by it.)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const icc::Period period = icc::read_period(std::string(data, data + size));
  if (!period.edtf.empty() && period.intervals.empty()) std::abort();
  return 0;
}
