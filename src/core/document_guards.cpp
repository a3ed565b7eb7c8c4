#include "core/document_guards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/document_builder.h"
#include "core/document_layout.h"
#include "icc/text.h"

namespace icc {
namespace {

using Faults = std::vector<Diagnostic>;

constexpr std::size_t most_faults = 20;  // of one kind: a file of tabs needs no more to be mended

void too_large(Faults& faults, std::string_view text, const ReadLimits& limits) {
  if (text.size() <= limits.bytes) return;
  faults.push_back(diagnostic(RuleId::too_large, range_of(limits.bytes, limits.bytes),
                              "larger than " + std::to_string(limits.bytes / 1024) + " KiB",
                              "move long texts into documents of their own and link them"));
}

void not_utf8(Faults& faults, std::string_view text) {
  const std::optional<std::size_t> at = first_invalid_utf8(text);
  if (!at) return;
  const auto byte = static_cast<unsigned char>(text[*at]);
  faults.push_back(diagnostic(RuleId::not_utf8, range_of(*at, *at + 1),
                              fmt::format("the byte 0x{:02X} is not UTF-8", byte),
                              "save the file with the encoding UTF-8"));
}

/// A character that no record may hold as it is.
struct Unwanted {
  std::uint32_t character;
  std::size_t length;  ///< in bytes
};

/// The unwanted character at `at` in UTF-8: a control character, one of the three line ends that
/// YAML 1.1 knows and 1.2 does not, a byte order mark, or no character at all (U+FFFE, U+FFFF).
std::optional<Unwanted> unwanted(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const std::uint32_t first = byte(0);
  if (first == '\t' || first == '\n') return {};
  if (first == '\r')
    return is_at(text, at + 1, '\n') ? std::nullopt : std::optional(Unwanted{13, 1});
  if (first < 0x20 || first == 0x7F) return Unwanted{first, 1};
  if (first == 0xC2 && byte(1) < 0xA0) return Unwanted{byte(1), 2};
  if (first == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9)) {
    return Unwanted{0x2000U + byte(2) - 0x80U, 3};
  }
  if (first != 0xEF) return {};
  if (byte(1) == 0xBB && byte(2) == 0xBF) return Unwanted{0xFEFF, 3};
  if (byte(1) == 0xBF && byte(2) >= 0xBE) return Unwanted{0xFF40U + byte(2), 3};
  return {};
}

Diagnostic fault_of(Unwanted found, Range range) {
  if (found.character == 0xFEFF) {
    return diagnostic(RuleId::misplaced_byte_order_mark, range,
                      "a byte order mark (U+FEFF) in the middle of the text",
                      "delete this invisible character; it may only be the first of a file");
  }
  if (found.character == '\r') {
    return diagnostic(RuleId::control_character, range, "a carriage return without a line feed",
                      "save the file with the line ends LF or CR LF");
  }
  return diagnostic(RuleId::control_character, range,
                    fmt::format("the control character U+{:04X}", found.character),
                    "delete this invisible character");
}

void unwanted_characters(Faults& faults, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text_begin(text); at < text.size() && count < most_faults; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool harmless =
        byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF;
    if (harmless) continue;
    if (const auto found = unwanted(text, at)) {
      faults.push_back(fault_of(*found, range_of(at, at + found->length)));
      ++count;
    }
  }
}

/// The marks that git leaves around what it could not merge, in their order.
constexpr std::array<std::string_view, 4> merge_marks{"<<<<<<<", "|||||||", "=======", ">>>>>>>"};

/// Which of the merge marks the line is; none: past the last.
std::size_t merge_mark(std::string_view line) {
  const auto* const mark =
      std::find(merge_marks.begin(), merge_marks.end(), line.substr(0, merge_marks[0].size()));
  const bool whole = is_space_or_end(line, merge_marks[0].size());
  return whole ? static_cast<std::size_t>(mark - merge_marks.begin()) : merge_marks.size();
}

Diagnostic directive_fault(Range range) {
  return diagnostic(RuleId::directive, range, "a line can't begin with '%'",
                    "put the text in quotes, or indent it below its key");
}

Diagnostic merge_fault(Range range, std::string_view mark) {
  return diagnostic(RuleId::merge_marker, range,
                    "the mark '" + std::string(mark) + "' of a merge that was not finished",
                    "choose one of the two versions and delete the lines with the marks");
}

/// One fault for each unfinished merge, which begins with `<<<<<<<` and ends with `>>>>>>>`, and
/// for each mark outside of one.
void bad_line_starts(Faults& faults, std::string_view text) {
  bool merging = false;
  for (std::size_t at = text_begin(text); at < text.size() && faults.size() < most_faults;
       at = next_line(text, at)) {
    const std::string_view line = text.substr(at, line_end(text, at) - at);
    const std::size_t mark = merge_mark(line);
    if (is_at(line, 0, '%')) faults.push_back(directive_fault(range_of(at, at + 1)));
    if (mark == merge_marks.size()) continue;
    if (mark == 0 || !merging) {
      faults.push_back(merge_fault(range_of(at, at + merge_marks[mark].size()), merge_marks[mark]));
    }
    merging = mark < merge_marks.size() - 1 && (merging || mark == 0);
  }
}

