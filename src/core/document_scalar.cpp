#include "core/document_scalar.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/document_layout.h"
#include "core/document_syntax.h"
#include "icc/text.h"

namespace icc {
namespace {

struct Word {
  std::string_view text;
  Kind kind;
};

// Sorted by text.
constexpr std::array words{
    Word{"", Kind::null},        Word{"+.INF", Kind::real},    Word{"+.Inf", Kind::real},
    Word{"+.inf", Kind::real},   Word{"-.INF", Kind::real},    Word{"-.Inf", Kind::real},
    Word{"-.inf", Kind::real},   Word{".INF", Kind::real},     Word{".Inf", Kind::real},
    Word{".NAN", Kind::real},    Word{".NaN", Kind::real},     Word{".inf", Kind::real},
    Word{".nan", Kind::real},    Word{"FALSE", Kind::boolean}, Word{"False", Kind::boolean},
    Word{"NULL", Kind::null},    Word{"Null", Kind::null},     Word{"TRUE", Kind::boolean},
    Word{"True", Kind::boolean}, Word{"false", Kind::boolean}, Word{"null", Kind::null},
    Word{"true", Kind::boolean}, Word{"~", Kind::null},
};
constexpr std::size_t longest_word = 5;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_octal(char c) {
  return c >= '0' && c <= '7';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Takes the digits off the front of `text`; answers whether there were any.
bool take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  text.remove_prefix(count);
  return count > 0;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

bool is_based_integer(std::string_view text) {
  if (text.size() < 3 || text[0] != '0') return false;
  const std::string_view digits = text.substr(2);
  if (text[1] == 'o') return std::all_of(digits.begin(), digits.end(), is_octal);
  return text[1] == 'x' && std::all_of(digits.begin(), digits.end(), is_hex);
}

/// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`; an integer when nothing follows the first
/// digits.
Kind decimal_kind(std::string_view text) {
  take(text, "+-");
  const bool whole = take_digits(text);
  if (whole && text.empty()) return Kind::integer;
  const bool fraction = take(text, ".") && take_digits(text);
  if (!whole && !fraction) return Kind::text;
  if (take(text, "eE")) {
    take(text, "+-");
    if (!take_digits(text)) return Kind::text;
  }
  return text.empty() ? Kind::real : Kind::text;
}

using Located = tl::expected<Scalar, Diagnostic>;

std::string_view view_or_copy(DocumentBuilder& builder, std::size_t begin, std::size_t end,
                              std::string_view value) {
  const std::string_view written = builder.text().substr(begin, end - begin);
  return written == value ? written : builder.keep(value);
}

Located plain(DocumentBuilder& builder, std::size_t at, std::string_view value) {
  const std::string_view text = builder.text();
  const std::size_t end = end_of_plain(text, at, value);
  if (end == no_offset) return tl::unexpected(unclear_fault(text, at));
  const Range item = item_in_text(text, range_of(at, end));
  if (item.end > 0) return tl::unexpected(item_in_text_fault(item));
  return Scalar{view_or_copy(builder, at, end, value), range_of(at, end), core_kind(value),
                Style::plain};
}

Located quoted(DocumentBuilder& builder, std::size_t at, std::string_view value) {
  const std::string_view text = builder.text();
  const std::size_t end = end_of_quoted(text, at);
  if (end == no_offset) return tl::unexpected(unclear_fault(text, at));
  // yaml-cpp 0.7 reads `\N` and `\_` as single bytes that are not UTF-8.
  if (first_invalid_utf8(value)) return tl::unexpected(escape_fault(text, range_of(at, end)));
  const Style style = text[at] == '"' ? Style::double_quoted : Style::single_quoted;
  return Scalar{view_or_copy(builder, at + 1, end - 1, value), range_of(at, end), Kind::text,
                style};
}

/// A block scalar's text without the line end that the parser's sentinel gave to the last line.
std::string_view without_sentinel(std::string_view text, Range range, std::string_view value) {
  const bool last = !is_break(text.back()) && skip_gap(text, range.end) == text.size();
  const bool keeps = text.substr(range.begin, 3).find('+') != no_offset;
  const bool given = last && (keeps || range.end == text.size());
  if (given && !value.empty() && value.back() == '\n') value.remove_suffix(1);
  return value;
}

Located block(DocumentBuilder& builder, std::size_t at, std::string_view value,
              std::size_t column) {
  const std::string_view text = builder.text();
  const BlockScalar extent = block_scalar(text, at, column);
  if (extent.too_deep != no_offset) {
    return tl::unexpected(deep_blank_line_fault(text, extent.too_deep));
  }
  const Style style = text[at] == '|' ? Style::literal : Style::folded;
  const Range range = range_of(at, extent.end);
  return Scalar{builder.keep(without_sentinel(text, range, value)), range, Kind::text, style};
}

}  // namespace

tl::expected<Scalar, Diagnostic> located_scalar(DocumentBuilder& builder, std::size_t at,
                                                std::string_view value,
                                                std::optional<std::size_t> block_column) {
  const std::string_view text = builder.text();
  if (at >= text.size()) return tl::unexpected(unclear_fault(text, at));
  if (is_quote(text[at])) return quoted(builder, at, value);
  const bool is_block = block_column && (text[at] == '|' || text[at] == '>');
  return is_block ? block(builder, at, value, *block_column) : plain(builder, at, value);
}

Kind core_kind(std::string_view text) {
  if (text.size() <= longest_word) {
    const auto* const word = std::lower_bound(
        words.begin(), words.end(), text,
        [](const Word& left, std::string_view right) { return left.text < right; });
    if (word != words.end() && word->text == text) return word->kind;
  }
  if (text.empty() || (!is_digit(text[0]) && text[0] != '+' && text[0] != '-' && text[0] != '.')) {
    return Kind::text;
  }
  return is_based_integer(text) ? Kind::integer : decimal_kind(text);
}

}  // namespace icc
