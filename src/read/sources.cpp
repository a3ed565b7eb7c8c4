#include <array>

#include "icc/text.h"
#include "read/read.h"

namespace icc {
namespace {

constexpr std::array<const SourceFormat*, 5> pointers = {&csv_source, &json_source, &jsonl_source,
                                                         &markdown_source, &yaml_source};

/// Whether a first line looks like `key:`, `key: value`, an item, a comment or a document's start.
bool is_yaml_line(std::string_view line) {
  if (line.starts_with('#') || line.starts_with("- ") || line.starts_with("---")) return true;
  return line.ends_with(':') || line.find(": ") != std::string_view::npos;
}

}  // namespace

std::span<const SourceFormat* const> source_formats() {
  return pointers;
}

const SourceFormat* format_of_name(std::string_view name) {
  const std::string plain = folded(name);
  for (const SourceFormat* format : pointers) {
    for (const std::string_view ending : format->endings) {
      if (plain.ends_with(ending)) return format;
    }
  }
  return nullptr;
}

const SourceFormat& format_of_text(std::string_view beginning) {
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  const std::string_view text = trimmed(beginning);
  if (text.starts_with('[')) return json_source;
  const std::string_view line = trimmed(text.substr(0, text.find('\n')));
  if (text.starts_with('{')) {
    return line.ends_with('}') && line.size() < text.size() ? jsonl_source : json_source;
  }
  if (line.starts_with("# ") && text.find("\n## ") != std::string_view::npos)
    return markdown_source;
  return is_yaml_line(line) ? yaml_source : csv_source;
}

}  // namespace icc
