#include "icc/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "icc/practice.h"
#include "icc/text.h"

namespace icc {
namespace {

/// FNV-1a, 64 bits: the same on every machine, and quick on short texts.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) step(static_cast<unsigned char>(c));
    step(0);
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }

  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

std::string fingerprint(const Diagnostic& found) {
  const Place& place = found.place;
  Hash hash;
  hash.add(rule_code(found.rule));
  hash.add(id_of(found.path));
  hash.add(found.message);
  hash.add(std::string_view(place.excerpt)
               .substr(place.excerpt_begin, place.excerpt_end - place.excerpt_begin));
  return fmt::format("{:016x}", hash.value());
}

}  // namespace

std::size_t record_count(std::span<const std::string> paths) {
  const auto has_ending = [](std::string_view path) {
    return path.find('.', path.rfind('/') + 1) != path.npos;
  };
  return static_cast<std::size_t>(std::count_if(paths.begin(), paths.end(), has_ending));
}

FaultCounts counts_of(std::span<const Diagnostic> diagnostics) {
  FaultCounts counts;
  for (const Diagnostic& found : diagnostics) {
    if (found.severity == Severity::error) ++counts.errors;
    if (found.severity == Severity::warning) ++counts.warnings;
    if (found.severity == Severity::note) ++counts.notes;
  }
  return counts;
}

std::string FaultCounts::text() const {
  std::string all;
  const auto add = [&](std::size_t count, std::string_view noun) {
    if (count == 0) return;
    all += (all.empty() ? "" : ", ") + counted(count, noun);
  };
  add(errors, "error");
  add(warnings, "warning");
  add(notes, "note");
  return all.empty() ? "no faults" : all;
}

std::vector<std::string> fingerprints(std::span<const Diagnostic> diagnostics) {
  std::unordered_map<std::string, std::size_t> seen;
  std::vector<std::string> all;
  all.reserve(diagnostics.size());
  for (const Diagnostic& found : diagnostics) {
    std::string print = fingerprint(found);
    const std::size_t number = ++seen[print];
    all.push_back(fmt::format("{}:{}", print, number));
  }
  return all;
}

std::vector<Diagnostic> new_faults(std::vector<Diagnostic> now,
                                   std::span<const Diagnostic> earlier) {
  const auto known_prints = fingerprints(earlier);
  const std::unordered_set<std::string> known(known_prints.begin(), known_prints.end());
  const auto prints = fingerprints(now);
  std::vector<Diagnostic> found;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!known.contains(prints[i])) found.push_back(std::move(now[i]));
  }
  return found;
}

}  // namespace icc
