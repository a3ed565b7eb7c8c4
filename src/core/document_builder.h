#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_layout.h"
#include "icc/document.h"

namespace icc {

/// A scalar as a reader found it.
struct Scalar {
  std::string_view text;  ///< decoded; must live as long as the document
  Range range;
  Kind kind = Kind::text;
  Style style = Style::plain;
};

/// Builds the tree of a document from its values in the order of the text, and keeps the limits. A
/// key comes before its value, a list or map is opened, filled and closed.
class DocumentBuilder {
 public:
  /// Takes the text that the ranges and views refer to.
  DocumentBuilder(std::string_view text, const ReadLimits& limits);

  /// The document's own copy of the text. A line end stands behind it.
  [[nodiscard]] std::string_view text() const { return document_.text(); }

  /// Memory for a decoded text of at most `most` bytes; `keep` says how much was needed.
  [[nodiscard]] char* reserve(std::size_t most);
  /// The text that was written to the reserved memory up to `end`. It lives as long as the
  /// document.
  [[nodiscard]] std::string_view keep(const char* end);
  /// Copies a decoded text into the document.
  [[nodiscard]] std::string_view keep(std::string_view decoded);

  /// The key of the next value.
  void key(std::string_view text, Range range);
  /// Adds a scalar.
  void scalar(const Scalar& scalar);
  /// Opens a list or map that begins at an offset.
  void open(Kind kind, Style style, std::size_t begin);
  /// Closes the innermost open list or map, which ends where its last value does.
  void close();
  /// Closes the innermost open list or map, which ends at an offset.
  void close(std::size_t end);

  /// Notes a fault.
  void add_fault(Diagnostic fault);
  /// Whether a limit was passed: what is added from then on is ignored.
  [[nodiscard]] bool is_full() const { return full_; }
  /// Whether there are faults.
  [[nodiscard]] bool has_faults() const { return !faults_.empty(); }

  /// The document, or the faults. The builder is empty afterwards.
  [[nodiscard]] Reading finish();

 private:
  struct Pending {
    std::string_view key;
    Range range;
  };

  bool add(const Scalar& scalar);
  bool refuse_value(std::size_t at);
  void refuse(RuleId rule, std::size_t at, std::string message);
  void find_repeated_keys(const Node& map);
  void add_repeated_key(const Node& first, const Node& again);

  ReadLimits limits_;
  Document document_;
  Pending pending_;
  std::vector<std::uint32_t> open_;  // indices of the lists and maps that are not closed yet
  std::vector<Diagnostic> faults_;
  char* free_begin_ = nullptr;  // what is left of the last block of decoded texts
  std::size_t free_ = 0;
  std::size_t last_end_ = 0;
  bool full_ = false;
};

}  // namespace icc
