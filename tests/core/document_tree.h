#pragma once

#include <string>
#include <string_view>

#include "icc/document.h"

// A document as one line, so that a row of a table can show all of it.

namespace icc::test {

inline std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n') {
      line += "\\n";
    } else if (c == '\r') {
      line += "\\r";
    } else {
      line += c;
    }
  }
  return line;
}

/// `'x'` is text, `i'1'` an integer, `r` a real, `b` a boolean, `n` null; lists and maps as usual.
inline void append_tree(std::string& out, const Document& document, const Node& node) {
  constexpr std::string_view marks = "nbir";
  if (node.kind != Kind::list && node.kind != Kind::map) {
    if (node.kind != Kind::text) out += marks[static_cast<std::size_t>(node.kind)];
    out += "'" + one_line(node.text) + "'";
    return;
  }
  const bool is_map = node.kind == Kind::map;
  out += is_map ? '{' : '[';
  std::string_view gap;
  for (const Node& child : document.children(node)) {
    out += gap;
    gap = ", ";
    if (is_map) out += one_line(child.key) + ": ";
    append_tree(out, document, child);
  }
  out += is_map ? '}' : ']';
}

inline std::string source(const Document& document, Range range) {
  return one_line(document.text().substr(range.begin, range.end - range.begin));
}

/// The faults as `repeated-key@3-4 message (hint)`, one a line, with the number for the name.
inline std::string faults_of(const std::vector<Diagnostic>& faults) {
  std::string out;
  for (const Diagnostic& fault : faults) {
    if (!out.empty()) out += '\n';
    out += std::to_string(static_cast<int>(fault.rule)) + "@" + std::to_string(fault.range.begin) +
           "-" + std::to_string(fault.range.end) + " " + fault.message + " (" + fault.hint + ")";
  }
  return out;
}

/// The tree of a text, or its faults.
inline std::string outcome(const Reading& reading) {
  if (!reading) return faults_of(reading.error());
  std::string out;
  append_tree(out, *reading, reading->root());
  return out;
}

}  // namespace icc::test
