#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "icc/diagnostic.h"
#include "read/source_text.h"

// A table by RFC 4180, as spreadsheets write it in the world: cells between `,`, `;` or tabs, of
// which the first row tells the one unless it is named; lines that end with LF, CR LF or CR; a
// quote within a cell that does not begin with one is a character like any other.
//
//   table  = [ naming line-end ] row { line-end row } [ line-end ]
//   naming = 'sep=' delimiter  |  '"sep=' delimiter '"'     as Excel reads and writes it; a tab
//                                                           also as '\t', any sign may be one
//   row    = cell { delimiter cell }
//   cell   = '"' { any character but '"' | '""' } '"'  |  { any character but delimiter, CR, LF }

namespace icc {

/// One cell of a table.
struct CsvCell {
  std::string text;
  Range range;  ///< in the row's text, quotes included
};

/// One row of a table. Lines without any character are no rows.
struct CsvRow {
  std::string text;      ///< as it is written, without its line end
  std::size_t line = 1;  ///< of the table, from 1, on which it begins
  std::vector<CsvCell> cells;
  std::vector<Diagnostic> faults;  ///< a quote that is not closed, text behind one, not UTF-8
};

/// Reads a table row by row, of which it holds no more than one.
class CsvRows {
 public:
  explicit CsvRows(SourceText text) : source_(std::move(text)) {}

  /// The next row; none at the end.
  [[nodiscard]] Result<std::optional<CsvRow>> next();

  /// What stands between cells. Known when the first row was read.
  [[nodiscard]] char delimiter() const { return delimiter_; }

  /// The line that names it, without its line end; empty when the table has none.
  [[nodiscard]] const std::string& naming() const { return naming_; }

 private:
  [[nodiscard]] std::optional<std::pair<CsvRow, std::size_t>> row_in_buffer();

  SourceText source_;
  std::string buffer_;
  std::size_t at_ = 0;  // where the next row begins in `buffer_`
  std::size_t line_ = 1;
  bool is_all_ = false;  // whether nothing comes behind `buffer_`
  char delimiter_ = 0;
  std::string naming_;
};

}  // namespace icc
