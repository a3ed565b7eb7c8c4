#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/diagnostic.h"
#include "icc/files.h"
#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"

namespace icc {

/// A record as it came from the disk: a practice, or the faults that made it unreadable (located).
struct Record {
  std::string path;
  tl::expected<Practice, std::vector<Diagnostic>> practice;
};

/// How records are scanned.
struct Scanning {
  std::size_t threads = 0;  ///< at most 64; 0: as many as the machine suggests
  /// Called on the caller's thread, after each chunk, with how many of all records are done.
  std::function<void(std::size_t done, std::size_t all)> progress;
};

/// A database: a folder with `schema/practice.schema.yaml`, read afresh each time, nothing kept.
class Store {
 public:
  /// The database at `folder`, or at the nearest folder above it that has a schema.
  [[nodiscard]] static Result<std::string> find_root(const std::string& folder);

  /// Opens the database at `root`. A faulty schema is an error whose message is its diagnostics.
  [[nodiscard]] static Result<Store> open(const std::string& root);

  /// The same with files from elsewhere: what git would commit, or a commit. Nothing can be added
  /// to such a database.
  [[nodiscard]] static Result<Store> open(const std::string& root, FileSource files);

  /// The folder of the database, absolute.
  [[nodiscard]] const std::string& root() const { return root_; }
  /// The compiled schema. Lives as long as the store.
  [[nodiscard]] const Schema& schema() const { return *schema_; }
  /// Where its files come from.
  [[nodiscard]] const FileSource& files() const { return *files_; }

  /// The paths of all records, sorted; among them what lies in the place of a record and is none,
  /// such as a link, a folder that can't be read or `x.yml`: reading it tells why.
  [[nodiscard]] Result<std::vector<std::string>> paths() const;

  /// Reads one record.
  [[nodiscard]] Record read(const std::string& path) const;

  /// Says how `scan` is to be done from now on.
  void set_scanning(Scanning scanning) { scanning_ = std::move(scanning); }

  /// Reads the records at `paths` on several threads, in chunks of neighbours. For each chunk a
  /// `Part` is made, `map` is called on a worker with each of its records in order, and `take` is
  /// called on the caller's thread with the parts in order; memory is bounded by a window of
  /// chunks. `take` answers whether to go on. Fails when `map` or `take` threw, of which there is
  /// only one cause: memory that is used up.
  template <class Part>
  [[nodiscard]] Result<void> scan(const std::vector<std::string>& paths,
                                  const std::function<void(Record&&, Part&)>& map,
                                  const std::function<bool(Part&)>& take) const;

  /// The path of the record with this id, in any case; empty when there is none. Two records with
  /// one id are `Failure::refused`.
  [[nodiscard]] Result<std::optional<std::string>> find(std::string_view id) const;

  /// Adds a record with a new id made from its title (`-2`, `-3` … when taken in any folder), never
  /// over an existing one, however many add at the same time. Answers its path.
  [[nodiscard]] Result<std::string> add(std::string_view title, std::string_view country,
                                        std::string_view text) const;

 private:
  /// The work of a scan, cut into chunks of records.
  struct Chunks {
    std::size_t count = 0;
    std::size_t window = 1;   // most chunks in memory at once
    std::size_t threads = 1;  // 1: all on the caller's
    std::function<void(std::size_t chunk)> work;
    std::function<bool(std::size_t chunk)> take;
  };
  static Chunks chunks_of(std::size_t records, std::size_t threads);
  static Result<void> run(const Chunks& chunks);
  static Result<void> run_here(const Chunks& chunks);
  void report_progress(std::size_t chunk, std::size_t all) const;
  void read_chunk(const std::vector<std::string>& paths, std::size_t chunk,
                  const std::function<void(Record&&)>& each) const;

  Store(std::string root, FileSource files, Schema schema);
  std::string root_;
  std::shared_ptr<const FileSource> files_;
  std::shared_ptr<const Schema> schema_;
  Scanning scanning_;
};

template <class Part>
Result<void> Store::scan(const std::vector<std::string>& paths,
                         const std::function<void(Record&&, Part&)>& map,
                         const std::function<bool(Part&)>& take) const {
  Chunks chunks = chunks_of(paths.size(), scanning_.threads);
  std::vector<Part> parts(chunks.window);  // the part of chunk i is at i modulo the window
  chunks.work = [&](std::size_t chunk) {
    Part part{};
    read_chunk(paths, chunk, [&](Record&& record) { map(std::move(record), part); });
    parts[chunk % parts.size()] = std::move(part);
  };
  chunks.take = [&](std::size_t chunk) {
    Part part = std::exchange(parts[chunk % parts.size()], Part{});
    const bool goes_on = take(part);
    report_progress(chunk, paths.size());
    return goes_on;
  };
  return run(chunks);
}

}  // namespace icc
