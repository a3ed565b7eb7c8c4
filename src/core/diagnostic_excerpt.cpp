#include "core/diagnostic_excerpt.h"

#include "icc/text.h"

#include <algorithm>
#include <vector>

namespace icc {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::size_t least_room = 16;

/// A character with the marks on it: where it ends in the line and on the screen.
struct Glyph {
  std::string text;
  std::size_t byte_end;
  std::size_t cell_begin;
  std::size_t cell_end;
};

std::vector<Glyph> glyphs_of(std::string_view line) {
  std::vector<Glyph> glyphs;
  std::size_t byte = 0;
  std::size_t cell = 0;
  while (byte < line.size()) {
    const std::string_view bytes = line.substr(byte, first_character(line.substr(byte)).length);
    std::string text =
        bytes == "\t" ? std::string(tab_stop - cell % tab_stop, ' ') : visible(bytes);
    byte += bytes.size();
    const std::size_t width = display_width(text);
    if (width == 0 && !glyphs.empty()) {
      glyphs.back().text += text;
      glyphs.back().byte_end = byte;
      continue;
    }
    glyphs.push_back({std::move(text), byte, cell, cell + width});
    cell += width;
  }
  return glyphs;
}

/// A stretch of cells.
struct Cells {
  std::size_t begin;
  std::size_t end;
};

/// The cells of the bytes from `begin` up to `end`; the one after the line for what is beyond it.
Cells cells_of(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end) {
  const std::size_t width = glyphs.empty() ? 0 : glyphs.back().cell_end;
  const auto glyph_with = [&](std::size_t byte) {
    return std::find_if(glyphs.begin(), glyphs.end(),
                        [&](const Glyph& glyph) { return byte < glyph.byte_end; });
  };
  const auto first = glyph_with(begin);
  if (first == glyphs.end()) return {width, width + 1};
  const auto last = glyph_with(std::max(end, begin + 1) - 1);
  const std::size_t cell_end = last == glyphs.end() ? width : last->cell_end;
  return {first->cell_begin, std::max(cell_end, first->cell_begin + 1)};
}

/// The cells to show of `width`: from the first on while the mark fits, else around the mark.
Cells window(std::size_t width, Cells mark, std::size_t room) {
  if (width <= room) return {0, width};
  if (mark.end < room) return {0, room};
  const std::size_t margin = (room - std::min(mark.end - mark.begin, room - 2)) / 2;
  const std::size_t begin = std::min(mark.begin - std::min(margin, mark.begin), width - room);
  return {begin, begin + room};
}

}  // namespace

MarkedLine marked_line(std::string_view line, std::size_t begin, std::size_t end,
                       std::size_t room) {
  const std::vector<Glyph> glyphs = glyphs_of(line);
  const Cells mark = cells_of(glyphs, begin, end);
  const std::size_t width = std::max(mark.end, glyphs.empty() ? 0 : glyphs.back().cell_end);
  const Cells shown = window(width, mark, std::max(room, least_room));
  const bool cut_left = shown.begin > 0;
  const bool cut_right = shown.end < width;
  MarkedLine out;
  std::size_t first = shown.end;
  std::size_t last = shown.begin;
  for (const Glyph& glyph : glyphs) {
    if (glyph.cell_begin < shown.begin + (cut_left ? 1 : 0)) continue;
    if (glyph.cell_end > shown.end - (cut_right ? 1 : 0)) break;
    out.text += glyph.text;
    first = std::min(first, glyph.cell_begin);
    last = glyph.cell_end;
  }
  first = std::min(first, mark.begin);
  if (cut_left) out.text.insert(0, "…");
  if (cut_right) out.text += "…";
  out.begin = mark.begin - first + (cut_left ? 1 : 0);
  out.length =
      std::max<std::size_t>(1, std::min(mark.end, std::max(last, mark.begin + 1)) - mark.begin);
  return out;
}

}  // namespace icc
