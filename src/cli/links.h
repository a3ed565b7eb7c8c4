#pragma once

#include <string>
#include <string_view>

namespace icc {

/// The text of the record at the path `record`, in which each local link to the record at `from`
/// leads to the same folder's `id`.yaml. All paths are relative to the database. All other bytes
/// stay, and so does what looks like a link within code.
[[nodiscard]] std::string with_links(std::string_view text, std::string_view record,
                                     std::string_view from, std::string_view id);

/// Whether the text of a record still has links to the record at `from`: YAML has escapes of its
/// own, behind which `with_links` doesn't look.
[[nodiscard]] bool has_escaped_links(std::string_view text, std::string_view record,
                                     std::string_view from);

}  // namespace icc
