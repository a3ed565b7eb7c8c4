#include "core/schema_pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "core/text_ascii.h"
#include "core/text_run.h"
#include "icc/text.h"

// A pattern, as far as it is translated (ECMA-262, section 22.2.1, with the flag `u`):
//
//   .              any character but a line end: LF, CR, U+2028, U+2029 (RE2 knows only LF)
//   \d \D \w \W    ASCII, the same in both
//   \s \S          every white space of Unicode and U+FEFF (RE2 knows only ASCII)
//   \p{Letter}     the long names of the general categories, `gc=`, `sc=`, `Script=`
//   \cJ \u000A \u{1F600} \uD83D\uDE00 \x0A \0    characters by number
//   [^] []         any character, none
//   (?<name>...)   a group

namespace icc::json_schema {
namespace {

constexpr std::string_view white_space =
    R"(\t-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";
constexpr std::string_view no_white_space =
    R"(\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027})"
    R"(\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff})";
constexpr std::string_view not_a_line_end = R"([^\n\r\x{2028}\x{2029}])";
constexpr std::string_view any_character = R"([\x{0}-\x{10ffff}])";
constexpr std::string_view no_character = R"([^\x{0}-\x{10ffff}])";

struct Category {
  std::string_view name;
  std::string_view letters;
};

/// The general categories of Unicode by their long names (UAX #44, section 5.7.1), sorted.
constexpr Category categories[] = {
    {"Cased_Letter", "LC"},
    {"Close_Punctuation", "Pe"},
    {"Connector_Punctuation", "Pc"},
    {"Control", "Cc"},
    {"Currency_Symbol", "Sc"},
    {"Dash_Punctuation", "Pd"},
    {"Decimal_Number", "Nd"},
    {"Enclosing_Mark", "Me"},
    {"Final_Punctuation", "Pf"},
    {"Format", "Cf"},
    {"Initial_Punctuation", "Pi"},
    {"Letter", "L"},
    {"Letter_Number", "Nl"},
    {"Line_Separator", "Zl"},
    {"Lowercase_Letter", "Ll"},
    {"Mark", "M"},
    {"Math_Symbol", "Sm"},
    {"Modifier_Letter", "Lm"},
    {"Modifier_Symbol", "Sk"},
    {"Nonspacing_Mark", "Mn"},
    {"Number", "N"},
    {"Open_Punctuation", "Ps"},
    {"Other", "C"},
    {"Other_Letter", "Lo"},
    {"Other_Number", "No"},
    {"Other_Punctuation", "Po"},
    {"Other_Symbol", "So"},
    {"Paragraph_Separator", "Zp"},
    {"Private_Use", "Co"},
    {"Punctuation", "P"},
    {"Separator", "Z"},
    {"Space_Separator", "Zs"},
    {"Spacing_Mark", "Mc"},
    {"Surrogate", "Cs"},
    {"Symbol", "S"},
    {"Titlecase_Letter", "Lt"},
    {"Uppercase_Letter", "Lu"},
    {"digit", "Nd"},
    {"punct", "P"},
};

std::string_view category_letters(std::string_view name) {
  const auto* found = std::find_if(std::begin(categories), std::end(categories),
                                   [&](const Category& row) { return row.name == name; });
  return found == std::end(categories) ? name : found->letters;
}

/// Whether ECMA-262 takes a character for white space; as `white_space`.
bool is_white_space(char32_t code) {
  constexpr std::u32string_view others = U"\u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF";
  if (code < 0x80) return code == U' ' || (code >= U'\t' && code <= U'\r');
  return (code >= 0x2000 && code <= 0x200A) || others.find(code) != others.npos;
}

bool has_visible(std::string_view text) {
  // So most texts begin.
  if (!text.empty() && text.front() > ' ' && text.front() < '\x7F') return true;
  while (!text.empty()) {
    const Character character = first_character(text);
    if (!is_white_space(character.code)) return true;
    text.remove_prefix(character.length);
  }
  return false;
}

bool has_several_lines(std::string_view text) {
  const auto line_end = [](auto byte) { return (byte == '\n') | (byte == '\r'); };
  const std::string_view rest = text.substr(run_length(text, line_end));
  return rest.find_first_not_of("\n\r") != std::string_view::npos;
}

/// A pattern that needs no engine, and what says the same.
struct PlainPattern {
  std::string_view pattern;
  bool (*test)(std::string_view text);
};

/// Those that stand at nearly every field.
constexpr PlainPattern plain_patterns[] = {
    {"\\S", has_visible},
    {R"([\n\r]+[^\n\r])", has_several_lines},
};

/// The test that says the same as a pattern; null when there is none.
auto plain_test(std::string_view pattern) {
  const auto* found = std::ranges::find(plain_patterns, pattern, &PlainPattern::pattern);
  return found == std::end(plain_patterns) ? nullptr : found->test;
}

/// Whether a pattern says no more than how a text begins, with at most one character that may be
/// missing: `^https?://`. That character is not the one behind it, so that there is no choice.
bool is_plain_start(std::string_view pattern) {
  constexpr std::string_view plain = ":/-_@=,; ";
  if (!pattern.starts_with('^') || std::count(pattern.begin(), pattern.end(), '?') > 1)
    return false;
  const std::size_t mark = std::min(pattern.find('?'), pattern.size());
  if (mark == 1 || (mark + 1 < pattern.size() && pattern[mark + 1] == pattern[mark - 1])) {
    return false;
  }
  return std::all_of(pattern.begin() + 1, pattern.end(), [&](char c) {
    return is_letter_or_digit(c) || c == '?' || plain.find(c) != plain.npos;
  });
}

/// Whether a text begins as a pattern of that kind says.
bool has_plain_start(std::string_view text, std::string_view pattern) {
  for (std::size_t i = 1; i < pattern.size(); ++i) {
    const bool is_optional = i + 1 < pattern.size() && pattern[i + 1] == '?';
    const bool is_there = text.starts_with(pattern[i]);
    if (!is_there && !is_optional) return false;
    if (is_there) text.remove_prefix(1);
    if (is_optional) ++i;
  }
  return true;
}

/// Walks over a pattern and writes it anew.
class Translator {
 public:
  explicit Translator(std::string_view pattern) : pattern_(pattern) {}

