#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "cli/command.h"
#include "icc/files.h"
#include "icc/reader.h"

namespace icc {

/// What the options of `import` say about its source.
struct SourceArguments {
  /// The option of one format.
  struct Flag {
    const SourceFormat* format;
    bool chosen;
  };
  std::string name;          ///< a file, or `-`
  std::deque<Flag> formats;  ///< a deque, since the parser keeps addresses
  std::vector<std::string> maps;
  std::vector<std::string> ignored;
};

/// A source that is open.
struct Source {
  FilePieces pieces;
  const SourceFormat* format;
  SourceOptions options;
  std::string name;        ///< as it was typed
  std::size_t size = 0;    ///< bytes, where that is known
  std::size_t handed = 0;  ///< bytes that were read since it was begun
};

/// Declares the options.
void bind_source(Options& options, SourceArguments& arguments);

/// Opens the source and tells its format.
[[nodiscard]] Result<Source> open_source(Session& session, const SourceArguments& arguments);

/// Begins to read a source from its first byte. It must outlive the reader.
[[nodiscard]] Result<SourceReader> read_source(Source& source, const Schema& schema);

/// The file for the refused records of a source: `practices.rejects.csv`, in the current folder.
[[nodiscard]] std::string rejects_name(const Source& source);

}  // namespace icc
