#include "core/integrity_city.h"

#include <algorithm>
#include <tuple>

#include "core/integrity_nearness.h"
#include "core/text_ascii.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t least_characters = 6;

/// A spelling with what decides which of two is to be preferred.
struct Ranked {
  const CitySpelling* spelling;
  std::size_t index;
  std::string folded;  // without punctuation
  std::size_t uses = 0;
  const CityUse* first = nullptr;  // by path
};

/// The letters and digits of a name, folded, a blank for anything between them.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : folded(name)) {
    if (is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      plain += c;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  return std::string(trimmed(plain));
}

bool may_be_mistyped(const std::string& name) {
  return character_count(name) >= least_characters &&
         name.find_first_of("0123456789") == std::string::npos;
}

/// The spelling preferred to each one of a country, or null. All have the same country and come in
/// the order of preference.
std::vector<const Ranked*> preferred_in(std::span<const Ranked> country) {
  std::unordered_map<std::string_view, const Ranked*> first_of_name;
  std::vector<const Ranked*> preferred(country.size(), nullptr);
  std::vector<std::string_view> names;
  std::vector<std::size_t> owners;
  for (std::size_t i = 0; i < country.size(); ++i) {
    const auto [found, is_new] = first_of_name.try_emplace(country[i].folded, &country[i]);
    if (!is_new) {
      preferred[i] = found->second;
    } else if (may_be_mistyped(country[i].folded)) {
      names.push_back(country[i].folded);
      owners.push_back(i);
    }
  }
  const auto near = one_edit_before(names);
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (near[i] != no_word) preferred[owners[i]] = &country[owners[near[i]]];
  }
  return preferred;
}

}  // namespace

std::vector<RecordNote::City> unknown_cities_of(const Practice& practice, const Schema& schema) {
  std::vector<RecordNote::City> unknown;
  for (const Field& field : schema.fields()) {
    const Vocabulary* cities = field.vocabulary.get();
    if (cities == nullptr || cities->closed() || cities->within().empty()) continue;
    const Node* node = practice.node(field);
    if (node == nullptr) continue;
    for_each_scalar(practice.document(), *node, [&](const Node& city) {
      if (!cities->find(city.text).empty() || is_empty_word(city.text)) return;
      const Field* group = grouping_field(field, schema);
      if (group == nullptr) return;
      unknown.push_back({std::string(practice.text(*group)), std::string(city.text), city.range});
    });
  }
  return unknown;
}

void UnknownCities::add(const RecordNote::City& city, std::size_t record) {
  std::string key = city.country;
  (key += '\n') += city.name;
  const auto [found, is_new] = indices_.try_emplace(std::move(key), spellings_.size());
  if (is_new) spellings_.push_back({city.country, city.name});
  uses_.push_back({found->second, record, city.range});
}

std::vector<Misspelling> UnknownCities::misspellings(std::span<const std::uint32_t> rank) const {
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    ranked.push_back({&spellings_[i], i, plain_name(spellings_[i].name)});
  }
  for (const CityUse& use : uses_) {
    Ranked& spelling = ranked[use.spelling];
    ++spelling.uses;
    if (spelling.first == nullptr || rank[use.record] < rank[spelling.first->record]) {
      spelling.first = &use;
    }
  }
  std::sort(ranked.begin(), ranked.end(), [&](const Ranked& left, const Ranked& right) {
    const auto key = [&](const Ranked& one) {
      return std::tuple(std::string_view(one.spelling->country), ~one.uses, rank[one.first->record],
                        std::string_view(one.spelling->name));
    };
    return key(left) < key(right);
  });
  std::vector<const CityUse*> preferred(spellings_.size(), nullptr);
  for (auto begin = ranked.begin(); begin != ranked.end();) {
    const auto end = std::find_if(begin, ranked.end(), [&](const Ranked& one) {
      return one.spelling->country != begin->spelling->country;
    });
    const std::span<const Ranked> country(begin, end);
    const auto better = preferred_in(country);
    for (std::size_t i = 0; i < country.size(); ++i) {
      if (better[i] != nullptr) preferred[country[i].index] = better[i]->first;
    }
    begin = end;
  }
  std::vector<Misspelling> found;
  for (const CityUse& use : uses_) {
    if (preferred[use.spelling] != nullptr) found.push_back({&use, preferred[use.spelling]});
  }
  return found;
}

}  // namespace icc
