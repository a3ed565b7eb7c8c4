#pragma once

#include <memory>
#include <vector>

#include "icc/diagnostic.h"
#include "icc/practice.h"
#include "icc/schema.h"

// The rules that JSON Schema can't express: about the meaning of one record's values, and between
// records.

namespace icc {

/// Faults in the meaning of one record: unreadable periods, unknown cities, `N/A` in place of
/// nothing, a file in the wrong country's folder. Sorted by place, path set.
[[nodiscard]] std::vector<Diagnostic> check_meaning(const Practice& practice, const Schema& schema);

/// Collects what the rules between records need of each (about 200 bytes), then tells the faults.
class Integrity {
 public:
  explicit Integrity(const Schema& schema);
  ~Integrity();
  Integrity(Integrity&&) noexcept;
  Integrity& operator=(Integrity&&) noexcept;

  /// Takes note of a record. To be called once for each record of the database, in any order.
  void add(const Practice& practice);

  /// Faults between the records: repeated ids (also equal without case), titles nearly the same,
  /// one city spelt in two ways. Sorted; with path, ranges and related places that are not located
  /// yet.
  [[nodiscard]] std::vector<Diagnostic> check() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace icc
