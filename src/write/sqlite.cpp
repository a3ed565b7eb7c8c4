#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_json_value.h"
#include "icc/json.h"
#include "write/object_parts.h"
#include "write/sqlite_database.h"
#include "write/sqlite_tables.h"
#include "write/write.h"

// A SQLite database with a table of practices and a table a list (sqlite_tables.h). It says all
// that the records do: what has no column, or another shape than the schema demands, is JSON in the
// column other_fields. All data goes in as bound values. `PRAGMA user_version` is the version of
// this layout.

namespace icc {
namespace {

constexpr int layout_version = 1;

using Row = std::vector<SqlValue>;

/// Whether a node has a value, in one piece.
bool is_cell(const Node& node) {
  return node.kind != Kind::null && !is_collection(node.kind);
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

/// A scalar as SQL stores it: a number as one where it fits, truth as 1 or 0, else its text.
SqlValue sql_value(const Document& document, const Node& node) {
  if (node.kind == Kind::boolean) return std::int64_t{is_true(node)};
  if (!is_number(node.kind)) return node.text;
  std::string spelt;
  JsonWriter json(spelt);
  write_json_value(json, document, node);  // `0x10` is 16
  if (node.kind == Kind::integer) {
    if (const auto integer = number<std::int64_t>(spelt)) return *integer;
  } else if (const auto real = number<double>(spelt)) {
    return *real;
  }
  return node.text;
}

/// Whether a member of an object stands in its column: as a value, or as JSON where the schema has
/// a list or an object.
bool fits_column(const Field& part, const Node& member) {
  const bool is_json = part.list || part.type == FieldType::object;
  return is_json ? is_collection(member.kind) : is_cell(member);
}

bool fits_members(const Document& document, const Node& item, const Field& field) {
  if (item.kind != Kind::map) return false;
  for (const Node& member : document.children(item)) {
    const Field* part = find_field(field.fields, member.key);
    if (part == nullptr || !fits_column(*part, member)) return false;
  }
  return true;
}

/// Whether a field's table says all that the list does.
bool fits(const Document& document, const Node& list, const SqliteField& field) {
  if (list.kind != Kind::list || document.children(list).begin() == document.children(list).end()) {
    return false;
  }
  for (const Node& item : document.children(list)) {
    if (is_object_table(field) ? !fits_members(document, item, *field.field) : !is_cell(item)) {
      return false;
    }
  }
  return true;
}

std::string day(const std::optional<Date>& date) {
  return date ? fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day) : "";
}

SqlValue text_or_null(std::string_view text) {
  return text.empty() ? SqlValue() : SqlValue(text);
}

std::string question_marks(std::size_t count) {
  std::string marks = "?";
  for (std::size_t i = 1; i < count; ++i) marks += ", ?";
  return marks;
}

/// Puts practices into the tables of a schema.
class Filling {
 public:
  explicit Filling(const Schema& schema);

  void add(const Practice& practice);
  Result<std::string> finished();

 private:
  std::size_t insertion(const std::string& table, std::size_t columns);
  void add_known(const SqliteField& field);
  void add_row(const Practice& practice, const std::string& other_fields);
  void add_intervals(std::size_t insertion, const Period& period);
  void add_items(std::size_t insertion, const SqliteField& list, const Document& document,
                 const Node& node);
  void add_text(const Practice& practice);
  std::string other_fields(const Practice& practice) const;

