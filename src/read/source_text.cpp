#include "read/source_text.h"

#include <fmt/format.h>

#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view little_mark = "\xFF\xFE";
constexpr std::string_view big_mark = "\xFE\xFF";

bool is_high(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

tl::unexpected<Error> broken_utf16(std::size_t offset) {
  return failed(Failure::refused, fmt::format("the UTF-16 text is broken at byte {}", offset),
                "save the file again, as UTF-8");
}

}  // namespace

/// Reads enough to tell the encoding, and takes the mark off; false when there is nothing.
Result<bool> SourceText::begin() {
  while (bytes_.size() < utf8_mark.size()) {
    auto piece = pieces_();
    if (!piece) return tl::unexpected(piece.error());
    if (piece->empty()) break;
    bytes_ += *piece;
  }
  encoding_ = Encoding::utf8;
  std::size_t mark = 0;
  if (bytes_.starts_with(utf8_mark)) {
    mark = utf8_mark.size();
  } else if (bytes_.starts_with(little_mark) || bytes_.starts_with(big_mark)) {
    encoding_ = bytes_.starts_with(little_mark) ? Encoding::utf16_little : Encoding::utf16_big;
    mark = 2;
  } else if (bytes_.size() >= 2 && (bytes_[0] == '\0') != (bytes_[1] == '\0')) {
    encoding_ = bytes_[1] == '\0' ? Encoding::utf16_little : Encoding::utf16_big;
  }
  bytes_.erase(0, mark);
  offset_ = mark;
  return mark > 0 || !bytes_.empty();
}

char32_t SourceText::unit(std::size_t at) const {
  const auto first = static_cast<unsigned char>(bytes_[at]);
  const auto second = static_cast<unsigned char>(bytes_[at + 1]);
  return encoding_ == Encoding::utf16_little ? static_cast<char32_t>(first | second << 8)
                                             : static_cast<char32_t>(first << 8 | second);
}

/// Appends what of `bytes_` is complete.
Result<bool> SourceText::convert(std::string& text, bool at_end) {
  if (encoding_ == Encoding::utf8) {
    text += bytes_;
    bytes_.clear();
    return !at_end;
  }
  std::size_t at = 0;
  for (; at + 2 <= bytes_.size(); at += 2) {
    const char32_t first = unit(at);
    if (is_low(first)) return broken_utf16(offset_ + at);
    if (!is_high(first)) {
      append_character(text, first);
      continue;
    }
    if (at + 4 > bytes_.size()) break;
    const char32_t second = unit(at + 2);
    if (!is_low(second)) return broken_utf16(offset_ + at);
    append_character(text, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
    at += 2;
  }
  bytes_.erase(0, at);
  offset_ += at;
  if (at_end && !bytes_.empty()) return broken_utf16(offset_);
  return !at_end;
}

Result<bool> SourceText::read_more(std::string& text) {
  if (encoding_ == Encoding::unknown) {
    auto begun = begin();
    if (!begun || !*begun) return begun;
    return convert(text, false);
  }
  auto piece = pieces_();
  if (!piece) return tl::unexpected(piece.error());
  bytes_ += *piece;
  return convert(text, piece->empty());
}

Result<void> SourceText::read_all(std::string& text, std::size_t limit) {
  while (true) {
    const auto more = read_more(text);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    if (text.size() <= limit) continue;
    return failed(Failure::refused, fmt::format("the file is larger than {} bytes", limit),
                  "JSON Lines and CSV may be of any size");
  }
}

Result<bool> SourceText::read_line(std::string& line, std::size_t limit) {
  std::size_t end = lines_.find('\n', line_at_);
  while (end == std::string::npos) {
    lines_.erase(0, line_at_);
    line_at_ = 0;
    const std::size_t searched = lines_.size();
    if (searched > limit) {
      return failed(Failure::refused, fmt::format("a line is longer than {} bytes", limit),
                    "is this the format that was meant?");
    }
    auto more = read_more(lines_);
    if (!more) return more;
    end = lines_.find('\n', searched);
    if (!*more && end == std::string::npos) break;
  }
  if (line_at_ >= lines_.size()) return false;
  end = end == std::string::npos ? lines_.size() : end + 1;
  line.append(lines_, line_at_, end - line_at_);
  line_at_ = end;
  return true;
}

}  // namespace icc
