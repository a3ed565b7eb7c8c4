#include <memory>

#include "icc/text.h"
#include "read/column.h"
#include "read/object.h"
#include "read/read.h"
#include "read/source_text.h"

namespace icc {
namespace {

constexpr std::string_view endings[] = {".jsonl", ".ndjson"};
constexpr std::size_t most_line_bytes = 1024 * 1024;

/// Lines in the reading.
struct Lines {
  SourceText text;
  const Schema& schema;
  SourceOptions options;
  std::size_t number = 0;
  std::string line = {};
};

SourceRecord record_of(const Lines& lines) {
  const auto document = Document::read_json(lines.line);
  SourceRecord record = document ? record_of(ObjectSource{*document, document->root(), 0, true},
                                             lines.schema, lines.options)
                                 : unreadable_record(document.error(), 0);
  record.text = lines.line;
  record.written =
      document ? json_text(*document, document->root()) : std::string(trimmed(lines.line));
  record.line = lines.number;
  return record;
}

Result<std::optional<SourceRecord>> next_record(Lines& lines) {
  while (true) {
    lines.line.clear();
    const auto more = lines.text.read_line(lines.line, most_line_bytes);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return std::nullopt;
    ++lines.number;
    if (!trimmed(lines.line).empty()) return record_of(lines);
  }
}

Result<SourceReader> open_lines(Pieces pieces, const Schema& schema, const SourceOptions& options,
                                std::string_view /*source*/) {
  if (auto checked = check_options(schema, options); !checked) {
    return tl::unexpected(checked.error());
  }
  auto lines = std::make_shared<Lines>(Lines{SourceText(std::move(pieces)), schema, options});
  SourceReader reader;
  reader.next = [lines] { return next_record(*lines); };
  reader.reject = [](const SourceRecord& record, std::string_view reason) {
    return json_reject(record, reason) + "\n";
  };
  return reader;
}

}  // namespace

const SourceFormat jsonl_source = {.name = "jsonl",
                                   .summary = "JSON Lines: an object a line",
                                   .endings = endings,
                                   .open = open_lines};

}  // namespace icc
