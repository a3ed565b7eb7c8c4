#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "icc/integrity.h"
#include "icc/reader.h"
#include "icc/store_ids.h"

namespace icc {

/// What becomes of a record that comes in.
struct Incoming {
  enum class Fate : std::uint8_t { added, updated, unchanged, refused };
  Fate fate = Fate::refused;
  std::string path;                ///< where it is or would be stored; empty when refused
  std::string text;                ///< what is to be stored
  std::string before;              ///< what is stored, of one that is updated
  std::vector<Diagnostic> faults;  ///< located in the source
};

/// The reasons for which a record is refused, in one text.
[[nodiscard]] std::string reasons(const Incoming& incoming);

/// Decides about the records of a source, one after the other: what is wrong with each, and where
/// it would be stored. Two that start from the same database decide alike.
class Intake {
 public:
  /// `paths` are those of the database, `source` names the source in faults. With `updates`, a
  /// record with the id of a stored one changes its fields.
  Intake(const Context& context, const std::vector<std::string>& paths, std::string source,
         bool updates = false);

  /// What becomes of the next record.
  [[nodiscard]] Incoming decide(const SourceRecord& record);

 private:
  /// A record of the source that is stored, or will be.
  struct CameIn {
    std::size_t line;
    std::size_t hash;  // of its text
  };

  [[nodiscard]] Incoming decide_same(const SourceRecord& record, const std::string& path) const;
  [[nodiscard]] Incoming decide_known(const SourceRecord& record, const std::string& path);
  [[nodiscard]] Incoming decide_update(const SourceRecord& record, const std::string& path);
  [[nodiscard]] Incoming decide_new(const SourceRecord& record, const std::string& id);
  [[nodiscard]] std::optional<Diagnostic> id_fault(const SourceRecord& record) const;
  [[nodiscard]] bool is_stored(std::string_view path, std::string_view text) const;
  [[nodiscard]] const std::string* same_path(const SourceRecord& record) const;
  [[nodiscard]] std::vector<Diagnostic> faults(const SourceRecord& record,
                                               const std::string& path) const;

  const Store& store_;
  std::string source_;
  bool updates_;
  StoreIds ids_;
  std::map<std::string, CameIn, std::less<>> came_in_;  // by id
};

/// Writes what was read as something else to stderr, and how many comments are not taken over, but
/// for the help of the form: `practices.csv:15:38: note: …`.
void report_remarks(const Context& context, const SourceRecord& record, std::string_view source);

/// All faults of a record that would be stored under the id of its title, located in the source.
[[nodiscard]] std::vector<Diagnostic> faults_in(const SourceRecord& record, std::string_view source,
                                                const Store& store);

/// The title of a record; empty when it has none.
[[nodiscard]] std::string_view title_of(const SourceRecord& record);

}  // namespace icc
