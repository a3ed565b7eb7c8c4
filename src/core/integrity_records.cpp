#include "icc/integrity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "core/integrity_city.h"
#include "core/integrity_examination.h"
#include "core/integrity_nearness.h"
#include "core/integrity_repetition.h"
#include "core/integrity_title.h"
#include "icc/text.h"

// The rules between records. What is kept of a record lies in one long text, so that a hundred
// thousand of them take some ten megabytes.

namespace icc {

/// What was noted of the records, and how their faults are told.
struct Integrity::State {
  /// A record: stretches of `texts`, and the place of the title in its file.
  struct Row {
    std::size_t path_begin;
    std::uint32_t path_size;
    std::uint32_t title_size;  // the title follows the path
    Range title_range;
  };

  explicit State(const Schema& its_schema) : schema(its_schema) {}

  [[nodiscard]] std::string_view path(std::size_t row) const {
    return std::string_view(texts).substr(rows[row].path_begin, rows[row].path_size);
  }
  [[nodiscard]] std::string_view title(std::size_t row) const {
    return std::string_view(texts).substr(rows[row].path_begin + rows[row].path_size,
                                          rows[row].title_size);
  }

  [[nodiscard]] Diagnostic fault(RuleId rule, std::size_t row, Range range,
                                 std::string message) const {
    Diagnostic found = diagnostic(rule, range, std::move(message));
    found.severity = schema.severity(rule);
    found.path = path(row);
    return found;
  }

  [[nodiscard]] std::vector<std::size_t> in_path_order() const;
  void find_repeated_ids(const std::vector<std::size_t>& order,
                         std::vector<Diagnostic>& found) const;
  void find_similar_titles(const std::vector<std::size_t>& order,
                           std::vector<Diagnostic>& found) const;
  void find_city_spellings(const std::vector<std::size_t>& order,
                           std::vector<Diagnostic>& found) const;

  Schema schema;
  std::string texts;
  std::vector<Row> rows;
  UnknownCities cities;
};

std::vector<std::size_t> Integrity::State::in_path_order() const {
  std::vector<std::size_t> order(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t left, std::size_t right) { return path(left) < path(right); });
  return order;
}

void Integrity::State::find_repeated_ids(const std::vector<std::size_t>& order,
                                         std::vector<Diagnostic>& found) const {
  const auto id = [&](std::size_t at) { return folded(id_of(path(order[at]))); };
  for_each_repetition(order.size(), id, [&](std::size_t first, std::size_t other) {
    const std::size_t row = order[other];
    found.push_back(fault(RuleId::repeated_id, row, {},
                          fmt::format("the id {} is taken", in_quotes(id_of(path(row))))));
    found.back().hint = "rename the file; if it is the same practice, merge the two";
    found.back().related.push_back(
        {std::string(path(order[first])), {}, "the first record with this id", {}});
  });
}

void Integrity::State::find_similar_titles(const std::vector<std::size_t>& order,
                                           std::vector<Diagnostic>& found) const {
  std::vector<std::string_view> titles;
  for (const std::size_t row : order) titles.push_back(title(row));
  const auto before = similar_before(titles);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == no_word) continue;
    const std::size_t other = order[before[i]];
    found.push_back(fault(RuleId::similar_title, order[i], rows[order[i]].title_range,
                          fmt::format("the title is nearly that of '{}': {}",
                                      visible(id_of(path(other))), in_quotes(title(other)))));
    found.back().hint = "merge the two, or tell them apart in their titles";
    found.back().related.push_back(
        {std::string(path(other)), rows[other].title_range, "the other title", {}});
  }
}

void Integrity::State::find_city_spellings(const std::vector<std::size_t>& order,
                                           std::vector<Diagnostic>& found) const {
  std::vector<std::size_t> rank(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  for (const Misspelling& misspelling : cities.misspellings(rank)) {
    const CityUse& use = *misspelling.use;
    const CityUse& preferred = *misspelling.preferred;
    found.push_back(fault(RuleId::city_spelling, use.record, use.range,
                          fmt::format("city {} is spelt {} elsewhere", in_quotes(cities.name(use)),
                                      in_quotes(cities.name(preferred)))));
    found.back().hint = "use the same spelling in all records";
    found.back().related.push_back(
        {std::string(path(preferred.record)), preferred.range, "spelt so here", {}});
  }
}

Integrity::Integrity(const Schema& schema) : state_(std::make_unique<State>(schema)) {}
Integrity::~Integrity() = default;
Integrity::Integrity(Integrity&&) noexcept = default;
Integrity& Integrity::operator=(Integrity&&) noexcept = default;

RecordNote note_of(const Practice& practice, const Schema& schema) {
  RecordNote note;
  note.path = practice.path();
  const Document& document = practice.document();
  const Node* title = document.find(document.root(), "title");
  if (title != nullptr && title->kind != Kind::list && title->kind != Kind::map) {
    note.title = title->text;
    note.title_range = title->range;
  }
  note.unknown_cities = unknown_cities_of(practice, schema);
  return note;
}

void Integrity::add(const RecordNote& note) {
  for (const RecordNote::City& city : note.unknown_cities) {
    state_->cities.add(city, state_->rows.size());
  }
  state_->rows.push_back({state_->texts.size(), static_cast<std::uint32_t>(note.path.size()),
                          static_cast<std::uint32_t>(note.title.size()), note.title_range});
  state_->texts.append(note.path).append(note.title);
}

std::vector<Diagnostic> Integrity::check() const {
  const std::vector<std::size_t> order = state_->in_path_order();
  const auto is_on = [&](RuleId rule) { return state_->schema.severity(rule) != Severity::off; };
  std::vector<Diagnostic> found;
  if (is_on(RuleId::repeated_id)) state_->find_repeated_ids(order, found);
  if (is_on(RuleId::similar_title)) state_->find_similar_titles(order, found);
  if (is_on(RuleId::city_spelling)) state_->find_city_spellings(order, found);
  sort_diagnostics(found);
  return found;
}

}  // namespace icc
