#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/period_point.h"
#include "core/period_say.h"

// The words, numbers and signs of a period, after folding.

namespace icc {

/// One word, number or sign.
struct Token {
  Say say = Say::end;
  int value = 0;       ///< of a day, month, number; the two digits of a pair; years in a unit
  Point point = {};    ///< of a date; of a pair its year
  bool glued = false;  ///< no blank before it
};

/// A place in a list of tokens that ends with `Say::end`.
class TokenCursor {
 public:
  explicit TokenCursor(std::span<const Token> tokens) : tokens_(tokens) {}

  /// The token at the place, or some tokens behind it.
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  /// Whether that token says so.
  [[nodiscard]] bool sees(Say say, std::size_t ahead = 0) const { return peek(ahead).say == say; }
  /// Steps over the next token if it says so.
  bool accept(Say say) {
    if (!sees(say)) return false;
    ++at_;
    return true;
  }
  /// Steps over some tokens, which must be there.
  void skip(std::size_t count) { at_ += count; }
  /// Whether nothing was read yet.
  [[nodiscard]] bool at_start() const { return at_ == 0; }

 private:
  std::span<const Token> tokens_;
  std::size_t at_ = 0;
};

/// The tokens of a folded text, `Say::end` last. Takes time in proportion to the text.
[[nodiscard]] std::vector<Token> period_tokens(std::string_view folded);

}  // namespace icc
