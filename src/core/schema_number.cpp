#include "core/schema_number.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <vector>

namespace icc::json_schema {
namespace {

// Beyond this an exponent is as good as any other: no text of a record is long enough to tell.
constexpr std::int64_t largest_exponent = 1'000'000'000'000'000;

constexpr std::size_t divisor_digits = 18;

std::uint64_t digits_value(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  return value;
}

/// left * right modulo `modulus`, which is below 10^18, so that sums never overflow.
std::uint64_t product_modulo(std::uint64_t left, std::uint64_t right, std::uint64_t modulus) {
  std::uint64_t result = 0;
  for (left %= modulus; right > 0; right >>= 1U) {
    if ((right & 1U) != 0) result = (result + left) % modulus;
    left = (left + left) % modulus;
  }
  return result;
}

std::uint64_t power_of_ten_modulo(std::uint64_t exponent, std::uint64_t modulus) {
  std::uint64_t result = 1 % modulus;
  for (std::uint64_t base = 10; exponent > 0; exponent >>= 1U) {
    if ((exponent & 1U) != 0) result = product_modulo(result, base, modulus);
    base = product_modulo(base, base, modulus);
  }
  return result;
}

std::uint64_t digits_modulo(std::string_view digits, std::uint64_t modulus) {
  std::uint64_t rest = 0;
  for (const char digit : digits) {
    rest = (rest * 10 + static_cast<std::uint64_t>(digit - '0')) % modulus;
  }
  return rest;
}

std::int64_t exponent_value(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) {
    return text.starts_with('-') ? -largest_exponent : largest_exponent;
  }
  return std::clamp(value, -largest_exponent, largest_exponent);
}

unsigned hexadecimal_value(char digit) {
  if (digit <= '9') return static_cast<unsigned>(digit - '0');
  return static_cast<unsigned>((digit | 0x20) - 'a') + 10;
}

/// A whole number in base 10^9, lowest limb first: value * 2^bits + digit.
void shift_in(std::vector<std::uint32_t>& limbs, unsigned bits, unsigned digit) {
  constexpr std::uint64_t base = 1'000'000'000;
  std::uint64_t carry = digit;
  for (std::uint32_t& limb : limbs) {
    carry += static_cast<std::uint64_t>(limb) << bits;
    limb = static_cast<std::uint32_t>(carry % base);
    carry /= base;
  }
  if (carry > 0) limbs.push_back(static_cast<std::uint32_t>(carry));
}

}  // namespace

std::string sortable_bytes(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63U);
  std::string bytes;
  for (unsigned shift = 64; shift > 0; shift -= 8) {
    bytes += static_cast<char>((bits >> (shift - 8)) & 0xFFU);
  }
  return bytes;
}

Number::Number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) {
    negative_ = text.front() == '-';
    text.remove_prefix(1);
  }
  if (text.starts_with("0x")) {
    read_radix(text.substr(2), 4);
  } else if (text.starts_with("0o")) {
    read_radix(text.substr(2), 3);
  } else if (text.size() == 4 && text[0] == '.' && (text[1] | 0x20) == 'i') {
    form_ = Form::infinite;
  } else if (text.size() == 4 && text[0] == '.' && (text[1] | 0x20) == 'n') {
    form_ = Form::not_a_number;
    negative_ = false;
  } else {
    read_decimal(text);
  }
}

void Number::read_decimal(std::string_view text) {
  const std::size_t exponent = std::min(text.find_first_of("eE"), text.size());
  const std::size_t dot = std::min(text.find('.'), exponent);
  digits_.assign(text.substr(0, dot));
  if (dot < exponent) digits_ += text.substr(dot + 1, exponent - dot - 1);
  point_ = static_cast<std::int64_t>(dot);
  if (exponent < text.size()) point_ += exponent_value(text.substr(exponent + 1));
  normalise();
}

