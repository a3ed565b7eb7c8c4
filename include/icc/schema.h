#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "icc/diagnostic.h"
#include "icc/document.h"
#include "icc/result.h"

// A JSON Schema (draft 2020-12) compiled to a flat program that checks documents, and the fields
// and vocabularies that it describes. The annotation `x-icc` carries what JSON Schema has no word
// for:
//
//   at a field
//     type: prose | period   long text in CommonMark | one of the notations of period.h
//     set: true              the order of the list means nothing; it is written sorted
//     aliases: [city]        other names of the field in queries, imports and options
//     flag: city             `--city` selects by this field (true: by the field's own name)
//     column: true           a default column of `icc list`
//     prompt: false          `icc add` does not ask for it
//   at a choice (a branch of oneOf with const)
//     aliases: [UK, GB]      other names of the value in queries and imports
//     areas: [Education]     areas of the ICC Index
//   at an open vocabulary
//     within: country        the field whose value groups the known ones
//     values: {Sweden: {Botkyrka: {aliases: [...], latitude: 59.2, longitude: 17.8}}}
//   at the root
//     rules: {unknown-city: error}   severities that differ from the rules' own

namespace icc {

/// What the values of a field are; decides how they are asked for, compared and shown.
enum class FieldType : std::uint8_t {
  text,    ///< one line
  prose,   ///< CommonMark, any length
  choice,  ///< a value of a vocabulary, closed or open
  period,  ///< see period.h
  date,    ///< format: date
  url,     ///< format: uri
  email,   ///< format: email
  integer,
  number,
  boolean,
  object,  ///< has fields of its own
};

/// `choice`, `prose`, … as the manual and `icc fields` call it.
[[nodiscard]] std::string_view field_type_name(FieldType type);

/// One known value of a vocabulary.
struct Choice {
  std::string value;
  std::string description;           ///< may be empty
  std::vector<std::string> aliases;  ///< other names, any spelling
  std::vector<std::string> areas;    ///< areas of the ICC Index; may be empty
  std::string within;    ///< the value of the grouping field (a city's country); may be empty
  double latitude = 0;   ///< degrees; meaningful where `has_position`
  double longitude = 0;  ///< degrees; meaningful where `has_position`
  bool has_position = false;
};

class ChoiceNames;

/// The known values of a field. In a closed vocabulary no other value is allowed.
class Vocabulary {
 public:
  /// Tells all choices in the order of the file.
  using Reader = std::function<std::vector<Choice>()>;

  /// `path` is the schema file which defines it: `schema/vocabularies/topics.yaml`. `read` is
  /// called once, when the choices are first asked for: most commands need few vocabularies, or
  /// none.
  Vocabulary(std::string path, bool closed, std::string within, Reader read);
  ~Vocabulary();

  /// The schema file which defines it.
  [[nodiscard]] std::string_view path() const { return path_; }
  /// Whether other values are an error.
  [[nodiscard]] bool closed() const { return closed_; }
  /// The field that groups the values (`country` for cities); empty when there is none.
  [[nodiscard]] std::string_view within() const { return within_; }
  /// All values in the order of the file.
  [[nodiscard]] std::span<const Choice> choices() const;
  /// The choices whose value or alias equals `name` when both are folded. More than one when a
  /// city's name lies in two countries. Lives as long as the vocabulary.
  [[nodiscard]] std::span<const Choice* const> find(std::string_view name) const;
  /// The values (not aliases) that a person may have meant by `name`, nearest first.
  [[nodiscard]] std::vector<std::string_view> suggestions(std::string_view name,
                                                          std::size_t most = 1) const;

 private:
  const ChoiceNames& names() const;

