#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "icc/text.h"
#include "read/column.h"
#include "read/csv_rows.h"
#include "read/read.h"
#include "read/record_builder.h"
#include "write/csv_cell.h"
#include "write/keys.h"

namespace icc {
namespace {

constexpr std::string_view endings[] = {".csv", ".tsv"};

/// A table in the reading.
struct Table {
  CsvRows rows;
  const Schema& schema;
  std::string source;
  std::vector<Column> columns = {};
  CsvRow row = {};           // the one that was read last
  bool has_reasons = false;  // in the first column, as a file of refused records
};

/// A row as it is written, without the reason for which it was refused before.
std::string_view without_reason(const CsvRow& row, bool has_reasons) {
  const bool has_more = has_reasons && row.cells.size() > 1;
  return std::string_view(row.text).substr(has_more ? row.cells[1].range.begin : 0);
}

/// The apostrophe that `export` puts in front of what a spreadsheet would take for a formula.
std::string_view without_guard(std::string_view cell) {
  const bool is_guard = cell.size() > 1 && cell.front() == '\'' &&
                        std::string_view("=+-@\t\r'").find(cell[1]) != std::string_view::npos;
  return is_guard ? cell.substr(1) : cell;
}

const CsvCell* cell_for(const Table& table, const auto& is_wanted) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(), is_wanted);
  if (found == table.columns.end()) return nullptr;
  return &table.row.cells[static_cast<std::size_t>(found - table.columns.begin())];
}

/// The value of the field that groups the vocabulary of `field` in this row.
std::string group_of(const Table& table, const Field& field) {
  const Field* group = grouping_field(field, table.schema);
  const CsvCell* cell =
      cell_for(table, [&](const Column& column) { return column.field == group && group; });
  return cell == nullptr ? std::string() : group_meant(*group, without_guard(cell->text));
}

void add_exact(RecordBuilder& builder, const Field& field, const CsvCell& cell) {
  if (cell.text.empty()) {
    builder.record().empty.emplace_back(field.name, cell.range);
    return;
  }
  if (auto value = value_of_cell(field, cell.text)) {
    return builder.add(field.name, std::move(*value), cell.range);
  }
  builder.record().faults.push_back(
      diagnostic(RuleId::wrong_type, cell.range,
                 fmt::format("'{}' can't be read as {}", visible(cell.text), field.name),
                 "write it as export does"));
}

void add_other_fields(RecordBuilder& builder, const CsvCell& cell) {
  if (trimmed(cell.text).empty()) return;
  const auto document = Document::read_json(cell.text);
  if (!document || document->root().kind != Kind::map) {
    builder.record().faults.push_back(diagnostic(RuleId::syntax, cell.range,
                                                 "the other fields are not a JSON object",
                                                 "write them as {\"key\": \"value\"}"));
    return;
  }
  for (const Node& member : document->children(document->root())) {
    builder.add(member.key, value_of(*document, member), cell.range);
  }
}

void add_cells(RecordBuilder& builder, const Table& table) {
  const bool is_exact = !builder.record().id.empty();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const CsvCell& cell = table.row.cells[i];
    if (column.use == Column::Use::other_fields) add_other_fields(builder, cell);
    if (column.use != Column::Use::field) continue;
    if (is_exact) {
      add_exact(builder, *column.field, cell);
    } else {
      builder.add_meant(*column.field, without_guard(cell.text), group_of(table, *column.field),
                        cell.range);
    }
  }
  // What an empty cell can't say may stand among the other fields.
  SourceRecord& record = builder.record();
  std::erase_if(record.empty, [&](const auto& field) {
    const auto is_it = [&](const auto& member) { return member.first == field.first; };
    return std::ranges::any_of(record.record.members, is_it);
  });
}

