#include "write/page_data.h"

#include <algorithm>
#include <map>

#include "core/document_json_value.h"
#include "core/text_ascii.h"
#include "icc/json.h"
#include "icc/text.h"
#include "write/html_text.h"
#include "write/json_record.h"
#include "write/keys.h"
#include "write/page_practice.h"

namespace icc {
namespace {

void collect_leaves(std::span<const Field> fields, std::vector<const Field*>& leaves) {
  for (const Field& field : fields) {
    if (field.fields.empty()) leaves.push_back(&field);
    collect_leaves(field.fields, leaves);
  }
}

std::vector<const Field*> leaves_of(const Schema& schema) {
  std::vector<const Field*> leaves;
  collect_leaves(schema.fields(), leaves);
  return leaves;
}

/// How the characters of some texts are folded. Between two letters, since white space at the ends
/// of a text is dropped.
class Foldings {
 public:
  void add(std::string_view text) {
    while (!text.empty()) {
      const Character character = first_character(text);
      const std::string_view bytes = text.substr(0, character.length);
      if (character.code >= 0x80 && !foldings_.contains(bytes)) {
        const std::string between = folded("x" + std::string(bytes) + "x");
        foldings_.emplace(bytes, between.substr(1, between.size() - 2));
      }
      text.remove_prefix(character.length);
    }
  }

  void write(JsonWriter& json) const {
    json.begin_object();
    for (const auto& [character, plain] : foldings_) json.member(character, plain);
    json.end_object();
  }

 private:
  std::map<std::string, std::string, std::less<>> foldings_;
};

/// The vocabularies of a schema's fields, each once.
class Vocabularies {
 public:
  std::size_t index(const Vocabulary* vocabulary) {
    const auto found = std::ranges::find(all_, vocabulary);
    const auto at = static_cast<std::size_t>(found - all_.begin());
    if (found == all_.end()) all_.push_back(vocabulary);
    return at;
  }

  void write(JsonWriter& json, Foldings& foldings) const {
    json.begin_array();
    for (const Vocabulary* vocabulary : all_) {
      json.begin_object();
      json.member("closed", vocabulary->closed());
      json.key("choices");
      json.begin_array();
      for (const Choice& choice : vocabulary->choices()) write_choice(json, choice, foldings);
      json.end_array();
      json.end_object();
    }
    json.end_array();
  }

 private:
  static void write_choice(JsonWriter& json, const Choice& choice, Foldings& foldings) {
    json.begin_object();
    json.member("value", choice.value);
    foldings.add(choice.value);
    if (!choice.aliases.empty()) json.texts("aliases", choice.aliases);
    for (const std::string& alias : choice.aliases) foldings.add(alias);
    json.end_object();
  }

  std::vector<const Vocabulary*> all_;
};

void write_fields(JsonWriter& json, std::span<const Field> fields, Vocabularies& vocabularies) {
  json.begin_array();
  for (const Field& field : fields) {
    json.begin_object();
    json.member("name", field.name);
    json.member("path", field.path);
    json.member("title", field.title);
    json.member("type", field_type_name(field.type));
    json.member("list", field.list);
    if (!field.aliases.empty()) json.texts("aliases", field.aliases);
    if (field.vocabulary != nullptr) {
      json.member("vocabulary", vocabularies.index(field.vocabulary.get()));
    }
    if (!field.fields.empty()) {
      json.key("fields");
      write_fields(json, field.fields, vocabularies);
    }
    json.end_object();
  }
  json.end_array();
}

/// A day as a number that compares as the day does; null where there is none.
void write_day(JsonWriter& json, const std::optional<Date>& date) {
  date ? json.integer(date->year * 10000 + date->month * 100 + date->day) : json.null();
}

void write_period(JsonWriter& json, const Period& period) {
  json.begin_object();
  if (!period.intervals.empty()) {
    json.key("days");
    json.begin_array();
    for (const Interval& interval : period.intervals) {
      json.begin_array();
      write_day(json, interval.first);
      write_day(json, interval.last);
      json.end_array();
    }
    json.end_array();
  }
  if (period.ongoing) json.member("ongoing", true);
  json.end_object();
}

void write_periods(JsonWriter& json, const Practice& practice,
                   std::span<const Field* const> leaves) {
  json.key("periods");
  json.begin_object();
  for (const Field* field : leaves) {
    if (field->type != FieldType::period) continue;
    const Period period = practice.period(*field);
    if (period.kind == PeriodKind::none) continue;
    json.key(field->path);
    write_period(json, period);
  }
  json.end_object();
}

/// Whether a script that reads a number or truth value from JSON has another text in hand.
bool is_written_otherwise(const Node& node) {
  if (node.kind == Kind::boolean) return node.text != "true" && node.text != "false";
  if (node.kind != Kind::integer && node.kind != Kind::real) return false;
  const bool is_plain = node.kind == Kind::integer && node.text.size() <= 15 &&
                        std::ranges::all_of(node.text, is_digit);
  return !is_plain || (node.text.size() > 1 && node.text.front() == '0');
}

void write_exact(JsonWriter& json, const Practice& practice, std::span<const Field* const> leaves) {
  if (std::ranges::none_of(practice.document().nodes(), is_written_otherwise)) return;
  json.key("exact");
  json.begin_object();
  for (const Field* field : leaves) {
    const auto values = practice.values(*field);
    if (!values.empty()) json.texts(field->path, values);
  }
  json.end_object();
}

}  // namespace

std::string practices_json(std::span<const Practice> practices, const Schema& schema,
                           bool has_texts) {
  std::string json = "[";
  for (const Practice& practice : practices) {
    json += json.size() > 1 ? ",\n" : "\n";
    append_json_record(json, practice, schema, [&](const Node& member) {
      const Field* const field = has_texts ? schema.field(member.key) : nullptr;
      return field != nullptr && field->path == member.key &&
             exported_name(schema, member.key) == member.key &&
             is_shown_as_written(practice, *field);
    });
  }
  return script_json(json + "\n]\n");
}

std::string collection_json(std::span<const Practice> practices, const Schema& schema,
                            const std::vector<std::vector<std::size_t>>& related) {
  const std::vector<const Field*> leaves = leaves_of(schema);
  Foldings foldings;
  Vocabularies vocabularies;
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("fields");
  write_fields(json, schema.fields(), vocabularies);
  json.key("vocabularies");
  vocabularies.write(json, foldings);
  json.key("records");
  json.begin_array();
  for (std::size_t i = 0; i < practices.size(); ++i) {
    foldings.add(practices[i].id());
    for (const Node& node : practices[i].document().nodes()) foldings.add(node.text);
    json.begin_object();
    write_periods(json, practices[i], leaves);
    write_exact(json, practices[i], leaves);
    json.key("related");
    json.begin_array();
    for (const std::size_t index : related[i]) json.integer(static_cast<std::int64_t>(index));
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("foldings");
  foldings.write(json);
  json.end_object();
  return script_json(out);
}

}  // namespace icc
