// query_answers FOLDER: reads the records of a database once, then a query a line, and answers each
// with the ids that match, in order, on one line. A query that is refused ends the program.

#include <iostream>
#include <string>
#include <vector>

#include "icc/query.h"
#include "icc/store.h"

namespace {

std::vector<icc::Practice> practices_of(const icc::Store& store) {
  std::vector<icc::Practice> practices;
  const auto paths = store.paths();
  if (!paths) return practices;
  for (const std::string& path : *paths) {
    icc::Record record = store.read(path);
    if (record.practice) practices.push_back(std::move(*record.practice));
  }
  return practices;
}

}  // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  const auto store = icc::Store::open(count > 1 ? arguments[1] : ".");
  if (!store) return 2;
  const std::vector<icc::Practice> practices = practices_of(*store);
  for (std::string line; std::getline(std::cin, line);) {
    const auto query = icc::Query::read(line, store->schema());
    if (!query) return 1;
    for (const icc::Practice& practice : practices) {
      if (query->matches(practice)) std::cout << practice.id() << ' ';
    }
    std::cout << '\n';
  }
}
