#include "core/document_scalar.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/document_decode.h"
#include "core/document_guards.h"
#include "core/document_layout.h"
#include "core/document_syntax.h"
#include "core/text_ascii.h"
#include "icc/text.h"

namespace icc {
namespace {

struct Word {
  std::string_view text;
  Kind kind;
};

// Sorted by text.
constexpr std::array words{
    Word{"+.INF", Kind::real},    Word{"+.Inf", Kind::real},    Word{"+.inf", Kind::real},
    Word{"-.INF", Kind::real},    Word{"-.Inf", Kind::real},    Word{"-.inf", Kind::real},
    Word{".INF", Kind::real},     Word{".Inf", Kind::real},     Word{".NAN", Kind::real},
    Word{".NaN", Kind::real},     Word{".inf", Kind::real},     Word{".nan", Kind::real},
    Word{"FALSE", Kind::boolean}, Word{"False", Kind::boolean}, Word{"NULL", Kind::null},
    Word{"Null", Kind::null},     Word{"TRUE", Kind::boolean},  Word{"True", Kind::boolean},
    Word{"false", Kind::boolean}, Word{"null", Kind::null},     Word{"true", Kind::boolean},
    Word{"~", Kind::null},
};

/// The words that begin with a character.
std::span<const Word> words_with(char first) {
  struct Stretch {
    std::uint8_t begin = 0;
    std::uint8_t end = 0;
  };
  static constexpr auto stretches = [] {
    std::array<Stretch, 0x80> all{};
    for (std::size_t i = 0; i < words.size(); ++i) {
      Stretch& stretch = all.at(static_cast<std::size_t>(words.at(i).text.front()));
      if (stretch.end == 0) stretch.begin = static_cast<std::uint8_t>(i);
      stretch.end = static_cast<std::uint8_t>(i + 1);
    }
    return all;
  }();
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= stretches.size()) return {};
  return std::span(words).subspan(stretches[byte].begin,
                                  stretches[byte].end - stretches[byte].begin);
}

constexpr CharacterSet number_starts = CharacterSet().with("0123456789+-.");

bool is_octal(char c) {
  return c >= '0' && c <= '7';
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

Located plain(DocumentBuilder& builder, std::size_t at, std::string_view value, bool in_flow) {
  const std::string_view text = builder.text();
  if (in_flow && text[at] == ':') return tl::unexpected(colon_at_start_fault(text, at));
  const std::size_t end = end_of_plain(text, at, value);
  if (end == no_offset) return tl::unexpected(unclear_fault(text, at));
  const Range range = range_of(at, end);
  if (slice(text, range) == value) {
    return Scalar{slice(text, range), range, core_kind(value), Style::plain};
  }
  const Range item = item_in_text(text, range);
  if (item.end > 0) return tl::unexpected(item_in_text_fault(item));
  char* const begin = builder.reserve(most_decoded(end - at));
  const std::string_view decoded = builder.keep(decode_plain(slice(text, range), begin));
  if (decoded != value) return tl::unexpected(unclear_fault(text, at));
  return Scalar{decoded, range, Kind::text, Style::plain};
}

std::string_view without_final_line_ends(std::string_view text) {
  return text.substr(0, text.find_last_not_of('\n') + 1);
}

/// Whether yaml-cpp 0.7 means the same text. The final line ends are our own affair: it takes all
/// but one off a quoted text, loses one after `>+`, and has one too many where a file ends without.
/// And it reads `\N` and `\_` as single bytes that are not UTF-8.
bool agrees(std::string_view decoded, std::string_view value) {
  return without_final_line_ends(decoded) == without_final_line_ends(value) ||
         first_invalid_utf8(value).has_value();
}

Located quoted(DocumentBuilder& builder, std::size_t at, std::string_view value) {
  const std::string_view text = builder.text();
  const std::size_t end = end_of_quoted(text, at);
  if (end == no_offset) return tl::unexpected(unclear_fault(text, at));
  const bool single = text[at] == '\'';
  const Style style = single ? Style::single_quoted : Style::double_quoted;
  const std::string_view inner = text.substr(at + 1, end - at - 2);
  const Range range = range_of(at, end);
  if (inner == value) return Scalar{inner, range, Kind::text, style};
  char* const begin = builder.reserve(most_decoded(inner.size()));
  const Decoding decoding =
      single ? Decoding{decode_single_quoted(inner, begin)} : decode_double_quoted(inner, begin);
  if (decoding.end == nullptr) {
    return tl::unexpected(escape_fault(text, escape_at(text, at + 1 + decoding.bad_escape)));
  }
  const std::string_view decoded = builder.keep(decoding.end);
  if (!agrees(decoded, value)) return tl::unexpected(unclear_fault(text, at));
  return Scalar{decoded, range, Kind::text, style};
}

Located block(DocumentBuilder& builder, std::size_t at, std::string_view value,
              std::size_t column) {
  const std::string_view text = builder.text();
  const BlockScalar extent = block_scalar(text, at, column);
  if (extent.too_deep != no_offset) {
    return tl::unexpected(deep_blank_line_fault(text, extent.too_deep));
  }
  if (extent.tab != no_offset) return tl::unexpected(tab_fault(character_at(text, extent.tab)));
  char* const begin = builder.reserve(text.size() - at);
  const std::string_view decoded = builder.keep(decode_block(text, at, extent, begin));
  if (!agrees(decoded, value)) return tl::unexpected(unclear_fault(text, at));
  const Style style = text[at] == '|' ? Style::literal : Style::folded;
  return Scalar{decoded, range_of(at, extent.end), Kind::text, style};
}

}  // namespace

tl::expected<Scalar, Diagnostic> located_scalar(DocumentBuilder& builder, std::size_t at,
                                                std::string_view value,
                                                std::optional<std::size_t> block_column) {
  const std::string_view text = builder.text();
  if (at >= text.size()) return tl::unexpected(unclear_fault(text, at));
  if (is_quote(text[at])) return quoted(builder, at, value);
  const bool is_block = block_column && (text[at] == '|' || text[at] == '>');
  return is_block ? block(builder, at, value, *block_column)
                  : plain(builder, at, value, !block_column);
}

Kind core_kind(std::string_view text) {
  if (text.empty()) return Kind::null;
  for (const Word& word : words_with(text.front())) {
    if (word.text == text) return word.kind;
  }
  if (!number_starts.has(text.front())) return Kind::text;
  return is_based_integer(text) ? Kind::integer : decimal_kind(text);
}

}  // namespace icc
