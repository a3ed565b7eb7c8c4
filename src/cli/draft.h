#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/entries.h"
#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"
#include "icc/store.h"

namespace icc {

/// A practice in the making: fields and values as a person gives them, one by one.
class Draft {
 public:
  /// An empty draft. `schema` must outlive it.
  explicit Draft(const Schema& schema) : schema_(&schema) {}

  /// A draft with the fields of a record that was read from elsewhere.
  Draft(const Schema& schema, Value record) : schema_(&schema), record_(std::move(record)) {}

  /// Puts values into a field in place of what it held; no values take the field away. Other names
  /// of a vocabulary's values are written as the vocabulary does; `TITLE <URL>` is read into an
  /// object of a text and a url. A value that can't be understood is an error that says what would
  /// be.
  [[nodiscard]] Result<void> put(const Field& field, const std::vector<std::string>& values);

  /// Puts more values behind those that a list has.
  [[nodiscard]] Result<void> add(const Field& field, const std::vector<std::string>& values);

  /// Whether the field has a value.
  [[nodiscard]] bool has(const Field& field) const;

  /// The field alone in canonical form; empty when it has no value.
  [[nodiscard]] std::string shown(const Field& field) const;

  /// The record, fields in the order in which they were given.
  [[nodiscard]] const Value& record() const { return record_; }

  /// The first text of a field; empty when it has none.
  [[nodiscard]] std::string text(std::string_view field) const;

  /// The record in canonical form.
  [[nodiscard]] std::string canonical() const { return canonical_text(record_, *schema_); }

  /// All faults of the record as it stands, located in `canonical()`, at the path where it would be
  /// stored.
  [[nodiscard]] std::vector<Diagnostic> faults(const Store& store) const;

  /// The first fault of a field by the schema alone; none when it is good.
  [[nodiscard]] std::optional<Diagnostic> fault_in(const Field& field) const;

  /// What is doubtful in a field: its warnings among `faults`.
  [[nodiscard]] std::vector<Diagnostic> doubts_in(const Field& field, const Store& store) const;

 private:
  const Schema* schema_;
  Value record_{.kind = Kind::map, .text = {}, .items = {}, .members = {}};
};

/// The value that `answer` means in a field, of a list in one of its items: another name of a
/// vocabulary's value becomes that value, `TITLE <URL>` an object, prose one sentence a line. An
/// unknown value of a closed vocabulary is an error that suggests one.
[[nodiscard]] Result<Value> value_meant(const Field& field, const std::string& answer);

/// The value of a vocabulary that `answer` means: a value, another name, or (`by_beginning`) a
/// beginning that no other value has. An open vocabulary takes any answer. The error suggests what
/// may have been meant.
[[nodiscard]] Result<std::string> choice_meant(const Field& field, std::string_view answer,
                                               bool by_beginning = false);

}  // namespace icc
