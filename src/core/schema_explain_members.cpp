#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/document_quote.h"
#include "core/schema_explain.h"
#include "core/schema_words.h"
#include "icc/text.h"

// What is wrong with the keys of a map: unknown ones, missing ones, and pairs of both that are one
// misspelling.

namespace icc::json_schema {
namespace {

constexpr std::size_t few_keys = 8;

/// The keys of one map against those that the schema names.
class KeyCheck {
 public:
  KeyCheck(Explainer& explainer, const Instruction& demand, const Node& map)
      : explainer_(explainer),
        members_(explainer.program().members[demand.index]),
        map_(map),
        present_(members_.members.size(), nullptr) {
    for (const Node& child : explainer.document().children(map)) {
      const std::uint32_t index = members_.keys.find(child.key);
      if (index != TextSet::none) present_[index] = &child;
    }
  }

  void run() {
    for (const Node& child : explainer_.document().children(map_)) check(child);
    for (std::size_t i = 0; i < present_.size(); ++i) {
      if (members_.members[i].required && present_[i] == nullptr) add_missing(i);
    }
  }

 private:
  void check(const Node& child) {
    const std::uint32_t index = members_.keys.find(child.key);
    bool is_known = false;
    if (index != TextSet::none) {
      is_known = members_.members[index].declared;
      explainer_.explain_child(members_.members[index].block, child);
    }
    for (const Members::ByPattern& row : members_.by_pattern) {
      if (!explainer_.program().patterns[row.pattern].matches(child.key)) continue;
      is_known = true;
      explainer_.explain_child(row.block, child);
    }
    if (is_known) return;
    if (members_.additional == false_block) return add_unknown(child);
    explainer_.explain_child(members_.additional, child);
  }

  void add_unknown(const Node& child) {
    Diagnostic& fault =
        explainer_.add(RuleId::unknown_key, child.key_range, members_.additional_origin,
                       fmt::format("unknown key {}", quoted(child.key)), known_keys());
    if (!explainer_.may_search()) return;
    const auto like = member_like(child.key);
    if (like && present_[*like] == nullptr) {
      suggest_absent(fault, child, *like);
    } else if (like) {
      fault.hint =
          fmt::format("did you mean {}? it is here already", quoted(members_.members[*like].key));
    }
  }

  void suggest_absent(Diagnostic& fault, const Node& child, std::size_t index) {
    const Member& member = members_.members[index];
    fault.hint = fmt::format("did you mean {}?", quoted(member.key));
    if (member.required) {
      fault.hint += " it is required and missing here";
      present_[index] = &child;
    }
    fault.fix = {member.required, child.key_range, scalar_text(member.key, Style::plain),
                 "rename the key"};
  }

  /// The member whose key or alias is nearest to `key`; of equally near ones an absent one.
  std::optional<std::size_t> member_like(std::string_view key) const {
    std::vector<std::string_view> names;
    std::vector<std::size_t> indices;
    for (const bool absent : {true, false}) {
      for (std::size_t i = 0; i < members_.members.size(); ++i) {
        if ((present_[i] == nullptr) != absent) continue;
        for (const std::string_view name : names_of(members_.members[i])) {
          names.push_back(name);
          indices.push_back(i);
        }
      }
    }
    const auto found = nearest(key, names);
    if (found.empty()) return std::nullopt;
    const auto at = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
      return name.data() == found.front().data();
    });
    return indices[static_cast<std::size_t>(at - names.begin())];
  }

  /// The key of a member and the aliases that the schema gives it.
  std::vector<std::string_view> names_of(const Member& member) const {
    std::vector<std::string_view> names = {member.key};
    const Program& program = explainer_.program();
    if (!member.declared || member.block <= false_block) return names;
    const SchemaPlace schema = program.blocks[member.block].origin;
    const Document& file = program.files[schema.source]->document;
    const Node* extension = file.find(program.node(schema), "x-icc");
    const Node* aliases = extension == nullptr ? nullptr : file.find(*extension, "aliases");
    if (aliases == nullptr) return names;
    for (const Node& alias : file.children(*aliases)) names.push_back(alias.text);
    return names;
  }

  std::string known_keys() const {
    std::vector<std::string> keys;
    for (const Member& member : members_.members) {
      if (member.declared) keys.push_back(quoted(member.key));
    }
    if (keys.empty()) return "no key is allowed here";
    if (keys.size() <= few_keys) return fmt::format("allowed: {}", fmt::join(keys, ", "));
    return "'icc fields' lists the allowed keys";
  }

  void add_missing(std::size_t index) {
    const Member& member = members_.members[index];
    const std::uint32_t at = insert_position(index);
    std::string path = explainer_.field_path();
    if (!path.empty()) path += '.';
    path += member.key;
    explainer_
        .add(RuleId::missing_key, {at, at}, member.requirement,
             fmt::format("missing key {}", quoted(member.key)),
             fmt::format("add '{}: …'", visible(member.key)))
        .field = std::move(path);
  }

  /// Behind the last key that the schema names before this one; at the beginning of the map when
  /// there is none.
  std::uint32_t insert_position(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
      const bool is_here = present_[i] != nullptr && present_[i]->key == members_.members[i].key;
      if (is_here) return present_[i]->range.end;
    }
    const bool in_braces = map_.style == Style::flow && map_.range.begin < map_.range.end;
    return map_.range.begin + (in_braces ? 1 : 0);
  }

  Explainer& explainer_;
  const Members& members_;
  const Node& map_;
  std::vector<const Node*> present_;  // by member; a misspelt key stands for the one it means
};

}  // namespace

void explain_members(Explainer& explainer, const Instruction& demand, const Node& map) {
  KeyCheck(explainer, demand, map).run();
}

}  // namespace icc::json_schema
