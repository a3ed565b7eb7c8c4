#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "icc/document.h"
#include "icc/period.h"
#include "icc/schema.h"

namespace icc {

/// The id of the record at a path: the stem of its file
/// (`practices/sweden/equality-planning.yaml`).
[[nodiscard]] std::string_view id_of(std::string_view path);

/// The id made from a title: folded, words joined by `-`, at most 80 bytes, cut at a word, valid. A
/// title without Latin letters and digits gives `practice`. `number` 2 makes it end in `-2`, for a
/// title whose id is taken.
[[nodiscard]] std::string id_from(std::string_view title, std::size_t number = 1);

/// Whether an id may be used: `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 bytes, not a name that Windows
/// reserves.
[[nodiscard]] bool is_valid_id(std::string_view id);

/// Why `is_valid_id` says no, to stand behind the id: `is a name that Windows reserves`.
[[nodiscard]] std::string id_problem(std::string_view id);

/// An id in lower case (ASCII): ids that differ in case only are the same on many disks.
[[nodiscard]] std::string id_key(std::string_view id);

/// Where a record belongs: `practices/<country folded>/<id>.yaml`, or `practices/<id>.yaml` when
/// the country has no letter to make a folder's name of.
[[nodiscard]] std::string path_for(std::string_view country, std::string_view id);

/// One record: its id, its document, and its values by field.
class Practice {
 public:
  /// `path` is relative to the database, with `/`.
  Practice(std::string path, Document document)
      : path_(std::move(path)), document_(std::move(document)) {}

  /// The stem of the file's name.
  [[nodiscard]] std::string_view id() const { return id_of(path_); }
  /// The file, relative to the database.
  [[nodiscard]] std::string_view path() const { return path_; }
  /// The record's text and tree.
  [[nodiscard]] const Document& document() const { return document_; }

  /// The node of a top-level field; null when the record does not have it.
  [[nodiscard]] const Node* node(const Field& field) const;

  /// All scalar values at a field's path, in order: the items of a list, the urls of all
  /// references. Empty texts and nulls are left out. Views into the document.
  [[nodiscard]] std::vector<std::string_view> values(const Field& field) const;

  /// The first of `values`, or an empty text.
  [[nodiscard]] std::string_view text(const Field& field) const;

  /// The field's value as a period. Reads it anew on each call.
  [[nodiscard]] Period period(const Field& field) const { return read_period(text(field)); }

 private:
  std::string path_;
  Document document_;
};

}  // namespace icc
