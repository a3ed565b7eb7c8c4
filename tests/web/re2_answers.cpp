// What RE2 says, for the page's own regular expressions to be compared with. Reads pairs of lines,
// a pattern and a text, and answers each with a line: `yes`, `no`, or `refused`.

#include <re2/re2.h>

#include <iostream>
#include <string>

int main() {
  std::ios::sync_with_stdio(false);
  re2::RE2::Options options;
  options.set_log_errors(false);
  std::string pattern;
  std::string text;
  while (std::getline(std::cin, pattern) && std::getline(std::cin, text)) {
    const re2::RE2 expression(pattern, options);
    const bool is_match = expression.ok() && re2::RE2::PartialMatch(text, expression);
    std::cout << (!expression.ok() ? "refused" : is_match ? "yes" : "no") << '\n';
  }
}