SourceRecord record_of(const Table& table) {
  const CsvRow& row = table.row;
  RecordBuilder builder(row.cells.front().range);
  SourceRecord& record = builder.record();
  record.text = row.text;
  record.written = without_reason(row, table.has_reasons);
  record.line = row.line;
  record.faults = row.faults;
  if (record.faults.empty() && row.cells.size() != table.columns.size()) {
    record.faults.push_back(diagnostic(RuleId::syntax, row.cells.back().range,
                                       fmt::format("the row has {} cells, the table has {} columns",
                                                   row.cells.size(), table.columns.size()),
                                       "is a quote missing, or a delimiter?"));
  }
  for (std::size_t i = 0; record.faults.empty() && i < table.columns.size(); ++i) {
    const CsvCell& cell = row.cells[i];
    if (table.columns[i].use != Column::Use::nameless || trimmed(cell.text).empty()) continue;
    record.faults.push_back(diagnostic(RuleId::syntax, cell.range,
                                       fmt::format("column {} has no heading", i + 1),
                                       "write one above it, or empty the cell"));
  }
  if (!record.faults.empty()) return builder.take();
  const CsvCell* id =
      cell_for(table, [](const Column& column) { return column.use == Column::Use::id; });
  if (id != nullptr) {
    record.id = trimmed(id->text);
    record.id_range = id->range;
  }
  add_cells(builder, table);
  return builder.take();
}

bool is_blank(const CsvRow& row) {
  return row.faults.empty() &&
         std::all_of(row.cells.begin(), row.cells.end(),
                     [](const CsvCell& cell) { return trimmed(cell.text).empty(); });
}

Result<std::optional<SourceRecord>> next_record(Table& table) {
  while (true) {
    auto row = table.rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::nullopt;
    table.row = std::move(**row);
    if (!is_blank(table.row)) return record_of(table);
  }
}

/// The columns of the header; what is wrong with it goes to `faults`.
void read_header(Table& table, const CsvRow& header, const SourceOptions& options,
                 std::vector<Diagnostic>& faults) {
  faults = header.faults;
  table.has_reasons = header.cells.front().text == reason_name;
  for (const CsvCell& cell : header.cells) {
    const std::string_view name = trimmed(cell.text);
    const auto column =
        name.empty() ? Column{Column::Use::nameless} : column_named(name, table.schema, options);
    if (!column) faults.push_back(unknown_column(name, cell.range, table.schema));
    const bool is_again =
        column && column->use != Column::Use::nothing && !name.empty() &&
        std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& other) {
          return other.use == column->use && other.field == column->field;
        });
    if (is_again) {
      faults.push_back(diagnostic(RuleId::repeated_key, cell.range,
                                  fmt::format("the column '{}' stands twice", visible(name)),
                                  "leave one of them out"));
    }
    table.columns.push_back(column.value_or(Column{}));
  }
  for (Diagnostic& fault : faults) {
    locate(fault, header.text);
    fault.place.line += header.line - 1;
    fault.place.end_line += header.line - 1;
    fault.path = table.source;
  }
}

std::string quoted_cell(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell + '"';
}

Result<SourceReader> open_csv(Pieces pieces, const Schema& schema, const SourceOptions& options,
                              std::string_view source) {
  if (auto checked = check_options(schema, options); !checked) {
    return tl::unexpected(checked.error());
  }
  auto table = std::make_shared<Table>(
      Table{CsvRows(SourceText(std::move(pieces))), schema, std::string(source)});
  auto header = table->rows.next();
  if (!header) return tl::unexpected(header.error());
  SourceReader reader;
  if (!*header) {
    reader.next = [] { return Result<std::optional<SourceRecord>>(std::nullopt); };
    return reader;
  }
  std::vector<std::string_view> names;
  for (const CsvCell& cell : (*header)->cells) names.push_back(trimmed(cell.text));
  if (auto checked = check_columns(names, options); !checked) {
    return tl::unexpected(checked.error());
  }
  read_header(*table, **header, options, reader.faults);
  const char delimiter = table->rows.delimiter();
  reader.next = [table] { return next_record(*table); };
  // The reason comes first, so that it stands in its column however many cells a row has.
  const std::string& naming = table->rows.naming();
  reader.reject_head =
      fmt::format("{}{}{}{}{}\r\n", naming, naming.empty() ? "" : "\r\n", reason_name, delimiter,
                  without_reason(**header, table->has_reasons));
  reader.reject = [delimiter](const SourceRecord& record, std::string_view reason) {
    return fmt::format("{}{}{}\r\n", quoted_cell(reason), delimiter, record.written);
  };
  return reader;
}

}  // namespace

const SourceFormat csv_source = {.name = "csv",
                                 .summary = "CSV (RFC 4180): a row a practice, a column a field",
                                 .endings = endings,
                                 .open = open_csv};

}  // namespace icc
