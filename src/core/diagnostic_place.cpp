#include <algorithm>

#include "icc/diagnostic.h"

// Places of faults. A hostile record has thousands of faults in one line as long as the file, so
// that a text is gone through once for all of them.

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

std::size_t characters_above_ffff_in(std::string_view text) {
  const auto count = std::count_if(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
  return static_cast<std::size_t>(count);
}

/// An offset of a text, its line, and what of the line stands before it. Offsets count in bytes
/// from the start of the text.
class Spot {
 public:
  explicit Spot(std::string_view text) : text_(text) {
    start_line(0);
    if (text.starts_with(byte_order_mark)) begin_ = counted_ = byte_order_mark.size();
  }

  /// Moves to an offset; to one behind this only as far as it lies away.
  void move_to(std::size_t offset) {
    if (offset < offset_) *this = Spot(text_);
    while (line_end_ < offset) {
      start_line(line_end_ + 1);
      ++number_;
    }
    offset_ = offset;
    count_to(offset);
  }

  /// Counts up to an offset, or to the end of the line's text.
  void count_to(std::size_t offset) {
    const std::size_t stop = std::min(offset, end_);
    if (stop <= counted_) return;
    const std::string_view part = text_.substr(counted_, stop - counted_);
    characters_ += characters_in(part);
    pairs_ += characters_above_ffff_in(part);
    counted_ = stop;
  }

  /// The number of the line, from 1.
  [[nodiscard]] std::size_t number() const { return number_; }
  /// The line, without a byte order mark and the line end.
  [[nodiscard]] std::string_view line() const { return text_.substr(begin_, end_ - begin_); }
  /// How much of the line stands before an offset.
  [[nodiscard]] std::size_t bytes_before(std::size_t offset) const {
    return std::clamp(offset, begin_, end_) - begin_;
  }
  /// Characters before the spot.
  [[nodiscard]] std::size_t characters() const { return characters_; }
  /// The same in UTF-16.
  [[nodiscard]] std::size_t utf16_units() const { return characters_ + pairs_; }

 private:
  void start_line(std::size_t begin) {
    begin_ = counted_ = begin;
    characters_ = pairs_ = 0;
    line_end_ = std::min(text_.find('\n', begin), text_.size());
    end_ = line_end_ > begin && text_[line_end_ - 1] == '\r' ? line_end_ - 1 : line_end_;
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t number_ = 1;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;       // of what is shown of the line
  std::size_t line_end_ = 0;  // the line end itself, or the end of the text
  std::size_t counted_ = 0;   // the offset up to which was counted
  std::size_t characters_ = 0;
  std::size_t pairs_ = 0;
};

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

/// The place of a range; `spot` moves to where it begins.
Place place_at(Spot& spot, std::string_view text, Range range) {
  const std::size_t begin = std::min<std::size_t>(range.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(range.end, begin, text.size());
  spot.move_to(begin);
  Spot last = spot;
  if (end > begin) last.move_to(end - 1);
  last.count_to(end);
  Place place;
  place.line = spot.number();
  place.column = 1 + spot.characters();
  place.byte_column = 1 + spot.bytes_before(begin);
  place.utf16_column = 1 + spot.utf16_units();
  place.end_line = last.number();
  place.end_column = 1 + last.characters();
  place.end_utf16_column = 1 + last.utf16_units();
  cut_excerpt(place, spot.line(), spot.bytes_before(begin), spot.bytes_before(end));
  return place;
}

/// The place of a range that is to be replaced: behind a line end stands the next line's start.
Place edit_place(Spot& spot, std::string_view text, Range range) {
  Place place = place_at(spot, text, range);
  Spot end = spot;
  end.move_to(std::min<std::size_t>(range.end, text.size()));
  place.end_line = end.number();
  place.end_column = 1 + end.characters();
  place.end_utf16_column = 1 + end.utf16_units();
  return place;
}

}  // namespace

Place place_of(std::string_view text, Range range) {
  Spot spot(text);
  return place_at(spot, text, range);
}

void locate(std::span<Diagnostic> found, std::string_view text) {
  Spot spot(text);
  Spot fix_spot(text);
  Spot related_spot(text);
  for (Diagnostic& fault : found) {
    fault.place = place_at(spot, text, fault.range);
    if (fault.fix) fault.fix->place = edit_place(fix_spot, text, fault.fix->range);
    for (Related& related : fault.related) {
      if (related.path.empty() || related.path == fault.path) {
        related.place = place_at(related_spot, text, related.range);
      }
    }
  }
}

void locate(Diagnostic& found, std::string_view text) {
  locate({&found, 1}, text);
}

}  // namespace icc
