#include <algorithm>
#include <array>

#include "icc/writer.h"
#include "write/write.h"

namespace icc {

std::span<const Format> formats() {
  static const std::array all = {bibtex_format,      csl_json_format, csv_format,
                                 geojson_format,     html_format,     json_format,
                                 json_schema_format, jsonl_format,    markdown_format,
                                 sqlite_format,      yaml_format};
  return all;
}

const Format* find_format(std::string_view name) {
  const auto all = formats();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Format& f) { return f.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace icc
