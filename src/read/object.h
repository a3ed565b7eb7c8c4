#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "icc/reader.h"

namespace icc {

/// Where an object of JSON or YAML comes from.
struct ObjectSource {
  const Document& document;
  const Node& object;
  std::size_t offset = 0;           ///< of the document in the record's text
  bool has_exported_names = false;  ///< JSON's: `_id` for a key `id`, `period_edtf` beside a period
};

/// The record that an object holds: taken as it stands when it has an id, which is its member `id`
/// unless `id` is given; else as a person means it.
[[nodiscard]] SourceRecord record_of(const ObjectSource& source, const Schema& schema,
                                     const SourceOptions& options, std::string_view id = {});

/// A record that could not be read, with the faults of its document.
[[nodiscard]] SourceRecord unreadable_record(std::vector<Diagnostic> faults, std::size_t offset);

/// The text of a JSON object, without the reason for which it was refused before.
[[nodiscard]] std::string json_text(const Document& document, const Node& object);

/// A refused JSON object with the reason as its first member; what is no object stays as it is.
[[nodiscard]] std::string json_reject(const SourceRecord& record, std::string_view reason);

}  // namespace icc
