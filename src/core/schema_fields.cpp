#include "core/schema_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/schema_vocabulary.h"
#include "core/schema_words.h"
#include "icc/text.h"

// A field is described by the schema under its key and by all schemas that this one builds upon
// ($ref, allOf): its layers. The first layer that says something wins.

namespace icc::json_schema {
namespace {

using Layers = std::vector<SchemaPlace>;

constexpr std::size_t most_layers = 64;
constexpr std::size_t deepest_field = 8;
constexpr std::size_t most_fields = 10'000;

struct TypeRow {
  std::string_view name;
  FieldType type;
};

constexpr TypeRow special_types[] = {{"period", FieldType::period}, {"prose", FieldType::prose}};

constexpr TypeRow format_types[] = {
    {"date", FieldType::date}, {"email", FieldType::email}, {"uri", FieldType::url}};

constexpr TypeRow schema_types[] = {{"string", FieldType::text},
                                    {"number", FieldType::number},
                                    {"integer", FieldType::integer},
                                    {"boolean", FieldType::boolean},
                                    {"object", FieldType::object}};

std::optional<FieldType> type_named(std::span<const TypeRow> rows, std::string_view name) {
  for (const TypeRow& row : rows) {
    if (row.name == name) return row.type;
  }
  return std::nullopt;
}

bool is_true(const Node* node) {
  return node != nullptr && icc::is_true(*node);
}

/// Builds the fields of one schema.
class FieldReader {
 public:
  explicit FieldReader(Compiler& compiler) : compiler_(compiler) {}

  /// The fields of the maps that `layers` describe; `prefix` is their path with its point.
  std::vector<Field> fields(const Layers& layers, const std::string& prefix, std::size_t depth) {
    check_aliases(layers);
    for (const SchemaPlace layer : layers) check_required(layer);
    std::vector<Field> result;
    for (const SchemaPlace layer : layers) {
      const Node* properties = keyword(layer, "properties");
      if (properties == nullptr) continue;
      for (const Node& property : children(layer, *properties)) {
        if (++count_ > most_fields) return result;
        result.push_back(field(place(layer, property), prefix, depth));
        result.back().required = is_required(layers, property.key);
      }
    }
    return result;
  }

  /// Reports vocabularies that are grouped by none of these fields.
  void check_groups(std::span<const Field> fields) {
    for (const auto& [layer, within] : groups_) {
      const auto is_it = [name = within->text](const Field& field) {
        return field.name == name || std::ranges::find(field.aliases, name) != field.aliases.end();
      };
      if (std::ranges::any_of(fields, is_it)) continue;
      compiler_.add_fault(layer, within->range, fmt::format("no field {}", quoted(within->text)),
                          "'within' names the field that groups the values");
    }
  }

  Layers layers(SchemaPlace schema) {
    Layers result = {schema};
    for (std::size_t i = 0; i < result.size() && result.size() < most_layers; ++i) {
      const SchemaPlace layer = result[i];
      if (const Node* reference = keyword(layer, "$ref")) {
        const auto target = compiler_.sources().find(layer, *reference);
        if (target) result.push_back(*target);
      }
      if (const Node* all = keyword(layer, "allOf")) {
        for (const Node& child : children(layer, *all)) result.push_back(place(layer, child));
      }
    }
    return result;
  }

 private:
  template <class Take>
  void for_each_property(const Layers& layers, const Take& take) {
    for (const SchemaPlace layer : layers) {
      const Node* properties = keyword(layer, "properties");
      if (properties == nullptr) continue;
      for (const Node& property : children(layer, *properties)) take(place(layer, property));
    }
  }

  /// What a name means already: the field, and what the name is to it.
  struct Owner {
    std::string_view field;
    std::string_view relation;
  };

  /// Reports the aliases that are an alias or the option of another field in the same map. The name
  /// of a field may be an alias of another: it goes before it everywhere.
  void check_aliases(const Layers& layers) {
    std::map<std::string, Owner> owners;
    for_each_property(layers, [&](SchemaPlace property) {
      const Node* flag = extension({property}, "flag");
      if (flag == nullptr || flag->kind != Kind::text) return;
      owners.try_emplace(folded(flag->text), Owner{node(property).key, "the option of"});
    });
    for_each_property(layers, [&](SchemaPlace property) {
      const std::string_view field = node(property).key;
      const Node* aliases = extension({property}, "aliases");
      if (aliases == nullptr) return;
      for (const Node& alias : children(property, *aliases)) {
        const Owner own{field, "an alias of"};
        const Owner& owner = owners.try_emplace(folded(alias.text), own).first->second;
        if (owner.field != field) report_alias(property, alias, owner);
      }
    });
  }

