#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "icc/result.h"

namespace icc {

/// A value of a column; the first alternative is NULL.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// A name as SQL spells it, whatever its characters: `"target-groups"`.
[[nodiscard]] std::string sql_name(std::string_view name);

/// A SQLite database in memory that becomes the bytes of a file. What fails is told once, at the
/// end.
class SqliteDatabase {
 public:
  /// An empty database.
  SqliteDatabase();

  /// Runs statements that hold no data.
  void run(const std::string& statements);
  /// Prepares a statement with `?` in place of its values; answers its number.
  [[nodiscard]] std::size_t prepared(const std::string& statement);
  /// Runs a prepared statement with the values of a row.
  void insert(std::size_t statement, std::span<const SqlValue> row);
  /// The file, when all went well; it fails when memory is used up, or SQLite
  /// refuses a statement.
  [[nodiscard]] Result<std::string> bytes();

 private:
  struct End {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    void operator()(unsigned char* memory) const { sqlite3_free(memory); }
  };
  void note(int code);

  std::unique_ptr<sqlite3, End> database_;
  std::vector<std::unique_ptr<sqlite3_stmt, End>> statements_;  // end before their database
  int failure_ = SQLITE_OK;
};

}  // namespace icc
