#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/integrity_examination.h"

namespace icc {

/// A city that the vocabulary doesn't know, as one record names it.
struct CityUse {
  std::size_t spelling;  ///< index into the spellings
  std::size_t record;    ///< index of the record
  Range range;
};

/// One spelling of a city in a country.
struct CitySpelling {
  std::string country;
  std::string name;
};

/// Another spelling that is to be preferred, for a use.
struct Misspelling {
  const CityUse* use;
  const CityUse* preferred;  ///< the first use of the spelling that more records have
};

/// The cities of a record that the vocabulary doesn't know.
[[nodiscard]] std::vector<RecordNote::City> unknown_cities_of(const Practice& practice,
                                                              const Schema& schema);

/// The cities that the vocabulary doesn't know: of those that it knows, each record can be judged
/// alone.
class UnknownCities {
 public:
  /// Takes a city of a record.
  void add(const RecordNote::City& city, std::size_t record);

  /// The uses of a spelling that differs from a more frequent one of its country only in case,
  /// accents or punctuation, or by one edit in a name of six characters or more without digits.
  /// `rank` gives the place of each record in the order of paths.
  [[nodiscard]] std::vector<Misspelling> misspellings(std::span<const std::uint32_t> rank) const;

  /// The name behind a use.
  [[nodiscard]] const std::string& name(const CityUse& use) const {
    return spellings_[use.spelling].name;
  }

 private:
  std::vector<CitySpelling> spellings_;
  std::unordered_map<std::string, std::size_t> indices_;  // country, line end, name -> spelling
  std::vector<CityUse> uses_;
};

}  // namespace icc
