#include "core/integrity_examination.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/document_quote.h"
#include "core/text_ascii.h"
#include "icc/text.h"

// Rules about where a practice is: its id and folder, its cities, its country; and when.

namespace icc {
namespace {

constexpr std::string_view records_folder = "practices/";

void examine_id(Examination& all) {
  const std::string_view id = all.practice.id();
  if (is_valid_id(id)) return;
  all.report(RuleId::bad_id, {}, fmt::format("the id {} {}", in_quotes(id), id_problem(id)),
             fmt::format("rename the file to '{}.yaml'", id_from(id)));
}

/// Whether a folder has the name of a country in lower case, with a hyphen for a blank: that is
/// what `path_for` makes of most, and shows without folding.
bool is_plainly_named(std::string_view folder, std::string_view country) {
  if (folder.size() != country.size() || folder.ends_with('-')) return false;
  char before = '-';
  for (std::size_t i = 0; i < folder.size(); ++i) {
    const bool is_same = is_lower(folder[i]) && lower(country[i]) == folder[i];
    const bool is_blank = folder[i] == '-' && country[i] == ' ' && before != '-';
    if (!is_same && !is_blank) return false;
    before = folder[i];
  }
  return true;
}

/// The choice among `choices` that lies in the record's country, spelt as `name` if there are
/// several; null when none does.
const Choice* choice_here(std::span<const Choice* const> choices, const Choice* place,
                          std::string_view name) {
  const Choice* here = nullptr;
  for (const Choice* choice : choices) {
    if (place != nullptr && choice->within != place->value) continue;
    if (here == nullptr || choice->value == name) here = choice;
  }
  return here;
}

Fix replacement(const Node& node, const Choice& choice, bool safe) {
  return {safe, node.range, scalar_text(choice.value, node.style),
          fmt::format("write '{}'", choice.value)};
}

/// The known city that was probably meant: one of the record's country, if any is near.
const Choice* suggested_city(const Examination& all, const FieldValue& value) {
  constexpr std::size_t looked_at = 8;
  const Vocabulary& cities = *value.field.vocabulary;
  const Choice* elsewhere = nullptr;
  for (const std::string_view name : cities.suggestions(value.node.text, looked_at)) {
    const auto choices = cities.find(name);
    if (const Choice* here = choice_here(choices, all.place, name)) return here;
    if (elsewhere == nullptr && !choices.empty()) elsewhere = choices.front();
  }
  return elsewhere;
}

/// Whether a text is a list of known cities: `Belfast, Bradford`, `Athens and Patras`.
bool names_several(const Vocabulary& cities, std::string_view text) {
  std::string list(text);
  for (const std::string_view word : {" and ", " & ", "/", ";", "\n"}) {
    for (auto at = list.find(word); at != std::string::npos; at = list.find(word, at)) {
      list.replace(at, word.size(), ",");
    }
  }
  const auto names = split(list, ',');
  return names.size() > 1 && std::all_of(names.begin(), names.end(), [&](std::string_view name) {
           return !cities.find(name).empty();
         });
}

void report_unknown(Examination& all, const FieldValue& value) {
  if (all.schema.severity(RuleId::unknown_city) == Severity::off) return;
  const Choice* near = all.may_search() ? suggested_city(all, value) : nullptr;
  const bool is_here =
      near != nullptr && (all.place == nullptr || near->within == all.place->value);
  std::string hint =
      fmt::format("if the name is right, add it to {}", value.field.vocabulary->path());
  if (is_here) hint = fmt::format("did you mean '{}'?", near->value);
  if (near != nullptr && !is_here) {
    hint = fmt::format("did you mean '{}' in {}? {}", near->value, near->within, hint);
  }
  if (near == nullptr && names_several(*value.field.vocabulary, value.node.text)) {
    hint = "write each city as an item of its own";
  }
  Diagnostic* found = all.report(RuleId::unknown_city, value.node.range,
                                 fmt::format("unknown city {}", in_quotes(value.node.text)), hint);
  found->origin = value.field.vocabulary->path();
  if (is_here) found->fix = replacement(value.node, *near, false);
}

/// Whether a letter is written with its accent as a character of its own (U+0300 to U+036F), which
/// cannot be seen.
bool has_loose_accent(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = first_character(text.substr(at));
    if (character.code >= 0x300 && character.code <= 0x36F) return true;
    at += character.length;
  }
  return false;
}

std::string spelling_message(std::string_view city, std::string_view known, bool same_name) {
  if (same_name && has_loose_accent(city) && !has_loose_accent(known)) {
    return fmt::format("city {} has an accent as a character of its own, unlike '{}' elsewhere",
                       in_quotes(city), known);
  }
  return fmt::format("city {} is called '{}' elsewhere", in_quotes(city), known);
}

void report_spelling(Examination& all, const FieldValue& value, const Choice& choice) {
  const bool same_name = folded(choice.value) == folded(value.node.text);
  Diagnostic* found = all.report(RuleId::city_spelling, value.node.range,
                                 spelling_message(value.node.text, choice.value, same_name),
                                 fmt::format("write '{}'", choice.value));
  if (found == nullptr) return;
  found->origin = value.field.vocabulary->path();
  found->fix = replacement(value.node, choice, same_name);
}

void report_country(Examination& all, const FieldValue& value, const Choice& elsewhere) {
  Diagnostic* found = all.report(
      RuleId::city_country, value.node.range,
      fmt::format("{} lies in {}, not in {}", in_quotes(value.node.text), elsewhere.within,
                  all.place->value),
      fmt::format("correct the country; if it is another city of that name, add it to {}",
                  value.field.vocabulary->path()));
  if (found != nullptr) found->origin = value.field.vocabulary->path();
}

/// Where a title may be parted: the marks between which a country is set off.
bool is_parting(std::string_view title, std::size_t at) {
  const char first = title[at];
  if (first == ',' || first == ':' || first == '(' || first == '[') return true;
  const std::string_view rest = title.substr(at);
  return first == ' ' &&
         (rest.starts_with(" - ") || rest.starts_with(" – ") || rest.starts_with(" — "));
}

/// What stands behind the last parting of a title, or before the first.
std::vector<std::string_view> set_off_parts(std::string_view title) {
  std::size_t first = std::string_view::npos;
  std::size_t last = std::string_view::npos;
  for (std::size_t at = 1; at < title.size(); ++at) {
    if (!is_parting(title, at)) continue;
    if (first == std::string_view::npos) first = at;
    last = at;
  }
  if (last == std::string_view::npos) return {};
  const std::size_t begin = title.find_first_not_of(",:([ -\xE2\x80\x93\x94", last);
  std::string_view tail = title.substr(std::min(begin, title.size()));
  tail = tail.substr(0, tail.find_last_not_of(")] .") + 1);
  return {tail, trimmed(title.substr(0, first))};
}

}  // namespace

