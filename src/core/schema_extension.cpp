#include "core/schema_extension.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/schema_words.h"
#include "icc/text.h"

namespace icc::json_schema {
namespace {

constexpr KindSet truth = kind_bit(Kind::boolean);

constexpr ExtensionKey keys[] = {
    {"aliases", any_list},
    {"areas", any_list},
    {"column", truth},
    {"flag", static_cast<KindSet>(truth | any_text)},
    {"latitude", any_number},
    {"longitude", any_number},
    {"prompt", truth},
    {"rules", any_map},
    {"set", truth},
    {"type", any_text},
    {"values", static_cast<KindSet>(any_map | any_list)},
    {"within", any_text},
};

constexpr Severity severities[] = {Severity::off, Severity::note, Severity::warning,
                                   Severity::error};

std::string similar_name(std::string_view name, std::span<const std::string_view> names) {
  const auto near = nearest(name, names);
  return did_you_mean(near, fmt::format("known: {}", fmt::join(names, ", ")));
}

void check_type(Compiler& compiler, SchemaPlace schema, const Node& value) {
  if (std::ranges::find(extension_types, value.text) != std::end(extension_types)) return;
  compiler.add_fault(schema, value.range,
                     fmt::format("unknown type {} of x-icc", quoted(value.text)),
                     similar_name(value.text, extension_types));
}

void check_flag(Compiler& compiler, SchemaPlace schema, const Node& value) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  const bool is_name = !value.text.empty() && value.text.front() != '-' &&
                       value.text.find_first_not_of(letters) == std::string_view::npos;
  if (is_name || value.kind == Kind::boolean) return;
  compiler.add_fault(schema, value.range,
                     fmt::format("{} can't be the name of an option", quoted(value.text)),
                     "write it in a-z, 0-9 and '-'");
}

void check_key(Compiler& compiler, SchemaPlace schema, const Node& value) {
  const auto* known = std::ranges::find(keys, value.key, &ExtensionKey::name);
  if (known == std::end(keys)) {
    std::vector<std::string_view> names;
    for (const ExtensionKey& key : keys) names.push_back(key.name);
    compiler.add_fault(schema, value.key_range,
                       fmt::format("unknown key {} of x-icc", quoted(value.key)),
                       similar_name(value.key, names));
  } else if ((known->kinds & kind_bit(value.kind)) == 0) {
    compiler.add_fault(schema, value.range,
                       fmt::format("{} must be {}, not {}", quoted(value.key),
                                   kinds_phrase(known->kinds), value_phrase(value)));
  } else if (value.key == "type") {
    check_type(compiler, schema, value);
  } else if (value.key == "flag") {
    check_flag(compiler, schema, value);
  }
}

const Rule* rule_named(Compiler& compiler, SchemaPlace schema, const Node& setting) {
  const Rule* rule = find_rule(setting.key);
  if (rule != nullptr) return rule;
  const auto near = nearest_rules(setting.key);
  compiler.add_fault(schema, setting.key_range, fmt::format("unknown rule {}", quoted(setting.key)),
                     did_you_mean(near, "'icc explain' lists the rules"));
  return nullptr;
}

void read_rule(Compiler& compiler, SchemaPlace schema, const Node& setting) {
  const Rule* rule = rule_named(compiler, schema, setting);
  if (rule == nullptr) return;
  for (const Severity severity : severities) {
    if (severity_name(severity) != setting.text) continue;
    compiler.program().severities.emplace_back(rule->id, severity);
    return;
  }
  compiler.add_fault(schema, setting.range,
                     fmt::format("unknown severity {}", quoted(setting.text)),
                     "write off, note, warning or error");
}

}  // namespace

std::span<const ExtensionKey> extension_keys() {
  return keys;
}

void check_extension(Compiler& compiler, SchemaPlace schema, const Node& extension) {
  for (const Node& value : compiler.children(schema, extension)) {
    check_key(compiler, schema, value);
  }
}

void read_rules(Compiler& compiler, SchemaPlace root) {
  const Document& file = compiler.sources().document(root);
  const Node* extension = file.find(compiler.sources().node(root), "x-icc");
  const Node* settings = extension == nullptr ? nullptr : file.find(*extension, "rules");
  if (settings == nullptr) return;
  for (const Node& setting : file.children(*settings)) read_rule(compiler, root, setting);
}

}  // namespace icc::json_schema
