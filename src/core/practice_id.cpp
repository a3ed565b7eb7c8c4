#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text_ascii.h"
#include "icc/practice.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t most_bytes = 80;

// No file may have these names on Windows, whatever its extension. Sorted.
constexpr std::array<std::string_view, 22> reserved = {
    "aux",  "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul",  "prn"};

bool is_reserved(std::string_view id) {
  return id.size() <= 4 && std::binary_search(reserved.begin(), reserved.end(), id);
}

bool may_stand_in_word(char c) {
  return is_lower(c) || is_digit(c);
}

/// Folded text as words of letters and digits joined by `-`. An apostrophe joins what belongs
/// together (`women's`), but not an article of one letter (`l'accueil`).
std::string joined_words(std::string_view text) {
  std::string joined;
  std::size_t word = 0;  // letters since the last `-`
  for (const char c : folded(text)) {
    if (c == '\'' && word > 1) continue;
    if (may_stand_in_word(c)) {
      joined += c;
      ++word;
    } else if (word > 0) {
      joined += '-';
      word = 0;
    }
  }
  if (joined.ends_with('-')) joined.pop_back();
  return joined;
}

/// Letters and digits, with single hyphens between them.
bool is_well_spelt(std::string_view id) {
  if (id.empty() || id.front() == '-' || id.back() == '-') return false;
  return id.find("--") == std::string_view::npos &&
         std::all_of(id.begin(), id.end(), [](char c) { return c == '-' || may_stand_in_word(c); });
}

/// `words` with at most `most` bytes: cut at a word, or within the first one.
std::string_view cut_at_word(std::string_view words, std::size_t most) {
  if (words.size() <= most) return words;
  const std::size_t dash = words.substr(0, most + 1).rfind('-');
  return words.substr(0, dash == std::string_view::npos ? most : dash);
}

}  // namespace

std::string_view id_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string id_from(std::string_view title, std::size_t number) {
  const std::string words = joined_words(title);
  const std::string suffix = number == 1 ? "" : "-" + std::to_string(number);
  std::string id(cut_at_word(words, most_bytes - suffix.size()));
  if (id.empty()) id = "practice";
  if (is_reserved(id)) id += "-practice";
  return id + suffix;
}

bool is_valid_id(std::string_view id) {
  return is_well_spelt(id) && id.size() <= most_bytes && !is_reserved(id);
}

std::string id_problem(std::string_view id) {
  if (!is_well_spelt(id)) return "is not made of a-z, 0-9 and single hyphens between them";
  if (id.size() > most_bytes) {
    return "has " + std::to_string(id.size()) + " characters, of which " +
           std::to_string(most_bytes) + " are allowed";
  }
  return "is a name that Windows reserves";
}

std::string id_key(std::string_view id) {
  std::string key(id);
  for (char& c : key) c = lower(c);
  return key;
}

std::string path_for(std::string_view country, std::string_view id) {
  std::string path = "practices/";
  const std::string folder = joined_words(country);
  if (!folder.empty()) path += folder + '/';
  path += id;
  path += ".yaml";
  return path;
}

}  // namespace icc
