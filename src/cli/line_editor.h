#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace icc {

/// Reads lines from the terminal with editing, history and completion (libedit). It writes to
/// standard error, so that standard output holds results only.
class LineEditor {
 public:
  /// Sets nothing up before the first line is asked for.
  LineEditor();
  ~LineEditor();
  LineEditor(LineEditor&&) noexcept;
  LineEditor& operator=(LineEditor&&) noexcept;

  /// The next line without its line end; none at the end of input or when a signal cut it off. Tab
  /// completes as `completed` does.
  [[nodiscard]] std::optional<std::string> line(const std::string& prompt,
                                                const std::vector<std::string>& words);

  /// What was typed of the line that was cut off.
  [[nodiscard]] std::string unfinished() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What completion makes of the text in front of the cursor.
struct Completion {
  std::string typed;                    ///< the part of the text that is replaced
  std::string replacement;              ///< what takes its place; may be the same
  std::vector<std::string> candidates;  ///< what it may become, when there is more than one
};

/// Completes the part of a text behind its last `;` to one of the words, compared folded. Where
/// none begins so, the part behind the last comma.
[[nodiscard]] Completion completed(const std::string& text, const std::vector<std::string>& words);

}  // namespace icc
