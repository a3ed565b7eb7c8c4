#pragma once

#include <cstdint>

namespace icc {

/// What a token says of time.
enum class Say : std::uint8_t {
  day,        ///< one or two digits: `25`, `1st`, `3.`
  month,      ///< a month or a season by its name
  date,       ///< complete: `2018`, `1990s`, `21.06.2018`, `2018-06-21`, `05/2018`
  pair,       ///< a year and two digits: `2011-14`, `2018/19`, `2018-06`
  since,      ///< `since`: a start that goes on
  from,       ///< `from`: a start; alone it goes on
  of,         ///< `de`, `von`: a start only where an end follows; else without meaning
  until,      ///< `until`: an end, also without a start
  to,         ///< `à`, `al`: an end, only after a start
  both,       ///< `and`, `&`: a list, or the second half of `between`
  between,    ///< `between`, `entre`
  onwards,    ///< `onwards`, `+`: what stands before goes on
  on,         ///< `on`: as onwards; in front of a date without meaning
  ongoing,    ///< `ongoing`, `still in use`
  now,        ///< `present`, `today`: an end that is not one
  recurring,  ///< `annually`
  each,       ///< `each`, with a unit or a month
  number,     ///< `three`
  unit,       ///< `years`, `months`; in front of a date without meaning
  about,      ///< `circa`
  uncertain,  ///< `?`
  filler,     ///< `in`, `the`, `early`: without meaning in front of a date
  dash,
  slash,
  comma,  ///< `,` or `;`
  dots,   ///< `..`, `...`
  open,
  close,
  unknown,  ///< not understood, so nothing is
  end,
};

}  // namespace icc
