#pragma once

#include <string>
#include <string_view>

#include "icc/reader.h"

namespace icc {

/// Puts a record of a source together, value by value.
class RecordBuilder {
 public:
  /// `start` is where faults of the whole record are shown.
  explicit RecordBuilder(Range start);

  /// The record in the making.
  [[nodiscard]] SourceRecord& record() { return record_; }

  /// Adds a value, all of which stands at one place.
  void add(std::string_view key, Value value, Range range);
  /// Adds a value of a document whose text begins at `offset` of the record's text.
  void add(std::string_view key, const Document& document, const Node& node, std::size_t offset);
  /// Adds what a person wrote for a field. `group` is the value of the field that groups its
  /// vocabulary.
  void add_meant(const Field& field, std::string_view text, std::string_view group, Range range);
  /// The same for a value of a document.
  void add_meant(const Field& field, const Document& document, const Node& node,
                 std::string_view group, std::size_t offset);

  /// The finished record.
  [[nodiscard]] SourceRecord take() { return std::move(record_); }

 private:
  /// Whether a field has a value already, which is a fault at `range`.
  bool is_second(std::string_view key, Range range);

  SourceRecord record_;
};

/// The value of a grouping field that a person means by `text`.
[[nodiscard]] std::string group_meant(const Field& group, std::string_view text);

/// A range moved on by `offset` bytes.
[[nodiscard]] Range moved(Range range, std::size_t offset);

}  // namespace icc
