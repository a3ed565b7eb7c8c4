#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/diagnostic.h"
#include "icc/entries.h"
#include "icc/integrity.h"
#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"

// Bytes to records: tables and texts of other programs, and what `export` wrote. A record that has
// an id was a record before and is taken exactly as it stands. One without was written by a person,
// and is read as a person means it: other names of fields and values, blanks around them, several
// values in one cell, `N/A` for nothing.

namespace icc {

/// Bytes piece by piece; an empty piece at the end.
using Pieces = std::function<Result<std::string>()>;

/// What of a record was read as something else, and where it stands in the record's text.
struct Remark {
  Range range;
  std::string sentence;
};

/// One record of a source, with the places of its values. Valid until the next one is read.
struct SourceRecord {
  std::string id;             ///< empty: to be made from the title
  Range id_range;             ///< where the id stands in `text`; the record's start without one
  Value record;               ///< a map
  std::vector<Range> ranges;  ///< of each value of `record`, a map or list before its children
  std::string_view text;      ///< what the ranges are in: the record's own text or the whole source
  std::size_t line = 1;       ///< of the source, from 1, on which `text` begins
  std::string written;        ///< the record alone, as it is written in the source
  /// The fields of which the source says nothing, and where: empty cells.
  std::vector<std::pair<std::string, Range>> empty;
  std::vector<Diagnostic> faults;  ///< what makes it unreadable, with ranges in `text`
  std::vector<Remark> remarks;
  std::vector<Range> comments;  ///< of YAML, which no record keeps; without reasons of refusals
};

/// The record as the text of a file: in canonical form.
[[nodiscard]] std::string canonical_text(const SourceRecord& record, const Schema& schema);

/// All faults of a record as it would be stored at `path`; each is located in its source and named
/// after `source`. Without `exists`, local links are not checked.
[[nodiscard]] std::vector<Diagnostic> faults_of(const SourceRecord& record, std::string_view source,
                                                const std::string& path, const Schema& schema,
                                                const FileExists& exists = {});

/// Sets the place of a fault whose range lies in the record's text, and names its source.
void locate(Diagnostic& found, const SourceRecord& record, std::string_view source);

/// What a required field holds in a blank form; a record that still has it is refused.
inline constexpr std::string_view placeholder = "(write here)";
/// What stands behind the name of a required field in a form.
inline constexpr std::string_view required_mark = " (required)";
/// What begins the help in a form of Markdown; it ends with `-->`.
inline constexpr std::string_view help_begin = "<!-- help:";

/// How a source is to be read.
struct SourceOptions {
  std::vector<std::pair<std::string, std::string>> mapped;  ///< column or key -> field
  std::vector<std::string> ignored;                         ///< columns or keys
};

/// The records of one source, in order.
struct SourceReader {
  /// The next record; none at the end. An `Error` is one of the machine.
  std::function<Result<std::optional<SourceRecord>>()> next;
  /// Faults of what stands before the records (the header of a table), located; nothing can be read
  /// when there is an error among them.
  std::vector<Diagnostic> faults;
  std::string reject_head;  ///< what a file of refused records begins with
  /// A refused record with the reason, to be mended and read again.
  std::function<std::string(const SourceRecord& record, std::string_view reason)> reject;
  std::string reject_separator;  ///< between two of them
  std::string reject_tail;       ///< what such a file ends with
};

/// One format that can be read.
struct SourceFormat {
  std::string_view name;                      ///< `csv`; also the option `--csv`
  std::string_view summary;                   ///< for help
  std::span<const std::string_view> endings;  ///< of files: `.csv`
  /// Begins to read. `schema` must outlive the reader; `source` names it in faults.
  Result<SourceReader> (*open)(Pieces pieces, const Schema& schema, const SourceOptions& options,
                               std::string_view source);
};

/// All formats, sorted by name: one table for options, help, manual and tests.
[[nodiscard]] std::span<const SourceFormat* const> source_formats();

/// The format of a file by its name; null when the name does not tell.
[[nodiscard]] const SourceFormat* format_of_name(std::string_view name);

/// The format that a text is most likely in, by its first bytes.
[[nodiscard]] const SourceFormat& format_of_text(std::string_view beginning);

}  // namespace icc
