#include "icc/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/text_run.h"

namespace icc {
namespace {

/// What a character is written as when folded, where Unicode does not decompose it. In lower case:
/// case is folded first.
struct Spelling {
  char32_t code;
  std::string_view text;
};

constexpr Spelling spellings[] = {
    {U'«', "\""}, {U'´', "'"},  {U'»', "\""}, {U'ß', "ss"},     {U'æ', "ae"}, {U'ð', "d"},
    {U'ø', "o"},  {U'þ', "th"}, {U'đ', "d"},  {U'ħ', "h"},      {U'ı', "i"},  {U'ĸ', "k"},
    {U'ł', "l"},  {U'ŋ', "ng"}, {U'œ', "oe"}, {U'ŧ', "t"},      {U'ƀ', "b"},  {U'ƒ', "f"},
    {U'ƚ', "l"},  {U'ƶ', "z"},  {U'ǥ', "g"},  {U'ȷ', "j"},      {U'ȼ', "c"},  {U'ɇ', "e"},
    {U'ɉ', "j"},  {U'ɍ', "r"},  {U'ɏ', "y"},  {U'ə', "e"},      {U'ʹ', "'"},  {U'ʻ', "'"},
    {U'ʼ', "'"},  {U'ʽ', "'"},  {U'ˈ', "'"},  {U'\u1FFD', "'"}, {U'‐', "-"},  {U'‒', "-"},
    {U'–', "-"},  {U'—', "-"},  {U'―', "-"},  {U'‘', "'"},      {U'’', "'"},  {U'‚', "'"},
    {U'‛', "'"},  {U'“', "\""}, {U'”', "\""}, {U'„', "\""},     {U'‟', "\""}, {U'′', "'"},
    {U'″', "\""}, {U'‵', "'"},  {U'‶', "\""}, {U'‹', "'"},      {U'›', "'"},  {U'⁄', "/"},
    {U'−', "-"},
};

static_assert(std::is_sorted(std::begin(spellings), std::end(spellings),
                             [](const Spelling& a, const Spelling& b) { return a.code < b.code; }));

const Spelling* spelling_of(char32_t code) {
  const auto* found = std::lower_bound(
      std::begin(spellings), std::end(spellings), code,
      [](const Spelling& spelling, char32_t wanted) { return spelling.code < wanted; });
  return found != std::end(spellings) && found->code == code ? found : nullptr;
}

/// What each character of ASCII is folded to: white space, and nothing else, to a blank.
constexpr auto ascii_folds = [] {
  std::array<char, 0x80> folds{};
  for (std::size_t i = 0; i < folds.size(); ++i) {
    const char c = static_cast<char>(i);
    folds[i] = c >= '\t' && c <= '\r' ? ' ' : c == '`' ? '\'' : c;
    if (c >= 'A' && c <= 'Z') folds[i] = static_cast<char>(c - 'A' + 'a');
  }
  return folds;
}();

bool is_white_space(char32_t code) {
  if (code < 0x80) return ascii_folds[code] == ' ';
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return code == 0x85 || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

/// Collects folded characters; white space is one blank, and only between others.
class FoldedText {
 public:
  explicit FoldedText(std::size_t size) { text_.reserve(size); }

  void add(char32_t code) {
    if (is_white_space(code)) {
      after_blank_ = true;
      return;
    }
    end_blank();
    if (code < 0x80) {
      text_ += ascii_folds[code];
    } else if (const Spelling* spelling = spelling_of(code)) {
      text_ += spelling->text;
    } else {
      append_character(text_, code);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void end_blank() {
    if (after_blank_ && !text_.empty()) text_ += ' ';
    after_blank_ = false;
  }

  std::string text_;
  bool after_blank_ = false;
};

/// Calls `take` with each character that utf8proc maps `code` to.
template <class Take>
void decompose(char32_t code, int options, const Take& take) {
  // Unicode's longest compatibility decomposition has 18 characters (U+FDFA).
  std::array<utf8proc_int32_t, 32> parts{};
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(), std::size(parts),
                              static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options), nullptr);
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    take(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
  }
}

void add_decomposed(FoldedText& out, char32_t code) {
  constexpr int strip = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  // In two steps: in one, utf8proc makes the iota of ᾳ a letter, but drops the same mark when the
  // text comes decomposed.
  decompose(code, strip, [&](char32_t part) {
    decompose(part, strip | UTF8PROC_CASEFOLD, [&](char32_t folded) { out.add(folded); });
  });
}

/// Most texts are ASCII, which never gets longer.
std::string folded_ascii(std::string_view text) {
  std::string out(text.size(), ' ');
  char* const begin = out.data();
  char* end = begin;
  for (const char c : text) {
    const char fold = ascii_folds[static_cast<unsigned char>(c)];
    const bool is_repeated = fold == ' ' && (end == begin || end[-1] == ' ');
    if (!is_repeated) *end++ = fold;
  }
  if (end > begin && end[-1] == ' ') --end;
  out.resize(static_cast<std::size_t>(end - begin));
  return out;
}

}  // namespace

std::string folded(std::string_view text) {
  if (run_length(text, no_ascii) == text.size()) return folded_ascii(text);
  FoldedText out(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    // The table goes first: Unicode decomposes ´ into a blank and an accent.
    if (character.code < 0x80 || spelling_of(character.code) != nullptr) {
      out.add(character.code);
    } else {
      add_decomposed(out, character.code);
    }
    text.remove_prefix(character.length);
  }
  return out.take();
}

}  // namespace icc
