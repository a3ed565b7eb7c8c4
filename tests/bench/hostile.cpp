// hostile: how long it takes to read, or to refuse, files that are made to take long. Prints
// seconds of processor time for a megabyte of each, and the worst.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>

#include "icc/document.h"

namespace {

constexpr std::size_t most_bytes = 256 * 1024;  // a larger file is refused at once

std::string repeated(std::string_view piece, std::size_t bytes = most_bytes - 100) {
  std::string text;
  while (text.size() + piece.size() <= bytes) text += piece;
  return text;
}

/// Keys that begin alike.
std::string many_keys() {
  std::string text;
  for (int i = 10'000; text.size() < most_bytes - 100; ++i) {
    text += "a-key-that-begins-as-all-others-do-" + std::to_string(i) + ": b\n";
  }
  return text;
}

/// Maps within each other, as deep as their indentation goes, again and again.
std::string staircases() {
  std::string text;
  for (std::size_t i = 0; text.size() < most_bytes - 1200; ++i) {
    text += std::string(i % 1000, ' ') + "a:\n";
  }
  return text;
}

struct Row {
  std::string_view name;
  std::string text;
};

double seconds_a_megabyte(const std::string& text) {
  const auto start = std::clock();
  const bool is_read = icc::Document::read(text).has_value();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf(is_read ? "read    " : "refused ");
  return seconds / (static_cast<double>(text.size()) / 1e6);
}

}  // namespace

int main() {
  const Row rows[] = {
      {"a list on one line", "a: [" + repeated("a,                       ") + "b]\n"},
      {"maps on one line", "a: [" + repeated("b: c,                    ") + "b]\n"},
      {"a map of keys alone", "a: {" + repeated("b,                       ") + "b}\n"},
      {"quoted keys on one line", "a: [" + repeated("'b':                     c,") + "b]\n"},
      {"open brackets", "a: " + repeated("[")},
      {"open maps", "a: " + repeated("{a: ")},
      {"anchors", "a: " + repeated("&a ")},
      {"aliases", repeated("a: *a\n")},
      {"tags", "a: " + repeated("!a ")},
      {"lists within lists", "a:\n  " + repeated("- ")},
      {"one key again and again", repeated("a: b\n")},
      {"keys that begin alike", many_keys()},
      {"question marks", repeated("? ")},
      {"colons", "a: " + repeated(":")},
      {"one line", "a: " + repeated("b ")},
      {"a text of many lines", "a: b\n" + repeated("  b\n")},
      {"a quoted text of many lines", "a: \"" + repeated("  b\n") + "\"\n"},
      {"an open quote", "a: \"" + repeated("b ")},
      {"text behind quotes", repeated("a: 'b' c\n")},
      {"apostrophes", "a: " + repeated("'")},
      {"escapes", "a: \"" + repeated("\\L") + "\"\n"},
      {"a block", "a: |\n" + repeated("  b\n")},
      {"blocks and escapes", "a:\n" + repeated("- |\n  b\n- \"\\L\\L\\L\\L\\L\"\n")},
      {"blank lines in a block", "a: |\n  b\n" + repeated("       \n")},
      {"a folded text, indented", "a: >\n  b\n" + repeated("   c\n")},
      {"comments", repeated("# c\n") + "a: b\n"},
      {"tabs", "a: " + repeated("b\t")},
      {"maps within maps", staircases()},
      {"carriage returns", repeated("a: b\r")},
      {"zero bytes", repeated(std::string_view("\0", 1))},
      {"bytes that are not UTF-8", repeated("\xFF")},
      {"wide characters", "a: " + repeated("\xE2\x80\xA6")},
      {"merge marks", repeated("<<<<<<< a\n=======\n>>>>>>> b\n")},
      {"documents", repeated("---\n")},
      {"blanks", repeated(" ")},
  };
  double worst = 0;
  for (const Row& row : rows) {
    const double seconds = seconds_a_megabyte(row.text);
    std::printf("%7.3f s/MB  %.*s\n", seconds, static_cast<int>(row.name.size()), row.name.data());
    worst = std::max(worst, seconds);
  }
  std::printf("worst   %7.3f s/MB\n", worst);
}
