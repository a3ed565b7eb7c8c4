#pragma once

#include "icc/reader.h"

namespace icc {

// One in each file of its name; all in the table of formats.
extern const SourceFormat csv_source;
extern const SourceFormat json_source;
extern const SourceFormat jsonl_source;
extern const SourceFormat markdown_source;
extern const SourceFormat yaml_source;

}  // namespace icc
