#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace icc {

/// Sixteen bytes that are compared at once (an extension of gcc and clang, for any machine). A
/// comparison makes each byte -1 or 0.
using ByteBlock = signed char __attribute__((vector_size(16)));

/// The first byte of a block for which a comparison holds; the block's size when there is none.
[[nodiscard]] inline std::size_t first_byte(ByteBlock compared) {
  constexpr bool little = std::endian::native == std::endian::little;
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), &compared, sizeof halves);
  if ((halves[0] | halves[1]) == 0) return sizeof compared;
  const std::uint64_t half = halves[0] != 0 ? halves[0] : halves[1];
  const int bits = little ? std::countr_zero(half) : std::countl_zero(half);
  return (halves[0] != 0 ? 0U : 8U) + static_cast<std::size_t>(bits) / 8;
}

/// How many bytes of `text` stand in front of the first that stops the run. The test is asked of
/// one byte (negative when it is not ASCII) and of blocks, so it joins comparisons with `&` and
/// `|`.
template <class Test>
[[nodiscard]] std::size_t run_length(std::string_view text, const Test& stops) {
  constexpr std::size_t size = sizeof(ByteBlock);
  const auto block = [&](std::size_t at) {
    ByteBlock bytes;
    std::memcpy(&bytes, text.data() + at, size);
    return bytes;
  };
  std::size_t length = 0;
  for (; length + 2 * size <= text.size(); length += 2 * size) {
    const ByteBlock left = stops(block(length));
    const ByteBlock right = stops(block(length + size));
    if (first_byte(left | right) == size) continue;
    const std::size_t first = first_byte(left);
    return length + (first < size ? first : size + first_byte(right));
  }
  if (length + size <= text.size()) {
    const std::size_t first = first_byte(stops(block(length)));
    length += first;
    if (first < size) return length;
  }
  while (length < text.size() && !stops(static_cast<signed char>(text[length]))) ++length;
  return length;
}

/// Stops at what is not ASCII.
inline constexpr auto no_ascii = [](auto byte) { return byte < 0; };

/// Stops at what is not ASCII that can be seen, or a blank.
inline constexpr auto no_printable = [](auto byte) { return (byte < ' ') | (byte == 0x7F); };

}  // namespace icc
