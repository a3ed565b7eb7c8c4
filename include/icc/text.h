#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Text as people see it: UTF-8, width on a terminal, folding for comparison, nearness of spelling.
// Every function takes any bytes; what is not UTF-8 never fails, it counts as U+FFFD.

namespace icc {

/// The character at the start of a text.
struct Character {
  char32_t code = 0xFFFD;  ///< U+FFFD for a byte that is not UTF-8
  std::size_t length = 1;  ///< in bytes; 1 for a byte that is not UTF-8
  bool valid = false;      ///< whether it is well-formed UTF-8
};

/// Decodes the first character of `text`, which must not be empty: the one decoder of UTF-8
/// (RFC 3629, section 4). Of malformed bytes each one counts as a character.
[[nodiscard]] Character first_character(std::string_view text);

/// Appends a character to `out` in UTF-8; what is no character (a surrogate, above U+10FFFF)
/// becomes U+FFFD.
void append_character(std::string& out, char32_t code);

/// Offset in bytes of the first byte that is not part of well-formed UTF-8 (RFC 3629), if any.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Number of characters (code points) in `text`.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// Number of terminal cells that a character takes: 2 for wide East Asian ones, 0 for combining
/// marks, joiners and control characters.
[[nodiscard]] std::size_t character_width(char32_t code);

/// Number of terminal cells that `text` takes.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` cut to at most `cells` cells, with `…` as its last when something was cut. Never splits a
/// character from the marks that follow it.
[[nodiscard]] std::string truncated(std::string_view text, std::size_t cells);

/// `text` with blanks up to `cells` cells; longer text comes back whole.
[[nodiscard]] std::string padded(std::string_view text, std::size_t cells);

/// `text` broken at white space into lines of at most `cells` cells, words joined by one blank; a
/// longer word keeps a line of its own. No-break spaces do not break. No lines without words.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t cells);

/// The form in which two spellings of one name are equal: NFKD, without accents, case folded, with
/// the letters that Unicode does not decompose written out (ø is o, ł is l, æ is ae, ß is ss), runs
/// of white space as one blank, typographic quotes and dashes as ', " and -, invisible joiners and
/// hyphens left out, no blanks at the ends. Folding twice changes nothing more.
[[nodiscard]] std::string folded(std::string_view text);

/// Number of insertions, deletions, replacements and swaps of neighbours (in characters) between
/// two texts, where no stretch is changed twice (optimal string alignment). Above `most`, some
/// number above `most`: a small one makes it fast.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right,
                                        std::size_t most = std::string_view::npos);

/// The candidates that a person may have meant by `word`, nearest first: those equal when folded,
/// then those within an edit distance (on folded text) of a third of the word's length, at least 1;
/// at most `most`.
[[nodiscard]] std::vector<std::string_view> nearest(std::string_view word,
                                                    std::span<const std::string_view> candidates,
                                                    std::size_t most = 1);

/// What to tell a person who mistyped a name: `did you mean 'country'?` of the first that was
/// found, `otherwise` when nothing was.
[[nodiscard]] std::string did_you_mean(std::span<const std::string_view> found,
                                       std::string_view otherwise);

/// `text` made safe for a terminal, a one-line message or XML 1.0: control characters (C0, DEL,
/// C1), bidirectional controls, U+2028, U+2029, U+FEFF, U+FFFE, U+FFFF and bytes that are not UTF-8
/// become visible (`\n`, `\x1b`, `<U+202E>`, `\xff`).
[[nodiscard]] std::string visible(std::string_view text);

/// `text` in single quotes, as a message shows it: `visible`, and cut to at most `cells` cells.
[[nodiscard]] std::string quoted(std::string_view text, std::size_t cells = 60);

/// As `visible`, but line ends and tabs stay: for texts of several lines.
[[nodiscard]] std::string visible_lines(std::string_view text);

/// The parts of `text` between `separator`s, white space around each taken off, empty ones left
/// out.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Takes the first line off `text`, with its LF: what comes back is without it.
std::string_view take_line(std::string_view& text);

/// The lines of `text` without their ends, LF or CR LF.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// The lines of `text`, each with its line end; the last may have none.
[[nodiscard]] std::vector<std::string_view> lines_with_ends(std::string_view text);

/// `text` for a part of an address (RFC 3986, section 2): every byte but the unreserved characters
/// and those in `kept` as `%` and two digits.
[[nodiscard]] std::string percent_encoded(std::string_view text, std::string_view kept = {});

/// `text` with its escapes (RFC 3986, section 2.1) as the bytes that they stand for; what only
/// looks like an escape stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// `text` without white space (blank, tab, CR, LF) at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A number with its noun: `1 practice`, `10 practices`.
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view noun);

}  // namespace icc
