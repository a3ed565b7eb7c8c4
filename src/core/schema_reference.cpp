#include "core/schema_reference.h"

#include <algorithm>

#include "icc/text.h"

namespace icc::json_schema {
namespace {

/// The parts of an address (RFC 3986, appendix B), each with its delimiter, without a fragment.
struct Parts {
  std::string_view scheme;     // "https:"
  std::string_view authority;  // "//www.coe.int"
  std::string_view path;
  std::string_view query;  // "?a=b"
};

std::string_view cut(std::string_view& text, std::size_t size) {
  const std::string_view part = text.substr(0, size);
  text.remove_prefix(part.size());
  return part;
}

Parts parts_of(std::string_view text) {
  Parts parts;
  const std::size_t colon = text.find_first_of(":/?");
  if (colon != text.npos && text[colon] == ':') parts.scheme = cut(text, colon + 1);
  if (text.starts_with("//")) {
    parts.authority = cut(text, std::min(text.find_first_of("/?", 2), text.size()));
  }
  parts.path = cut(text, std::min(text.find('?'), text.size()));
  parts.query = text;
  return parts;
}

/// RFC 3986, section 5.2.4.
std::string without_dot_segments(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/', 1), path.size());
    const std::string_view segment = cut(path, slash);
    if (segment == "/." || segment == "/..") {
      if (segment == "/..") result.erase(std::min(result.rfind('/'), result.size()));
      if (path.empty()) result += '/';
    } else if (segment != "." && segment != "..") {
      result += segment;
    }
  }
  return result;
}

std::string joined(std::string_view scheme, std::string_view authority, std::string_view path,
                   std::string_view query) {
  std::string address(scheme);
  address.append(authority).append(path).append(query);
  return address;
}

std::string resolved_address(std::string_view base_text, std::string_view text) {
  const Parts base = parts_of(base_text);
  const Parts reference = parts_of(text);
  if (!reference.scheme.empty()) return std::string(text);
  if (!reference.authority.empty()) {
    return joined(base.scheme, reference.authority, without_dot_segments(reference.path),
                  reference.query);
  }
  if (reference.path.empty()) {
    return joined(base.scheme, base.authority, base.path,
                  reference.query.empty() ? base.query : reference.query);
  }
  std::string path(reference.path);
  if (!path.starts_with('/')) path.insert(0, base.path.substr(0, base.path.rfind('/') + 1));
  return joined(base.scheme, base.authority, without_dot_segments(path), reference.query);
}

}  // namespace

Reference resolved(std::string_view base, std::string_view reference) {
  const std::size_t hash = std::min(reference.find('#'), reference.size());
  const std::string_view fragment = reference.substr(std::min(hash + 1, reference.size()));
  return {resolved_address(base, reference.substr(0, hash)), percent_decoded(fragment)};
}

std::optional<std::string> next_step(std::string_view& pointer) {
  if (!pointer.starts_with('/')) return std::nullopt;
  const std::string_view step = cut(pointer, std::min(pointer.find('/', 1), pointer.size()));
  std::string result;
  for (std::size_t i = 1; i < step.size(); ++i) {
    const bool escaped = step[i] == '~' && i + 1 < step.size();
    if (escaped) ++i;
    result += escaped && step[i] == '0' ? '~' : escaped && step[i] == '1' ? '/' : step[i];
  }
  return result;
}

}  // namespace icc::json_schema
