#include "write/page_parts.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstdint>

#include "core/embedded.h"

namespace icc {
namespace {

const EmbeddedFile& page_file(std::string_view name) {
  const auto files = page_files();
  const auto found = std::ranges::find_if(files, [&](const EmbeddedFile& file) {
    return file.path.substr(file.path.rfind('/') + 1) == name;
  });
  assert(found != files.end());
  return *found;
}

// Each uses what stands before it.
constexpr std::string_view scripts[] = {"text.js",   "collection.js", "pattern.js", "machine.js",
                                        "parse.js",  "ask.js",        "query.js",   "save.js",
                                        "facets.js", "cards.js",      "page.js"};

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Hexadecimal digits as base64 (RFC 4648): three of them make two characters.
std::string base64(std::string_view hexadecimal) {
  std::string out;
  for (std::size_t at = 0; at < hexadecimal.size(); at += 3) {
    const std::string_view three = hexadecimal.substr(at, 3);
    std::uint32_t bits = 0;
    std::from_chars(three.data(), three.data() + three.size(), bits, 16);
    bits <<= 4 * (3 - three.size());
    out += digits[bits >> 6U];
    if (three.size() > 1) out += digits[bits & 63U];
  }
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::string source_hash(std::string_view name) {
  return " 'sha256-" + base64(page_file(name).sha256) + "'";
}

}  // namespace

std::string_view page_source(std::string_view name) {
  return page_file(name).bytes;
}

std::string style_element() {
  return "<style>" + std::string(page_source("page.css")) + "</style>";
}

std::string script_elements() {
  std::string out;
  for (const std::string_view name : scripts) {
    out.append("<script>").append(page_source(name)).append("</script>\n");
  }
  return out;
}

std::string content_policy(bool with_scripts) {
  std::string policy = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:";
  policy += "; style-src" + source_hash("page.css");
  if (!with_scripts) return policy;
  policy += "; script-src";
  for (const std::string_view name : scripts) policy += source_hash(name);
  return policy;
}

}  // namespace icc
