// Shows other readers of YAML what ours reads. Each text on the standard input follows its length
// in bytes on a line of its own; each gives one line of JSON on the standard output: the tree as
// [kind, text or children, begin, end], where a map's children are [key, begin, end, value], or
// {"rule": number, "begin": n, "message": "…"} for the first fault.

#include <iostream>
#include <string>

#include "icc/document.h"
#include "icc/json.h"

namespace {

using icc::Document;
using icc::JsonWriter;
using icc::Kind;
using icc::Node;

void write_range(JsonWriter& json, icc::Range range) {
  json.integer(range.begin);
  json.integer(range.end);
}

void write_node(JsonWriter& json, const Document& document, const Node& node) {
  json.begin_array();
  json.integer(static_cast<int>(node.kind));
  if (node.kind != Kind::list && node.kind != Kind::map) {
    json.text(node.text);
  } else {
    json.begin_array();
    for (const Node& child : document.children(node)) {
      if (node.kind == Kind::map) {
        json.begin_array();
        json.text(child.key);
        write_range(json, child.key_range);
      }
      write_node(json, document, child);
      if (node.kind == Kind::map) json.end_array();
    }
    json.end_array();
  }
  write_range(json, node.range);
  json.end_array();
}

std::string shown(const icc::Reading& reading) {
  std::string out;
  JsonWriter json(out);
  if (reading) {
    write_node(json, *reading, reading->root());
  } else {
    const icc::Diagnostic& fault = reading.error().front();
    json.begin_object();
    json.member("rule", static_cast<int>(fault.rule));
    json.member("begin", fault.range.begin);
    json.member("message", fault.message);
    json.end_object();
  }
  return out;
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    std::string text(std::stoul(line), '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    std::cout << shown(Document::read(text)) << '\n';
  }
}
