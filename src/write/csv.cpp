#include "core/document_json_value.h"
#include "icc/json.h"
#include "write/csv_cell.h"
#include "write/keys.h"
#include "write/object_parts.h"
#include "write/write.h"

// A table by RFC 4180, in UTF-8 without a byte order mark: a header, then a row a record, each
// ended by CR LF. Without chosen columns it says all that a record does: what has no column, or
// what a cell can't say, stands in the last column as a JSON object.

namespace icc {
namespace {

void append_cell(std::string& out, std::string_view cell) {
  const bool is_plain = cell.find_first_of("\",\r\n") == std::string_view::npos &&
                        !cell.starts_with(' ') && !cell.ends_with(' ');
  if (is_plain) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

/// A row of cells, with the apostrophes that make them safe unless they are to be raw.
class Row {
 public:
  Row(std::string& out, bool raw) : out_(out), raw_(raw) {}

  void add(std::string_view cell) {
    if (!first_) out_ += ',';
    first_ = false;
    append_cell(out_, raw_ && cell.starts_with('\'') ? cell.substr(1) : cell);
  }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool raw_;
  bool first_ = true;
};

/// What stands at a field's path, for a column that was chosen: what can't be read back is shown
/// as well as it can be.
std::string chosen_cell(const Practice& practice, const Field& column) {
  const Node* node = column.path == column.name ? practice.node(column) : nullptr;
  if (node != nullptr) {
    if (node->kind == Kind::null) return {};
    const auto cell = cell_of(column, practice.document(), *node);
    return cell ? *cell : safe_cell(one_line(practice.document(), *node));
  }
  std::vector<std::string> texts;
  for (const std::string_view text : practice.values(column)) texts.emplace_back(text);
  return safe_cell(texts.size() == 1 ? texts[0] : joined_cell(texts));
}

/// The members that no cell shows, as a JSON object; empty when there are none.
std::string other_fields(const Practice& practice, const Schema& schema) {
  const Document& document = practice.document();
  std::string out;
  JsonWriter json(out);
  for (const Node& member : document.children(document.root())) {
    const Field* field = find_field(schema.fields(), member.key);
    if (field != nullptr && cell_of(*field, document, member)) continue;
    if (out.empty()) json.begin_object();
    json.key(member.key);
    write_json_value(json, document, member);
  }
  if (!out.empty()) json.end_object();
  return out;
}

void head(std::string& out, const Schema& schema, const WriteOptions& options) {
  Row row(out, options.raw);
  row.add(id_name);
  if (options.columns) {
    for (const Field* column : *options.columns) row.add(safe_cell(column->path));
  } else {
    for (const Field& field : schema.fields())
      row.add(safe_cell(exported_name(schema, field.name)));
    row.add(other_fields_name);
  }
  row.end();
}

void record(std::string& out, const Practice& practice, const Schema& schema,
            const WriteOptions& options) {
  Row row(out, options.raw);
  row.add(safe_cell(std::string(practice.id())));
  if (options.columns) {
    for (const Field* column : *options.columns) row.add(chosen_cell(practice, *column));
  } else {
    for (const Field& field : schema.fields()) {
      const Node* node = practice.node(field);
      const auto cell = node == nullptr ? std::nullopt : cell_of(field, practice.document(), *node);
      row.add(cell.value_or(""));
    }
    row.add(other_fields(practice, schema));
  }
  row.end();
}

}  // namespace

const Format csv_format = {.name = "csv",
                           .summary = "CSV (RFC 4180): a row a practice, a column a field",
                           .head = head,
                           .record = record,
                           .tail = no_frame};

}  // namespace icc
