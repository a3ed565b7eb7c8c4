#pragma once

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a query means, a second time: from tables and by loops, with nothing of icc. It knows the
// characters, notations and vocabularies that random_query.h makes use of, and no others.

namespace icc::test {

/// A record as a list of what it says: paths and texts, none of them empty.
struct Facts {
  std::string id;
  std::vector<std::pair<std::string, std::string>> values;
};

/// What is asked of a record.
using Answer = std::function<bool(const Facts&)>;

/// How close the parts of a query stand together.
enum class Binding { alternatives, conjunction, closest };

/// A query as text, and what it means.
struct Question {
  std::string text;
  Answer answer;
  Binding binding = Binding::closest;
};

/// What a text is compared as: case and accents make no difference (Unicode's charts say which
/// characters those are), nor does the kind of blank, dash or quote.
inline std::string plain(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> spellings[] = {
      {"â", "a"},      {"Â", "a"},     {"ã", "a"},     {"ö", "o"}, {"Ö", "o"},  {"ó", "o"},
      {"ú", "u"},      {"Ú", "u"},     {"ü", "u"},     {"Ü", "u"}, {"é", "e"},  {"É", "e"},
      {"ł", "l"},      {"Ł", "l"},     {"ź", "z"},     {"ø", "o"}, {"Æ", "ae"}, {"ß", "ss"},
      {"\u0301", ""},  {"\u0302", ""}, {"’", "'"},     {"–", "-"}, {"“", "\""}, {"”", "\""},
      {"\u00A0", " "}, {"\n", " "},    {"\u200B", ""}, {"К", "к"}, {"И", "и"},  {"Ї", "і"},
      {"ї", "і"},      {"В", "в"},     {"й", "и"},     {"М", "м"}, {"Г", "г"},  {"Р", "р"},
      {"А", "а"},      {"Н", "н"},     {"Т", "т"},     {"Ы", "ы"}};
  std::string folded;
  while (!text.empty()) {
    const auto* const row = std::ranges::find_if(
        spellings, [&](const auto& spelling) { return text.starts_with(spelling.first); });
    const bool is_row = row != std::end(spellings);
    const char c = text.front();
    const std::string lower(1, c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    const std::string_view part = is_row ? row->second : std::string_view(lower);
    const bool is_second_blank = part == " " && (folded.empty() || folded.back() == ' ');
    if (!is_second_blank) folded += part;
    text.remove_prefix(is_row ? row->first.size() : 1);
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

/// Whether a letter or digit begins at `i` of a plain text: ASCII or Cyrillic. The characters of
/// Japanese part themselves.
inline bool is_letter(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == 0xD0 ||
         byte == 0xD1;
}

/// Whether a letter or digit ends before `i`.
inline bool is_after_letter(std::string_view text, std::size_t i) {
  if (i == 0) return false;
  const bool is_ascii = static_cast<unsigned char>(text[i - 1]) < 0x80;
  return is_letter(text, is_ascii || i == 1 ? i - 1 : i - 2);
}

/// Whether two plain texts are text and words in it, from the start of one.
inline bool has_words(std::string_view text, std::string_view words) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_there = text.substr(i).starts_with(words);
    if (is_there && !(is_letter(words, 0) && is_after_letter(text, i))) return true;
  }
  return false;
}

/// Whether a text has one of some characters.
inline bool is_in(std::string_view text, std::string_view set) {
  return text.find_first_of(set) != std::string_view::npos;
}

/// Where a character begins.
inline bool is_start(const std::string& text, std::size_t i) {
  return i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
}

/// ASCII letters in lower case.
inline std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

/// Whether a text has something to search for.
inline bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 0x7F;
  });
}

/// The number that a text is by the core schema of YAML 1.2, if it is one.
inline std::optional<double> number(std::string_view text) {
  const std::string copy(text);
  if (text.starts_with("0x")) return std::strtod(copy.c_str(), nullptr);
  if (text.starts_with("0o")) return std::strtoul(copy.c_str() + 2, nullptr, 8);
  if (text == ".inf") return std::numeric_limits<double>::infinity();
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  const bool is_number = !text.empty() && *end == 0 && text.find_first_of("0123456789") < 3;
  return is_number ? std::optional(value) : std::nullopt;
}

