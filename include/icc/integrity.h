#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "icc/diagnostic.h"
#include "icc/practice.h"
#include "icc/schema.h"

// The rules that JSON Schema can't express: about the meaning of one record's values, and between
// records.

namespace icc {

/// Knows whether a file or folder of the database exists, by its path relative to the database,
/// with `/`. May be called by several threads at once when records are checked so.
using FileExists = std::function<bool(std::string_view path)>;

/// Faults in the meaning of one record: unreadable periods, unknown cities, `N/A` in place of
/// nothing, a file in the wrong country's folder. Sorted by place, path set, not located. Without
/// `exists`, local links are not checked.
[[nodiscard]] std::vector<Diagnostic> check_meaning(const Practice& practice, const Schema& schema,
                                                    const FileExists& exists = {});

/// All faults of one record: those that the schema finds, and those of meaning in values with which
/// the schema is content, so that one mistake is one diagnostic. Sorted, path set, not located.
[[nodiscard]] std::vector<Diagnostic> check_record(const Practice& practice, const Schema& schema,
                                                   const FileExists& exists = {});

/// The values that YAML ends at a comment which was probably meant as text: `Number` of `Number
/// #1`. Sorted, not located.
[[nodiscard]] std::vector<Diagnostic> cut_off_texts(const Document& document);

/// The comments of a record that silence a rule for it, whatever the rule's severity:
///
///     # icc: allow NAME reason
///
/// NAME is the name or the code of a rule; the reason is for the next reader.
class Allowances {
 public:
  /// Those of a record.
  explicit Allowances(const Practice& practice);

  /// Whether there are none, as in most records.
  [[nodiscard]] bool empty() const { return all_.empty(); }

  /// Whether the record may have faults of this rule; the allowance was needed then.
  [[nodiscard]] bool allows(RuleId rule);

  /// What is wrong with the comments themselves: they name no rule, give no reason, or were not
  /// needed by now. With path, not located.
  [[nodiscard]] std::vector<Diagnostic> faults(const Schema& schema) const;

 private:
  struct Allowance {
    Range comment;
    std::optional<Range> line;  // to be taken out
    const Rule* rule = nullptr;
    std::string problem;
    std::string hint;
    bool needed = false;
  };
  void add(std::string_view text, Range comment, std::string_view words);

  std::string path_;
  std::vector<Allowance> all_;
};

/// What the rules between records need of one. Takes little room, so that records need not be kept.
struct RecordNote {
  /// A city that the vocabulary doesn't know.
  struct City {
    std::string country;  ///< as the record has it; may be empty
    std::string name;
    Range range;
  };
  std::string path;
  std::string title;  ///< empty when it has none
  Range title_range;
  std::vector<City> unknown_cities;
};

/// The note of a record. May be made on any thread.
[[nodiscard]] RecordNote note_of(const Practice& practice, const Schema& schema);

/// Collects the notes of records, then tells the faults between them in near-linear time.
class Integrity {
 public:
  /// Rules between records of this schema, with its severities. Keeps a copy.
  explicit Integrity(const Schema& schema);
  ~Integrity();
  Integrity(Integrity&&) noexcept;
  Integrity& operator=(Integrity&&) noexcept;

  /// Takes the note of a record. To be called once for each record of the database, in any order.
  void add(const RecordNote& note);

  /// The same for a record whose path is kept by others, as long as the faults are told: it takes
  /// no room here.
  void add(const RecordNote& note, std::string_view kept_path);

  /// Faults between the records: repeated ids (also equal without case), titles nearly the same,
  /// one city spelt in two ways. Each is told of the later record by path, with the earlier one as
  /// related place. Sorted; with path, ranges and related places that are not located yet.
  [[nodiscard]] std::vector<Diagnostic> check() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace icc
