#include "write/sqlite_database.h"

namespace icc {
namespace {

int bind(sqlite3_stmt* statement, int number, const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    return sqlite3_bind_int64(statement, number, *integer);
  }
  if (const auto* real = std::get_if<double>(&value)) {
    return sqlite3_bind_double(statement, number, *real);
  }
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    // The row outlives the step, so that SQLite needs no copy. An empty view may have no address,
    // which SQLite would take for NULL.
    return sqlite3_bind_text(statement, number, text->empty() ? "" : text->data(),
                             static_cast<int>(text->size()), SQLITE_STATIC);
  }
  return sqlite3_bind_null(statement, number);
}

}  // namespace

std::string sql_name(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

SqliteDatabase::SqliteDatabase() {
  sqlite3* opened = nullptr;
  note(sqlite3_open(":memory:", &opened));
  database_.reset(opened);
}

void SqliteDatabase::note(int code) {
  if (failure_ == SQLITE_OK && code != SQLITE_DONE) failure_ = code;
}

void SqliteDatabase::run(const std::string& statements) {
  if (failure_ != SQLITE_OK) return;
  note(sqlite3_exec(database_.get(), statements.c_str(), nullptr, nullptr, nullptr));
}

std::size_t SqliteDatabase::prepared(const std::string& statement) {
  sqlite3_stmt* made = nullptr;
  if (failure_ == SQLITE_OK) {
    note(sqlite3_prepare_v2(database_.get(), statement.c_str(), -1, &made, nullptr));
  }
  statements_.emplace_back(made);
  return statements_.size() - 1;
}

void SqliteDatabase::insert(std::size_t statement, std::span<const SqlValue> row) {
  if (failure_ != SQLITE_OK) return;
  sqlite3_stmt* const prepared = statements_[statement].get();
  int number = 0;
  for (const SqlValue& value : row) note(bind(prepared, ++number, value));
  note(sqlite3_step(prepared));
  note(sqlite3_reset(prepared));
}

Result<std::string> SqliteDatabase::bytes() {
  statements_.clear();
  sqlite3_int64 size = 0;
  std::unique_ptr<unsigned char, End> memory;
  if (failure_ == SQLITE_OK) {
    memory.reset(sqlite3_serialize(database_.get(), "main", &size, 0));
    if (!memory) failure_ = SQLITE_NOMEM;
  }
  if (failure_ != SQLITE_OK) {
    return failed(Failure::environment,
                  std::string("SQLite can't make the database: ") + sqlite3_errstr(failure_));
  }
  const unsigned char* const begin = memory.get();
  return std::string(begin, begin + size);
}

}  // namespace icc
