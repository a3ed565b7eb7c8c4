#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "icc/practice.h"
#include "icc/result.h"
#include "icc/schema.h"

namespace icc {

/// What a format may need to know beside the records.
struct WriteOptions {
  /// Of tabular formats, beside the id; without: all fields of the schema.
  std::optional<std::vector<const Field*>> columns = {};
  bool raw = false;        ///< CSV without the apostrophe in front of formulas
  std::string title = {};  ///< of a page or report; empty: the format's own
};

/// One format of `icc export`. Most write `head`, then `record` for each practice in order with
/// `separator` between two, then `tail`. One that must see all practices at once has `whole` in
/// their place, which fails when memory is used up; one that says what practices may be, and
/// nothing of any, has `head` only. Each appends to the output. All are pure: any thread may call
/// them.
struct Format {
  std::string_view name;     ///< `json`; also the option `--json`
  std::string_view summary;  ///< for help
  void (*head)(std::string& out, const Schema& schema, const WriteOptions& options) = nullptr;
  void (*record)(std::string& out, const Practice& practice, const Schema& schema,
                 const WriteOptions& options) = nullptr;
  std::string_view separator = {};  ///< between two records
  void (*tail)(std::string& out, const Schema& schema, const WriteOptions& options) = nullptr;
  Result<void> (*whole)(std::string& out, std::span<const Practice> practices, const Schema& schema,
                        const WriteOptions& options) = nullptr;
  bool is_text = true;  ///< may be shown on a terminal

  /// Whether it tells of practices, not of the schema alone.
  [[nodiscard]] bool has_practices() const { return record != nullptr || whole != nullptr; }
};

/// All formats, sorted by name: one table for options, help, manual and tests.
[[nodiscard]] std::span<const Format> formats();

/// The format with this name; null when there is none.
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace icc