void examine_path(Examination& all) {
  examine_id(all);
  const std::string_view path = all.practice.path();
  const bool has_folder = all.place != nullptr && all.group->name == "country";
  if (!has_folder || !path.starts_with(records_folder)) return;
  const std::string_view below = path.substr(records_folder.size());
  const std::size_t slash = std::min(below.find('/'), below.size());
  if (is_plainly_named(below.substr(0, slash), all.place->value)) return;
  const std::string home = path_for(all.place->value, all.practice.id());
  const std::size_t name = home.rfind('/') + 1;
  if (path.starts_with(std::string_view(home).substr(0, name))) return;
  const Node* node = all.practice.node(*all.group);
  all.report(RuleId::wrong_folder, node == nullptr ? Range{} : node->range,
             fmt::format("a record of {} lies in {}", all.place->value,
                         in_quotes(path.substr(0, path.rfind('/') + 1))),
             fmt::format("move it to '{}', or correct the country", home));
}

void examine_city(Examination& all, const FieldValue& value) {
  const Vocabulary* cities = value.field.vocabulary.get();
  if (cities == nullptr || cities->closed() || cities->within().empty()) return;
  const auto choices = cities->find(value.node.text);
  const Choice* here = choice_here(choices, all.place, value.node.text);
  if (choices.empty()) {
    report_unknown(all, value);
  } else if (here == nullptr) {
    report_country(all, value, *choices.front());
  } else if (here->value != value.node.text) {
    report_spelling(all, value, *here);
  }
}

void examine_title(Examination& all, const FieldValue& value) {
  if (all.place == nullptr) return;
  for (const std::string_view part : set_off_parts(value.node.text)) {
    const auto countries = all.group->vocabulary->find(part);
    if (std::find(countries.begin(), countries.end(), all.place) == countries.end()) continue;
    all.report(RuleId::country_in_title, range_of(all.practice.document(), value.node, part),
               fmt::format("the title repeats the country {}", in_quotes(part)),
               "leave it out: it is shown beside the title");
    return;
  }
}

void examine_period(Examination& all, const FieldValue& value) {
  const Period period = read_period(value.node.text);
  if (period.kind == PeriodKind::unreadable) {
    all.report(RuleId::unreadable_period, value.node.range,
               fmt::format("the period {} can't be understood", in_quotes(value.node.text)),
               "write it like 2018, 2018-2020, since 2018, until 2020 or June 2018");
  } else if (period.reversed()) {
    all.report(RuleId::period_order, value.node.range,
               fmt::format("the period {} ends before it starts", in_quotes(value.node.text)),
               "put the earlier date first");
  }
}

}  // namespace icc
