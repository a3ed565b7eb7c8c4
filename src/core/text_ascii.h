#pragma once

// Characters of ASCII, in every locale. The bytes of other characters are none of these.

namespace icc {

/// Whether a character is a digit.
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether a character is a lower-case letter.
[[nodiscard]] constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// Whether a character is a capital.
[[nodiscard]] constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Whether a character is a letter.
[[nodiscard]] constexpr bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

/// Whether a character is a letter or a digit.
[[nodiscard]] constexpr bool is_letter_or_digit(char c) {
  return is_letter(c) || is_digit(c);
}

/// Whether a character is a digit of a hexadecimal number.
[[nodiscard]] constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A capital as the lower-case letter, all else as it is.
[[nodiscard]] constexpr char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace icc
