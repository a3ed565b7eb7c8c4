#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/exit.h"
#include "cli/session.h"
#include "icc/query.h"
#include "icc/result.h"

namespace icc {

/// Text in a colour of the terminal where the stream allows it; as it is elsewhere.
[[nodiscard]] std::string coloured(const Output& out, std::string_view colour,
                                   std::string_view text);

inline constexpr std::string_view bold = "1";       ///< SGR code for `coloured`
inline constexpr std::string_view red = "1;31";     ///< SGR code for `coloured`
inline constexpr std::string_view yellow = "1;33";  ///< SGR code for `coloured`
inline constexpr std::string_view cyan = "36";      ///< SGR code for `coloured`
inline constexpr std::string_view dim = "2";        ///< SGR code for `coloured`

/// Writes `error: MESSAGE` and a line with the hint to stderr; answers the exit code of the
/// failure.
Exit complain(Session& session, const Error& error);

/// Writes a query's error with its caret to stderr; answers `Exit::failed`.
Exit complain(Session& session, const QueryError& error);

/// Writes one line for a person: what comes from data in it, such as a path, is made visible.
void tell(Output& out, std::string_view line);

/// Writes which git command goes on from what was done to the file at `path`.
void tell_to_commit(Session& session, std::string_view path);

/// Writes `note: MESSAGE` to stderr.
void remark(Session& session, std::string_view message);

/// Writes whole lines for programs: byte by byte, but on a terminal with what it might obey or not
/// show made visible.
void write_exact(Output& out, std::string_view lines);

/// How diagnostics are drawn on a stream.
[[nodiscard]] DiagnosticStyle diagnostic_style(const Output& out);

/// Text wrapped into whole lines of at most `width` cells, each behind `indent` blanks.
[[nodiscard]] std::string indented(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace icc
