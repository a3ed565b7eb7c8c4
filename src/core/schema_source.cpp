#include "core/schema_source.h"

#include <fmt/format.h>

#include "core/schema_keywords.h"
#include "core/schema_reference.h"

namespace icc::json_schema {
namespace {

// The base of the files themselves. No $id can begin with it: a scheme begins with a letter.
constexpr std::string_view database = "0db:/";

constexpr std::string_view remote_hint =
    "put the schema into a file beside this one; nothing is fetched from a network";

Reading parsed(std::string_view text, std::string_view path) {
  constexpr ReadLimits limits = {64 * 1024 * 1024, 64, 4'000'000};
  if (path.ends_with(".json")) return Document::read_json(text, limits);
  return Document::read_schema(text);
}

std::string_view folder_of(std::string_view address) {
  return address.substr(0, address.rfind('/') + 1);
}

}  // namespace

void Sources::add_fault(SchemaPlace file, Range range, std::string message, std::string hint) {
  Diagnostic fault;
  fault.rule = RuleId::faulty_schema;
  fault.path = files_[file.source]->path;
  fault.range = range;
  fault.message = std::move(message);
  fault.hint = std::move(hint);
  locate(fault, files_[file.source]->document.text());
  faults_.push_back(std::move(fault));
}

std::optional<SchemaPlace> Sources::open(std::string_view path) {
  folder_ = folder_of(path);
  return load(fmt::format("{}{}", database, path));
}

/// The path of the file that an address stands for: either directly, or because a file that was
/// read has a $id in the same folder of the same site.
std::optional<std::string> Sources::path_of(const std::string& address) const {
  if (address.starts_with(database)) {
    std::string path = address.substr(database.size());
    if (path.starts_with(folder_)) return path;
    return std::nullopt;
  }
  for (const auto& file : files_) {
    if (file->base.front() == no_schema) continue;
    const std::string_view folder = folder_of(addresses_[file->base.front()]);
    if (folder.empty() || !address.starts_with(folder)) continue;
    return fmt::format("{}{}", folder_of(file->path), address.substr(folder.size()));
  }
  return std::nullopt;
}

std::optional<SchemaPlace> Sources::load(const std::string& address) {
  if (const auto known = places_.find(address); known != places_.end()) return known->second;
  const auto path = path_of(address);
  auto file = path ? read(*path) : nullptr;
  if (!file) return std::nullopt;
  const SchemaPlace root = {static_cast<std::uint32_t>(files_.size()), 0};
  file->base.resize(file->document.nodes().size(), no_schema);
  files_.push_back(std::move(file));
  places_.emplace(address, root);
  addresses_.push_back(address);
  scan(root, static_cast<std::uint32_t>(addresses_.size() - 1));
  return root;
}

std::shared_ptr<SourceFile> Sources::read(const std::string& path) {
  auto text = loader_(path);
  if (!text) {
    Diagnostic fault;
    fault.rule = RuleId::unreadable_file;
    fault.path = path;
    fault.message = text.error().message;
    fault.hint = text.error().hint;
    faults_.push_back(std::move(fault));
    return nullptr;
  }
  auto shipped = extent_ == Extent::beginning ? shipped_vocabulary(path, *text) : nullptr;
  auto document = parsed(shipped ? shipped->beginning() : *text, path);
  if (document) {
    return std::make_shared<SourceFile>(
        SourceFile{path, std::move(*document), {}, std::move(shipped)});
  }
  for (Diagnostic& fault : document.error()) {
    fault.path = path;
    locate(fault, *text);
    faults_.push_back(std::move(fault));
  }
  return nullptr;
}

/// Takes note of a schema and of all schemas in it.
void Sources::scan(SchemaPlace place, std::uint32_t base) {
  const Node& schema = node(place);
  if (schema.kind != Kind::map && schema.kind != Kind::boolean) {
    add_fault(place, schema.range, "a schema must be a map, or true or false");
    return;
  }
  base = base_of(place, base);
  files_[place.source]->base[place.node] = base;
  add_anchors(place, base);
  scan_members(place, base);
}

void Sources::scan_members(SchemaPlace schema, std::uint32_t base) {
  for (const Node& value : document(schema).children(node(schema))) {
    const Keyword* keyword = find_keyword(value.key);
    if (keyword == nullptr) continue;
    if (keyword->shape == KeywordShape::schema) scan(place(schema, value), base);
    const bool has_schemas =
        (keyword->shape == KeywordShape::schemas && value.kind == Kind::list) ||
        (keyword->shape == KeywordShape::schemas_by_key && value.kind == Kind::map);
    if (!has_schemas) continue;
    for (const Node& child : document(schema).children(value)) scan(place(schema, child), base);
  }
}

/// The index of the base address within a schema, a new one when it has a $id.
std::uint32_t Sources::base_of(SchemaPlace place, std::uint32_t base) {
  const Node* id = document(place).find(node(place), "$id");
  if (id == nullptr || id->kind != Kind::text) return base;
  const Reference reference = resolved(addresses_[base], id->text);
  if (!reference.fragment.empty()) {
    add_fault(place, id->range, "'$id' must not have a fragment", "write a name as '$anchor'");
  }
  if (!places_.emplace(reference.address, place).second && places_.at(reference.address) != place) {
    add_fault(place, id->range, fmt::format("another schema has the $id '{}'", id->text));
  }
  addresses_.push_back(reference.address);
  return static_cast<std::uint32_t>(addresses_.size() - 1);
}

void Sources::add_anchors(SchemaPlace place, std::uint32_t base) {
  const Node* anchor = document(place).find(node(place), "$anchor");
  if (anchor == nullptr || anchor->kind != Kind::text) return;
  if (places_.emplace(fmt::format("{}#{}", addresses_[base], anchor->text), place).second) return;
  add_fault(place, anchor->range, fmt::format("another schema has the anchor '{}'", anchor->text));
}

std::optional<SchemaPlace> Sources::find(SchemaPlace schema, const Node& reference) {
  const std::uint32_t base = files_[schema.source]->base[schema.node];
  const Reference target = resolved(addresses_[base], reference.text);
  const std::size_t faults_before = faults_.size();
  const auto root = load(target.address);
  if (!root) {
    if (faults_.size() > faults_before) {
      faults_.back().hint = fmt::format("'{}' refers to it", files_[schema.source]->path);
    } else {
      add_fault(schema, reference.range,
                fmt::format("'{}' lies outside of the schema's folder", reference.text),
                std::string(remote_hint));
    }
    return std::nullopt;
  }
  const bool is_anchor = !target.fragment.empty() && target.fragment.front() != '/';
  const auto found =
      is_anchor ? at_anchor(*root, target.fragment) : at_pointer(*root, target.fragment);
  if (!found) {
    add_fault(schema, reference.range, fmt::format("'{}' leads to no schema", reference.text));
  }
  return found;
}

/// The child of a map or list that a step of a JSON pointer names.
const Node* Sources::child(SchemaPlace parent, const std::string& step) {
  auto [known, is_new] = children_.try_emplace(parent.key());
  if (is_new) {
    std::size_t index = 0;
    const bool is_list = node(parent).kind == Kind::list;
    for (const Node& each : document(parent).children(node(parent))) {
      known->second.emplace(is_list ? std::to_string(index++) : std::string(each.key), &each);
    }
  }
  const auto found = known->second.find(step);
  return found == known->second.end() ? nullptr : found->second;
}

/// The schema that a JSON pointer leads to from `at`.
std::optional<SchemaPlace> Sources::at_pointer(SchemaPlace at, std::string_view pointer) {
  while (const auto step = next_step(pointer)) {
    const Node* next = child(at, *step);
    if (next == nullptr) return std::nullopt;
    at = place(at, *next);
  }
  return is_schema(at) ? std::optional(at) : std::nullopt;
}

std::optional<SchemaPlace> Sources::at_anchor(SchemaPlace root, const std::string& anchor) {
  if (!is_schema(root)) return std::nullopt;
  const std::string& address = addresses_[files_[root.source]->base[root.node]];
  const auto found = places_.find(fmt::format("{}#{}", address, anchor));
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace icc::json_schema
