#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "core/schema_extension.h"
#include "core/schema_format.h"
#include "core/schema_keywords.h"
#include "icc/text.h"
#include "manual_page.h"

// The manual page icc-schema(7) says what the code does: each set of names there is the code's.

namespace {

using Names = std::set<std::string>;

std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += name + "\n";
  return text;
}

/// The words of the items `.It MACRO word word` of a section; a line may go on behind a backslash.
Names items(const std::string& section, const std::string& macro) {
  Names names;
  bool inside = false;
  for (const std::string& line : manual_section("icc-schema.7", section)) {
    const bool begins = line.starts_with(".It " + macro + " ");
    if (begins || inside) {
      for (const std::string_view word :
           icc::split(std::string_view(line).substr(begins ? 7 : 0), ' ')) {
        if (word != "\\") names.emplace(word);
      }
    }
    inside = (begins || inside) && line.ends_with('\\');
  }
  return names;
}

template <class Wanted>
Names keywords(const Wanted& wanted) {
  Names names;
  for (const auto& keyword : icc::json_schema::all_keywords()) {
    if (keyword.name != "x-icc" && wanted(keyword)) names.emplace(keyword.name);
  }
  return names;
}

}  // namespace

TEST_CASE("icc-schema(7) names every keyword where it belongs") {
  Names known = items("Keywords that are checked", "Sy");
  known.merge(items("Annotations", "Sy"));
  CHECK(joined(known) == joined(keywords([](const auto& keyword) { return keyword.supported; })));
  CHECK(joined(items("Keywords that are refused", "Sy")) ==
        joined(keywords([](const auto& keyword) { return !keyword.supported; })));
}

TEST_CASE("icc-schema(7) names every key of x-icc and every format") {
  Names keys;
  for (const auto& key : icc::json_schema::extension_keys()) keys.emplace(key.name);
  CHECK(joined(items("The annotation x-icc", "Cm")) == joined(keys));
  Names formats;
  for (const auto& format : icc::json_schema::text_formats()) formats.emplace(format.name);
  CHECK(joined(items("Formats", "Sy")) == joined(formats));
}