  tl::expected<std::string, PatternFault> run() {
    while (!fault_ && at_ < pattern_.size()) step();
    if (!fault_ && in_class_) fail(class_begin_, "'[' is not closed");
    if (fault_) return tl::unexpected<PatternFault>(*fault_);
    return std::move(out_);
  }

 private:
  void step() {
    const char c = pattern_[at_];
    if (c == '\\') {
      escape();
    } else if (in_class_) {
      in_class(c);
    } else if (c == '[') {
      open_class();
    } else if (c == '(') {
      open_group();
    } else if (c == '.') {
      put(not_a_line_end, 1);
    } else {
      copy(1);
    }
  }

  void in_class(char c) {
    // RE2 takes `[` in a class for the beginning of a POSIX class, ECMA-262 as it stands.
    if (c == '[') out_ += '\\';
    if (c == ']') in_class_ = false;
    copy(1);
  }

  void open_class() {
    if (rest().starts_with("[^]")) return put(any_character, 3);
    if (rest().starts_with("[]")) return put(no_character, 2);
    in_class_ = true;
    class_begin_ = at_;
    copy(rest().starts_with("[^") ? 2 : 1);
  }

  void open_group() {
    const std::string_view text = rest();
    if (text.starts_with("(?:")) return copy(3);
    if (!text.starts_with("(?")) return copy(1);
    const bool look = text.starts_with("(?=") || text.starts_with("(?!") ||
                      text.starts_with("(?<=") || text.starts_with("(?<!");
    if (look) return fail(at_, "look-around is not supported");
    const std::size_t end = text.find('>');
    if (!text.starts_with("(?<") || end == text.npos) return fail(at_, "unknown kind of group");
    put("(", end + 1);
  }

  void escape() {
    if (at_ + 1 == pattern_.size()) return fail(at_, "nothing follows the last '\\'");
    const char c = pattern_[at_ + 1];
    if (c >= '1' && c <= '9') return fail(at_, "a back reference is not supported");
    if (c == 'k') return fail(at_, "a back reference is not supported");
    if (c == 's') return white(white_space, "[");
    if (c == 'S') return white(in_class_ ? no_white_space : white_space, "[^");
    if (c == 'p' || c == 'P') return property();
    if (c == 'b' && in_class_) return put("\\x08", 2);
    if (c == 'c' || c == 'u' || c == 'x' || c == '0') return character();
    constexpr std::string_view shared = "dDwWbBfnrtv";
    if (is_letter_or_digit(c) && shared.find(c) == shared.npos) {
      return fail(at_, fmt::format("'\\{}' is no escape of ECMA-262", c));
    }
    copy(2);
  }

  void white(std::string_view ranges, std::string_view bracket) {
    if (in_class_) return put(ranges, 2);
    out_ += bracket;
    out_ += ranges;
    put("]", 2);
  }

