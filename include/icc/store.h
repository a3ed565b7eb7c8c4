#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "icc/diagnostic.h"
#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"

namespace icc {

/// A record as it came from the disk: a practice, or the faults that made it unreadable (located).
struct Record {
  std::string path;
  tl::expected<Practice, std::vector<Diagnostic>> practice;
};

/// A database: a folder with `schema/practice.schema.yaml`, read afresh each time, nothing kept.
class Store {
 public:
  /// The database at `folder`, or at the nearest folder above it that has a schema.
  [[nodiscard]] static Result<std::string> find_root(const std::string& folder);

  /// Opens the database at `root`. A faulty schema is an error whose message is its diagnostics.
  [[nodiscard]] static Result<Store> open(const std::string& root);

  /// The folder of the database, absolute.
  [[nodiscard]] const std::string& root() const { return root_; }
  /// The compiled schema. Lives as long as the store.
  [[nodiscard]] const Schema& schema() const { return *schema_; }

  /// The paths of all records, sorted.
  [[nodiscard]] Result<std::vector<std::string>> paths() const;

  /// Reads one record.
  [[nodiscard]] Record read(const std::string& path) const;

  /// Reads the records at `paths` on `threads` threads (0: as many as the machine suggests), in
  /// chunks of neighbours. For each chunk a `Part` is made, `map` is called on a worker with each
  /// of its records in order, and `take` is called on the caller's thread with the parts in order;
  /// memory is bounded by a window of chunks. `take` answers whether to go on. Fails when `map` or
  /// `take` threw, of which there is only one cause: memory that is used up.
  template <class Part>
  [[nodiscard]] Result<void> scan(const std::vector<std::string>& paths,
                                  const std::function<void(Record&&, Part&)>& map,
                                  const std::function<bool(Part&)>& take,
                                  std::size_t threads = 0) const;

  /// The path of the record with this id; ids are unique without case. Empty when there is none.
  [[nodiscard]] Result<std::optional<std::string>> find(std::string_view id) const;

  /// The id made from a title: folded, words joined by `-`, at most 80 bytes, cut at a word.
  [[nodiscard]] static std::string id_from(std::string_view title);

  /// Whether an id may be used: `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 bytes, not a name that Windows
  /// reserves.
  [[nodiscard]] static bool is_valid_id(std::string_view id);

  /// Where a record belongs: `practices/<country folded>/<id>.yaml`.
  [[nodiscard]] static std::string path_for(std::string_view country, std::string_view id);

  /// Adds a record with a new id made from its title (`-2`, `-3` … when taken), never over an
  /// existing one. Answers its path.
  [[nodiscard]] Result<std::string> add(std::string_view title, std::string_view country,
                                        std::string_view text) const;

 private:
  Store(std::string root, Schema schema);
  std::string root_;
  std::shared_ptr<const Schema> schema_;
};

}  // namespace icc
