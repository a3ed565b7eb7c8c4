// Answers what the schema checker says of documents, for referees that are not ours. Reads lines:
//
//   S JSON         a schema; the files of the one before are forgotten
//   F PATH JSON    a further file of the schema, below schema/
//   R JSON         a document
//
// and answers each R with one line: `valid`, `invalid`, `schema: FAULT`, `unreadable: FAULT`, or
// `disagreement` when the checker, its explanations and the schema as one document are not of one
// mind.

#include <cstdio>
#include <iostream>
#include <map>
#include <optional>
#include <string>

#include "icc/schema.h"

namespace {

constexpr const char* schema_path = "schema/schema.json";

using Files = std::map<std::string, std::string, std::less<>>;
using Loaded = tl::expected<icc::Schema, std::vector<icc::Diagnostic>>;

Loaded load(const Files& files) {
  const auto read = [&](std::string_view path) -> icc::Result<std::string> {
    const auto found = files.find(path);
    if (found != files.end()) return found->second;
    return icc::failed(icc::Failure::environment, "no such file");
  };
  return icc::Schema::load(read, schema_path);
}

/// A schema, and the same one as a single document.
struct Pair {
  icc::Schema schema;
  Loaded bundle;
};

tl::expected<Pair, std::vector<icc::Diagnostic>> load_pair(const Files& files) {
  auto schema = load(files);
  if (!schema) return tl::unexpected(std::move(schema.error()));
  auto bundle = load({{schema_path, schema->bundle()}});
  return Pair{*std::move(schema), std::move(bundle)};
}

std::string verdict(const Pair& pair, std::string text) {
  const auto document = icc::Document::read_json(std::move(text), {1U << 24U, 64, 1'000'000});
  if (!document) return "unreadable: " + document.error().front().message;
  if (!pair.bundle) return "bundle: " + pair.bundle.error().front().message;
  const bool accepts = pair.schema.accepts(*document);
  if (accepts != pair.schema.check(*document).empty()) return "disagreement";
  if (accepts != pair.bundle->accepts(*document)) return "disagreement";
  return accepts ? "valid" : "invalid";
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  Files files;
  std::optional<decltype(load_pair(files))> pair;
  for (std::string line; std::getline(std::cin, line);) {
    std::string rest = line.substr(std::min<std::size_t>(2, line.size()));
    if (line.starts_with("S ")) {
      files = {{schema_path, rest}};
      pair.reset();
    } else if (line.starts_with("F ")) {
      const std::size_t blank = rest.find(' ');
      files[rest.substr(0, blank)] = rest.substr(blank + 1);
    } else if (line.starts_with("R ")) {
      if (!pair) pair = load_pair(files);
      std::cout << (*pair ? verdict(**pair, std::move(rest))
                          : "schema: " + pair->error().front().message)
                << '\n';
    }
  }
}
