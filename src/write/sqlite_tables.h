#pragma once

#include <string>
#include <vector>

#include "icc/schema.h"

namespace icc {

/// A column of the table of practices, or a table of a field's items.
struct SqliteField {
  const Field* field;
  std::string name;       ///< of the column or table, as SQL spells it
  std::string edtf;       ///< of the column with the normal form of a period; else empty
  std::string ongoing;    ///< of the column that tells whether a period goes on; else empty
  std::string intervals;  ///< of the table with a period's intervals; else empty
  std::string known;      ///< of the table with a closed vocabulary's values; else empty
  std::string counts;     ///< of the view with how many practices have each of them; else empty
  std::vector<std::string> members;  ///< of a list of objects: the columns, in the fields' order
};

/// The tables that a schema asks for; icc-data(7) describes them. Names that clash, without regard
/// to case, get a `_` in front.
struct SqliteTables {
  std::vector<SqliteField> columns;
  std::vector<SqliteField> lists;
  std::string other_fields;

  /// The tables of a schema, which must outlive them.
  explicit SqliteTables(const Schema& schema);

  /// The statements that make them.
  [[nodiscard]] std::string tables_sql() const;
  /// The statements that make what reads them.
  [[nodiscard]] std::string views_sql() const;
};

/// Whether a list's table has a column a member of its objects, rather than a `value`.
[[nodiscard]] bool is_object_table(const SqliteField& list);

}  // namespace icc
