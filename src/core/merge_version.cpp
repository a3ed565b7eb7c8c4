#include "core/merge_version.h"

#include <algorithm>

#include "core/document_layout.h"
#include "icc/text.h"

namespace icc {
namespace {

/// The end of the blank lines at the start of a text.
std::size_t end_of_blank_lines(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && skip_blanks(text, end) == line_end(text, end)) {
    end = next_line(text, end);
  }
  return end;
}

}  // namespace

Version::Version(std::string_view text) {
  if (trimmed(text).empty()) return;
  auto reading = Document::read(text);
  readable_ = reading.has_value();
  if (!readable_) return;
  document_ = std::move(*reading);
  const auto entries = Entries::of(document_);
  readable_ = entries.has_value();
  if (readable_) take(*entries);
}

void Version::take(const Entries& entries) {
  head_ = entries.head();
  tail_ = entries.tail();
  for (const Entry& entry : entries.entries()) {
    const std::string_view leading = entries.text(entry.leading);
    const std::size_t blank = end_of_blank_lines(leading);
    fields_.push_back({entry.key, fields_.empty(), leading.substr(0, blank), leading.substr(blank),
                       entries.text(entry.body), entry.body.begin, &document_.node(entry.node),
                       &document_});
  }
}

const FieldText* Version::find(std::string_view key) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const FieldText& field) { return field.key == key; });
  return found == fields_.end() ? nullptr : &*found;
}

std::vector<std::string_view> Version::keys() const {
  std::vector<std::string_view> keys;
  for (const FieldText& field : fields_) keys.push_back(field.key);
  return keys;
}

}  // namespace icc
