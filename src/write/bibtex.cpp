#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "icc/text.h"
#include "write/citation.h"
#include "write/write.h"

// An entry `@misc` a practice, for BibTeX and biblatex, in UTF-8. The key is the practice's id. The
// time of a practice is a note, never `year`: that would be read as the year of publication.

namespace icc {
namespace {

/// What TeX takes for markup, and what stands for the character itself. Sorted.
struct Markup {
  char character;
  std::string_view written;
};

constexpr Markup markup[] = {
    {'#', "\\#"},
    {'$', "\\$"},
    {'%', "\\%"},
    {'&', "\\&"},
    {'\\', "{\\textbackslash}"},
    {'^', "{\\textasciicircum}"},
    {'_', "\\_"},
    {'{', "\\{"},
    {'}', "\\}"},
    {'~', "{\\textasciitilde}"},
};

constexpr bool precedes(const Markup& left, const Markup& right) {
  return left.character < right.character;
}

static_assert(std::is_sorted(std::begin(markup), std::end(markup), precedes));

void append_tex(std::string& out, std::string_view text) {
  for (const char c : text) {
    const auto* const found =
        std::lower_bound(std::begin(markup), std::end(markup), Markup{c, {}}, precedes);
    if (found != std::end(markup) && found->character == c) {
      out += found->written;
    } else {
      out += c;
    }
  }
}

/// A line with blanks for its tabs.
std::string with_blanks(std::string_view line) {
  std::string text(line);
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

/// A text of any number of lines on one, with what TeX would take for markup escaped.
std::string tex(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    if (!out.empty()) out += ' ';
    append_tex(out, visible(with_blanks(line)));
  }
  return out;
}

/// An address as it is but for the characters that would end or escape its field.
std::string address(std::string_view url) {
  std::string out;
  for (const char c : visible(url)) {
    if (c == '{') {
      out += "%7B";
    } else if (c == '}') {
      out += "%7D";
    } else if (c == '\\') {
      out += "%5C";
    } else {
      out += c;
    }
  }
  return out;
}

void append_field(std::string& out, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  out.append(",\n  ").append(name).append(" = {").append(value).append("}");
}

void record(std::string& out, const Practice& practice, const Schema& schema,
            const WriteOptions& /*options*/) {
  const Citation citation = citation_of(practice, schema);
  out.append("@misc{").append(citation.id);
  // Braces of its own keep the title's capitals.
  append_field(out, "title", "{" + tex(citation.title) + "}");
  append_field(out, "address", tex(joined(citation.places, ", ")));
  append_field(out, "note", citation.period.empty() ? "" : "Period: " + tex(citation.period));
  append_field(out, "keywords", tex(joined(citation.topics, "; ")));
  append_field(out, "abstract", tex(citation.summary));
  append_field(out, "langid", tex(citation.language));
  append_field(out, "url", address(citation.source));
  out += "\n}\n";
}

}  // namespace

const Format bibtex_format = {.name = "bibtex",
                              .summary = "BibTeX: an entry a practice, to cite it by its id",
                              .head = no_frame,
                              .record = record,
                              .separator = "\n",
                              .tail = no_frame};

}  // namespace icc