  void property() {
    const std::size_t end = rest().find('}');
    if (!rest().substr(2).starts_with('{') || end == std::string_view::npos) {
      return fail(at_, "a property is written \\p{Name}");
    }
    std::string_view name = rest().substr(3, end - 3);
    const std::size_t equals = name.find('=');
    const bool has_kind = equals != name.npos;
    const std::string_view kind = has_kind ? name.substr(0, equals) : std::string_view();
    if (has_kind) name.remove_prefix(equals + 1);
    if (kind.empty() || kind == "gc" || kind == "General_Category") name = category_letters(name);
    if (name == "LC") return fail(at_, "\\p{Cased_Letter} is not supported");
    out_ += pattern_.substr(at_, 2);
    put(fmt::format("{{{}}}", name), end + 1);
  }

  void character() {
    const char c = pattern_[at_ + 1];
    const std::string_view after = rest().substr(2);
    if (c == '0') return put("\\x00", 2);
    if (c == 'c') {
      const char letter = after.empty() ? ' ' : static_cast<char>(after.front() & ~0x20);
      if (letter < 'A' || letter > 'Z') return fail(at_, "'\\c' needs a letter");
      return put(fmt::format("\\x{:02x}", letter - '@'), 3);
    }
    if (c == 'u' && after.starts_with('{')) return braced_character(after);
    const std::size_t digits = c == 'u' ? 4 : 2;
    const auto code = number(after, digits);
    if (!code) return fail(at_, fmt::format("'\\{}' needs {} hexadecimal digits", c, digits));
    if (*code >= 0xD800 && *code <= 0xDFFF) return surrogates(*code, after.substr(digits));
    put(fmt::format("\\x{{{:x}}}", *code), 2 + digits);
  }

  void braced_character(std::string_view after) {
    const std::size_t end = after.find('}');
    const auto code = end > 7 ? std::nullopt : number(after.substr(1), end - 1);
    if (!code || *code > 0x10FFFF) return fail(at_, "'\\u{}' needs the number of a character");
    put(fmt::format("\\x{{{:x}}}", *code), end + 3);
  }

  void surrogates(unsigned high, std::string_view after) {
    const auto low = after.starts_with("\\u") ? number(after.substr(2), 4) : std::nullopt;
    if (high > 0xDBFF || !low || *low < 0xDC00 || *low > 0xDFFF) {
      return fail(at_, "half of a surrogate pair");
    }
    put(fmt::format("\\x{{{:x}}}", 0x10000 + ((high - 0xD800) << 10U) + (*low - 0xDC00)), 12);
  }

  static std::optional<unsigned> number(std::string_view text, std::size_t digits) {
    if (digits == 0 || text.size() < digits) return std::nullopt;
    text = text.substr(0, digits);
    if (!std::all_of(text.begin(), text.end(), is_hex)) return std::nullopt;
    return static_cast<unsigned>(std::stoul(std::string(text), nullptr, 16));
  }

  [[nodiscard]] std::string_view rest() const { return pattern_.substr(at_); }

  /// Writes `text` in place of the next `size` bytes of the pattern.
  void put(std::string_view text, std::size_t size) {
    out_ += text;
    at_ += size;
  }

  void copy(std::size_t size) { put(pattern_.substr(at_, size), size); }

  void fail(std::size_t offset, std::string message) {
    if (!fault_) fault_ = {offset, std::move(message)};
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::string out_;
  bool in_class_ = false;
  std::size_t class_begin_ = 0;
  std::optional<PatternFault> fault_;
};

}  // namespace

Pattern::Pattern(std::string source, std::unique_ptr<re2::RE2> expression)
    : source_(std::move(source)), expression_(std::move(expression)), test_(plain_test(source_)) {}

Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

tl::expected<Pattern, PatternFault> Pattern::compile(std::string_view ecma) {
  if (plain_test(ecma) != nullptr || is_plain_start(ecma))
    return Pattern(std::string(ecma), nullptr);
  const auto translated = Translator(ecma).run();
  if (!translated) return tl::unexpected<PatternFault>(translated.error());
  RE2::Options options;
  options.set_log_errors(false);
  auto expression = std::make_unique<RE2>(*translated, options);
  if (!expression->ok()) return tl::unexpected<PatternFault>({0, expression->error()});
  return Pattern(std::string(ecma), std::move(expression));
}

bool Pattern::matches(std::string_view text) const {
  if (test_ != nullptr) return test_(text);
  if (expression_ == nullptr) return has_plain_start(text, source_);
  return RE2::PartialMatch({text.data(), text.size()}, *expression_);
}

}  // namespace icc::json_schema