/// Days from the first to the last, counted from 1970.
struct Days {
  int first = std::numeric_limits<int>::min();
  int last = std::numeric_limits<int>::max();
};

/// The days of `2018`, `2018-06` or `2018-06-21`.
inline std::optional<Days> days_of(std::string_view text) {
  using namespace std::chrono;
  if (number(text.substr(0, 4)).value_or(0) < 1000 || text.find_first_not_of("0123456789-") < 10)
    return std::nullopt;
  const auto part = [&](std::size_t at) {
    return static_cast<unsigned>(std::atoi(std::string(text.substr(at, 2)).c_str()));
  };
  const year in(std::atoi(std::string(text.substr(0, 4)).c_str()));
  const auto count = [](auto date) {
    return static_cast<int>(sys_days(date).time_since_epoch().count());
  };
  if (text.size() == 4) return Days{count(in / 1 / 1), count(in / 12 / 31)};
  const month within(part(5));
  if (text.size() == 7) return Days{count(in / within / 1), count(in / within / last)};
  const day date(part(8));
  return Days{count(in / within / date), count(in / within / date)};
}

/// The days of a date or of `a..b`, where a side may be missing.
inline std::optional<Days> days_between(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return days_of(text);
  Days days;
  if (dots > 0) days.first = days_of(text.substr(0, dots))->first;
  if (dots + 2 < text.size()) days.last = days_of(text.substr(dots + 2))->last;
  return days;
}

/// What one of the notations of random_query.h means.
struct Time {
  std::string_view text;
  std::string_view spans;  ///< ranges of dates with commas between them
  bool ongoing = false;
  bool given = true;
};

inline constexpr Time times[] = {
    {"2020", "2020"},
    {"2019-2021", "2019..2021"},
    {"2018-", "2018..", true},
    {"Since 2019", "2019..", true},
    {"2018-2022 (still in use)", "2018..2022", true},
    {"2015-2016 / 2020-2021", "2015..2016,2020..2021"},
    {"June 2017", "2017-06"},
    {"21 June 2018", "2018-06-21"},
    {"25-28 August 2016", "2016-08-25..2016-08-28"},
    {"March 2018 until 31 August 2019", "2018-03..2019-08-31"},
    {"until 2017", "..2017"},
    {"2021-2019", "2021..2019"},
    {"29 February 2020", "2020-02-29"},
    {"Ongoing", "..", true},
    {"Each year in March", ""},
    {"soon", ""},
    {"N/A", "", false, false},
};

/// The meaning of a notation.
inline const Time& time_of(std::string_view text) {
  return *std::ranges::find(times, text, &Time::text);
}

/// The spans of a notation.
inline std::vector<Days> spans_of(std::string_view text) {
  std::vector<Days> spans;
  std::string_view rest = time_of(text).spans;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view span = rest.substr(0, comma);
    spans.push_back(span == ".." ? Days{} : *days_between(span));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return spans;
}

/// Whether two stretches of days have one in common; one that ends before it starts has none.
inline bool meet(const Days& left, const Days& right) {
  return std::max(left.first, right.first) <= std::min(left.last, right.last);
}

/// The names of one choice, its value first.
using Names = std::vector<std::string_view>;

/// Whether a value of a record is meant by a value of a query: the same, or another name of it.
inline bool is_named(std::string_view value, std::string_view asked, std::span<const Names> choices,
                     bool is_prefix) {
  const std::string wanted = plain(asked);
  const auto fits = [&](std::string_view name) {
    return is_prefix ? plain(name).starts_with(wanted) : plain(name) == wanted;
  };
  const auto is_value = [&](std::string_view name) { return plain(name) == plain(value); };
  return fits(value) || std::ranges::any_of(choices, [&](const Names& names) {
           return std::ranges::any_of(names, fits) && std::ranges::any_of(names, is_value);
         });
}

/// Whether some value at a path, or at one below it, is answered with yes.
template <class Test>
bool any_value(const Facts& facts, std::string_view path, const Test& test) {
  return std::ranges::any_of(facts.values, [&](const auto& value) {
    const bool is_there = value.first == path || value.first.starts_with(std::string(path) + '.');
    return is_there && test(value.second);
  });
}

}  // namespace icc::test
