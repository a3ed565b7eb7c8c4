#include "cli/globals.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace icc {
namespace {

bool is_option(const std::string& word) {
  return word.starts_with('-');
}

/// Whether a word may be one of the global options, or hold one that is a letter.
bool may_be_global(const std::string& word) {
  constexpr std::string_view names[] = {"--color", "--help", "--no-pager", "--version"};
  if (!word.starts_with("--")) return is_option(word);
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return word.starts_with(name); });
}

}  // namespace

bool has_options(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), is_option);
}

void bind_globals(Options& options, Globals& globals) {
  options.add({"-C", "DIR", "Use the database in DIR, or above it", "Global"}, globals.folder);
  options.add(
      {"--color", "WHEN", "Colour: auto, always or never", "Global", {"auto", "always", "never"}},
      globals.color);
  options.add({"-j", "N", "Read records with N threads, at most 64", "Global"}, globals.threads);
  options.add({"--no-pager", "", "Never start a pager", "Global"}, globals.no_pager);
  options.add({"-h", "", "Show a short help", "Global"}, globals.short_help);
  options.add({"--help", "", "Show the full help", "Global"}, globals.full_help);
  options.add({"--version", "", "Show the version", "Global"}, globals.version);
}

Result<CommandLine> split_command_line(const std::vector<std::string>& words) {
  CommandLine line;
  std::vector<std::string> rest = words;
  if (!words.empty() && is_option(words.front())) {
    Options before;
    bind_globals(before, line.globals);
    auto parsed = before.parse_up_to_operand(words);
    if (!parsed) return tl::unexpected(parsed.error());
    rest = std::move(*parsed);
  }
  if (rest.empty()) return line;
  line.command = rest.front();
  line.words.assign(rest.begin() + 1, rest.end());
  if (std::none_of(line.words.begin(), line.words.end(), may_be_global)) return line;

  Options after;
  bind_globals(after, line.globals);
  if (auto parsed = after.parse_known(line.words); !parsed) return tl::unexpected(parsed.error());
  return line;
}

}  // namespace icc
