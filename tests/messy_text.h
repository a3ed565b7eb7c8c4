#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "icc/entries.h"
#include "random_value.h"

namespace icc::test {

/// Writes records as people do by hand: other quotes, lists, indentation, comments, line ends than
/// in the canonical form. Of texts that need quotes not all get them, so some records are no YAML.
class MessyWriter {
 public:
  explicit MessyWriter(RandomValues& random) : random_(random) {}

  std::string record(const Value& record) {
    out_ = chance(5) ? "---\n" : "";
    for (const auto& [key, value] : record.members) {
      if (chance(8)) out_ += "# please check\n";
      if (chance(2)) out_ += "\n";
      member(key, value, 0);
    }
    if (chance(6)) with_crlf();
    return chance(9) ? "\xEF\xBB\xBF" + out_ : out_;
  }

  /// Some words that need no quotes.
  std::string words() {
    static constexpr std::array<std::string_view, 12> stock = {
        "Migrant", "stories", "l'accueil", "Zürich",    "of",       "2018-2021",
        "No",      "東京",    "C#",        "https://x", "(part 2)", "& co."};
    std::string text(stock[random_.below(4)]);
    for (std::size_t more = random_.below(8); more > 0; --more) {
      text += (chance(9) ? "  " : " ") + std::string(stock[random_.below(stock.size())]);
    }
    return text;
  }

 private:
  bool chance(std::size_t one_in) { return random_.below(one_in) == 0; }

  void with_crlf() {
    std::string text;
    for (const char c : out_) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    out_ = text;
  }

  void member(const std::string& key, const Value& value, std::size_t indent) {
    out_ += std::string(indent, ' ') + (chance(9) ? '"' + key + '"' : key) + ":";
    content(value, indent);
  }

  /// What stands behind a colon or dash.
  void content(const Value& value, std::size_t indent) {
    if (value.kind == Kind::list) return list(value, indent);
    if (value.kind == Kind::map) return map(value, indent);
    out_ += chance(6) ? "   " : " ";
    out_ += value.kind == Kind::text ? text(value.text, indent) : value.text;
    if (chance(9)) out_ += "  # as on the card";
    out_ += '\n';
  }

  std::string text(const std::string& text, std::size_t indent) {
    const std::string plain = chance(2) ? words() : text;
    switch (random_.below(8)) {
      case 0:
        return "'" + replaced(plain, '\'', "''") + "'";
      case 1:
        return '"' + replaced(replaced(plain, '\\', "\\\\"), '"', "\\\"") + '"';
      case 2:
        return block(plain, indent + 1 + random_.below(4));
      case 3:
        return plain + "\n" + std::string(indent + 1 + random_.below(3), ' ') + words();
      case 4:
        return R"("\u00e9\"\\\n\x41\/)" + words() + '"';
      default:
        return plain;
    }
  }

  std::string block(const std::string& first, std::size_t indent) {
    static constexpr std::array<std::string_view, 6> headers = {"|", "|-", "|+", ">", ">-", ">+"};
    const std::string margin(indent, ' ');
    std::string lines = std::string(headers[random_.below(headers.size())]) + "\n" + margin + first;
    for (std::size_t more = random_.below(4); more > 0; --more) {
      lines += (chance(4) ? "\n\n" : "\n") + margin + (chance(9) ? "  " : "") + words();
    }
    return lines + (chance(3) ? "\n\n" : "");
  }

  static std::string replaced(const std::string& text, char from, std::string_view to) {
    std::string out;
    for (const char c : text) c == from ? out += to : out += c;
    return out;
  }

  void list(const Value& list, std::size_t indent) {
    const bool scalars = std::all_of(list.items.begin(), list.items.end(), [](const Value& item) {
      return item.kind != Kind::list && item.kind != Kind::map;
    });
    if (scalars && chance(2)) return flow_list(list, indent);
    out_ += '\n';
    const std::size_t deeper = indent + 2 * random_.below(3);
    for (const Value& item : list.items) {
      out_ += std::string(deeper, ' ') + "-";
      item.kind == Kind::map ? compact_map(item, deeper) : content(item, deeper);
    }
  }

  void compact_map(const Value& map, std::size_t indent) {
    bool first = true;
    for (const auto& [key, value] : map.members) {
      first ? void(out_ += ' ') : void(out_ += std::string(indent + 2, ' '));
      first = false;
      out_ += key + ":";
      content(value, indent + 2);
    }
    if (first) out_ += " x\n";
  }

  void flow_list(const Value& list, std::size_t indent) {
    const std::string gap =
        chance(2) ? " " : "\n" + std::string(indent + 1 + random_.below(3), ' ');
    out_ += " [" + (gap == " " ? "" : gap);
    for (const Value& item : list.items) {
      const std::string written = chance(2) ? words() : item.text;
      out_ += (chance(3) ? "'" + replaced(written, '\'', "''") + "'" : written) + "," + gap;
    }
    out_ += chance(3) ? "x]\n" : "]\n";
  }

  void map(const Value& map, std::size_t indent) {
    out_ += '\n';
    const std::size_t deeper = indent + 1 + random_.below(3);
    for (const auto& [key, value] : map.members) member(key, value, deeper);
  }

  RandomValues& random_;
  std::string out_;
};

}  // namespace icc::test
