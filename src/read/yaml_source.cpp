#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/entries_part.h"
#include "icc/text.h"
#include "read/column.h"
#include "read/object.h"
#include "read/read.h"
#include "read/source_text.h"

// YAML in one of three forms, all of which are cut into records at lines that begin without a
// blank, so that no more than one record is held:
//
//   map     id: and below it the record, as `export --yaml` writes; many in one document
//   list    `- ` and the record
//   stream  one record a document, between lines `---`

namespace icc {
namespace {

constexpr std::string_view endings[] = {".yaml", ".yml"};
constexpr std::size_t most_record_bytes = 2 * ReadLimits{}.bytes;

enum class Form : std::uint8_t { unknown, map, list, record };

/// What stands before the reason in a file of refused records.
constexpr std::string_view reason_line = "# import_reason:";

/// A stream of documents in the reading.
struct Stream {
  SourceText text;
  const Schema& schema;
  SourceOptions options;
  Form form = Form::unknown;  // of the document that is being read
  std::string ahead = {};     // a line that was read and belongs to what comes next
  std::size_t number = 0;     // lines read, without the one ahead
  std::string part = {};      // the text of one record
  std::size_t part_line = 1;
};

bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) && (line.size() == 3 || line.find_first_of(" \t\r\n") == 3);
}

/// The line with which something new may begin.
bool is_start(std::string_view line) {
  return line.find_first_of(" \t\r\n#") != 0;
}

bool ends_document(std::string_view line) {
  return is_marker(line, "---") || is_marker(line, "...");
}

/// Where the first line begins that is neither blank nor a comment; `npos` when there is none.
std::size_t first_content(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = trimmed(text.substr(at, end - at));
    if (!line.empty() && !line.starts_with('#')) return at;
    at = end;
  }
  return std::string_view::npos;
}

bool has_content(std::string_view text) {
  return first_content(text) != std::string_view::npos;
}

/// Whether the first key of a document stands for a record rather than for one of its fields.
bool is_map_of_records(std::string_view part, const Schema& schema) {
  const auto document = Document::read(part);
  if (!document || document->nodes().size() < 2) return false;
  if (document->node(1).kind != Kind::map) return false;
  const std::string_view key = document->node(1).key;
  const auto fields = schema.fields();
  return std::none_of(fields.begin(), fields.end(), [&](const Field& field) {
    return field.name == key && field.type == FieldType::object && !field.list;
  });
}

Form form_of(std::string_view part, const Schema& schema) {
  if (part[first_content(part)] == '-') return Form::list;
  return is_map_of_records(part, schema) ? Form::map : Form::record;
}

/// Appends the next line to the part unless it begins something new; false when it does, or at the
/// end.
Result<bool> take_line(Stream& stream) {
  std::string line = std::exchange(stream.ahead, {});
  if (line.empty()) {
    auto more = stream.text.read_line(line, most_record_bytes);
    if (!more || !*more) return more;
  }
  const bool is_within = stream.form == Form::record && !ends_document(line);
  if (has_content(stream.part) && is_start(line) && !is_within) {
    stream.ahead = std::move(line);
    return false;
  }
  ++stream.number;
  const bool is_end = ends_document(line);
  // There is nothing but comments before it; what stands behind it on the line is content.
  if (is_end) line.replace(0, 3, "   ");
  stream.part += line;
  if (!is_end) return true;
  stream.form = Form::unknown;
  if (trimmed(stream.part).empty()) {
    stream.part.clear();
    stream.part_line = stream.number + 1;
  }
  return true;
}

/// Reads lines up to the next start; false when there is nothing left.
Result<bool> take_part(Stream& stream) {
  stream.part.clear();
  stream.part_line = stream.number + 1;
  while (true) {
    auto more = take_line(stream);
    if (!more) return more;
    if (stream.part.size() > most_record_bytes) {
      return failed(Failure::refused,
                    fmt::format("the record on line {} is too large", stream.part_line));
    }
    if (*more) continue;
    if (!has_content(stream.part)) return false;
    if (stream.form != Form::unknown) return true;
    stream.form = form_of(stream.part, stream.schema);
    if (stream.form != Form::record) return true;
  }
}

/// The part as it is written in a file of refused records, without the reasons given before.
std::string written_part(const Stream& stream) {
  std::string written;
  for (const std::string_view line : lines_with_ends(stream.part)) {
    const bool is_leading = written.empty() && trimmed(line).empty();
    if (!is_leading && !line.starts_with(reason_line)) written += line;
  }
  if (stream.form == Form::record) written.insert(0, "---\n");
  if (!written.ends_with('\n')) written += '\n';
  return written;
}

SourceRecord record_in(const Document& document, const Stream& stream) {
  if (stream.form != Form::map) {
    return record_of(ObjectSource{document, document.root()}, stream.schema, stream.options);
  }
  const Node& object = document.node(1);
  SourceRecord record =
      record_of(ObjectSource{document, object}, stream.schema, stream.options, object.key);
  record.id_range = object.key_range;
  return record;
}

SourceRecord record_of(const Stream& stream) {
  std::string text = stream.part;
  // An item is read as a document whose first line is indented by one blank more.
  if (stream.form == Form::list) text[first_content(text)] = ' ';
  const auto document = Document::read(text);
  if (!document) return unreadable_record(document.error(), 0);
  SourceRecord record = record_in(*document, stream);
  record.comments = comment_ranges(*document);
  std::erase_if(record.comments, [&](Range comment) {
    return std::string_view(text).substr(comment.begin).starts_with(reason_line);
  });
  // What is taken in keeps no comments, so that nobody would see the rest of the text again.
  for (Diagnostic& cut : cut_off_texts(*document)) {
    cut.severity = Severity::error;
    record.faults.push_back(std::move(cut));
  }
  return record;
}

Result<std::optional<SourceRecord>> next_record(Stream& stream) {
  const auto more = take_part(stream);
  if (!more) return tl::unexpected(more.error());
  if (!*more) return std::nullopt;
  SourceRecord record = record_of(stream);
  record.text = stream.part;
  record.line = stream.part_line;
  record.written = written_part(stream);
  return record;
}

std::string reject(const SourceRecord& record, std::string_view reason) {
  std::string out;
  for (const std::string_view line : split(reason, '\n')) {
    out.append(reason_line).append(" ").append(line).append("\n");
  }
  return out + record.written;
}

Result<SourceReader> open_yaml(Pieces pieces, const Schema& schema, const SourceOptions& options,
                               std::string_view /*source*/) {
  if (auto checked = check_options(schema, options); !checked) {
    return tl::unexpected(checked.error());
  }
  auto stream = std::make_shared<Stream>(Stream{SourceText(std::move(pieces)), schema, options});
  SourceReader reader;
  reader.next = [stream] { return next_record(*stream); };
  reader.reject = reject;
  return reader;
}

}  // namespace

const SourceFormat yaml_source = {.name = "yaml",
                                  .summary = "A YAML map of records by id, a list, or a stream",
                                  .endings = endings,
                                  .open = open_yaml};

}  // namespace icc
