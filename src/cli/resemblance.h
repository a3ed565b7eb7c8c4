#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "icc/integrity.h"
#include "icc/store.h"

namespace icc {

/// Two practices whose titles are nearly the same.
struct Twins {
  std::string path;   ///< of the one that is new
  std::string other;  ///< of the one it resembles
};

/// Finds new practices that resemble others.
class Resemblance {
 public:
  /// Between practices of this database.
  explicit Resemblance(const Store& store) : store_(store), integrity_(store.schema()) {}

  /// Takes note of all practices that are stored at `paths`.
  [[nodiscard]] Result<void> add_stored(const std::vector<std::string>& paths);

  /// Takes note of a new practice by the path where it would be stored.
  void add(std::string path, std::string_view title);

  /// The new ones that resemble another, sorted by path.
  [[nodiscard]] std::vector<Twins> twins() const;

 private:
  const Store& store_;
  Integrity integrity_;
  std::vector<std::string> added_;
};

/// The paths of the stored practices that a new one with this title resembles.
[[nodiscard]] Result<std::vector<std::string>> resembled(const Store& store,
                                                         const std::string& title,
                                                         const std::string& country);

}  // namespace icc