void Number::read_radix(std::string_view digits, unsigned bits) {
  std::vector<std::uint32_t> limbs;
  for (const char digit : digits) shift_in(limbs, bits, hexadecimal_value(digit));
  for (auto limb = limbs.rbegin(); limb != limbs.rend(); ++limb) {
    const std::string part = std::to_string(*limb);
    digits_.append(9 - part.size(), '0').append(part);
  }
  point_ = static_cast<std::int64_t>(digits_.size());
  normalise();
}

void Number::normalise() {
  const std::size_t first = std::min(digits_.find_first_not_of('0'), digits_.size());
  digits_.erase(0, first);
  point_ -= static_cast<std::int64_t>(first);
  digits_.erase(digits_.find_last_not_of('0') + 1);
  if (!digits_.empty()) return;
  point_ = 0;
  negative_ = false;
}

bool Number::is_whole() const {
  return form_ == Form::finite && static_cast<std::int64_t>(digits_.size()) <= point_;
}

bool Number::is_count() const {
  return is_whole() && !negative_;
}

std::uint64_t Number::count() const {
  if (point_ > 18) return std::numeric_limits<std::uint64_t>::max();
  std::uint64_t value = digits_value(digits_);
  for (auto i = static_cast<std::int64_t>(digits_.size()); i < point_; ++i) value *= 10;
  return value;
}

bool Number::valid_divisor() const {
  return form_ == Form::finite && !negative_ && !digits_.empty() &&
         digits_.size() <= divisor_digits;
}

bool Number::is_multiple_of(const Number& divisor) const {
  if (form_ != Form::finite) return false;
  if (digits_.empty()) return true;
  // Both as whole numbers times a power of ten. A value with the lower power has a last digit that
  // is not 0, so no multiple of the divisor has it.
  const auto power = [](const Number& number) {
    return number.point_ - static_cast<std::int64_t>(number.digits_.size());
  };
  const std::int64_t zeros = power(*this) - power(divisor);
  if (zeros < 0) return false;
  const std::uint64_t modulus = digits_value(divisor.digits_);
  return product_modulo(digits_modulo(digits_, modulus),
                        power_of_ten_modulo(static_cast<std::uint64_t>(zeros), modulus),
                        modulus) == 0;
}

std::size_t Number::hash() const {
  const std::size_t sign = negative_ ? 1 : 0;
  return std::hash<std::string_view>{}(digits_) ^
         (static_cast<std::size_t>(point_) * 4 + static_cast<std::size_t>(form_) * 2 + sign);
}

// Below 0, 0, above 0 and .nan differ in the first byte. Then come, inverted below 0, what is
// finite before what is not, the power of ten, the digits and an end that is below all digits.
std::string Number::sort_key() const {
  if (form_ == Form::not_a_number) return "\x04";
  if (form_ == Form::finite && digits_.empty()) return "\x02";
  std::string key(1, form_ == Form::finite ? '\x01' : '\x02');
  key.append(sortable_bytes(point_)).append(digits_).append(1, '\0');
  if (negative_)
    std::ranges::transform(key, key.begin(), [](char c) { return static_cast<char>(~c); });
  return (negative_ ? "\x01" : "\x03") + key;
}

std::partial_ordering operator<=>(const Number& left, const Number& right) {
  using Form = Number::Form;
  if (left == right) return std::partial_ordering::equivalent;
  if (left.form_ == Form::not_a_number || right.form_ == Form::not_a_number) {
    return std::partial_ordering::unordered;
  }
  if (left.negative_ != right.negative_) {
    return left.negative_ ? std::partial_ordering::less : std::partial_ordering::greater;
  }
  const Number& low = left.negative_ ? right : left;
  const Number& high = left.negative_ ? left : right;
  if (low.form_ != high.form_) return low.form_ <=> high.form_;
  if (low.digits_.empty() || high.digits_.empty())
    return high.digits_.empty() <=> low.digits_.empty();
  if (low.point_ != high.point_) return low.point_ <=> high.point_;
  return low.digits_.compare(high.digits_) <=> 0;
}

}  // namespace icc::json_schema
