#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/session.h"
#include "icc/result.h"
#include "icc/store.h"

namespace icc {

/// A file that holds what a person has typed until it is stored: outside of the database, in
/// $XDG_STATE_HOME/icc/drafts or ~/.local/state/icc/drafts; only where there is no home, in
/// .icc-drafts of the database, which no command reads.
class DraftFile {
 public:
  /// What a file holds: a practice that is not stored yet, or something else that a person has in
  /// the editor, which lies in the folder `copies` beside the drafts.
  enum class Kind : std::uint8_t { draft, copy };

  /// A new file with this text, named after `stem`; never over another.
  [[nodiscard]] static Result<DraftFile> create(Session& session, const Store& store, Kind kind,
                                                std::string_view stem, std::string_view text);

  /// The draft with this name or path; the newest one when `name` is empty.
  [[nodiscard]] static Result<DraftFile> open(const Session& session, const Store& store,
                                              const std::string& name);

  /// Where it is, absolute.
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Its text.
  [[nodiscard]] Result<std::string> read() const;
  /// Replaces its text, whole or not at all.
  [[nodiscard]] Result<void> write(std::string_view text) const;
  /// Removes it: its text is stored elsewhere.
  [[nodiscard]] Result<void> remove() const;

 private:
  explicit DraftFile(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

/// What a draft of a practice begins with: how to go on, and as comments the answers that were not
/// taken over, one a line.
[[nodiscard]] std::string draft_head(const Store& store, std::string_view refused);

/// The answers that were not taken over, one a line, from a draft's text.
[[nodiscard]] std::string not_taken_over(std::string_view draft);

}  // namespace icc
