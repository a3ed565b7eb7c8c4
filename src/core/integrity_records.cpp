#include "icc/integrity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "core/integrity_city.h"
#include "core/integrity_examination.h"
#include "core/integrity_nearness.h"
#include "core/integrity_repetition.h"
#include "core/integrity_title.h"
#include "icc/text.h"

// The rules between records. What is kept of a record lies in few large blocks, so that a hundred
// thousand of them take some ten megabytes.

namespace icc {
namespace {

/// Indices of rows.
using Order = std::vector<std::uint32_t>;

/// Texts in blocks that stay where they are: one text that grows has to be moved, and takes twice
/// its room then.
class KeptTexts {
 public:
  /// Keeps a copy of a text.
  std::string_view keep(std::string_view text) {
    if (text.size() > left_) add_block(text.size());
    char* const begin = next_;
    next_ = std::copy(text.begin(), text.end(), begin);
    left_ -= text.size();
    return {begin, text.size()};
  }

 private:
  void add_block(std::size_t least) {
    constexpr std::size_t usual = 64 * 1024;
    left_ = std::max(least, usual);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    next_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

/// For each row, its place in an order.
std::vector<std::uint32_t> ranks(const Order& order) {
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  return rank;
}

}  // namespace

/// What was noted of the records, and how their faults are told.
struct Integrity::State {
  /// A record, and the place of the title in its file.
  struct Row {
    const char* path_begin;
    const char* title_begin;
    std::uint32_t path_size;
    std::uint32_t title_size;
    Range title_range;
  };

  explicit State(const Schema& its_schema) : schema(its_schema) {}

  [[nodiscard]] std::string_view path(std::size_t row) const {
    return {rows[row].path_begin, rows[row].path_size};
  }
  [[nodiscard]] std::string_view title(std::size_t row) const {
    return {rows[row].title_begin, rows[row].title_size};
  }

  [[nodiscard]] Diagnostic fault(RuleId rule, std::size_t row, Range range,
                                 std::string message) const {
    Diagnostic found = diagnostic(rule, range, std::move(message));
    found.severity = schema.severity(rule);
    found.path = path(row);
    return found;
  }

  [[nodiscard]] Order in_path_order() const;
  void find_repeated_ids(const Order& order, std::vector<Diagnostic>& found) const;
  void find_similar_titles(const Order& order, std::vector<Diagnostic>& found) const;
  void find_city_spellings(const Order& order, std::vector<Diagnostic>& found) const;

  Schema schema;
  KeptTexts texts;
  std::deque<Row> rows;  // which are not moved either
  SimilarTitles titles;
  UnknownCities cities;
};

Order Integrity::State::in_path_order() const {
  Order order(rows.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto is_before = [&](std::size_t left, std::size_t right) {
    return path(left) < path(right);
  };
  // So they come from a store.
  if (!std::is_sorted(order.begin(), order.end(), is_before)) {
    std::sort(order.begin(), order.end(), is_before);
  }
  return order;
}

void Integrity::State::find_repeated_ids(const Order& order, std::vector<Diagnostic>& found) const {
  const auto id = [&](std::size_t at) { return id_key(id_of(path(order[at]))); };
  std::vector<HashedIndex> ids;
  ids.reserve(order.size());
  for (std::uint32_t at = 0; at < order.size(); ++at) ids.push_back({short_hash(id(at)), at});
  for_each_repetition(std::move(ids), id, [&](std::size_t first, std::size_t other) {
    const std::size_t row = order[other];
    found.push_back(fault(RuleId::repeated_id, row, {},
                          fmt::format("the id {} is taken", in_quotes(id_of(path(row))))));
    found.back().hint = "rename the file; if it is the same practice, merge the two";
    found.back().related.push_back(
        {std::string(path(order[first])), {}, "the first record with this id", {}});
  });
}

void Integrity::State::find_similar_titles(const Order& order,
                                           std::vector<Diagnostic>& found) const {
  const auto title_of = [&](std::size_t at) { return title(order[at]); };
  const auto before = titles.before(title_of, ranks(order));
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

void Integrity::State::find_city_spellings(const Order& order,
                                           std::vector<Diagnostic>& found) const {
  for (const Misspelling& misspelling : cities.misspellings(ranks(order))) {
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
  if (title != nullptr && !is_collection(title->kind)) {
    note.title = title->text;
    note.title_range = title->range;
  }
  note.unknown_cities = unknown_cities_of(practice, schema);
  return note;
}

void Integrity::add(const RecordNote& note) {
  add(note, state_->texts.keep(note.path));
}

void Integrity::add(const RecordNote& note, std::string_view kept_path) {
  for (const RecordNote::City& city : note.unknown_cities) {
    state_->cities.add(city, state_->rows.size());
  }
  const std::string_view title = state_->texts.keep(note.title);
  state_->rows.push_back({kept_path.data(), title.data(),
                          static_cast<std::uint32_t>(kept_path.size()),
                          static_cast<std::uint32_t>(title.size()), note.title_range});
  state_->titles.add(title);
}

std::vector<Diagnostic> Integrity::check() const {
  const Order order = state_->in_path_order();
  const auto is_on = [&](RuleId rule) { return state_->schema.severity(rule) != Severity::off; };
  std::vector<Diagnostic> found;
  if (is_on(RuleId::repeated_id)) state_->find_repeated_ids(order, found);
  if (is_on(RuleId::similar_title)) state_->find_similar_titles(order, found);
  if (is_on(RuleId::city_spelling)) state_->find_city_spellings(order, found);
  sort_diagnostics(found);
  return found;
}

}  // namespace icc
