#include "cli/manual.h"

#include <fmt/format.h>

#include "icc/diagnostic.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view introduction =
    ".Sh DESCRIPTION\n"
    "These are the rules of\n.Xr icc\\-validate 1 ,\neach with an example that breaks it and the "
    "same mended. Codes and names stay as they are; they are never used again for something "
    "else.\n"
    ".Pp\nAn error makes\n.Nm icc validate\nanswer 1, a warning and a note do not. The schema can "
    "set another severity, or turn a rule off, at its root:\n"
    ".Bd -literal -offset indent\nx\\-icc:\n  rules:\n    unknown\\-city: error\n"
    "    country\\-in\\-title: off\n.Ed\n"
    ".Pp\nA comment silences a rule for the record in which it stands, whatever its severity. The "
    "reason is for the next reader and must not be missing:\n"
    ".Bd -literal -offset indent\n# icc: allow similar\\-title two practices of one name, ten "
    "years "
    "apart\n.Ed\n"
    ".Pp\nThat goes for one\\-record rules and for those between records. A record that can't be "
    "read can't speak.\n";

struct Section {
  RuleId first;
  std::string_view title;
};

constexpr Section sections[] = {
    {RuleId::unreadable_file, "SYNTAX AND ENCODING"},
    {RuleId::wrong_type, "WHAT THE SCHEMA DEMANDS"},
    {RuleId::repeated_id, "WHAT RECORDS MEAN"},
};

std::string with_capital(std::string_view sentence) {
  std::string text(sentence);
  if (text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string example(std::string_view title, std::string_view text) {
  return fmt::format(".Pp\n{}:\n.Bd -literal -offset indent\n{}.Ed\n", title,
                     mdoc_text(visible_lines(text)));
}

std::string entry(const Rule& rule) {
  return fmt::format(".Ss {} {} ({})\n{}.\n.Pp\n{}\n{}{}", rule_code(rule.id), mdoc_text(rule.name),
                     severity_name(rule.severity), mdoc_text(with_capital(rule.sentence)),
                     mdoc_text(rule.explanation), example("Bad", rule.bad),
                     example("Good", rule.good));
}

}  // namespace

std::string rules_page() {
  std::string page =
      ".Dd $Mdocdate$\n.Dt ICC\\-RULES 7\n.Os\n.Sh NAME\n.Nm icc\\-rules\n"
      ".Nd the rules that a record is checked by\n";
  page += introduction;
  for (const Rule& rule : rules()) {
    for (const Section& section : sections) {
      if (section.first == rule.id) page += fmt::format(".Sh {}\n", section.title);
    }
    page += entry(rule);
  }
  return page + ".Sh SEE ALSO\n.Xr icc\\-explain 1 ,\n.Xr icc\\-validate 1\n";
}

}  // namespace icc
