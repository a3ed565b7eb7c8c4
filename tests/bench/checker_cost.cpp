#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "icc/files.h"
#include "icc/integrity.h"

// What checking costs, one stage after the other, for callgrind to count:
//
//   valgrind --tool=callgrind checker_cost DATABASE STAGE
//
// Stage 0 reads the files, 1 their YAML, too, 2 checks by the schema, 3 and by meaning, 4 takes the
// notes for the rules between records, 5 asks those.

namespace {

icc::Result<std::string> content(const std::string& path) {
  return icc::read_file(path);
}

/// Takes one record through the stages; answers how many faults it has.
std::size_t faults_of(std::string path, std::string_view text, const icc::Schema& schema, int stage,
                      icc::Integrity& integrity) {
  if (stage < 1) return 0;
  auto document = icc::Document::read(text);
  if (!document || stage < 2) return document ? 0 : 1;
  const icc::Practice practice(std::move(path), *std::move(document));
  if (stage < 3) return schema.check(practice.document()).size();
  const std::size_t faults = icc::check_record(practice, schema).size();
  if (stage > 3) integrity.add(icc::note_of(practice, schema));
  return faults;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::string root = arguments[1];
  const int stage = std::stoi(arguments[2]);
  const auto schema = icc::Schema::load(
      [&](std::string_view path) { return content(root + "/" + std::string(path)); });
  if (!schema) return 2;
  icc::Integrity integrity(*schema);
  std::size_t records = 0;
  std::size_t faults = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root + "/practices")) {
    if (!entry.is_regular_file()) continue;
    const auto text = content(entry.path().string());
    if (!text) return 2;
    ++records;
    faults +=
        faults_of(entry.path().string().substr(root.size() + 1), *text, *schema, stage, integrity);
  }
  if (stage > 4) faults += integrity.check().size();
  std::printf("%zu records, %zu faults\n", records, faults);
  return 0;
}