  std::string path_;
  bool closed_;
  std::string within_;
  Reader read_;
  mutable std::once_flag is_read_;
  mutable std::vector<Choice> choices_;
  mutable std::once_flag is_named_;
  mutable std::unique_ptr<const ChoiceNames> names_;
};

/// One field of a record, as the schema describes it.
struct Field {
  std::string name;         ///< the key: `cities`
  std::string path;         ///< with its parents: `references.url`
  std::string title;        ///< for people: `Cities`
  std::string description;  ///< may be empty
  std::vector<std::string> examples;
  std::vector<std::string> aliases;
  FieldType type = FieldType::text;  ///< of the value, or of each item when `list`
  bool required = false;
  bool list = false;
  bool set = false;     ///< a list whose order means nothing
  bool column = false;  ///< shown by `icc list` unless columns are named
  bool prompt = true;   ///< asked for by `icc add`
  std::string flag;     ///< `city` for `--city`; empty: no option of its own
  std::shared_ptr<const Vocabulary> vocabulary;  ///< null when any value goes
  std::vector<Field> fields;                     ///< of an object
  std::string origin;                            ///< `schema/practice.schema.yaml:31`
};

/// The field with this name among those of one level; null when there is none.
[[nodiscard]] inline const Field* find_field(std::span<const Field> fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

/// The same, looked for from `from` on, where it stands in most records: behind the field before.
/// `from` is then behind it.
[[nodiscard]] inline const Field* find_field(std::span<const Field> fields, std::string_view name,
                                             std::size_t& from) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t at = from + i < fields.size() ? from + i : from + i - fields.size();
    if (fields[at].name != name) continue;
    from = at + 1;
    return &fields[at];
  }
  return nullptr;
}

namespace json_schema {
struct Program;
}

/// Reads a file of the schema by its path relative to the database
/// (`schema/vocabularies/topics.yaml`).
using SchemaLoader = std::function<Result<std::string>(std::string_view path)>;

/// A compiled schema. Immutable; may be used by many threads at once. Cheap to copy.
class Schema {
 public:
  /// Compiles the schema file at `path` and all that it refers to. The faults have paths and
  /// places: a keyword that is not supported, a `$ref` that leads nowhere, a pattern that RE2
  /// refuses.
  [[nodiscard]] static tl::expected<Schema, std::vector<Diagnostic>> load(
      const SchemaLoader& loader, std::string_view path = "schema/practice.schema.yaml");

  /// All faults of a document, sorted by place, without a path. One mistake is one diagnostic.
  [[nodiscard]] std::vector<Diagnostic> check(const Document& document) const;

  /// Whether a document has no fault; faster than `check`.
  [[nodiscard]] bool accepts(const Document& document) const;

  /// The fields of a record in canonical order.
  [[nodiscard]] std::span<const Field> fields() const;

  /// The field with this path or alias (`references.url`, `city`), folded; null when there is none.
  [[nodiscard]] const Field* field(std::string_view path_or_alias) const;

  /// The paths of all fields, nested ones too, in canonical order: for suggestions and completion.
  [[nodiscard]] std::span<const std::string_view> field_paths() const;

  /// The whole schema as one JSON document for other programs: further files stand in its `$defs`,
  /// each by the stem of its name, and every `$ref` leads to a place in the document itself.
  /// Judges as the files do. Ends in a line end.
  [[nodiscard]] std::string bundle() const;

  /// The severity of a rule in this database.
  [[nodiscard]] Severity severity(RuleId rule) const;

 private:
  explicit Schema(std::shared_ptr<const json_schema::Program> program)
      : program_(std::move(program)) {}
  std::shared_ptr<const json_schema::Program> program_;
};

/// The first field that holds periods; null when there is none.
[[nodiscard]] inline const Field* period_field(const Schema& schema) {
  const auto found = std::ranges::find(schema.fields(), FieldType::period, &Field::type);
  return found == schema.fields().end() ? nullptr : &*found;
}

/// The names in a list such as `country,-period`, blanks around them taken off; an absent one is
/// wrong usage.
[[nodiscard]] Result<std::vector<std::string_view>> listed_names(std::string_view list);

/// The names that `Schema::field` understands: for suggestions.
[[nodiscard]] std::vector<std::string_view> field_names(const Schema& schema);

/// What to tell a person who mistyped a field, or one of the `others` that are understood as well.
[[nodiscard]] std::string suggested_field(std::string_view name, const Schema& schema,
                                          std::initializer_list<std::string_view> others = {});

/// `no such field 'contry'`, with a suggestion; wrong usage.
[[nodiscard]] Error unknown_field(std::string_view name, const Schema& schema);

/// The field that groups the vocabulary of `field`, as countries group cities; null when there is
/// none.
[[nodiscard]] inline const Field* grouping_field(const Field& field, const Schema& schema) {
  if (!field.vocabulary || field.vocabulary->within().empty()) return nullptr;
  const Field* top = find_field(schema.fields(), field.vocabulary->within());
  return top != nullptr ? top : schema.field(field.vocabulary->within());
}

}  // namespace icc
