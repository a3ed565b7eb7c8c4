#include "cli/case_file.h"

#include <fstream>
#include <sstream>

namespace icc::test {
namespace {

void add_line(Outcome& outcome, char mark, std::string text) {
  if (text.ends_with('~')) text.pop_back();
  (mark == '!' ? outcome.err : outcome.out) += text + "\n";
}

std::string after(const std::string& line, std::size_t count) {
  return line.size() > count ? line.substr(count) : std::string();
}

/// Reads the lines of one file into cases.
class Reader {
 public:
  void read(const std::string& line) {
    if (line.starts_with("## ")) {
      cases.push_back({after(line, 3), false, {}, {}});
      terminal_ = 0;
    } else if (line.starts_with("@ ")) {
      setting(after(line, 2));
    } else if (line.starts_with("+ ")) {
      cases.back().files.emplace_back(after(line, 2), "");
    } else if (line.starts_with("|")) {
      cases.back().files.back().second += after(line, 2) + "\n";
    } else if (line.starts_with("<")) {
      input_ += after(line, 2) + "\n";
    } else if (line.starts_with("$ icc")) {
      cases.back().steps.push_back({after(line, 6), std::move(input_), terminal_, {}});
      input_.clear();
    } else if (line.starts_with("= ")) {
      cases.back().steps.back().expected.exit = std::stoi(after(line, 2));
    } else if (line.starts_with("!") || line.starts_with("  ")) {
      add_line(cases.back().steps.back().expected, line[0], after(line, 2));
    }
  }

  std::vector<Case> cases;

 private:
  void setting(const std::string& text) {
    if (text == "empty") cases.back().empty = true;
    if (text.starts_with("terminal ")) terminal_ = std::stoul(after(text, 9));
  }

  std::size_t terminal_ = 0;
  std::string input_;
};

/// Each line of `text` behind a mark; a line that ends in a blank gets a `~`.
std::string marked(std::string_view mark, const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    std::string whole = std::string(mark) + line;
    if (whole.ends_with(' ') || whole.ends_with('~')) whole += '~';
    out += whole + "\n";
  }
  return out;
}

}  // namespace

std::vector<Case> read_cases(const std::string& path) {
  std::ifstream in(path);
  Reader reader;
  for (std::string line; std::getline(in, line);) reader.read(line);
  return std::move(reader.cases);
}

std::string cases_text(const std::vector<Case>& cases) {
  std::string out;
  for (const Case& one : cases) {
    out += (out.empty() ? "## " : "\n## ") + one.title + "\n";
    if (one.empty) out += "@ empty\n";
    for (const auto& [path, text] : one.files) {
      out += "+ " + path + "\n";
      std::istringstream in(text);
      for (std::string line; std::getline(in, line);)
        out += line.empty() ? "|\n" : "| " + line + "\n";
    }
    std::size_t terminal = 0;
    for (const Step& step : one.steps) {
      if (step.terminal != terminal) out += "@ terminal " + std::to_string(step.terminal) + "\n";
      terminal = step.terminal;
      std::istringstream in(step.input);
      for (std::string line; std::getline(in, line);)
        out += line.empty() ? "<\n" : "< " + line + "\n";
      out += "$ icc" + (step.line.empty() ? "" : " " + step.line) + "\n";
      out += marked("  ", step.expected.out) + marked("! ", step.expected.err);
      if (step.expected.exit != 0) out += "= " + std::to_string(step.expected.exit) + "\n";
    }
  }
  return out;
}

std::vector<std::string> shell_words(std::string_view line) {
  std::vector<std::string> words;
  bool in_word = false;
  char quote = 0;
  for (const char c : line) {
    if (quote == 0 && c == ' ') {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (quote == c) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else {
      words.back() += c;
    }
  }
  return words;
}

}  // namespace icc::test
