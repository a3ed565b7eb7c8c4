#pragma once

#include <memory>
#include <mutex>
#include <string_view>

#include "icc/document.h"

namespace icc::json_schema {

/// A vocabulary as it comes with the program. It is known to be without faults, and most commands
/// need none of its values: its beginning, up to the first of them, stands for it until they are
/// asked for. To read all vocabularies takes longer than all else at the start of a command.
class ShippedVocabulary {
 public:
  /// `text` must be one that the program holds.
  explicit ShippedVocabulary(std::string_view text) : text_(text) {}

  /// The text up to the first value.
  [[nodiscard]] std::string_view beginning() const;

  /// All of it, read once. The nodes that the beginning has, too, have the same indices and places.
  [[nodiscard]] const Document& whole() const;

 private:
  std::string_view text_;
  mutable std::once_flag is_read_;
  mutable Document whole_;
};

/// The vocabulary that comes with the program, if the file at `path` is that, byte for byte; else
/// null.
[[nodiscard]] std::shared_ptr<const ShippedVocabulary> shipped_vocabulary(std::string_view path,
                                                                          std::string_view text);

}  // namespace icc::json_schema
