#include "core/period_tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/period_words.h"
#include "core/text_ascii.h"

namespace icc {
namespace {

std::size_t digits_at(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

/// The number that at most four digits spell.
int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

/// Groups of digits joined by one and the same sign: `21.06.2018`. The fourth group, if any, only
/// shows that there are too many.
struct Groups {
  std::array<std::string_view, 4> group;
  std::size_t count = 0;
  char sign = 0;

  /// The text of the first groups, signs included.
  [[nodiscard]] std::size_t length(std::size_t groups) const {
    std::size_t bytes = groups - 1;
    for (std::size_t i = 0; i < groups; ++i) bytes += group.at(i).size();
    return bytes;
  }
  [[nodiscard]] bool has_widths(std::size_t first, std::size_t second, std::size_t third) const {
    return group[0].size() == first && group[1].size() == second && group[2].size() == third;
  }
};

bool joins(std::string_view text, char sign) {
  const bool is_sign = sign != 0 ? text.starts_with(sign)
                                 : !text.empty() && std::string_view("-./").find(text.front()) !=
                                                        std::string_view::npos;
  return is_sign && text.size() > 1 && is_digit(text[1]);
}

Groups groups_at(std::string_view text) {
  Groups groups;
  while (groups.count < groups.group.size()) {
    const std::size_t digits = digits_at(text);
    groups.group.at(groups.count++) = text.substr(0, digits);
    text.remove_prefix(digits);
    if (!joins(text, groups.sign)) break;
    groups.sign = text.front();
    text.remove_prefix(1);
  }
  return groups;
}

/// A token and how many bytes it takes.
struct Lexeme {
  Token token;
  std::size_t length = 1;
};

Lexeme date_lexeme(const Point& point, std::size_t length) {
  return {{is_valid(point) ? Say::date : Say::unknown, 0, point}, length};
}

bool is_short(std::string_view digits) {
  return digits.size() == 1 || digits.size() == 2;
}

/// `2018-06-21`, `21.06.2018`, `05/2018`, `2018.06`; the day stands before the month, as everywhere
/// in Europe.
std::optional<Lexeme> joined_lexeme(const Groups& groups) {
  const auto& [a, b, c, more] = groups.group;
  if (groups.has_widths(4, 2, 2) && more.empty()) {
    const Point point = {.year = number_of(a), .month = number_of(b), .day = number_of(c)};
    return date_lexeme(point.month == 0 || point.day == 0 ? Point{} : point, groups.length(3));
  }
  if (groups.count == 3 && is_short(a) && is_short(b) && c.size() == 4) {
    const Point point = {.year = number_of(c), .month = number_of(b), .day = number_of(a)};
    return date_lexeme(point.month == 0 || point.day == 0 ? Point{} : point, groups.length(3));
  }
  if (groups.count != 2) return std::nullopt;
  if (is_short(a) && b.size() == 4) {
    const Point point = {.year = number_of(b), .month = number_of(a)};
    return date_lexeme(point.month == 0 ? Point{} : point, groups.length(2));
  }
  if (a.size() != 4 || b.size() != 2) return std::nullopt;
  const Point year = {.year = number_of(a)};
  if (groups.sign != '.') {
    return Lexeme{{is_valid(year) ? Say::pair : Say::unknown, number_of(b), year},
                  groups.length(2)};
  }
  const Point point = {.year = year.year, .month = number_of(b)};
  return date_lexeme(point.month == 0 ? Point{} : point, groups.length(2));
}

/// What the letters right after a number make of it: `1st`, `1990s`; nothing when they are a word
/// of their own.
std::optional<Lexeme> suffixed_lexeme(std::string_view digits, std::string_view rest) {
  constexpr std::string_view ordinals[] = {"st", "nd", "rd", "th", "er", "eme", "o", "a"};
  constexpr std::string_view decades[] = {"s", "'s", "er"};
  const auto* const letters =
      std::ranges::find_if(rest, [](char c) { return !is_lower(c) && c != '\''; });
  const std::string_view suffix = rest.substr(0, static_cast<std::size_t>(letters - rest.begin()));
  const std::size_t length = digits.size() + suffix.size();
  if (is_short(digits) && std::ranges::find(ordinals, suffix) != std::end(ordinals)) {
    return Lexeme{{Say::day, number_of(digits)}, length};
  }
  if (digits.size() == 4 && digits.back() == '0' &&
      std::ranges::find(decades, suffix) != std::end(decades)) {
    return date_lexeme({.year = number_of(digits), .decade = true}, length);
  }
  return std::nullopt;
}

Lexeme number_lexeme(std::string_view text) {
  const Groups groups = groups_at(text);
  if (const auto joined = joined_lexeme(groups)) return *joined;
  const std::string_view digits = groups.group[0];
  if (const auto suffixed = suffixed_lexeme(digits, text.substr(digits.size()))) return *suffixed;
  if (digits.size() == 4) return date_lexeme({.year = number_of(digits)}, 4);
  if (is_short(digits)) return {{Say::day, number_of(digits)}, digits.size()};
  return {{Say::unknown}, digits.size()};
}

/// Words that belong to what follows swallow a hyphen: `mid-2018`.
std::size_t hyphen_after(Say say, std::string_view rest) {
  const bool glued = rest.starts_with('-') && rest.size() > 1 && rest[1] != ' ';
  return say == Say::filler && glued ? 1 : 0;
}

Lexeme word_lexeme(std::string_view text) {
  const auto word = period_word(text);
  if (!word) return {{Say::unknown}, text.size()};
  const std::size_t hyphen = hyphen_after(word->say, text.substr(word->length));
  return {{word->say, word->value}, word->length + hyphen};
}

Lexeme dots_lexeme(std::string_view text) {
  const auto dots = static_cast<std::size_t>(
      std::ranges::find_if_not(text, [](char c) { return c == '.'; }) - text.begin());
  return {{dots == 2 || dots == 3 ? Say::dots : Say::unknown}, dots};
}

Lexeme sign_lexeme(std::string_view text) {
  struct Sign {
    char sign;
    Say say;
  };
  constexpr Sign signs[] = {{'-', Say::dash},  {'/', Say::slash},    {',', Say::comma},
                            {';', Say::comma}, {'&', Say::both},     {'+', Say::onwards},
                            {'(', Say::open},  {')', Say::close},    {'[', Say::open},
                            {']', Say::close}, {'?', Say::uncertain}};
  if (text.starts_with('.')) return dots_lexeme(text);
  const auto* const found = std::ranges::find(signs, text.front(), &Sign::sign);
  if (found == std::end(signs)) return {{Say::unknown}, text.size()};
  return {{found->say}, 1};
}

Lexeme lexeme_at(std::string_view text) {
  if (is_digit(text.front())) return number_lexeme(text);
  if (is_lower(text.front()) || text.front() == '\'') return word_lexeme(text);
  return sign_lexeme(text);
}

/// A full stop after a word or number (`Sept.`, `25.`) and a colon (`Since: 2018`) mean nothing.
bool is_skipped(std::string_view text, const std::vector<Token>& before) {
  if (text.front() == ' ') return true;
  if (before.empty()) return false;
  return text.front() == ':' || (text.front() == '.' && !text.starts_with(".."));
}

}  // namespace

std::vector<Token> period_tokens(std::string_view folded) {
  std::vector<Token> tokens;
  tokens.reserve(8);  // few have more
  bool glued = false;
  while (!folded.empty()) {
    if (is_skipped(folded, tokens)) {
      glued = glued && folded.front() != ' ';
      folded.remove_prefix(1);
      continue;
    }
    Lexeme lexeme = lexeme_at(folded);
    lexeme.token.glued = glued;
    tokens.push_back(lexeme.token);
    folded.remove_prefix(lexeme.length);
    glued = true;
  }
  tokens.push_back({});
  return tokens;
}

}  // namespace icc
