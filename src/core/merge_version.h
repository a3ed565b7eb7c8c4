#pragma once

#include <string_view>
#include <vector>

#include "icc/document.h"
#include "icc/entries.h"

// One version of a record, taken apart into texts that can be merged each for itself.

namespace icc {

/// The text of a field: `blank`, `comments` and `body` one behind the other. Views into its
/// version.
struct FieldText {
  std::string_view key;
  bool is_first = false;      ///< of its version
  std::string_view blank;     ///< the blank lines above it
  std::string_view comments;  ///< the comments above its key, with blank lines between them
  std::string_view body;      ///< the lines of key and value
  std::size_t body_begin = 0;
  const Node* value = nullptr;
  const Document* document = nullptr;

  /// Comments and body.
  [[nodiscard]] std::string_view text() const {
    return {comments.data(), comments.size() + body.size()};
  }
  /// What stands in the body from byte `begin` of the document up to `end`.
  [[nodiscard]] std::string_view within(std::size_t begin, std::size_t end) const {
    return body.substr(begin - body_begin, end - begin);
  }
};

/// A version with its fields. It can't be moved, since the fields refer to its document.
class Version {
 public:
  /// Reads a text; one without anything but white space has no fields.
  explicit Version(std::string_view text);
  Version(const Version&) = delete;
  Version& operator=(const Version&) = delete;

  /// Whether the text is a record that was written field by field, or nothing.
  [[nodiscard]] bool is_readable() const { return readable_; }
  /// What stands above the first field.
  [[nodiscard]] std::string_view head() const { return head_; }
  /// What stands below the last field.
  [[nodiscard]] std::string_view tail() const { return tail_; }
  /// The field with this key; null when there is none.
  [[nodiscard]] const FieldText* find(std::string_view key) const;
  /// The keys in the order of the text.
  [[nodiscard]] std::vector<std::string_view> keys() const;
  /// The document that was read; empty for a text without fields.
  [[nodiscard]] const Document& document() const { return document_; }

 private:
  void take(const Entries& entries);

  bool readable_ = true;
  Document document_;
  std::string_view head_;
  std::string_view tail_;
  std::vector<FieldText> fields_;
};

}  // namespace icc