  void report_alias(SchemaPlace property, const Node& alias, const Owner& owner) {
    if (!reported_.insert(&alias).second) return;
    compiler_.add_fault(
        property, alias.range,
        fmt::format("the alias {} of '{}' is {} '{}' already", quoted(alias.text),
                    visible(node(property).key), owner.relation, visible(owner.field)),
        "an alias stands for one field: take it out");
  }

  /// Reports what a map must have and may not have, which no record could mend.
  void check_required(SchemaPlace layer) {
    const Node* required = keyword(layer, "required");
    const Node* properties = keyword(layer, "properties");
    const Node* others = keyword(layer, "additionalProperties");
    const bool is_closed = others != nullptr && others->kind == Kind::boolean && !is_true(others) &&
                           keyword(layer, "patternProperties") == nullptr;
    if (required == nullptr || properties == nullptr || !is_closed) return;
    for (const Node& name : children(layer, *required)) {
      if (document(layer).find(*properties, name.text) == nullptr) {
        report_required(layer, name, *properties);
      }
    }
  }

  void report_required(SchemaPlace layer, const Node& name, const Node& properties) {
    if (!reported_.insert(&name).second) return;
    std::vector<std::string_view> names;
    for (const Node& property : children(layer, properties)) names.push_back(property.key);
    compiler_.add_fault(
        layer, name.range,
        fmt::format("{} is required, but 'properties' lacks it and no others are allowed",
                    quoted(name.text)),
        did_you_mean(nearest(name.text, names), "describe it in 'properties', or take it out"));
  }

  Field field(SchemaPlace schema, const std::string& prefix, std::size_t depth) {
    const Layers own = layers(schema);
    Field field;
    field.name = node(schema).key;
    field.path = prefix + field.name;
    field.origin = origin(schema);
    read_descriptions(own, field);
    read_extension(own, field);
    field.list = describes_list(own);
    const Layers items = field.list ? item_layers(own) : own;
    field.vocabulary = vocabulary(items);
    field.type = type(own, items, field.vocabulary != nullptr);
    if (field.type == FieldType::object && depth < deepest_field) {
      field.fields = fields(items, field.path + ".", depth + 1);
    }
    return field;
  }

  void read_descriptions(const Layers& own, Field& field) {
    field.title = text(own, "title");
    if (field.title.empty()) field.title = field.name;
    field.description = text(own, "description");
    for (const SchemaPlace layer : own) {
      const Node* examples = keyword(layer, "examples");
      if (examples == nullptr || !field.examples.empty()) continue;
      for (const Node& example : children(layer, *examples)) {
        field.examples.push_back(example_text(layer, example));
      }
    }
  }

  /// A scalar as it stands, the items of a list or the values of a map joined.
  std::string example_text(SchemaPlace layer, const Node& example) {
    if (!is_collection(example.kind)) {
      return std::string(trimmed(example.text));
    }
    std::vector<std::string> parts;
    for (const Node& child : children(layer, example)) {
      parts.push_back(example_text(layer, child));
      // As it is typed: `title <url>`.
      const bool is_address = example.kind == Kind::map && parts.back().starts_with("http");
      if (is_address) parts.back() = "<" + parts.back() + ">";
    }
    return fmt::format("{}", fmt::join(parts, example.kind == Kind::map ? " " : "; "));
  }

  void read_extension(const Layers& own, Field& field) {
    field.set = is_true(extension(own, "set"));
    field.column = is_true(extension(own, "column"));
    const Node* prompt = extension(own, "prompt");
    field.prompt = prompt == nullptr || is_true(prompt);
    if (const Node* flag = extension(own, "flag")) {
      if (flag->kind == Kind::text) field.flag = flag->text;
      if (is_true(flag)) field.flag = field.name;
    }
    // Aliases at a vocabulary would belong to its values.
    if (const Node* aliases = extension({own.front()}, "aliases")) {
      for (const Node& alias : children(own.front(), *aliases)) {
        field.aliases.emplace_back(alias.text);
      }
    }
  }

  bool describes_list(const Layers& own) {
    return std::any_of(own.begin(), own.end(), [&](SchemaPlace layer) {
      const Node* type = keyword(layer, "type");
      if (type == nullptr) return keyword(layer, "items") != nullptr;
      return first_type(layer, *type) == "array";
    });
  }

  Layers item_layers(const Layers& own) {
    for (const SchemaPlace layer : own) {
      if (const Node* items = keyword(layer, "items")) return layers(place(layer, *items));
    }
    return {};
  }

