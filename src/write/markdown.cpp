#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/text_ascii.h"
#include "icc/text.h"
#include "write/citation.h"
#include "write/markdown_practice.h"
#include "write/markdown_text.h"
#include "write/write.h"

// A report in CommonMark: contents, then country by country the practices, each with all that its
// record says.
//
// The contents lead to anchors of our own, `<a name="practice-ID">`: what identifiers a reader of
// Markdown makes of headings, if any, differs from one to the next, while this form is understood
// by GitHub, GitLab and what else lets HTML through; an id stays when a title changes.

namespace icc {
namespace {

/// The practices of a country, in the order in which they were chosen.
struct Group {
  std::string key;   // folded; empty where there is no country
  std::string name;  // in Markdown, as the first record writes it
  std::vector<const Practice*> practices;
};

/// The groups in the order of their names, what has no country last.
std::vector<Group> groups_of(std::span<const Practice> practices, const Schema& schema) {
  const Field* const field = schema.field("country");
  std::vector<Group> groups;
  for (const Practice& practice : practices) {
    const std::string_view country = field == nullptr ? std::string_view() : practice.text(*field);
    const std::string key = folded(country);
    auto group = std::ranges::find(groups, key, &Group::key);
    if (group == groups.end()) {
      const std::string_view nameless = field == nullptr ? "All practices" : "Without a country";
      groups.push_back({key, key.empty() ? std::string(nameless) : escaped_markdown(country), {}});
      group = groups.end() - 1;
    }
    group->practices.push_back(&practice);
  }
  std::ranges::stable_sort(groups, [](const Group& left, const Group& right) {
    if (left.key.empty() || right.key.empty()) return right.key.empty() && !left.key.empty();
    return left.key < right.key;
  });
  return groups;
}

/// `prefix` and `name` as the name of an anchor: letters and digits of ASCII and `-`, else `_` and
/// the byte's number.
std::string anchor(std::string_view prefix, std::string_view name) {
  std::string out(prefix);
  for (const char c : name) {
    const bool is_plain = is_letter_or_digit(c) || c == '-';
    if (is_plain || c == ' ') {
      out += is_plain ? c : '-';
    } else {
      out += fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string anchor_of(const Group& group) {
  return group.key.empty() ? "no-country" : anchor("country-", group.key);
}

std::string anchor_of(const Practice& practice) {
  return anchor("practice-", practice.id());
}

std::string anchored(const std::string& name, const std::string& words) {
  return fmt::format("<a name=\"{}\"></a>{}", name, words);
}

std::string title_of(const Practice& practice, const Schema& schema) {
  const Field* const field = schema.field("title");
  const std::string_view title = field == nullptr ? std::string_view() : practice.text(*field);
  return escaped_markdown(title.empty() ? practice.id() : title);
}

/// The cities of some practices, each once, in alphabetical order.
std::string cities_of(const std::vector<const Practice*>& practices, const Schema& schema) {
  const Field* const field = schema.field("cities");
  std::set<std::string> cities;
  for (const Practice* practice : practices) {
    if (field == nullptr) continue;
    for (const std::string_view city : practice->values(*field)) cities.emplace(city);
  }
  return escaped_markdown(fmt::format("{}", fmt::join(cities, ", ")));
}

/// A line of the contents: the title, then cities and period.
std::string entry(const Practice& practice, const Schema& schema) {
  std::string line = fmt::format("  - [{}](#{})", title_of(practice, schema), anchor_of(practice));
  const Field* const field = schema.field("cities");
  const std::string cities =
      field == nullptr ? "" : escaped_markdown(joined(practice.values(*field), ", "));
  const std::string period = escaped_markdown(citation_of(practice, schema).period);
  if (!cities.empty()) line += ", " + cities;
  if (!period.empty()) line += ", " + period;
  return line + "\n";
}

void append_contents(std::string& out, const std::vector<Group>& groups, const Schema& schema) {
  out += markdown_heading(2, "Contents") + "\n";
  for (const Group& group : groups) {
    out += fmt::format("- [{}](#{}): {}\n", group.name, anchor_of(group),
                       counted(group.practices.size(), "practice"));
    for (const Practice* practice : group.practices) out += entry(*practice, schema);
  }
}

void append_group(std::string& out, const Group& group, const Schema& schema) {
  out += markdown_heading(2, anchored(anchor_of(group), group.name));
  const std::string cities = cities_of(group.practices, schema);
  out += "\n" + counted(group.practices.size(), "practice");
  out += cities.empty() ? ".\n" : fmt::format(" from {}.\n", cities);
  for (const Practice* practice : group.practices) {
    out += markdown_heading(3, anchored(anchor_of(*practice), title_of(*practice, schema)));
    append_markdown_practice(out, *practice, schema);
  }
}

Result<void> whole(std::string& out, std::span<const Practice> practices, const Schema& schema,
                   const WriteOptions& options) {
  const std::vector<Group> groups = groups_of(practices, schema);
  out += "# " + escaped_markdown(options.title.empty() ? "Practices" : options.title) + "\n\n";
  out += counted(practices.size(), "practice") + ".\n";
  if (!practices.empty()) append_contents(out, groups, schema);
  for (const Group& group : groups) append_group(out, group, schema);
  return {};
}

}  // namespace

const Format markdown_format = {
    .name = "markdown", .summary = "A report in Markdown (CommonMark), for print", .whole = whole};

}  // namespace icc