/// A bracket behind which so many are open that no text can be meant. The parser would keep each of
/// them in memory before it says a word.
void too_many_brackets(Faults& faults, std::string_view text) {
  std::size_t open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '[' || c == '{') ++open;
    if ((c == ']' || c == '}') && open > 0) --open;
    if (open <= most_open_brackets) continue;
    faults.push_back(
        diagnostic(RuleId::too_deep, range_of(at, at + 1),
                   "more than " + std::to_string(most_open_brackets) + " brackets are open here",
                   "close the brackets, or put the text in quotes"));
    return;
  }
}

bool is_quoted(const Node& node) {
  return node.style == Style::single_quoted || node.style == Style::double_quoted;
}

/// The ranges in which a tab is text: between quotes, and in the lines of block scalars.
std::vector<Range> tab_texts(const Document& document) {
  const std::string_view text = document.text();
  std::vector<Range> ranges;
  for (const Node& node : document.nodes()) {
    const Range key = node.key_range;
    if (key.end > key.begin && is_quote(text[key.begin])) ranges.push_back(key);
    if (is_quoted(node)) ranges.push_back(node.range);
    const std::size_t lines = next_line(text, node.range.begin);
    if (is_block_scalar(node.style))
      ranges.push_back(range_of(lines, std::max<std::size_t>(lines, node.range.end)));
  }
  return ranges;
}

/// Whether a comment begins between `from` and `at`, which lie on one line.
bool is_in_comment(std::string_view text, std::size_t from, std::size_t at) {
  while ((from = text.substr(0, at).find('#', from)) != no_offset) {
    if (from == 0 || is_space_or_end(text, from - 1)) return true;
    ++from;
  }
  return false;
}

Diagnostic tab_outside_fault(Range tab) {
  return diagnostic(RuleId::tab_indentation, tab, "a tab outside of quotes",
                    "put a blank in its place, or the text in double quotes");
}

}  // namespace

bool is_unwanted(std::string_view text, std::size_t at) {
  return unwanted(text, at).has_value();
}

Diagnostic unwanted_fault(std::string_view text, std::size_t at, Range range) {
  return fault_of(*unwanted(text, at), range);
}

std::vector<Diagnostic> encoding_faults(std::string_view text, const ReadLimits& limits) {
  Faults faults;
  too_large(faults, text, limits);
  if (faults.empty()) not_utf8(faults, text);
  return faults;
}

std::vector<Diagnostic> text_faults(std::string_view text, const ReadLimits& limits) {
  Faults faults = encoding_faults(text, limits);
  if (!faults.empty()) return faults;
  bad_line_starts(faults, text);
  unwanted_characters(faults, text);
  if (faults.empty()) too_many_brackets(faults, text);
  return faults;
}

Diagnostic tab_fault(Range tab) {
  return diagnostic(RuleId::tab_indentation, tab, "a tab in the indentation",
                    "indent with blanks: two for each level");
}

Range tab_in_indentation(std::string_view text, std::size_t at) {
  const std::size_t begin = std::max(line_begin(text, at), std::min(text_begin(text), at));
  const std::size_t end = skip_blanks(text, begin);
  const std::size_t tab = text.substr(0, end).find('\t', begin);
  if (tab == no_offset) return {};
  return range_of(tab, tab + 1);
}

std::vector<Diagnostic> tab_faults(const Document& document) {
  Faults faults;
  const std::string_view text = document.text();
  std::size_t at = text.find('\t');
  if (at == no_offset) return faults;
  const std::vector<Range> texts = tab_texts(document);
  auto range = texts.begin();
  std::size_t behind = 0;  // the end of the last range in front of the tab
  while (at != no_offset && faults.size() < most_faults) {
    for (; range != texts.end() && range->end <= at; ++range) behind = range->end;
    const bool in_text = range != texts.end() && range->begin <= at;
    const bool in_quotes = in_text && is_quote(text[range->begin]);
    const std::size_t begin = line_begin(text, at);
    std::size_t next = at + 1;
    if (const Range tab = tab_in_indentation(text, at); tab.end > 0 && (!in_text || in_quotes)) {
      faults.push_back(tab_fault(tab));
      next = line_end(text, at);
    } else if (in_text) {
      next = in_quotes ? std::min<std::size_t>(range->end, line_end(text, at)) : range->end;
    } else if (is_in_comment(text, std::max(begin, behind), at)) {
      next = line_end(text, at);
    } else {
      faults.push_back(tab_outside_fault(range_of(at, at + 1)));
    }
    at = text.find('\t', next);
  }
  return faults;
}

}  // namespace icc