  FieldType type(const Layers& own, const Layers& items, bool has_vocabulary) {
    const Node* special = extension(own, "type");
    if (special == nullptr) special = extension(items, "type");
    if (special != nullptr) {
      if (const auto found = type_named(special_types, special->text)) return *found;
    }
    if (has_vocabulary) return FieldType::choice;
    if (const auto found = type_named(format_types, text(items, "format"))) return *found;
    for (const SchemaPlace layer : items) {
      const Node* type = keyword(layer, "type");
      const auto found =
          type == nullptr ? std::nullopt : type_named(schema_types, first_type(layer, *type));
      if (found) return *found;
    }
    const bool has_properties = std::any_of(items.begin(), items.end(), [&](SchemaPlace layer) {
      return keyword(layer, "properties") != nullptr;
    });
    return has_properties ? FieldType::object : FieldType::text;
  }

  /// The type of a schema; of several the widest: text before numbers.
  std::string_view first_type(SchemaPlace layer, const Node& type) {
    std::string_view first = type.text;
    for (const Node& name : children(layer, type)) {
      if (first.empty() || name.text == "string") first = name.text;
    }
    return first;
  }

  std::shared_ptr<const Vocabulary> vocabulary(const Layers& items) {
    for (const SchemaPlace layer : items) {
      const auto& sets = compiler_.program().value_sets;
      const auto set = std::find_if(sets.begin(), sets.end(), [&](const ValueSet& each) {
        return each.schema == layer && each.vocabulary != nullptr;
      });
      if (set != sets.end()) return set->vocabulary;
      const Node* values = extension({layer}, "values");
      if (values == nullptr) continue;
      if (const Node* within = extension({layer}, "within")) groups_.emplace_back(layer, within);
      return open_vocabulary(compiler_.sources().file(layer), *keyword(layer, "x-icc"));
    }
    return nullptr;
  }

  bool is_required(const Layers& layers, std::string_view key) {
    return std::any_of(layers.begin(), layers.end(), [&](SchemaPlace layer) {
      const Node* required = keyword(layer, "required");
      if (required == nullptr) return false;
      for (const Node& name : children(layer, *required)) {
        if (name.text == key) return true;
      }
      return false;
    });
  }

  /// The value of a key of `x-icc` in the first layer that has it.
  const Node* extension(const Layers& layers, std::string_view key) {
    for (const SchemaPlace layer : layers) {
      const Node* all = keyword(layer, "x-icc");
      const Node* value = all == nullptr ? nullptr : document(layer).find(*all, key);
      if (value != nullptr) return value;
    }
    return nullptr;
  }

  std::string text(const Layers& layers, std::string_view name) {
    for (const SchemaPlace layer : layers) {
      const Node* value = keyword(layer, name);
      if (value != nullptr && value->kind == Kind::text) return std::string(trimmed(value->text));
    }
    return {};
  }

  std::string origin(SchemaPlace schema) {
    const std::shared_ptr<const SourceFile> file = compiler_.sources().file(schema);
    return fmt::format("{}:{}", file->path, line(*file, node(schema).key_range.begin));
  }

  /// The line of an offset in a file, counted on from where the last field stood.
  std::size_t line(const SourceFile& file, std::size_t offset) {
    if (counted_.file != &file || counted_.offset > offset) counted_ = {&file, 0, 1};
    const std::string_view text = file.document.text();
    std::size_t end = text.find('\n', counted_.offset);
    for (; end < offset; end = text.find('\n', end + 1)) ++counted_.line;
    counted_.offset = offset;
    return counted_.line;
  }

  const Document& document(SchemaPlace at) { return compiler_.sources().document(at); }
  const Node& node(SchemaPlace at) { return compiler_.sources().node(at); }
  const Node* keyword(SchemaPlace at, std::string_view name) {
    return document(at).find(node(at), name);
  }
  Document::Children children(SchemaPlace near, const Node& parent) {
    return document(near).children(parent);
  }
  SchemaPlace place(SchemaPlace near, const Node& child) {
    return compiler_.sources().place(near, child);
  }

  struct Line {
    const SourceFile* file = nullptr;
    std::size_t offset = 0;
    std::size_t line = 1;
  };

  Compiler& compiler_;
  std::size_t count_ = 0;
  Line counted_;
  std::set<const Node*> reported_;
  std::vector<std::pair<SchemaPlace, const Node*>> groups_;  // 'within' of vocabularies
};

}  // namespace

void add_fields(Compiler& compiler, SchemaPlace root) {
  FieldReader reader(compiler);
  compiler.program().fields = reader.fields(reader.layers(root), {}, 0);
  reader.check_groups(compiler.program().fields);
}

}  // namespace icc::json_schema
