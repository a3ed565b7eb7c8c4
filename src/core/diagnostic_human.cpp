#include "icc/diagnostic.h"

#include "core/diagnostic_excerpt.h"
#include "icc/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// The forms for people, as icc-validate(1) draws them:
//
//   practices/germany/stories.yaml:2:1: error: unknown key 'contry' [ICC104 unknown-key]
//      2 | contry: Germany
//        | ^^^^^^ did you mean 'country'? it is required and missing here
//        = schema/practice.schema.yaml:9        fix (safe): rename the key
//        = note: practices/sweden/plan.yaml:1:8: the first is here

namespace icc {
namespace {

constexpr std::size_t least_number_width = 4;
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view frame = "\x1b[34m";
constexpr std::array<std::string_view, 4> severity_colours = {"\x1b[2m", "\x1b[1;36m", "\x1b[1;33m",
                                                              "\x1b[1;31m"};

/// `path:line:column`; what is not located stands at the start of its file.
std::string position(std::string_view path, const Place& place) {
  return fmt::format("{}:{}:{}", visible(path), std::max<std::size_t>(place.line, 1),
                     std::max<std::size_t>(place.column, 1));
}

std::string rule_label(RuleId id) {
  return fmt::format("[{} {}]", rule_code(id), rule(id).name);
}

/// Draws one diagnostic line by line.
class Drawing {
 public:
  Drawing(const Diagnostic& found, const DiagnosticStyle& style)
      : found_(found),
        style_(style),
        severity_colour_(severity_colours[static_cast<std::size_t>(found.severity)]),
        number_(found.place.line == 0 ? "" : std::to_string(found.place.line)),
        number_width_(std::max(least_number_width, number_.size())) {}

  std::string text() {
    head();
    if (found_.place.line > 0) {
      excerpt();
    } else if (!found_.hint.empty()) {
      line("", "=", visible(found_.hint));
    }
    origin_and_fix();
    related();
    return std::move(out_);
  }

 private:
  std::string coloured(std::string_view text, std::string_view colour) const {
    return style_.colour && !text.empty() ? fmt::format("{}{}\x1b[0m", colour, text)
                                          : std::string(text);
  }

  void head() {
    const std::string severity = fmt::format("{}:", severity_name(found_.severity));
    out_ += fmt::format("{}: {} {} {}\n", coloured(position(found_.path, found_.place), bold),
                        coloured(severity, severity_colour_),
                        coloured(visible(found_.message), bold), rule_label(found_.rule));
  }

  /// One line behind the frame: a number, `|` or `=`, and a text that is safe already.
  void line(std::string_view number, std::string_view sign, std::string_view text) {
    const std::string head = fmt::format("{:>{}} {}", number, number_width_, sign);
    out_ += coloured(head, frame);
    if (!text.empty()) (out_ += ' ') += text;
    out_ += '\n';
  }

  std::size_t room() const {
    const std::size_t taken = number_width_ + 3;
    return style_.width > taken ? style_.width - taken : 0;
  }

  void excerpt() {
    const Place& place = found_.place;
    const MarkedLine marked =
        marked_line(place.excerpt, place.excerpt_begin, place.excerpt_end, room());
    line(number_, "|", marked.text);
    const std::string indent(marked.begin, ' ');
    const std::string carets(marked.length, '^');
    const std::string hint = visible(found_.hint);
    const std::size_t width = marked.begin + marked.length + 1 + display_width(hint);
    const bool beside = !hint.empty() && width <= room();
    line("", "|",
         indent + coloured(beside ? fmt::format("{} {}", carets, hint) : carets, severity_colour_));
    if (hint.empty() || beside) return;
    for (const std::string& part : wrapped(hint, room())) {
      line("", "|", coloured(part, severity_colour_));
    }
  }

  void origin_and_fix() {
    std::string text = visible(found_.origin);
    if (found_.fix) {
      if (!text.empty()) text += "        ";
      text += fmt::format("fix ({}): {}", found_.fix->safe ? "safe" : "maybe",
                          visible(found_.fix->sentence));
    }
    if (!text.empty()) line("", "=", text);
  }

  void related() {
    for (const Related& other : found_.related) {
      const std::string_view path = other.path.empty() ? found_.path : other.path;
      line("", "=",
           fmt::format("note: {}: {}", position(path, other.place), visible(other.message)));
    }
  }

  const Diagnostic& found_;
  const DiagnosticStyle& style_;
  std::string_view severity_colour_;
  std::string number_;
  std::size_t number_width_;
  std::string out_;
};

}  // namespace

std::string human_form(const Diagnostic& found, const DiagnosticStyle& style) {
  return Drawing(found, style).text();
}

std::string short_form(const Diagnostic& found) {
  const std::string hint =
      found.hint.empty() ? std::string() : fmt::format(" ({})", visible(found.hint));
  return fmt::format("{}: {}: {}{} {}\n", position(found.path, found.place),
                     severity_name(found.severity), visible(found.message), hint,
                     rule_label(found.rule));
}

}  // namespace icc
