#include "icc/diagnostic.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace icc {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view ellipsis = "…";
constexpr std::size_t longest_excerpt = 2048;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Counted by bytes instead of decoded, since a line may be as long as a file. Both are exact up to
// the first byte that is not UTF-8, and what follows that is never diagnosed.
std::size_t characters_in(std::string_view text) {
  const auto rest = std::count_if(text.begin(), text.end(), continues_character);
  return text.size() - static_cast<std::size_t>(rest);
}

std::size_t utf16_units_in(std::string_view text) {
  const auto pairs = std::count_if(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
  return characters_in(text) + static_cast<std::size_t>(pairs);
}

/// One line of a text: its number from 1, and its bytes without a byte order mark and the line end.
struct Line {
  std::size_t number;
  std::size_t begin;
  std::string_view text;

  /// What of the line stands before an offset of the whole text.
  [[nodiscard]] std::string_view before(std::size_t offset) const {
    return text.substr(0, offset > begin ? offset - begin : 0);
  }
};

Line line_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t number =
      1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  std::size_t begin = before.rfind('\n') + 1;
  if (begin == 0 && text.starts_with(byte_order_mark)) begin = byte_order_mark.size();
  std::size_t end = std::min(text.find('\n', std::max(begin, offset)), text.size());
  if (end > begin && text[end - 1] == '\r') --end;
  return {number, begin, text.substr(begin, end - begin)};
}

/// Sets the excerpt: the whole line, or what is around the range in a very long one.
void cut_excerpt(Place& place, std::string_view line, std::size_t begin, std::size_t end) {
  std::size_t first = 0;
  std::size_t last = line.size();
  if (line.size() > longest_excerpt) {
    first = begin > longest_excerpt / 2 ? begin - longest_excerpt / 2 : 0;
    last = std::min(first + longest_excerpt, line.size());
    while (first > 0 && continues_character(line[first])) --first;
    while (last < line.size() && continues_character(line[last])) --last;
  }
  const std::string_view head = first > 0 ? ellipsis : "";
  const std::string_view tail = last < line.size() ? ellipsis : "";
  place.excerpt.append(head).append(line.substr(first, last - first)).append(tail);
  place.excerpt_begin = head.size() + begin - first;
  place.excerpt_end = head.size() + std::min(end, last) - first;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  constexpr std::array<std::string_view, 4> names = {"off", "note", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

Place place_of(std::string_view text, Range range) {
  const std::size_t begin = std::min<std::size_t>(range.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(range.end, begin, text.size());
  const Line first = line_at(text, begin);
  const Line last = end > begin ? line_at(text, end - 1) : first;
  const std::string_view before = first.before(begin);
  const std::string_view before_end = last.before(end);
  Place place;
  place.line = first.number;
  place.column = 1 + characters_in(before);
  place.byte_column = 1 + before.size();
  place.utf16_column = 1 + utf16_units_in(before);
  place.end_line = last.number;
  place.end_column = 1 + characters_in(before_end);
  place.end_utf16_column = 1 + utf16_units_in(before_end);
  cut_excerpt(place, first.text, before.size(), first.before(end).size());
  return place;
}

namespace {

/// The place of a range that is to be replaced: behind a line end stands the next line's start.
Place edit_place(std::string_view text, Range range) {
  Place place = place_of(text, range);
  const Place end = place_of(text, {range.end, range.end});
  place.end_line = end.line;
  place.end_column = end.column;
  place.end_utf16_column = end.utf16_column;
  return place;
}

}  // namespace

Diagnostic diagnostic(RuleId id, Range range, std::string message, std::string hint) {
  Diagnostic found;
  found.rule = id;
  found.severity = rule(id).severity;
  found.range = range;
  found.message = std::move(message);
  found.hint = std::move(hint);
  return found;
}

void locate(Diagnostic& found, std::string_view text) {
  found.place = place_of(text, found.range);
  if (found.fix) found.fix->place = edit_place(text, found.fix->range);
  for (Related& related : found.related) {
    if (related.path.empty() || related.path == found.path) {
      related.place = place_of(text, related.range);
    }
  }
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& found) {
    return std::tie(found.path, found.range.begin, found.range.end, found.rule, found.message);
  };
  std::stable_sort(
      diagnostics.begin(), diagnostics.end(),
      [&](const Diagnostic& left, const Diagnostic& right) { return key(left) < key(right); });
}

}  // namespace icc
