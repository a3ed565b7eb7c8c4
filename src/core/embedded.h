#pragma once

#include <span>
#include <string_view>

namespace icc {

/// A file of the repository whose bytes the build put into the program
/// (script/cmake/icc_embed.cmake).
struct EmbeddedFile {
  std::string_view path;         ///< relative to the repository
  std::string_view bytes;        ///< all of them; valid for ever
  std::string_view sha256 = {};  ///< their SHA-256 in hexadecimal; empty unless the build made it
};

/// What a new database starts with: the schema, its vocabularies, settings for editors. Sorted by
/// path.
[[nodiscard]] std::span<const EmbeddedFile> initial_files();

/// The sources of the page for the web (src/write/page). Sorted by path.
[[nodiscard]] std::span<const EmbeddedFile> page_files();

}  // namespace icc
