#pragma once

#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/schema_place.h"
#include "core/schema_shipped.h"
#include "icc/diagnostic.h"
#include "icc/document.h"
#include "icc/schema.h"

namespace icc::json_schema {

/// One file of a schema.
struct SourceFile {
  std::string path;
  Document document;
  std::vector<std::uint32_t> base;  ///< for each node that is a schema, the index of its base
                                    ///< address; `Sources::no_schema` for the others
  /// Set where `document` is only the beginning of a vocabulary.
  std::shared_ptr<const ShippedVocabulary> shipped;

  /// All of the file, read now if need be.
  [[nodiscard]] const Document& whole() const { return shipped ? shipped->whole() : document; }
};

/// How much of vocabularies is read at once.
enum class Extent : std::uint8_t {
  whole,      ///< all of them
  beginning,  ///< of those that come with the program, what stands before their values
};

/// The files of a schema: loads them, finds what their `$ref`s lead to. No file outside the folder
/// of the first one is read, and nothing from a network.
class Sources {
 public:
  /// What `SourceFile::base` says of a node that is no schema.
  static constexpr std::uint32_t no_schema = 0xFFFFFFFF;

  /// Faults are added to `faults`; both must outlive the sources.
  Sources(const SchemaLoader& loader, Extent extent, std::vector<Diagnostic>& faults)
      : loader_(loader), extent_(extent), faults_(faults) {}

  /// Opens the first file. Nothing when it can't be read; the faults say why.
  [[nodiscard]] std::optional<SchemaPlace> open(std::string_view path);

  /// The schema that the text of `reference` (the value of a `$ref` in `schema`) leads to; loads
  /// its file when it is a new one. Nothing when there is none; the faults say why.
  [[nodiscard]] std::optional<SchemaPlace> find(SchemaPlace schema, const Node& reference);

  /// The node at a place.
  [[nodiscard]] const Node& node(SchemaPlace place) const {
    return files_[place.source]->document.node(place.node);
  }

  /// The place of a node in the same file as `near`.
  [[nodiscard]] SchemaPlace place(SchemaPlace near, const Node& node) const {
    return {near.source, static_cast<std::uint32_t>(files_[near.source]->document.index(node))};
  }

  /// The file that a place is in.
  [[nodiscard]] std::shared_ptr<const SourceFile> file(SchemaPlace place) const {
    return files_[place.source];
  }

  /// The document that a place is in.
  [[nodiscard]] const Document& document(SchemaPlace place) const {
    return files_[place.source]->document;
  }

  /// Whether a node stands where the standard expects a schema.
  [[nodiscard]] bool is_schema(SchemaPlace place) const {
    return files_[place.source]->base[place.node] != no_schema;
  }

  /// Adds a fault in a schema file.
  void add_fault(SchemaPlace file, Range range, std::string message, std::string hint = {});

  /// The files, given away when the schema is compiled.
  [[nodiscard]] std::vector<std::shared_ptr<const SourceFile>> take_files() {
    return {std::make_move_iterator(files_.begin()), std::make_move_iterator(files_.end())};
  }

 private:
  std::optional<SchemaPlace> load(const std::string& address);
  std::shared_ptr<SourceFile> read(const std::string& path);
  void scan(SchemaPlace place, std::uint32_t base);
  void scan_members(SchemaPlace place, std::uint32_t base);
  std::uint32_t base_of(SchemaPlace place, std::uint32_t base);
  void add_anchors(SchemaPlace place, std::uint32_t base);
  std::optional<std::string> path_of(const std::string& address) const;
  std::optional<SchemaPlace> at_pointer(SchemaPlace at, std::string_view pointer);
  std::optional<SchemaPlace> at_anchor(SchemaPlace root, const std::string& anchor);
  const Node* child(SchemaPlace parent, const std::string& step);

  const SchemaLoader& loader_;
  Extent extent_;
  std::vector<Diagnostic>& faults_;
  std::string folder_;  // that of the first file, with its slash
  std::vector<std::shared_ptr<SourceFile>> files_;
  std::vector<std::string> addresses_;                   // the bases
  std::unordered_map<std::string, SchemaPlace> places_;  // by address, or address#anchor
  // By place, the children that JSON pointers have asked for: else a million `$ref`s into one map
  // of a million keys would take for ever.
  std::unordered_map<std::uint64_t, std::unordered_map<std::string, const Node*>> children_;
};

}  // namespace icc::json_schema
