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

/// For how many bytes at the start of a block a comparison holds.
[[nodiscard]] inline std::size_t holds_for(ByteBlock compared) {
  constexpr bool little = std::endian::native == std::endian::little;
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), &compared, sizeof halves);
  if ((halves[0] & halves[1]) == ~std::uint64_t{0}) return sizeof compared;
  const bool second = halves[0] == ~std::uint64_t{0};
  const std::uint64_t half = second ? halves[1] : halves[0];
  const int bits = little ? std::countr_one(half) : std::countl_one(half);
  return (second ? 8U : 0U) + static_cast<std::size_t>(bits) / 8;
}

/// How many bytes at the start of `text` pass a test, which is asked of one byte (negative when it
/// is not ASCII) and of blocks. So it joins comparisons with `&` and `|`.
template <class Test>
[[nodiscard]] std::size_t run_length(std::string_view text, const Test& passes) {
  constexpr std::size_t size = sizeof(ByteBlock);
  const auto block = [&](std::size_t at) {
    ByteBlock bytes;
    std::memcpy(&bytes, text.data() + at, size);
    return bytes;
  };
  std::size_t length = 0;
  while (length + 2 * size <= text.size()) {
    if (holds_for(passes(block(length)) & passes(block(length + size))) < size) break;
    length += 2 * size;
  }
  while (length + size <= text.size()) {
    const std::size_t passed = holds_for(passes(block(length)));
    length += passed;
    if (passed < size) return length;
  }
  while (length < text.size() && passes(static_cast<signed char>(text[length]))) ++length;
  return length;
}

/// The test for ASCII.
inline constexpr auto is_ascii_byte = [](auto byte) { return byte >= 0; };

/// The test for a character of ASCII that can be seen, or a blank.
inline constexpr auto is_printable_byte = [](auto byte) { return (byte >= ' ') & (byte != 0x7F); };

}  // namespace icc
