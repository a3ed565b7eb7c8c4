#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace icc::json_schema {

/// A whole number as eight bytes that sort as the numbers do.
[[nodiscard]] std::string sortable_bytes(std::int64_t number);

/// A number with all its digits, so that 1.0 equals 1 and no large one is rounded: the value is
/// 0.DIGITS times ten to the power of `point`. Texts of up to 15 digits need no memory.
class Number {
 public:
  /// Reads a number of YAML 1.2 (core schema, section 10.3.2) or JSON; `text` must be one.
  explicit Number(std::string_view text);

  /// Whether the value has no fraction.
  [[nodiscard]] bool is_whole() const;

  /// Whether the value is this one times a whole number. `divisor` must be a `valid_divisor`.
  [[nodiscard]] bool is_multiple_of(const Number& divisor) const;

  /// Whether the value is above 0 and has at most 18 digits.
  [[nodiscard]] bool valid_divisor() const;

  /// Whether the value is a whole number that is not below 0.
  [[nodiscard]] bool is_count() const;

  /// The value of an `is_count` number, at most the largest that fits.
  [[nodiscard]] std::uint64_t count() const;

  /// A number that is equal for equal values.
  [[nodiscard]] std::size_t hash() const;

  /// Bytes that sort as the values do; `.nan` comes last.
  [[nodiscard]] std::string sort_key() const;

  /// Compares values; `.nan` compares with nothing but itself.
  friend std::partial_ordering operator<=>(const Number& left, const Number& right);
  friend bool operator==(const Number& left, const Number& right) = default;

 private:
  enum class Form : std::uint8_t { finite, infinite, not_a_number };

  void read_decimal(std::string_view text);
  void read_radix(std::string_view digits, unsigned bits);
  void normalise();

  Form form_ = Form::finite;
  bool negative_ = false;
  std::string digits_;  // neither begins nor ends with 0; empty for the value 0
  std::int64_t point_ = 0;
};

}  // namespace icc::json_schema
