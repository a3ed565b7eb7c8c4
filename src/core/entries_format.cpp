#include "icc/entries_format.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document_layout.h"
#include "core/entries_part.h"

namespace icc {
namespace {

Part arranged(const Document& document, std::span<const Field> fields) {
  Part part = part_of(document);
  arrange(part, fields);
  return part;
}

bool have_same_values(const Part& a, const Part& b) {
  return a.kind == b.kind && a.key == b.key && a.text == b.text &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                    have_same_values);
}

void collect_comments(const Part& part, std::vector<std::string_view>& texts) {
  for (const auto* comments : {&part.above, &part.beside, &part.below}) {
    for (const Comment& comment : *comments) texts.push_back(comment.text);
  }
  for (const Part& inner : part.parts) collect_comments(inner, texts);
}

/// The comments of a record, sorted.
std::vector<std::string_view> comments_of(const Part& record) {
  std::vector<std::string_view> texts;
  collect_comments(record, texts);
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// The part of the text that differs, in whole lines, and what stands for it in `canonical`.
Fix difference(std::string_view text, std::string_view canonical) {
  const auto [first, other] =
      std::mismatch(text.begin(), text.end(), canonical.begin(), canonical.end());
  const std::size_t begin =
      line_begin(text, static_cast<std::size_t>(std::distance(text.begin(), first)));
  std::size_t same = 0;  // at the end
  const std::size_t most = std::min(text.size(), canonical.size()) - begin;
  while (same < most && text[text.size() - same - 1] == canonical[canonical.size() - same - 1]) {
    ++same;
  }
  // Only whole lines: up to behind the first line end in what is the same.
  const std::size_t line = text.find('\n', text.size() - same);
  same = line == std::string_view::npos ? 0 : text.size() - line - 1;
  return {true, range_of(begin, text.size() - same),
          std::string(canonical.substr(begin, canonical.size() - same - begin)), "icc fmt"};
}

}  // namespace

std::string canonical_text(const Document& document, std::span<const Field> fields) {
  return written(arranged(document, fields));
}

Result<std::string> formatted(const Document& document, std::span<const Field> fields) {
  const Part before = arranged(document, fields);
  std::string text = written(before);
  const Reading again = Document::read(text);
  if (!again) {
    return failed(Failure::environment, "the canonical form can't be read again",
                  "this is a mistake in icc; nothing was changed");
  }
  const Part after = arranged(*again, fields);
  if (!have_same_values(before, after) || comments_of(before) != comments_of(after)) {
    return failed(Failure::environment, "the canonical form would have another meaning",
                  "this is a mistake in icc; nothing was changed");
  }
  return text;
}

std::optional<Diagnostic> form_fault(const Document& document, std::span<const Field> fields) {
  const std::string canonical = canonical_text(document, fields);
  if (canonical == document.text()) return std::nullopt;
  Fix fix = difference(document.text(), canonical);
  const Range line = rest_of_line(document.text(), fix.range.begin);
  Diagnostic found = diagnostic(RuleId::not_canonical, line, "not in canonical form from here on",
                                "icc fmt writes it");
  found.fix = std::move(fix);
  return found;
}

}  // namespace icc
