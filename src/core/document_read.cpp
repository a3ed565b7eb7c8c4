#include <utility>

#include "core/document_builder.h"
#include "core/document_guards.h"
#include "core/document_yaml.h"
#include "icc/document.h"

namespace icc {
namespace {

constexpr ReadLimits schema_limits{4 * 1024 * 1024, 64, 200'000};

}  // namespace

Reading Document::read(std::string text, const ReadLimits& limits) {
  if (std::vector<Diagnostic> faults = text_faults(text, limits); !faults.empty()) {
    return tl::unexpected(std::move(faults));
  }
  DocumentBuilder builder(text, limits);
  read_yaml(builder);
  Reading reading = builder.finish();
  if (!reading) return reading;
  std::vector<Diagnostic> tabs = tab_faults(*reading);
  if (!tabs.empty()) return tl::unexpected(std::move(tabs));
  return reading;
}

Reading Document::read_schema(std::string text) {
  return read(std::move(text), schema_limits);
}

}  // namespace icc
