#include "write/sqlite_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstddef>
#include <set>
#include <string_view>

#include "icc/practice.h"
#include "write/sqlite_database.h"

namespace icc {
namespace {

/// Gives names, each once; SQL has no regard for case, and keeps `sqlite_…` for itself.
class Names {
 public:
  explicit Names(std::initializer_list<std::string_view> taken) {
    for (const std::string_view name : taken) taken_.emplace(name);
  }

  /// The name in quotes.
  std::string take(std::string_view wanted) {
    std::string name(wanted);
    while (id_key(name).starts_with("sqlite_") || !taken_.insert(id_key(name)).second) {
      name.insert(0, "_");
    }
    return sql_name(name);
  }

 private:
  std::set<std::string> taken_;
};

bool is_closed(const Field& field) {
  return field.vocabulary && field.vocabulary->closed();
}

SqliteField table_field(const Field& field, Names& names, Names& tables) {
  SqliteField made{&field, names.take(field.name), {}, {}, {}, {}, {}, {}};
  if (field.type == FieldType::period && !field.list) {
    made.edtf = names.take(field.name + "_edtf");
    made.ongoing = names.take(field.name + "_ongoing");
    made.intervals = tables.take(field.name + "_intervals");
  }
  if (is_closed(field)) made.known = tables.take("known_" + field.name);
  return made;
}

SqliteField list_table(const Field& field, Names& tables) {
  SqliteField made = table_field(field, tables, tables);
  Names columns({"record", "position"});
  for (const Field& member : field.fields) made.members.push_back(columns.take(member.name));
  return made;
}

std::string columns_sql(const SqliteTables& tables) {
  std::string sql = "record INTEGER PRIMARY KEY, id TEXT NOT NULL";
  for (const SqliteField& column : tables.columns) {
    sql += ", " + column.name;
    if (!column.edtf.empty()) sql += ", " + column.edtf + " TEXT, " + column.ongoing + " INTEGER";
  }
  return sql + ", " + tables.other_fields + " TEXT";
}

std::string list_sql(const SqliteField& list) {
  const std::string columns =
      is_object_table(list) ? fmt::format("{}", fmt::join(list.members, ", ")) : "value";
  return fmt::format(
      "CREATE TABLE {} (record INTEGER NOT NULL REFERENCES practices, position INTEGER NOT NULL, "
      "{}, PRIMARY KEY (record, position)) WITHOUT ROWID;\n",
      list.name, columns);
}

std::string helpers_sql(const SqliteField& field) {
  std::string sql;
  if (!field.intervals.empty()) {
    sql += fmt::format(
        "CREATE TABLE {} (record INTEGER NOT NULL REFERENCES practices, position INTEGER NOT NULL, "
        "first TEXT, last TEXT, PRIMARY KEY (record, position)) WITHOUT ROWID;\n",
        field.intervals);
  }
  if (!field.known.empty()) {
    sql += fmt::format(
        "CREATE TABLE {} (value TEXT PRIMARY KEY, description TEXT) WITHOUT ROWID;\n", field.known);
  }
  return sql;
}

/// A column of the view of cards: the value, or the items of a list with `; ` between them.
std::string card_column(const SqliteField& field, bool list) {
  if (!list) return "p." + field.name;
  return fmt::format(
      "(SELECT group_concat(value, '; ') FROM (SELECT value FROM {0} AS i WHERE i.record = "
      "p.record "
      "ORDER BY position)) AS {0}",
      field.name);
}

std::string cards_sql(const SqliteTables& tables) {
  std::string columns = "p.record, p.id";
  for (const SqliteField& field : tables.columns) {
    if (field.field->column) columns += ", " + card_column(field, false);
  }
  for (const SqliteField& field : tables.lists) {
    if (field.field->column && !is_object_table(field)) columns += ", " + card_column(field, true);
  }
  return fmt::format("CREATE VIEW cards AS SELECT {} FROM practices AS p;\n", columns);
}

std::string counts_sql(const SqliteField& field, bool list) {
  if (field.known.empty()) return {};
  return fmt::format(
      "CREATE VIEW {} AS SELECT k.value, count(DISTINCT v.record) AS practices FROM {} AS k "
      "LEFT JOIN {} AS v ON v.{} = k.value GROUP BY k.value;\n",
      field.counts, field.known, list ? field.name : "practices", list ? "value" : field.name);
}

}  // namespace

bool is_object_table(const SqliteField& list) {
  return !list.members.empty();
}

SqliteTables::SqliteTables(const Schema& schema) {
  Names columns_taken({"record", "id"});
  Names tables_taken({"practices", "practices_id", "search", "search_config", "search_content",
                      "search_data", "search_docsize", "search_idx", "cards"});
  for (const Field& field : schema.fields()) {
    if (field.list) {
      lists.push_back(list_table(field, tables_taken));
    } else if (field.type != FieldType::object) {
      columns.push_back(table_field(field, columns_taken, tables_taken));
    }
  }
  other_fields = columns_taken.take("other_fields");
  for (std::vector<SqliteField>* all : {&columns, &lists}) {
    for (SqliteField& field : *all) {
      if (!field.known.empty()) field.counts = tables_taken.take(field.field->name + "_counts");
    }
  }
}

std::string SqliteTables::tables_sql() const {
  std::string sql = fmt::format("CREATE TABLE practices ({});\n", columns_sql(*this));
  for (const SqliteField& column : columns) sql += helpers_sql(column);
  for (const SqliteField& list : lists) sql += list_sql(list) + helpers_sql(list);
  return sql +
         "CREATE VIRTUAL TABLE search USING fts5(id UNINDEXED, text, "
         "tokenize = 'unicode61 remove_diacritics 2');\n";
}

std::string SqliteTables::views_sql() const {
  std::string sql = "CREATE INDEX practices_id ON practices (id);\n" + cards_sql(*this);
  for (const SqliteField& column : columns) sql += counts_sql(column, false);
  for (const SqliteField& list : lists) sql += counts_sql(list, true);
  return sql;
}

}  // namespace icc
