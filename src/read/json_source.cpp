#include <memory>
#include <utility>

#include "read/column.h"
#include "read/object.h"
#include "read/read.h"
#include "read/source_text.h"

// One array of objects, or one object. It is read whole: JSON tells its faults only by its end.

namespace icc {
namespace {

constexpr std::string_view endings[] = {".json"};
constexpr std::size_t most_bytes = std::size_t{1} << 30;
constexpr ReadLimits limits{most_bytes, ReadLimits{}.depth + 1, std::size_t{1} << 27};

/// A document in the reading.
struct Records {
  Document document;
  const Schema& schema;
  SourceOptions options;
  std::size_t next = 0;  // index of the node of the next record
};

Result<std::optional<SourceRecord>> next_record(Records& records) {
  const Document& document = records.document;
  if (records.next >= document.nodes().size()) return std::nullopt;
  const Node& node = document.node(records.next);
  records.next = node.end;
  SourceRecord record =
      record_of(ObjectSource{document, node, 0, true}, records.schema, records.options);
  record.text = document.text();
  record.written = json_text(document, node);
  return record;
}

Result<SourceReader> open_json(Pieces pieces, const Schema& schema, const SourceOptions& options,
                               std::string_view source) {
  if (auto checked = check_options(schema, options); !checked) {
    return tl::unexpected(checked.error());
  }
  std::string text;
  if (auto read = SourceText(std::move(pieces)).read_all(text, most_bytes); !read) {
    return tl::unexpected(read.error());
  }
  SourceReader reader;
  auto document = Document::read_json(text, limits);
  if (!document) {
    reader.faults = std::move(document.error());
    for (Diagnostic& fault : reader.faults) {
      fault.path = source;
      locate(fault, text);
    }
    return reader;
  }
  const bool is_list = document->root().kind == Kind::list;
  auto records = std::make_shared<Records>(
      Records{std::move(*document), schema, options, is_list ? std::size_t{1} : 0});
  reader.next = [records] { return next_record(*records); };
  reader.reject_head = "[\n";
  reader.reject = json_reject;
  reader.reject_separator = ",\n";
  reader.reject_tail = "\n]\n";
  return reader;
}

}  // namespace

const SourceFormat json_source = {
    .name = "json", .summary = "A JSON array of objects", .endings = endings, .open = open_json};

}  // namespace icc
