#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace icc::json_schema {

/// Whether `text` is a day as RFC 3339 writes it (full-date, section 5.6), leap years heeded.
[[nodiscard]] bool is_date(std::string_view text);

/// Whether `text` is an absolute address (RFC 3986, `URI`: with a scheme, a fragment allowed).
[[nodiscard]] bool is_uri(std::string_view text);

/// Whether `text` is an e-mail address (RFC 5321, `Mailbox`).
[[nodiscard]] bool is_email(std::string_view text);

/// Whether `text` is an IP address of version 4, four numbers up to 255 without leading zeros.
[[nodiscard]] bool is_ipv4(std::string_view text);

/// Whether `text` is an IP address of version 6 (RFC 4291, section 2.2).
[[nodiscard]] bool is_ipv6(std::string_view text);

/// A format whose texts are checked, not only described.
struct TextFormat {
  std::string_view name;              ///< as in the schema: `uri`
  bool (*accepts)(std::string_view);  ///< whether a text is in it
  std::string_view noun;              ///< for messages: `an e-mail address`
  std::string_view hint;              ///< how to write it
};

/// The formats that are checked, sorted by name.
[[nodiscard]] std::span<const TextFormat> text_formats();

/// The index of a format in `text_formats`; nothing when texts of it are not checked.
[[nodiscard]] std::optional<std::uint32_t> text_format_index(std::string_view name);

}  // namespace icc::json_schema
