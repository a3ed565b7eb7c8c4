#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/integrity_repetition.h"

namespace icc {

/// The words of a title that tell it from others: folded, without the small ones, sorted, joined by
/// blanks.
[[nodiscard]] std::string title_signature(std::string_view title);

/// Finds titles that are nearly the same, in near-linear time. Of each title it keeps some tens of
/// bytes, which are hashes.
class SimilarTitles {
 public:
  /// Tells the title of an index.
  using TitleOf = std::function<std::string_view(std::size_t)>;

  /// Takes a title.
  void add(std::string_view title);

  /// For each title, the index of one before it that is nearly the same, or `no_word`: with equal
  /// signatures, or with signatures that differ by one edit in one word of five letters or more and
  /// no digit. Of equal titles all answer the first. The indices are those of the order that
  /// counts: `rank` says for each title, in the order of taking, where it stands there.
  [[nodiscard]] std::vector<std::size_t> before(const TitleOf& title,
                                                std::span<const std::uint32_t> rank) const;

 private:
  [[nodiscard]] std::vector<HashedIndex> wholes(std::span<const std::uint32_t> rank) const;
  [[nodiscard]] std::vector<HashedIndex> parts(std::uint32_t slice,
                                               std::span<const std::uint32_t> rank) const;

  std::vector<std::uint32_t> wholes_;  // for each title the hash of its telling words
  std::vector<std::uint32_t> parts_;   // and those of all its words but one, which may be mistyped
  std::vector<std::uint32_t> ends_;    // where in `parts_` those of each title end
};

}  // namespace icc
