#pragma once

#include <cstddef>
#include <string_view>

#include "core/document_builder.h"
#include "core/document_layout.h"
#include "core/text_set.h"

namespace icc {

/// One pass through a clean text. Functions answer false as soon as the text is not of the form.
class CanonicalReader {
 public:
  explicit CanonicalReader(DocumentBuilder& builder) : builder_(builder), text_(builder.text()) {}

  /// Reads the whole text into the builder.
  bool record();

 private:
  using Column = std::ptrdiff_t;
  static constexpr Column at_end = -1;  // in front of every column

  /// A part of a plain text that stands on one line.
  struct PlainLine {
    std::size_t end = 0;  // of the text, without blanks behind it
    bool has_comment = false;
    bool is_plain = false;
  };

  [[nodiscard]] char char_at(std::size_t at) const { return text_.data()[at]; }
  [[nodiscard]] char here() const { return char_at(at_); }
  [[nodiscard]] bool is_item() const { return here() == '-' && char_at(at_ + 1) == ' '; }
  void skip_spaces();
  bool move_to_content();
  bool move_to_next_line();
  [[nodiscard]] bool is_rest(std::size_t value_end) const;
  bool rest();

  bool map(Column column);
  [[nodiscard]] std::size_t key_end(const CharacterSet& characters) const;
  bool add_key(std::size_t end);
  bool key();
  bool value(Column column);
  bool below(Column column, std::size_t colon_end);
  bool list(Column column, Column parent);
  bool item(Column column);
  bool on_line(Column column);

  [[nodiscard]] bool is_plain_start() const;
  PlainLine plain_line();
  bool plain(Column column);
  void add_plain(std::size_t begin, std::size_t end, bool is_one_line);
  bool quoted(Column column);
  [[nodiscard]] bool is_indented(Range range, Column column) const;
  [[nodiscard]] std::size_t blanks(std::size_t most) const;
  bool block(Column column);
  bool flow_list(Column column);
  bool flow_map(Column column);
  bool flow_value(Column column);
  bool flow_key();
  bool flow_plain();
  bool flow_gap(Column column);

  DocumentBuilder& builder_;
  std::string_view text_;
  std::size_t at_ = 0;
  Column column_ = 0;  // of the first character on a line that was moved to
};

}  // namespace icc
