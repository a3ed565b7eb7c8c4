#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "random_value.h"

namespace icc::test {

/// Writes records in all the ways of YAML that people use, with comments wherever they may stand.
class Mess {
 public:
  explicit Mess(RandomValues& random) : random_(random) {}

  /// A text that means `record`.
  std::string text(const Value& record) {
    out_.clear();
    behind_text_ = false;
    crlf_ = random_.below(6) == 0;
    if (random_.below(12) == 0) out_ += "\uFEFF";
    head();
    if (record.members.empty() || random_.below(12) == 0) {
      flow(record);
      out_ += '\n';
    } else {
      members(record, random_.below(8) == 0 ? 2 : 0, false);
    }
    comments(0);
    if (random_.below(8) == 0) out_ += "...\n# behind the end\n";
    return crlf_ ? with_crlf() : out_;
  }

 private:
  bool chance(std::size_t one_in) { return random_.below(one_in) == 0; }

  std::string with_crlf() const {
    std::string text;
    for (const char c : out_) {
      if (c == '\n') text += '\r';
      text += c;
    }
    return text;
  }

  std::string comment() {
    constexpr std::array words = {"# c",     "#",    "#x: y",       "# - \"a",
                                  "# 'é'  ", "#\t[", "# icc: allow"};
    return std::string(words[random_.below(words.size())]) + std::to_string(random_.below(100));
  }

  void comments(std::size_t indent) {
    while (chance(5)) {
      if (chance(3) && !behind_text_) out_ += chance(2) ? "\n" : "  \n";
      const std::size_t deeper = behind_text_ ? 0 : random_.below(2) * random_.below(4);
      out_.append(indent + deeper, ' ');
      out_.append(comment()).append("\n");
    }
    if (chance(6) && !behind_text_) out_ += '\n';
  }

  void head() {
    comments(0);
    if (chance(6)) out_ += chance(2) ? "---\n" : "---   # start\n";
    comments(0);
  }

  /// The line's end, sometimes behind a comment.
  void end_line() {
    if (chance(6)) out_.append(1 + random_.below(3), ' ').append(comment());
    if (chance(9)) out_ += ' ';
    out_ += '\n';
  }

  static std::string quoted(std::string_view text) {
    Value record{Kind::map, {}, {}, {{std::string("k"), {Kind::text, std::string(text), {}, {}}}}};
    std::string line = canonical_text(record, std::span<const Field>());
    line = line.substr(3, line.size() - 4);
    if (line.starts_with('"')) return line;
    std::string out = "\"";
    for (const char c : text) {
      if (c == '\n') {
        out += "\\n";
      } else {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\t' ? std::string("\\t") : std::string(1, c);
      }
    }
    return out + '"';
  }

  static bool is_single_quotable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
  }

  std::string single_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
  }

  static bool is_simple(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'd') || c == '\xC3' || c == '\xA9';
    });
  }

  /// A scalar on one line.
  std::string inline_scalar(const Value& value) {
    if (value.kind == Kind::null) return chance(2) ? "~" : "null";
    if (value.kind != Kind::text) return value.text;
    if (is_simple(value.text) && chance(2)) return value.text;
    return is_single_quotable(value.text) && chance(2) ? single_quoted(value.text)
                                                       : quoted(value.text);
  }

  void flow_gap() {
    if (chance(12)) {
      end_line();
      out_.append(4 + 2 * random_.below(12), ' ');
    } else if (chance(14)) {
      out_ += "  " + comment() + "\n          ";
    } else if (chance(2)) {
      out_ += ' ';
    }
  }

  void flow(const Value& value) {
    if (value.kind != Kind::list && value.kind != Kind::map) {
      out_ += inline_scalar(value);
      return;
    }
    const bool is_list = value.kind == Kind::list;
    out_ += is_list ? '[' : '{';
    flow_gap();
    const std::size_t count = is_list ? value.items.size() : value.members.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) {
        out_ += ',';
        flow_gap();
      }
      if (!is_list) out_ += quoted(value.members[i].first) + ": ";
      flow(is_list ? value.items[i] : value.members[i].second);
    }
    flow_gap();
    out_ += is_list ? ']' : '}';
  }

  static bool is_block_text(std::string_view text) {
    const auto plain = [](char c) { return c == '\n' || (c >= ' ' && c < 0x7F); };
    return text.size() > 1 && std::all_of(text.begin(), text.end(), plain) && text[0] > ' ' &&
           text.find("\n ") == text.npos;
  }

  void block_text(std::string_view text, std::size_t indent) {
    const std::size_t content = text.find_last_not_of('\n') + 1;
    const std::size_t ends = text.size() - content;
    out_ += " |";
    if (ends != 1) out_ += ends == 0 ? '-' : '+';
    end_line();
    std::size_t at = 0;
    while (at < content) {
      const std::size_t end = std::min(text.find('\n', at), content);
      if (end > at) out_.append(indent, ' ');
      out_.append(text.substr(at, end - at)).append("\n");
      at = end + 1;
    }
    for (std::size_t i = 1; i < ends; ++i) out_ += '\n';
    behind_text_ = true;
    if (ends < 2 && chance(4)) out_ += '\n';
  }

  /// A value behind its `:` or `-`, up to the line's end.
  void value(const Value& value, std::size_t indent, bool is_item) {
    behind_text_ = false;
    const bool is_collection = value.kind == Kind::list || value.kind == Kind::map;
    if (!is_collection && value.kind == Kind::text && is_block_text(value.text) && chance(2)) {
      return block_text(value.text, indent + 1 + random_.below(4));
    }
    if (value.kind == Kind::null && chance(2)) return end_line();
    const bool is_empty = value.items.empty() && value.members.empty();
    if (is_collection && !is_empty && !chance(4)) return block(value, indent, is_item);
    out_ += ' ';
    flow(value);
    end_line();
  }

  void block(const Value& value, std::size_t indent, bool is_item) {
    const bool is_list = value.kind == Kind::list;
    const std::size_t deeper = indent + 1 + random_.below(4);
    if (is_item && chance(2)) {
      out_ += ' ';
      is_list ? items(value, indent + 2, true) : members(value, indent + 2, true);
      return;
    }
    end_line();
    const std::size_t list_indent = is_item || chance(2) ? deeper : indent;
    is_list ? items(value, list_indent, false) : members(value, deeper, false);
  }

  void items(const Value& list, std::size_t indent, bool inline_first) {
    for (const Value& item : list.items) {
      if (!inline_first) {
        comments(indent);
        out_.append(indent, ' ');
      }
      inline_first = false;
      out_ += '-';
      value(item, indent, true);
    }
    comments(indent);
  }

  void members(const Value& map, std::size_t indent, bool inline_first) {
    for (const auto& [key, member] : map.members) {
      if (!inline_first) {
        comments(indent);
        out_.append(indent, ' ');
      }
      inline_first = false;
      out_ += is_simple(key) && chance(2) ? key : quoted(key);
      out_ += ':';
      value(member, indent, false);
    }
    comments(indent);
  }

  RandomValues& random_;
  std::string out_;
  bool crlf_ = false;
  bool behind_text_ = false;  // of which deeper comments and blank lines would be a part
};

}  // namespace icc::test
