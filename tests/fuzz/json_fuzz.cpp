#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "icc/document.h"

// What is read as JSON is JSON to nlohmann-json as well, and every place lies within the text.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const icc::Reading reading = icc::Document::read_json(text);
  if (!reading) {
    if (reading.error().empty()) std::abort();
    for (const icc::Diagnostic& fault : reading.error()) {
      if (fault.range.begin > fault.range.end || fault.range.end > size) std::abort();
    }
    return 0;
  }
  if (!nlohmann::json::accept(text)) std::abort();
  for (const icc::Node& node : reading->nodes()) {
    if (node.range.begin > node.range.end || node.range.end > size) std::abort();
  }
  return 0;
}
