#include "random_query.h"

#include <algorithm>

namespace icc::test {
namespace {

constexpr std::string_view some_words[] = {"Neuchâtel",  "NEUCHÂTEL",
                                           "neuchatel",  "Neucha\u0302tel",
                                           "Setúbal",    "setubal",
                                           "Straße",     "STRASSE",
                                           "Мигранты",   "МИГРАНТЫ",
                                           "иммигранты", "Київ",
                                           "Їжак",       "Łódź",
                                           "Migrant",    "migrants",
                                           "Immigrants", "l’accueil",
                                           "l'accueil",  "東京の移民",
                                           "移民",       "Æon",
                                           "été",        "e\u0301te\u0301",
                                           "2018",       "and",
                                           "not",        "OR",
                                           "a*b",        "\"so\"",
                                           "back\\s",    "co-op",
                                           "co–op",      "“Quote”",
                                           "country:UK", "(x|y)",
                                           "São",        "soft\u200Bly",
                                           "a,b",        "x=y",
                                           "<b>",        "~"};
constexpr std::string_view gaps[] = {" ", " ", " ", "  ", "\n", "-", ", ", " – ", "/", "\u00A0"};
constexpr std::string_view numbers[] = {"40", "-3",   "1.5e2", "0x1F", "0o17", "+7",
                                        ".5", "5.",   "7",     "7.0",  "150",  "31",
                                        "15", ".inf", "many",  "0",    "-0",   "1_000"};
constexpr std::string_view booleans[] = {"true", "false", "True", "FALSE", "yes"};

std::string quoted(std::string_view text) {
  std::string quotes = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quotes += '\\';
    quotes += c == '\n' ? "\\n" : std::string(1, c);
  }
  return quotes + '"';
}

/// The values at a field's path, as YAML writes them.
std::vector<std::string> written_values(const Facts& facts, const OracleField& field) {
  const bool is_plain = field.type == Asked::number || field.type == Asked::boolean;
  std::vector<std::string> written;
  for (const auto& [path, text] : facts.values) {
    if (path == field.path) written.push_back(is_plain ? text : quoted(text));
  }
  return written;
}

std::string in_brackets(const std::vector<std::string>& values) {
  if (values.size() == 1) return values.front();
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + value;
  return '[' + list + ']';
}

}  // namespace

std::string yaml_of(const Facts& facts) {
  std::string yaml;
  std::string_view parent;
  for (const OracleField& field : oracle_fields) {
    const auto values = written_values(facts, field);
    if (values.empty()) continue;
    const std::size_t dot = std::min(field.path.find('.'), field.path.size());
    const std::string_view top = field.path.substr(0, dot);
    const std::string key(field.path.substr(std::min(dot + 1, field.path.size())));
    if (!key.empty() && parent != top) yaml += std::string(top) + ":\n";
    parent = top;
    if (top == "references") {
      for (const std::string& value : values) yaml += "  - {" + key + ": " + value + "}\n";
    } else {
      yaml += (key.empty() ? std::string(top) : "  " + key) + ": " + in_brackets(values) + "\n";
    }
  }
  return yaml.empty() ? "{}\n" : yaml;
}

std::string in_quotes(std::string_view text) {
  std::string quotes = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quotes += '\\';
    quotes += c;
  }
  return quotes + '"';
}

std::string RandomQueries::words() {
  std::string text;
  for (std::size_t count = below(4) + 1; count > 0; --count) {
    if (!text.empty()) text += pick(gaps);
    text += pick(some_words);
  }
  return text;
}

std::string RandomQueries::value_of(Asked type) {
  switch (type) {
    case Asked::closed:
      return below(8) == 0 ? "Atlantis" : std::string(pick(pick(countries)));
    case Asked::open:
      return below(4) == 0 ? words() : std::string(pick(pick(cities)));
    case Asked::period:
      return std::string(pick(times).text);
    case Asked::date:
      return std::string(pick(dates));
    case Asked::number:
      return std::string(pick(numbers));
    case Asked::boolean:
      return std::string(pick(booleans));
    default:
      return words();
  }
}

Facts RandomQueries::facts() {
  constexpr std::string_view ids[] = {"app", "a-welcoming-app", "council-2", "dinner"};
  Facts facts{std::string(pick(ids)), {}};
  for (const OracleField& field : oracle_fields) {
    const std::size_t most = field.is_list ? 3 : 1;
    for (std::size_t count = below(2) * (below(most) + 1); count > 0; --count) {
      facts.values.emplace_back(field.path, value_of(field.type));
    }
  }
  return facts;
}

/// A value that the record has at a field, or one that it might have.
std::string RandomQueries::value_near(const Facts& about, const OracleField& field) {
  std::vector<std::string> values;
  for (const auto& [path, text] : about.values) {
    if (path == field.path) values.push_back(text);
  }
  return values.empty() || below(5) == 0 ? value_of(field.type) : pick(values);
}

/// A part of a text, between characters; the whole of it now and then.
std::string RandomQueries::slice(const std::string& text) {
  if (below(3) == 0) return text;
  std::size_t begin = below(text.size());
  std::size_t end = begin + 1 + below(text.size() - begin);
  while (!is_start(text, begin)) --begin;
  while (!is_start(text, end)) ++end;
  return text.substr(begin, end - begin);
}

/// A text as someone else would type it.
std::string RandomQueries::spelt(std::string text) {
  switch (below(4)) {
    case 0:
      return plain(text);
    case 1:
      for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      return text;
    case 2:
      return "  " + text + " ";
    default:
      return text;
  }
}

/// A value as a query writes it: in quotes where it must be, and now and then where it need not.
std::string RandomQueries::written(const std::string& value) {
  const std::string_view start(value.data(), value.empty() ? 0 : value.size() - 1);
  const bool is_plain =
      !value.empty() && !is_in(value, " \t\n()|,\"\\:=~<>!") && !is_in(start, "*");
  const bool is_bare = is_plain && below(4) > 0;
  return is_bare ? value : in_quotes(value);
}

}  // namespace icc::test
