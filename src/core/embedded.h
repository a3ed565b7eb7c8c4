#pragma once

#include <span>
#include <string_view>

namespace icc {

/// A file of the repository whose bytes the build put into the program (script/cmake/icc_embed.cmake).
struct EmbeddedFile {
  std::string_view path;   ///< relative to the repository
  std::string_view bytes;  ///< all of them; valid for ever
};

/// What a new database starts with: the schema, its vocabularies, settings for editors. Sorted by
/// path.
[[nodiscard]] std::span<const EmbeddedFile> initial_files();

}  // namespace icc
