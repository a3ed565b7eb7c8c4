#pragma once

#include <string>

#include "icc/writer.h"

namespace icc {

// One in each file of its name; all in the table of formats.
extern const Format bibtex_format;
extern const Format csl_json_format;
extern const Format csv_format;
extern const Format geojson_format;
extern const Format html_format;
extern const Format json_format;
extern const Format json_schema_format;
extern const Format jsonl_format;
extern const Format markdown_format;
extern const Format sqlite_format;
extern const Format yaml_format;

/// The head or tail of a format that has none.
inline void no_frame(std::string& /*out*/, const Schema& /*schema*/,
                     const WriteOptions& /*options*/) {}

}  // namespace icc
