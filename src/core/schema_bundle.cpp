#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/document_json_value.h"
#include "core/schema_program.h"
#include "icc/json.h"
#include "icc/schema.h"
#include "icc/text.h"

// A schema of several files as one document. JSON Schema 2020-12 (core, section 9.3) would keep the
// `$ref`s and give each file an `$id`; but editors that follow such addresses are few, and files
// that are found by their path have no address to give. So references become JSON pointers, which
// every reader follows.

namespace icc::json_schema {
namespace {

/// `practice` of `schema/practice.schema.yaml`.
std::string stem(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return std::string(path.substr(0, path.find('.')));
}

/// A step of a JSON pointer (RFC 6901) within the fragment of an address (RFC 3986).
std::string pointer_step(std::string_view name) {
  std::string step = "/";
  for (const char c : name) {
    if (c == '~' || c == '/') {
      step += c == '~' ? "~0" : "~1";
    } else {
      step += c;
    }
  }
  return percent_encoded(step, "/$");
}

class Bundle {
 public:
  Bundle(const Program& program, std::string& out) : program_(program), json_(out, 2) {}

  void write();

 private:
  [[nodiscard]] const Document& document(SchemaPlace place) const {
    return program_.files[place.source]->whole();
  }
  [[nodiscard]] SchemaPlace place(SchemaPlace near, const Node& node) const {
    return {near.source, static_cast<std::uint32_t>(document(near).index(node))};
  }
  [[nodiscard]] const Node& node(SchemaPlace place) const {
    return document(place).node(place.node);
  }
  /// Of a vocabulary that comes with the program, its values count as none: they have no `$id`.
  [[nodiscard]] bool is_schema(SchemaPlace place) const {
    const auto& base = program_.files[place.source]->base;
    return place.node < base.size() && base[place.node] != Sources::no_schema;
  }

  void name_files();
  void find_pointers(SchemaPlace at, const std::string& pointer);
  [[nodiscard]] bool is_left_out(SchemaPlace map, std::string_view key) const;
  void write_value(SchemaPlace at);
  void write_map(SchemaPlace map);
  void write_files();

  const Program& program_;
  JsonWriter json_;
  const Node* definitions_ = nullptr;                        // the first file's own `$defs`
  std::vector<std::string> names_;                           // in `$defs`, by file
  std::unordered_map<std::uint64_t, SchemaPlace> targets_;   // by the place of a `$ref`'s value
  std::unordered_map<std::uint64_t, std::string> pointers_;  // by the place of a target
};

/// Names the files by their stems, apart from each other and from what `$defs` has already.
void Bundle::name_files() {
  std::set<std::string, std::less<>> taken;
  const Document& first = program_.files.front()->whole();
  definitions_ = first.find(first.root(), "$defs");
  if (definitions_ != nullptr) {
    for (const Node& member : first.children(*definitions_)) taken.emplace(member.key);
  }
  names_.emplace_back();
  for (const auto& file : std::span(program_.files).subspan(1)) {
    std::string name = stem(file->path);
    while (!taken.insert(name).second) name += '_';
    names_.push_back(std::move(name));
  }
}

/// Takes down the pointers of all that a `$ref` leads to.
void Bundle::find_pointers(SchemaPlace at, const std::string& pointer) {
  const auto wanted = pointers_.find(at.key());
  if (wanted != pointers_.end()) wanted->second = pointer;
  const Node& parent = node(at);
  std::size_t index = 0;
  for (const Node& child : document(at).children(parent)) {
    const std::string step =
        parent.kind == Kind::list ? fmt::format("/{}", index++) : pointer_step(child.key);
    find_pointers(place(at, child), pointer + step);
  }
}

/// What would change where a pointer leads, and what belongs to the root of a document only.
bool Bundle::is_left_out(SchemaPlace map, std::string_view key) const {
  const bool is_of_file = key == "$id" || key == "$schema";
  return is_schema(map) && (key == "$anchor" || (is_of_file && map != SchemaPlace{}));
}

void Bundle::write_value(SchemaPlace at) {
  const Node& value = node(at);
  const auto reference = targets_.find(at.key());
  if (reference != targets_.end()) {
    return json_.text("#" + pointers_.at(reference->second.key()));
  }
  if (value.kind == Kind::map) return write_map(at);
  if (value.kind != Kind::list) return write_json_value(json_, document(at), value);
  json_.begin_array();
  for (const Node& item : document(at).children(value)) write_value(place(at, item));
  json_.end_array();
}

void Bundle::write_map(SchemaPlace map) {
  json_.begin_object();
  const Node& members = node(map);
  for (const Node& member : document(map).children(members)) {
    if (is_left_out(map, member.key)) continue;
    json_.key(member.key);
    write_value(place(map, member));
  }
  if (&members == definitions_) write_files();
  if (map == SchemaPlace{} && definitions_ == nullptr && names_.size() > 1) {
    json_.key("$defs");
    json_.begin_object();
    write_files();
    json_.end_object();
  }
  json_.end_object();
}

void Bundle::write_files() {
  for (std::uint32_t i = 1; i < names_.size(); ++i) {
    json_.key(names_[i]);
    write_value({i, 0});
  }
}

void Bundle::write() {
  name_files();
  for (const ReferenceTarget& row : program_.references) {
    targets_.emplace(row.reference.key(), row.target);
    pointers_.try_emplace(row.target.key());
  }
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    find_pointers({i, 0}, i == 0 ? "" : "/$defs" + pointer_step(names_[i]));
  }
  write_value({});
}

}  // namespace
}  // namespace icc::json_schema

namespace icc {

std::string Schema::bundle() const {
  std::string out;
  json_schema::Bundle(*program_, out).write();
  return out + "\n";
}

}  // namespace icc
