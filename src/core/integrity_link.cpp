#include "core/integrity_examination.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/text_search.h"
#include "core/text_set.h"
#include "icc/text.h"

// Links that lead to files of the database. In Markdown (CommonMark 0.30): `[text](target)`,
// `[text](<target>)` and `[label]: target`, but not within code.

namespace icc {
namespace {

constexpr std::size_t deepest_brackets = 32;

/// How many dead links of one text are reported: each costs a look at the disk.
constexpr std::size_t most_dead_links = 64;

/// The target that begins `text`: within <>, or up to a blank or the bracket that is not its own.
/// Empty when brackets lie deeper than CommonMark demands (0.30, section 6.3: 32 levels).
std::string_view target_at(std::string_view text) {
  if (text.starts_with('<')) return text.substr(1, text.substr(1).find_first_of(">\n"));
  std::size_t depth = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == ' ' || c == '\t' || c == '\n' || (c == ')' && depth == 0)) break;
    if (c == '(' && ++depth > deepest_brackets) return {};
    if (c == ')') --depth;
  }
  return text.substr(0, end);
}

/// Whether the bracket that closes at `at` is the first thing in its line, as in `[label]: …`.
bool begins_line(std::string_view text, std::size_t at) {
  const std::size_t line = text.substr(0, at).rfind('\n') + 1;
  return trimmed(text.substr(line)).starts_with('[') && text.find(']', line) == at;
}

/// The target of the link whose text or label ends at `at`; empty when it is none.
std::string_view target_after(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  const bool is_inline = next == '(';
  const bool is_definition = next == ':' && begins_line(text, at);
  if (!is_inline && !is_definition) return {};
  const std::size_t begin = text.find_first_not_of(" \t\n", at + 2);
  return begin == std::string_view::npos ? std::string_view{} : target_at(text.substr(begin));
}

bool has_scheme(std::string_view target) {
  constexpr CharacterSet ends = CharacterSet().with(":/?#");
  const auto* const end =
      std::find_if(target.begin(), target.end(), [&](char c) { return ends.has(c); });
  return end != target.begin() && end != target.end() && *end == ':';
}

bool is_local(std::string_view target) {
  return !target.empty() && target.front() != '#' && !has_scheme(target) &&
         !target.starts_with("//");
}

void examine_target(Examination& all, const FieldValue& value, std::string_view target) {
  if (!all.exists || !is_local(target)) return;
  const auto path = linked_path(all.practice.path(), target);
  if (path && all.exists(*path)) return;
  std::string hint = "correct the path, or write the whole address with https://";
  if (target.starts_with("www.")) hint = fmt::format("did you mean 'https://{}'?", target);
  all.report(RuleId::dead_link, range_of(all.practice.document(), value.node, target),
             path ? fmt::format("the link {} leads to no file: there is no {}", in_quotes(target),
                                in_quotes(*path))
                  : fmt::format("the link {} leads out of the database", in_quotes(target)),
             std::move(hint));
}

}  // namespace

std::size_t end_of_code(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find_first_not_of('`', begin), text.size());
  const std::string_view run = text.substr(begin, end - begin);
  for (std::size_t at = text.find(run, end); at != std::string_view::npos;) {
    const std::size_t after = std::min(text.find_first_not_of('`', at), text.size());
    if (after - at == run.size()) return after;
    at = text.find(run, after);
  }
  return end;
}

std::optional<std::string> linked_path(std::string_view record, std::string_view target) {
  const std::string path = percent_decoded(target.substr(0, target.find_first_of("?#")));
  std::vector<std::string_view> parts;
  if (!path.starts_with('/')) parts = split(record.substr(0, record.rfind('/') + 1), '/');
  for (const std::string_view part : split(path, '/')) {
    if (part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  return fmt::format("{}", fmt::join(parts, "/"));
}

void examine_prose_links(Examination& all, const FieldValue& value) {
  const std::string_view text = value.node.text;
  ByteSearch<3> marks(text, {'`', ']', '\\'});
  const std::size_t most = all.found.size() + most_dead_links;
  for (std::size_t at = marks.next(0); at < text.size();) {
    if (all.found.size() == most) {
      all.found.back().hint += "; the links behind this one were not looked at";
      return;
    }
    std::size_t next = at + 1;
    if (text[at] == '`') {
      next = end_of_code(text, at);
    } else if (text[at] == '\\') {
      next = at + 2;
    } else {
      examine_target(all, value, target_after(text, at));
    }
    at = marks.next(next);
  }
}

void examine_link(Examination& all, const FieldValue& value) {
  examine_target(all, value, value.node.text);
}

}  // namespace icc
