#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "icc/reader.h"

namespace icc {

/// The bytes of a source as UTF-8. A byte order mark is taken off; UTF-16, which spreadsheets call
/// "Unicode text", is told by its mark or by its zero bytes, and converted. Other bytes are handed
/// on as they are.
class SourceText {
 public:
  explicit SourceText(Pieces pieces) : pieces_(std::move(pieces)) {}

  /// Appends the next piece to `text`; false at the end.
  [[nodiscard]] Result<bool> read_more(std::string& text);

  /// Appends all that is left, up to `limit` bytes; more is an error.
  [[nodiscard]] Result<void> read_all(std::string& text, std::size_t limit);

  /// Reads whole lines: appends the next one to `line` with its line end; false at the end.
  [[nodiscard]] Result<bool> read_line(std::string& line, std::size_t limit);

 private:
  enum class Encoding : std::uint8_t { unknown, utf8, utf16_little, utf16_big };

  [[nodiscard]] Result<bool> begin();
  [[nodiscard]] Result<bool> convert(std::string& text, bool at_end);
  [[nodiscard]] char32_t unit(std::size_t at) const;

  Pieces pieces_;
  Encoding encoding_ = Encoding::unknown;
  std::string bytes_;        // read, not yet converted
  std::size_t offset_ = 0;   // of `bytes_` in the source
  std::string lines_;        // converted, not yet handed out by `read_line`
  std::size_t line_at_ = 0;  // where the next line begins in `lines_`
};

}  // namespace icc
