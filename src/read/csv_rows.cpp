#include "read/csv_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t most_row_bytes = 1024 * 1024;
constexpr std::array<char, 3> delimiters = {',', ';', '\t'};

/// Reads the cells of the row at the start of a text.
class RowReader {
 public:
  RowReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// Reads up to the row's end; answers the number of bytes with the line end.
  std::size_t read();
  /// Whether more text could have changed the row.
  [[nodiscard]] bool touched_the_end() const { return touched_the_end_; }
  CsvRow take() { return std::move(row_); }

 private:
  [[nodiscard]] bool is_cell_end(char c) const { return c == delimiter_ || c == '\n' || c == '\r'; }
  [[nodiscard]] std::size_t cell_end(std::size_t at) const {
    while (at < text_.size() && !is_cell_end(text_[at])) ++at;
    return at;
  }
  std::size_t read_quoted(std::size_t at, std::string& cell);
  std::size_t line_end(std::size_t at);

  std::string_view text_;
  char delimiter_;
  CsvRow row_;
  bool touched_the_end_ = false;
};

/// Reads from an opening quote to the end of the cell.
std::size_t RowReader::read_quoted(std::size_t at, std::string& cell) {
  const std::size_t open = at++;
  for (; at < text_.size(); ++at) {
    if (text_[at] == '"') {
      if (at + 1 >= text_.size() || text_[at + 1] != '"') break;
      ++at;
    }
    cell += text_[at];
  }
  if (at >= text_.size()) {
    row_.faults.push_back(diagnostic(RuleId::not_closed, range_of(open, open + 1),
                                     "the quote that opens this cell is not closed",
                                     "end the cell with a quote; write two for one within it"));
    return at;
  }
  const std::size_t end = cell_end(++at);
  if (end > at) {
    row_.faults.push_back(diagnostic(RuleId::text_after_quote, range_of(at, end),
                                     "text behind the quote that closes the cell",
                                     "write two quotes for one within a cell"));
    cell += text_.substr(at, end - at);
  }
  return end;
}

std::size_t RowReader::line_end(std::size_t at) {
  if (text_[at] == '\r') {
    ++at;
    if (at == text_.size()) touched_the_end_ = true;
    return at < text_.size() && text_[at] == '\n' ? at + 1 : at;
  }
  return at + 1;
}

std::size_t RowReader::read() {
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = at;
    CsvCell cell;
    if (at < text_.size() && text_[at] == '"') {
      at = read_quoted(at, cell.text);
    } else {
      at = cell_end(at);
      cell.text = text_.substr(begin, at - begin);
    }
    cell.range = range_of(begin, at);
    row_.cells.push_back(std::move(cell));
    if (at >= text_.size()) touched_the_end_ = true;
    if (at >= text_.size() || text_[at] != delimiter_) break;
    ++at;
  }
  row_.text = text_.substr(0, at);
  return at < text_.size() ? line_end(at) : at;
}

/// The row at the start of a text, and how many bytes it takes with its line end; none when its end
/// is not there yet, which `is_all` rules out.
std::optional<std::pair<CsvRow, std::size_t>> csv_row(std::string_view text, char delimiter,
                                                      bool is_all) {
  RowReader reader(text, delimiter);
  const std::size_t length = reader.read();
  if (reader.touched_the_end() && !is_all) return std::nullopt;
  return std::pair(reader.take(), length);
}

/// The lines that a row with its line end takes.
std::size_t lines_in(std::string_view text) {
  const auto count = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  return count + (text.ends_with('\r') ? 1 : 0);
}

/// What separates the cells of a table's first row: what makes the most of them.
char delimiter_of(std::string_view text) {
  char best = delimiters.front();
  std::size_t most = 0;
  for (const char candidate : delimiters) {
    RowReader reader(text, candidate);
    reader.read();
    const std::size_t count = reader.take().cells.size();
    if (count > most) best = candidate;
    most = std::max(most, count);
  }
  return best;
}

/// The delimiter that a table's first line names; 0 when it names none.
char named_delimiter(std::string_view line) {
  constexpr std::string_view mark = "sep=";
  if (line.size() > 1 && line.starts_with('"') && line.ends_with('"')) {
    line = line.substr(1, line.size() - 2);
  }
  if (folded(line.substr(0, mark.size())) != mark) return 0;
  line.remove_prefix(mark.size());
  if (line == "\\t") return '\t';
  constexpr std::string_view signs = "\t !#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  return line.size() == 1 && signs.find(line[0]) != signs.npos ? line[0] : '\0';
}

void check_encoding(CsvRow& row) {
  const auto invalid = first_invalid_utf8(row.text);
  if (!invalid) return;
  row.faults.push_back(diagnostic(RuleId::not_utf8, range_of(*invalid, *invalid + 1),
                                  "the table is not in UTF-8",
                                  "save it again as 'CSV UTF-8'; then accents are kept, too"));
}

}  // namespace

std::optional<std::pair<CsvRow, std::size_t>> CsvRows::row_in_buffer() {
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  if (delimiter_ != 0) return csv_row(rest, delimiter_, is_all_);
  if (!csv_row(rest, delimiters.front(), is_all_)) return std::nullopt;
  delimiter_ = delimiter_of(rest);
  return csv_row(rest, delimiter_, is_all_);
}

Result<std::optional<CsvRow>> CsvRows::next() {
  const char known = delimiter_;
  while (true) {
    auto found = row_in_buffer();
    if (!found && buffer_.size() - at_ > most_row_bytes) {
      return failed(Failure::refused, fmt::format("the row on line {} is larger than 1 MiB", line_),
                    "is a quote not closed?");
    }
    if (!found) {
      buffer_.erase(0, std::exchange(at_, 0));
      const auto more = source_.read_more(buffer_);
      if (!more) return tl::unexpected(more.error());
      is_all_ = !*more;
      continue;
    }
    auto [row, length] = std::move(*found);
    if (length == 0) return std::nullopt;
    row.line = line_;
    line_ += lines_in(std::string_view(buffer_).substr(at_, length));
    at_ += length;
    if (row.text.empty()) {
      delimiter_ = known;  // an empty line does not tell it
      continue;
    }
    if (const char named = row.line == 1 ? named_delimiter(row.text) : '\0'; named != 0) {
      delimiter_ = named;
      naming_ = row.text;
      return next();
    }
    check_encoding(row);
    return row;
  }
}

}  // namespace icc
