#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "icc/diagnostic.h"

namespace icc {

/// What a value is by the YAML 1.2 core schema (section 10.3). Quoted and block scalars are always
/// text.
enum class Kind : std::uint8_t { null, boolean, integer, real, text, list, map };

/// How a value is written in its file.
enum class Style : std::uint8_t {
  plain,
  single_quoted,
  double_quoted,
  literal,
  folded,
  block,
  flow
};

/// One value of a record with its place. The nodes of a document stand in one array in the order of
/// the text, each before its children: the children of node `i` are `i + 1`, then `node(i +
/// 1).end`, and so on up to `node(i).end`.
struct Node {
  std::string_view key;   ///< the decoded key; empty in a list and at the root
  std::string_view text;  ///< the decoded text of a scalar, as written also when it has another
                          ///< kind (`0x1F`, `~`)
  Range key_range;        ///< the key's bytes, with its quotes; empty where there is no key
  Range
      range;  ///< the value's bytes, with its quotes or `|`, without comments and final line ends;
              ///< empty for a value that is not written (`key:`), at the end of its key's `:`
  std::uint32_t end = 0;  ///< index one past the last node below this one
  Kind kind = Kind::null;
  Style style = Style::plain;
};

/// Whether a value of this kind has others in it.
[[nodiscard]] constexpr bool is_collection(Kind kind) {
  return kind == Kind::list || kind == Kind::map;
}

/// Whether a value of this kind is a number.
[[nodiscard]] constexpr bool is_number(Kind kind) {
  return kind == Kind::integer || kind == Kind::real;
}

/// Whether a value is written below a `|` or `>`.
[[nodiscard]] constexpr bool is_block_scalar(Style style) {
  return style == Style::literal || style == Style::folded;
}

/// Whether a node is a boolean that is true, however it is written (`true`, `True`, `TRUE`).
[[nodiscard]] inline bool is_true(const Node& node) {
  return node.kind == Kind::boolean && (node.text.front() == 't' || node.text.front() == 'T');
}

/// Where a fault of a whole value is shown: at the value; at its key when it is not written; behind
/// the `-` of an item that is not.
[[nodiscard]] inline Range shown_range(const Node& node) {
  const bool has_key = node.key_range.begin < node.key_range.end;
  return node.range.begin < node.range.end || !has_key ? node.range : node.key_range;
}

class Document;

/// A document, or the faults that made it unreadable, sorted by place and without a path.
using Reading = tl::expected<Document, std::vector<Diagnostic>>;

/// What a reader refuses beside what is malformed. The limits bound time and memory for hostile
/// files.
struct ReadLimits {
  std::size_t bytes = 256 * 1024;
  std::size_t depth = 32;  ///< of lists and maps within each other
  std::size_t values = 10'000;
};

/// A text in YAML and the tree of its values. Owns both; views into it live as long as it does,
/// also when it is moved.
class Document {
 public:
  Document() = default;

  /// Reads one record with every guard of the format: strict UTF-8, one map, no anchors, aliases,
  /// tags, directives, repeated keys, or text after the end. Copies the text; never throws.
  [[nodiscard]] static Reading read(std::string_view text, const ReadLimits& limits = {});

  /// Reads any YAML that we ship ourselves (schemas, vocabularies): as `read`, with room for large
  /// files.
  [[nodiscard]] static Reading read_schema(std::string_view text);

  /// Reads a JSON text (RFC 8259) into the same tree, any value at the root; numbers keep their
  /// text. Copies the text.
  [[nodiscard]] static Reading read_json(std::string_view text, const ReadLimits& limits = {});

  /// The text that was read.
  [[nodiscard]] std::string_view text() const {
    return text_.empty() ? std::string_view() : std::string_view(text_.data(), text_.size() - 1);
  }

  /// All nodes; the first is the root.
  [[nodiscard]] std::span<const Node> nodes() const { return nodes_; }

  /// The node at an index.
  [[nodiscard]] const Node& node(std::size_t index) const { return nodes_[index]; }

  /// The root. A document that was never read has none.
  [[nodiscard]] const Node& root() const { return nodes_.front(); }

  /// The index of a node of this document.
  [[nodiscard]] std::size_t index(const Node& node) const {
    return static_cast<std::size_t>(&node - nodes_.data());
  }

  /// The value of `key` in a map; null when the map has no such key, or is no map.
  [[nodiscard]] const Node* find(const Node& map, std::string_view key) const;

  class Children;

  /// The children of a list or map, in the order of the text; none for a scalar.
  [[nodiscard]] Children children(const Node& parent) const;

  /// How many children a list or map has; 0 for a scalar.
  [[nodiscard]] std::size_t child_count(const Node& parent) const;

 private:
  friend class DocumentBuilder;

  std::vector<char>
      text_;  // with a line end behind it; a vector, so that a move leaves views valid
  std::vector<std::unique_ptr<char[]>> decoded_;  // scalars that differ from their text
  std::vector<Node> nodes_;
};

/// A range over the children of a node.
class Document::Children {
 public:
  /// Steps from a child to the next.
  class Iterator {
   public:
    Iterator(const Node* nodes, std::size_t index) : nodes_(nodes), index_(index) {}
    const Node& operator*() const { return nodes_[index_]; }
    Iterator& operator++() {
      index_ = nodes_[index_].end;
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const Node* nodes_;
    std::size_t index_;
  };

  Children(const Node* nodes, std::size_t first, std::size_t last)
      : nodes_(nodes), first_(first), last_(last) {}
  /// The first child.
  [[nodiscard]] Iterator begin() const { return {nodes_, first_}; }
  /// One past the last child.
  [[nodiscard]] Iterator end() const { return {nodes_, last_}; }

 private:
  const Node* nodes_;
  std::size_t first_;
  std::size_t last_;
};

inline Document::Children Document::children(const Node& parent) const {
  const std::size_t first = index(parent) + 1;
  return {nodes_.data(), first, is_collection(parent.kind) ? parent.end : first};
}

inline std::size_t Document::child_count(const Node& parent) const {
  std::size_t count = 0;
  for ([[maybe_unused]] const Node& child : children(parent)) ++count;
  return count;
}

}  // namespace icc
