#include "core/schema_format.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "core/text_ascii.h"
#include "core/text_set.h"

namespace icc::json_schema {
namespace {

constexpr TextFormat formats[] = {
    {"date", is_date, "a date", "write year, month and day, for example 2020-12-31"},
    {"email", is_email, "an e-mail address", "write it as name@example.org"},
    {"uri", is_uri, "a web address", "write it whole, for example https://www.coe.int"},
};

/// What stands everywhere in an address (RFC 3986, sections 2.2 and 2.3): unreserved characters and
/// sub-delims.
constexpr CharacterSet host_characters = CharacterSet().with_words().with("-._~!$&'()*+,;=");
constexpr CharacterSet user_characters = host_characters.with(":");
constexpr CharacterSet path_characters = user_characters.with("@/");
constexpr CharacterSet query_characters = path_characters.with("?");

/// What of `text` is left behind its first characters that are these, or `%` with two hexadecimal
/// digits.
std::string_view rest_behind(std::string_view text, const CharacterSet& characters) {
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && characters.has(text[at])) ++at;
    const bool is_escape =
        at + 2 < text.size() && text[at] == '%' && is_hex(text[at + 1]) && is_hex(text[at + 2]);
    if (!is_escape) return text.substr(at);
    at += 3;
  }
}

/// Whether `text` consists of these characters, and of `%` with two hexadecimal digits.
bool consists_of(std::string_view text, const CharacterSet& characters) {
  return rest_behind(text, characters).empty();
}

constexpr CharacterSet dot = CharacterSet().with(".");
constexpr CharacterSet colon = CharacterSet().with(":");
constexpr CharacterSet authority_ends = CharacterSet().with("/?#");

/// The part of `text` before the first of `separators`; `text` then begins with that separator.
std::string_view part_before(std::string_view& text, const CharacterSet& separators) {
  std::size_t end = 0;
  while (end < text.size() && !separators.has(text[end])) ++end;
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end);
  return part;
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
         });
}

/// RFC 3986, section 3.2.2: `"v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )`.
bool is_ip_future(std::string_view text) {
  if (text.empty() || (text.front() != 'v' && text.front() != 'V')) return false;
  text.remove_prefix(1);
  const std::string_view version = part_before(text, dot);
  return !version.empty() && std::all_of(version.begin(), version.end(), is_hex) &&
         text.size() > 1 && text.find('%') == text.npos &&
         consists_of(text.substr(1), user_characters);
}

bool is_port(std::string_view text) {
  return text.empty() ||
         (text.front() == ':' && std::all_of(text.begin() + 1, text.end(), is_digit));
}

bool is_authority(std::string_view text) {
  if (const std::size_t at = text.find('@'); at != text.npos) {
    if (!consists_of(text.substr(0, at), user_characters)) return false;
    text.remove_prefix(at + 1);
  }
  if (!text.starts_with('[')) return is_port(rest_behind(text, host_characters));
  const std::size_t close = text.find(']');
  if (close == text.npos) return false;
  const std::string_view literal = text.substr(1, close - 1);
  return (is_ipv6(literal) || is_ip_future(literal)) && is_port(text.substr(close + 1));
}

/// RFC 5321, section 4.1.2: printable ASCII but `"` and `\`, or `\` and any printable one.
bool is_quoted_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return false;
    if (text[i] == '\\' && ++i == text.size()) return false;
    if (text[i] < ' ' || text[i] > '~') return false;
  }
  return true;
}

bool is_atom(std::string_view text) {
  constexpr std::string_view specials = "!#$%&'*+-/=?^_`{|}~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter(c) || is_digit(c) || specials.find(c) != specials.npos;
  });
}

/// A label of a domain name: letters, digits and inner hyphens, at most 63 (RFC 1035).
bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool dotted(std::string_view text, bool (*accepts)(std::string_view)) {
  for (;;) {
    if (!accepts(part_before(text, dot))) return false;
    if (text.empty()) return true;
    text.remove_prefix(1);
  }
}

/// RFC 5321, section 4.1.3; the tag has no case, as no text in an ABNF has.
bool is_address_literal(std::string_view text) {
  if (!text.starts_with('[') || !text.ends_with(']')) return false;
  text = text.substr(1, text.size() - 2);
  constexpr std::string_view tag = "ipv6:";
  const bool has_tag = text.size() > tag.size() &&
                       std::equal(tag.begin(), tag.end(), text.begin(), [](char l, char r) {
                         return l == (r >= 'A' && r <= 'Z' ? r | 0x20 : r);
                       });
  return has_tag ? is_ipv6(text.substr(tag.size())) : is_ipv4(text);
}

bool is_local_part(std::string_view text) {
  if (text.size() > 64) return false;
  const bool quoted = text.size() >= 2 && text.starts_with('"') && text.ends_with('"');
  return quoted ? is_quoted_text(text.substr(1, text.size() - 2)) : dotted(text, is_atom);
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// Number of 16-bit groups in `text`, an IPv4 address at the end counting two; -1 when it is no
/// such list. Nothing at all has none.
int group_count(std::string_view text, bool may_end_in_ipv4) {
  int groups = 0;
  while (!text.empty()) {
    const std::string_view group = part_before(text, colon);
    if (may_end_in_ipv4 && text.empty() && is_ipv4(group)) return groups + 2;
    if (group.empty() || group.size() > 4) return -1;
    if (!std::all_of(group.begin(), group.end(), is_hex)) return -1;
    ++groups;
    if (text.size() == 1) return -1;
    if (!text.empty()) text.remove_prefix(1);
  }
  return groups;
}

}  // namespace

std::span<const TextFormat> text_formats() {
  return formats;
}

std::optional<std::uint32_t> text_format_index(std::string_view name) {
  for (std::uint32_t i = 0; i < std::size(formats); ++i) {
    if (formats[i].name == name) return i;
  }
  return std::nullopt;
}

bool is_date(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == '-' ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  const std::chrono::year year(number_of(text.substr(0, 4)));
  return (year / number_of(text.substr(5, 2)) / number_of(text.substr(8, 2))).ok();
}

bool is_uri(std::string_view text) {
  if (!is_scheme(part_before(text, colon)) || text.empty()) return false;
  text.remove_prefix(1);
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    if (!is_authority(part_before(text, authority_ends))) return false;
  }
  text = rest_behind(text, path_characters);
  if (text.starts_with('?')) text = rest_behind(text.substr(1), query_characters);
  if (text.starts_with('#')) text = rest_behind(text.substr(1), query_characters);
  return text.empty();
}

bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == text.npos || !is_local_part(text.substr(0, at))) return false;
  const std::string_view domain = text.substr(at + 1);
  if (domain.size() > 255) return false;
  return is_address_literal(domain) || dotted(domain, is_label);
}

bool is_ipv4(std::string_view text) {
  const auto is_part = [](std::string_view part) {
    return !part.empty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), is_digit) &&
           (part.size() == 1 || part.front() != '0') && number_of(part) <= 255;
  };
  return std::count(text.begin(), text.end(), '.') == 3 && dotted(text, is_part);
}

bool is_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == text.npos) return group_count(text, true) == 8;
  const int before = group_count(text.substr(0, gap), false);
  const int after = group_count(text.substr(gap + 2), true);
  return before >= 0 && after >= 0 && before + after <= 7;
}

}  // namespace icc::json_schema
