#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/reading.h"

namespace icc {

/// The options that say what is shown of each practice.
struct Layout {
  std::string columns;  ///< `title,country`; empty: the schema's default columns
  std::string format;   ///< `table`, `tsv` or a format of `export`; empty: by the kind of output
  bool json = false;    ///< `--json`, the same as `--format json`
};

/// The fields that `--columns` names, null for the id. A name that is unknown, or none at all, is a
/// usage error.
[[nodiscard]] Result<std::vector<const Field*>> columns_named(std::string_view names,
                                                              const Schema& schema);

/// Declares `--columns`, `--format` and `--json`.
void bind_layout(Options& options, Layout& layout);

/// Shows the chosen practices on stdout, and their number on stderr when a person looks on; when
/// there are none, what each clause of the query would find alone.
[[nodiscard]] Exit show_practices(Context& context, const Choosing& choosing, const Layout& layout,
                                  Outcome& outcome);

}  // namespace icc
