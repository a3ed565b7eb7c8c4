#pragma once

#include <cstddef>
#include <string_view>

#include "core/document_layout.h"

// The texts that scalars stand for (YAML 1.2, chapters 7.3 and 8.1): lines folded, escapes
// resolved, final line ends chomped. Both readers of YAML use it, so a text means the same whoever
// finds it. The functions write to memory of the caller's and answer where they ended.

namespace icc {

/// How many bytes a decoded text may need: `\L` is two bytes for three.
[[nodiscard]] constexpr std::size_t most_decoded(std::size_t written) {
  return written + written / 2 + 1;
}

/// Decodes what a plain scalar's bytes stand for.
[[nodiscard]] char* decode_plain(std::string_view written, char* out);

/// Decodes what stands between single quotes.
[[nodiscard]] char* decode_single_quoted(std::string_view inner, char* out);

/// The end of a decoded text, or the offset of the escape that has no meaning.
struct Decoding {
  char* end;
  std::size_t bad_escape = no_offset;
};

/// Decodes what stands between double quotes.
[[nodiscard]] Decoding decode_double_quoted(std::string_view inner, char* out);

/// Decodes the literal or folded scalar whose `|` or `>` is the first byte of `text`, which ends
/// where the scalar's last line or the text does; `extent` comes from `block_scalar`.
[[nodiscard]] char* decode_block(std::string_view text, std::size_t at, const BlockScalar& extent,
                                 char* out);

/// The bytes of the escape at `at`, from its backslash to as far as it can be read.
[[nodiscard]] Range escape_at(std::string_view text, std::size_t at);

}  // namespace icc
