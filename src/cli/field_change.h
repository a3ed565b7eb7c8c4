#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "icc/entries.h"
#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"
#include "icc/store.h"

namespace icc {

/// A change of one field, as a person writes it: `FIELD=VALUE`, `FIELD+=VALUE`, `FIELD-=VALUE`,
/// `FIELD=`; or of a part of it: `FIELD[N]=VALUE`, `FIELD[N].KEY=VALUE`, `FIELD.KEY=VALUE`.
struct FieldChange {
  enum class Kind { put, add, take, unset };
  Kind kind = Kind::put;
  const Field* field = nullptr;
  Value value = {};               ///< of a list: the item; nothing for `unset`
  std::size_t item = 0;           ///< of a list, from 1; 0: not one item
  const Field* member = nullptr;  ///< of an object; null: not one member
};

/// Whether a word is meant as a change: it has a `=`.
[[nodiscard]] bool is_field_change(std::string_view word);

/// The change that a word means. Values are understood as `icc add` does. An unknown field, an
/// unknown value of a closed vocabulary, `+=` on a field that is no list: `Failure::usage`.
[[nodiscard]] Result<FieldChange> field_change(std::string_view word, const Schema& schema);

/// Whether nothing of an earlier change is left after a later one. `FIELD[N]=` may stand twice:
/// what comes after an item that is taken away moves up.
[[nodiscard]] bool undoes(const FieldChange& later, const FieldChange& earlier);

/// The text of a record with the changes made one after the other. What a list has already is not
/// added again; what it does not have can't be taken: neither changes anything.
[[nodiscard]] Result<std::string> changed_text(const Document& document,
                                               const std::vector<FieldChange>& changes,
                                               const Schema& schema);

/// What the changes would take from lists that don't have it, each as `has no 'Bergn' in cities
/// (did you mean 'Bergen'?)`.
[[nodiscard]] std::vector<std::string> not_taken(const Document& document,
                                                 const std::vector<FieldChange>& changes);

/// The faults of a record as it would be that it does not have as it is, located, sorted. One with
/// the same message is an old one, also when the value that it is about is another now.
[[nodiscard]] std::vector<Diagnostic> faults_of_change(const Practice& before,
                                                       const Practice& after, const Store& store);

}  // namespace icc
