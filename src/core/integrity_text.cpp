#include "core/integrity_examination.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "core/text_run.h"
#include "core/text_search.h"
#include "icc/text.h"

// Rules about how a text is written: words for nothing, blanks, quotes, contacts.

namespace icc {
namespace {

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether a short text has neither letter nor digit: `…`, `***`.
bool is_without_words(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (text.size() > longest || std::any_of(text.begin(), text.end(), is_ascii_word)) return false;
  const std::string plain = folded(text);
  return std::none_of(plain.begin(), plain.end(), [](char c) {
    return is_ascii_word(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_required(const Examination& all, const Field& field) {
  const auto fields = all.schema.fields();
  return field.required && std::any_of(fields.begin(), fields.end(), [&](const Field& other) {
           return other.path == field.path;
         });
}

/// The whole line of a field whose value stands alone on it, with a blank line after it. Empty when
/// a comment would go, or lose its field.
std::optional<Range> line_of_field(std::string_view text, const Node& node) {
  if (node.key_range.begin == node.key_range.end) return std::nullopt;
  const std::size_t begin = text.rfind('\n', node.key_range.begin) + 1;
  const std::size_t end = text.find('\n', node.range.end);
  if (begin != node.key_range.begin || end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(begin, end - begin);
  const std::string_view rest = text.substr(node.range.end, end - node.range.end);
  const std::size_t before = begin < 2 ? std::string_view::npos : text.rfind('\n', begin - 2);
  const bool after_comment = begin > 0 && text.substr(before + 1).starts_with('#');
  if (line.find('\n') != std::string_view::npos || !trimmed(rest).empty() || after_comment) {
    return std::nullopt;
  }
  const bool blank_follows = text.substr(end + 1).starts_with('\n');
  return range_of(begin, end + (blank_follows ? 2 : 1));
}

void report_empty_word(Examination& all, const FieldValue& value) {
  const bool required = is_required(all, value.field);
  Diagnostic* found = all.report(
      RuleId::empty_word, value.node.range,
      fmt::format("{} in '{}' stands for nothing", in_quotes(value.node.text), value.field.path),
      required ? "the field is required: write what it asks for"
               : "leave the field out when there is nothing to say");
  if (found == nullptr || required) return;
  if (const auto line = line_of_field(all.practice.document().text(), value.node)) {
    found->fix = Fix{true, *line, "", "take the field out"};
  }
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// Whether a blank follows another; looks at sixteen places at once.
bool has_double_blank(std::string_view line) {
  constexpr std::size_t size = sizeof(ByteBlock);
  const auto blanks = [&](std::size_t at) {
    ByteBlock bytes;
    std::memcpy(&bytes, line.data() + at, size);
    return (bytes == ' ') | (bytes == '\t');
  };
  const auto has_one_at = [&](std::size_t at) {
    return first_byte(blanks(at) & blanks(at + 1)) < size;
  };
  if (line.size() > size) {
    const std::size_t last = line.size() - size - 1;
    for (std::size_t at = 0; at < last; at += size) {
      if (has_one_at(at)) return true;
    }
    return has_one_at(last);
  }
  return std::adjacent_find(line.begin(), line.end(), [](char left, char right) {
           return is_blank(left) && is_blank(right);
         }) != line.end();
}

/// Whether blanks are where none belong: at an end, or behind another.
bool has_stray_blanks(std::string_view line) {
  return !line.empty() &&
         (is_blank(line.front()) || is_blank(line.back()) || has_double_blank(line));
}

/// The first stretch of blanks in a line that is at one of its ends or longer than one.
std::optional<std::string_view> stray_blanks(std::string_view line) {
  if (!has_stray_blanks(line)) return std::nullopt;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_blank(line[i])) continue;
    std::size_t end = i;
    while (end < line.size() && is_blank(line[end])) ++end;
    if (i == 0 || end == line.size() || end - i > 1) return line.substr(i, end - i);
    i = end;
  }
  return std::nullopt;
}

std::string without_stray_blanks(std::string_view line) {
  std::string out;
  for (const char c : trimmed(line)) {
    if (!is_blank(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

/// What of a scalar on one line is between its quotes, as it is written. Empty when blanks may be
/// hidden there by escapes or line ends.
std::optional<std::string_view> written_line(std::string_view text, const Node& node) {
  std::string_view line = text.substr(node.range.begin, node.range.end - node.range.begin);
  if (line.find('\n') != std::string_view::npos) return std::nullopt;
  if (node.style == Style::plain) return line;
  if (node.style != Style::single_quoted && node.style != Style::double_quoted) return std::nullopt;
  line = line.substr(1, line.size() - 2);
  const bool escaped =
      node.style == Style::double_quoted && line.find('\\') != std::string_view::npos;
  return escaped ? std::nullopt : std::optional(line);
}

// The first bytes of “ ” „ and of « ».
constexpr char first_of_curly = '\xE2';
constexpr char first_of_angle = '\xC2';

/// A typographic quote in a text.
struct Quote {
  char32_t code;
  std::string_view bytes;
};

bool closes(char32_t opening, char32_t mark, bool same_on_both_sides) {
  switch (opening) {
    case U'“':
      return mark == U'”';
    case U'„':
      return mark == U'“' || mark == U'”';
    case U'«':
      return mark == U'»';
    case U'»':
      return mark == U'«' || (same_on_both_sides && mark == U'»');
    default:
      return mark == U'”';
  }
}

bool is_quote(char32_t code) {
  return code == U'“' || code == U'”' || code == U'„' || code == U'«' || code == U'»';
}

/// The quotes that are open at a point of a paragraph.
class OpenQuotes {
 public:
  /// `same_on_both_sides`: Swedish and Finnish write ”X” and »X».
  explicit OpenQuotes(bool same_on_both_sides) : same_on_both_sides_(same_on_both_sides) {}

  /// Takes the next quote; answers whether it fits.
  bool take(const Quote& quote) {
    if (!open_.empty() && closes(open_.back().code, quote.code, same_on_both_sides_)) {
      open_.pop_back();
      return true;
    }
    if (quote.code == U'”' && !same_on_both_sides_) return false;
    open_.push_back(quote);
    return true;
  }

  /// The first one that is still open; null when all are closed.
  const Quote* first() const { return open_.empty() ? nullptr : &open_.front(); }

 private:
  bool same_on_both_sides_;
  std::vector<Quote> open_;
};

/// The first quote without a counterpart in its paragraph.
std::optional<Quote> unbalanced_quote(std::string_view text, bool same_on_both_sides) {
  OpenQuotes open(same_on_both_sides);
  ByteSearch<3> marks(text, {first_of_curly, first_of_angle, '\n'});
  for (std::size_t at = marks.next(0); at < text.size();) {
    const Character character = first_character(text.substr(at));
    const Quote quote{character.code, text.substr(at, character.length)};
    if (is_quote(character.code) && !open.take(quote)) return quote;
    if (text.substr(at).starts_with("\n\n") && open.first() != nullptr) break;
    at = marks.next(at + character.length);
  }
  return open.first() != nullptr ? std::optional(*open.first()) : std::nullopt;
}

bool writes_same_quotes(const Practice& practice) {
  const Document& document = practice.document();
  const Node* language = document.find(document.root(), "language");
  return language != nullptr && (language->text == "sv" || language->text == "fi");
}

}  // namespace

bool has_typographic_quotes(std::string_view text) {
  ByteSearch<2> marks(text, {first_of_curly, first_of_angle});
  for (std::size_t at = marks.next(0); at < text.size(); at = marks.next(at + 1)) {
    if (is_quote(first_character(text.substr(at)).code)) return true;
  }
  return false;
}

bool examine_emptiness(Examination& all, const FieldValue& value) {
  const Node& node = value.node;
  const bool is_prose = value.field.type == FieldType::prose;
  if (trimmed(node.text).empty() || node.kind == Kind::null ||
      (is_prose && !is_empty_word(node.text) && is_without_words(node.text))) {
    all.report(RuleId::empty_section, shown_range(node),
               fmt::format("'{}' has no content", value.field.path),
               "fill it in, or take the key out");
    return true;
  }
  const bool closed = value.field.vocabulary != nullptr && value.field.vocabulary->closed();
  if (closed || !is_empty_word(node.text)) return false;
  report_empty_word(all, value);
  return true;
}

void examine_blanks(Examination& all, const FieldValue& value) {
  std::string_view line = value.node.text;
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (!stray_blanks(line)) return;
  const std::string_view text = all.practice.document().text();
  const auto written = written_line(text, value.node);
  const auto blanks = written ? stray_blanks(*written) : std::nullopt;
  Diagnostic* found =
      all.report(RuleId::stray_blanks, blanks ? range_in(text, *blanks) : value.node.range,
                 fmt::format("'{}' has blanks at an end, or several in a row", value.field.path),
                 "one blank between words is enough");
  if (found == nullptr || !blanks) return;
  found->fix =
      Fix{true, range_in(text, *written), without_stray_blanks(*written), "take the blanks out"};
}

void examine_quotes(Examination& all, const FieldValue& value) {
  const std::string_view text = value.node.text;
  if (ByteSearch<2>(text, {first_of_curly, first_of_angle}).next(0) == text.npos) return;
  const auto quote = unbalanced_quote(text, writes_same_quotes(all.practice));
  if (!quote) return;
  const Range range = range_of(all.practice.document(), value.node, quote->bytes);
  const auto after = static_cast<std::size_t>(quote->bytes.data() - text.data()) + 1;
  const bool two_closing = quote->code == U'”' && text.find("”", after) != std::string_view::npos;
  Diagnostic* found = all.report(
      RuleId::unbalanced_quotes, range,
      fmt::format("the quote '{}' in '{}' has no counterpart", quote->bytes, value.field.path),
      two_closing ? "an opening quote is “" : "pairs are “X”, „X“, «X» and \"X\"");
  if (found == nullptr || !two_closing || range == value.node.range) return;
  found->fix = Fix{false, range, "“", "make it an opening quote"};
}

}  // namespace icc