  SqliteTables tables_;
  SqliteDatabase database_;
  std::size_t practices_ = 0;
  std::size_t search_ = 0;
  std::vector<std::size_t> intervals_;  // by column; of those that are a period
  std::vector<std::size_t> lists_;      // by list
  std::int64_t record_ = 0;
};

Filling::Filling(const Schema& schema) : tables_(schema) {
  database_.run(fmt::format("PRAGMA user_version = {}; BEGIN;\n", layout_version) +
                tables_.tables_sql());
  std::size_t columns = 3;
  for (const SqliteField& column : tables_.columns) {
    const bool is_period = !column.intervals.empty();
    columns += is_period ? 3 : 1;
    intervals_.push_back(is_period ? insertion(column.intervals, 4) : 0);
    add_known(column);
  }
  for (const SqliteField& list : tables_.lists) {
    const std::size_t values = is_object_table(list) ? list.field->fields.size() : 1;
    lists_.push_back(insertion(list.name, 2 + values));
    add_known(list);
  }
  practices_ = insertion("practices", columns);
  search_ = database_.prepared("INSERT INTO search (rowid, id, text) VALUES (?, ?, ?)");
}

std::size_t Filling::insertion(const std::string& table, std::size_t columns) {
  return database_.prepared(
      fmt::format("INSERT INTO {} VALUES ({})", table, question_marks(columns)));
}

void Filling::add_known(const SqliteField& field) {
  if (field.known.empty()) return;
  const std::size_t known = insertion(field.known, 2);
  for (const Choice& choice : field.field->vocabulary->choices()) {
    database_.insert(known, Row{choice.value, text_or_null(choice.description)});
  }
}

/// The members that have no column or table, or do not fit it, as a JSON object; empty when there
/// are none.
std::string Filling::other_fields(const Practice& practice) const {
  const Document& document = practice.document();
  std::string out;
  JsonWriter json(out);
  const auto has_place = [&](const Node& member) {
    const auto is_named = [&](const SqliteField& field) { return field.field->name == member.key; };
    const auto list = std::find_if(tables_.lists.begin(), tables_.lists.end(), is_named);
    if (list != tables_.lists.end()) return fits(document, member, *list);
    return is_cell(member) && std::any_of(tables_.columns.begin(), tables_.columns.end(), is_named);
  };
  for (const Node& member : document.children(document.root())) {
    if (has_place(member)) continue;
    if (out.empty()) json.begin_object();
    json.key(member.key);
    write_json_value(json, document, member);
  }
  if (!out.empty()) json.end_object();
  return out;
}

void Filling::add_row(const Practice& practice, const std::string& other_fields) {
  std::vector<std::string> periods;  // a row's texts live until it is stored
  periods.reserve(tables_.columns.size());
  Row row{record_, practice.id()};
  for (std::size_t i = 0; i < tables_.columns.size(); ++i) {
    const SqliteField& column = tables_.columns[i];
    const Node* node = practice.node(*column.field);
    const bool has_value = node != nullptr && is_cell(*node);
    row.push_back(has_value ? sql_value(practice.document(), *node) : SqlValue());
    if (column.edtf.empty()) continue;
    const Period period = read_period(has_value ? node->text : std::string_view());
    periods.push_back(period.edtf);
    row.push_back(text_or_null(periods.back()));
    row.push_back(has_value ? SqlValue(std::int64_t{period.ongoing}) : SqlValue());
    add_intervals(intervals_[i], period);
  }
  row.push_back(text_or_null(other_fields));
  database_.insert(practices_, row);
}

void Filling::add_intervals(std::size_t insertion, const Period& period) {
  std::int64_t position = 0;
  for (const Interval& interval : period.intervals) {
    const std::string first = day(interval.first);
    const std::string last = day(interval.last);
    database_.insert(insertion, Row{record_, ++position, text_or_null(first), text_or_null(last)});
  }
}

void Filling::add_items(std::size_t insertion, const SqliteField& list, const Document& document,
                        const Node& node) {
  std::int64_t position = 0;
  for (const Node& item : document.children(node)) {
    Row row{record_, ++position};
    std::vector<std::string> collections;  // a row's texts live until it is stored
    collections.reserve(list.field->fields.size());
    const auto sql_of = [&](const Node* value) -> SqlValue {
      if (value == nullptr) return {};
      if (!is_collection(value->kind)) return sql_value(document, *value);
      return collections.emplace_back(one_line(document, *value));
    };
    if (is_object_table(list)) {
      for (const Field& member : list.field->fields) {
        row.push_back(sql_of(document.find(item, member.name)));
      }
    } else {
      row.push_back(sql_of(&item));
    }
    database_.insert(insertion, row);
  }
}

/// All that the record says, for the full text index.
void Filling::add_text(const Practice& practice) {
  std::string text;
  for (const Node& node : practice.document().nodes()) {
    if (is_cell(node)) text.append(node.text).append("\n");
  }
  database_.insert(search_, Row{record_, practice.id(), std::string_view(text)});
}

void Filling::add(const Practice& practice) {
  ++record_;
  add_row(practice, other_fields(practice));
  const Document& document = practice.document();
  for (std::size_t i = 0; i < tables_.lists.size(); ++i) {
    const SqliteField& list = tables_.lists[i];
    const Node* node = practice.node(*list.field);
    if (node != nullptr && fits(document, *node, list)) {
      add_items(lists_[i], list, document, *node);
    }
  }
  add_text(practice);
}

Result<std::string> Filling::finished() {
  database_.run(tables_.views_sql() + "COMMIT; VACUUM;");
  return database_.bytes();
}

Result<void> whole(std::string& out, std::span<const Practice> practices, const Schema& schema,
                   const WriteOptions& /*options*/) {
  Filling filling(schema);
  for (const Practice& practice : practices) filling.add(practice);
  auto bytes = filling.finished();
  if (!bytes) return tl::unexpected(bytes.error());
  out += *bytes;
  return {};
}

}  // namespace

const Format sqlite_format = {.name = "sqlite",
                              .summary = "A SQLite database with full-text search",
                              .whole = whole,
                              .is_text = false};

}  // namespace icc
