#include "icc/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/text_ascii.h"
#include "core/text_run.h"
#include "core/text_set.h"

namespace icc {
namespace {

constexpr CharacterSet white_space = CharacterSet().with(" \t\r\n");

/// One row of RFC 3629, section 4: the lead bytes that ask for `length` bytes in all, and the
/// range of the second byte that leaves out overlong forms, surrogates and what is above U+10FFFF.
struct LeadByte {
  unsigned first, last;
  std::size_t length;
  unsigned second_first, second_last;
};

constexpr LeadByte lead_bytes[] = {
    {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF}, {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF}, {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

unsigned byte_at(std::string_view text, std::size_t index) {
  return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
}

bool is_sequence(std::string_view text, const LeadByte& lead) {
  const unsigned second = byte_at(text, 1);
  if (second < lead.second_first || second > lead.second_last) return false;
  for (std::size_t i = 2; i < lead.length; ++i) {
    if ((byte_at(text, i) & 0xC0U) != 0x80U) return false;
  }
  return true;
}

Character decoded_sequence(std::string_view text, std::size_t length) {
  char32_t code = byte_at(text, 0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte_at(text, i) & 0x3FU);
  return {code, length, true};
}

/// What must not reach a terminal as it is, beside C0 and bytes that are not UTF-8.
bool is_hidden_control(char32_t code) {
  constexpr struct {
    char32_t first, last;
  } ranges[] = {{0x80, 0x9F},     {0x61C, 0x61C},   {0x200E, 0x200F}, {0x2028, 0x202E},
                {0x2066, 0x2069}, {0xFEFF, 0xFEFF}, {0xFFFE, 0xFFFF}};
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](const auto& range) { return code >= range.first && code <= range.last; });
}

std::string_view short_escape(char32_t code) {
  switch (code) {
    case U'\n':
      return "\\n";
    case U'\r':
      return "\\r";
    case U'\t':
      return "\\t";
    default:
      return {};
  }
}

void append_visible(std::string& out, const Character& character, std::string_view bytes) {
  const char32_t code = character.code;
  const bool is_byte = !character.valid || code < 0x20 || code == 0x7F;
  if (const auto escape = short_escape(code); !escape.empty()) {
    out += escape;
  } else if (is_byte) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", byte_at(bytes, 0));
  } else if (is_hidden_control(code)) {
    fmt::format_to(std::back_inserter(out), "<U+{:04X}>", static_cast<std::uint32_t>(code));
  } else {
    out += bytes;
  }
}

/// `text` with each character made visible that is not in `kept`.
std::string visible_but(std::string_view text, std::string_view kept) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = run_length(text, no_printable);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const Character character = first_character(text);
    const auto bytes = text.substr(0, character.length);
    if (kept.find(bytes) != std::string_view::npos) {
      out += bytes;
    } else {
      append_visible(out, character, bytes);
    }
    text.remove_prefix(character.length);
  }
  return out;
}

}  // namespace

Character first_character(std::string_view text) {
  const unsigned first = byte_at(text, 0);
  if (first < 0x80) return {first, 1, true};
  for (const LeadByte& lead : lead_bytes) {
    if (first < lead.first || first > lead.last) continue;
    return is_sequence(text, lead) ? decoded_sequence(text, lead.length) : Character{};
  }
  return {};
}

void append_character(std::string& out, char32_t code) {
  const bool is_character = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (!is_character) code = 0xFFFD;
  const auto append = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) return append(code);
  if (code < 0x800) {
    append(0xC0U | (code >> 6U));
  } else if (code < 0x10000) {
    append(0xE0U | (code >> 12U));
    append(0x80U | ((code >> 6U) & 0x3FU));
  } else {
    append(0xF0U | (code >> 18U));
    append(0x80U | ((code >> 12U) & 0x3FU));
    append(0x80U | ((code >> 6U) & 0x3FU));
  }
  append(0x80U | (code & 0x3FU));
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  std::size_t offset = 0;
  while (true) {
    offset += run_length(bytes.substr(offset), no_ascii);
    if (offset == bytes.size()) break;
    const Character character = first_character(bytes.substr(offset));
    if (!character.valid) return offset;
    offset += character.length;
  }
  return std::nullopt;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  while (true) {
    const std::size_t ascii = run_length(text, no_ascii);
    count += ascii;
    text.remove_prefix(ascii);
    if (text.empty()) return count;
    text.remove_prefix(first_character(text).length);
    ++count;
  }
}

std::string did_you_mean(std::span<const std::string_view> found, std::string_view otherwise) {
  return found.empty() ? std::string(otherwise) : fmt::format("did you mean '{}'?", found.front());
}

std::string visible(std::string_view text) {
  return visible_but(text, {});
}

std::string quoted(std::string_view text, std::size_t cells) {
  // So that a long text costs no more than a short one.
  constexpr std::size_t bytes_of_cell = 8;
  return "'" + truncated(visible(text.substr(0, cells * bytes_of_cell)), cells) + "'";
}

std::string visible_lines(std::string_view text) {
  return visible_but(text, "\n\t");
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string_view> lines_with_ends(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view unreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char c : text) {
    if (unreserved.find(c) != std::string_view::npos || kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view digits = text.substr(at + 1, 2);
    const bool is_escape =
        text[at] == '%' && digits.size() == 2 && is_hex(digits[0]) && is_hex(digits[1]);
    unsigned byte = 0;
    if (is_escape) std::from_chars(digits.data(), digits.data() + 2, byte, 16);
    out += is_escape ? static_cast<char>(byte) : text[at];
    if (is_escape) at += 2;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && white_space.has(text.front())) text.remove_prefix(1);
  while (!text.empty() && white_space.has(text.back())) text.remove_suffix(1);
  return text;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  std::string text = std::to_string(count);
  text.append(" ").append(noun);
  return count == 1 ? text : text + 's';
}

}  // namespace icc
