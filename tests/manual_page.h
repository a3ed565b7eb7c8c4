#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "icc/files.h"

// Manual pages as data, for tests that compare them with the code. What is read of mdoc(7) is what
// the pages use.

/// The lines of a file of the project.
inline std::vector<std::string> source_lines(const std::string& path) {
  const auto text = icc::read_file(std::string(ICC_SOURCE_DIR) + "/" + path);
  REQUIRE(text.has_value());
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find('\n', at), text->size());
    lines.push_back(text->substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// The lines of a manual page.
inline std::vector<std::string> manual_lines(const std::string& page) {
  return source_lines("man/" + page);
}

/// A text without mdoc's escapes.
inline std::string manual_text(std::string_view text) {
  struct Escape {
    std::string_view escape, text;
  };
  constexpr Escape escapes[] = {{"\\-", "-"}, {"\\(dq", "\""}, {"\\e", "\\"}, {"\\&", ""}};
  std::string plain;
  while (!text.empty()) {
    std::size_t taken = 0;
    for (const Escape& row : escapes) {
      if (taken > 0 || !text.starts_with(row.escape)) continue;
      plain += row.text;
      taken = row.escape.size();
    }
    if (taken == 0) plain += text.front();
    text.remove_prefix(taken == 0 ? 1 : taken);
  }
  return plain;
}

/// The quoted arguments of a macro with another between them: `.It "a" Ta "b"`. Empty for other
/// lines.
inline std::vector<std::string> manual_arguments(std::string_view line, std::string_view macro,
                                                 std::string_view between) {
  std::vector<std::string> arguments;
  const std::string head = std::string(macro) + " \"";
  const std::string separator = "\" " + std::string(between) + " \"";
  if (!line.starts_with(head) || !line.ends_with('"')) return arguments;
  line = line.substr(head.size(), line.size() - head.size() - 1);
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = line.find(separator);
    arguments.push_back(manual_text(line.substr(0, end)));
    if (end != std::string_view::npos) line.remove_prefix(end + separator.size());
  }
  return arguments;
}

/// The lines of the section or subsection with this title.
inline std::vector<std::string> manual_section(const std::string& page, const std::string& title) {
  std::vector<std::string> lines;
  bool inside = false;
  for (const std::string& line : manual_lines(page)) {
    const bool is_title = line.starts_with(".Sh ") || line.starts_with(".Ss ");
    if (is_title) inside = line.substr(4) == title;
    if (inside && !is_title) lines.push_back(line);
  }
  return lines;
}

/// The first literal display of a section.
inline std::string manual_display(const std::string& page, const std::string& title) {
  std::string text;
  bool inside = false;
  for (const std::string& line : manual_section(page, title)) {
    if (line == ".Ed") break;
    if (inside) text += manual_text(line) + "\n";
    inside = inside || line == ".Bd -literal";
  }
  return text;
}
