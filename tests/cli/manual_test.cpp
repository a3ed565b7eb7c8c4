#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "cli/command.h"
#include "cli/globals.h"
#include "cli/manual.h"
#include "icc/store.h"

// The pages in man/ are made from the table of commands. With ICC_BLESS=1 in the environment they
// are written anew.

namespace {

const std::string source = ICC_SOURCE_DIR;

std::string content(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string page_of(const icc::Command& command, const icc::Store& store) {
  icc::Session session{.in = {},
                       .out = {[](std::string_view) { return true; }, false, false, 80},
                       .err = {[](std::string_view) { return true; }, false, false, 80},
                       .folder = source,
                       .environment = [](std::string_view) { return std::string(); }};
  icc::Context context{session, &store};
  icc::Options options;
  icc::Globals globals;
  const icc::Action action = command.bind(options, context);
  icc::bind_globals(options, globals);
  return icc::manual_page(command, options);
}

}  // namespace

TEST_CASE("every command has a manual page that is up to date") {
  const auto store = icc::Store::open(source);
  REQUIRE(store);
  for (const icc::Command* command : icc::commands()) {
    const std::string path = source + "/man/icc-" + std::string(command->name) + ".1";
    const std::string page = page_of(*command, *store);
    if (std::getenv("ICC_BLESS") != nullptr) std::ofstream(path) << page;
    CAPTURE(path);
    CHECK(content(path) == page);
  }
}

TEST_CASE("icc-rules(7) is the table of rules") {
  const std::string path = source + "/man/icc-rules.7";
  const std::string page = icc::rules_page();
  if (std::getenv("ICC_BLESS") != nullptr) std::ofstream(path) << page;
  CHECK(content(path) == page);
}

TEST_CASE("icc(1) names every command with its summary") {
  const std::string page = content(source + "/man/icc.1");
  for (const icc::Command* command : icc::commands()) {
    const std::string entry =
        ".It Xr icc-" + std::string(command->name) + " 1\n" + std::string(command->summary) + ".\n";
    CAPTURE(entry);
    CHECK(page.find(entry) != std::string::npos);
  }
}

TEST_CASE("a command's source, cases and manual page share its name") {
  for (const icc::Command* command : icc::commands()) {
    const std::string name(command->name);
    CAPTURE(name);
    CHECK(std::filesystem::exists(source + "/src/cli/commands/" + name + ".cpp"));
    CHECK(std::filesystem::exists(source + "/tests/cases/" + name + ".cases"));
    CHECK(std::filesystem::exists(source + "/man/icc-" + name + ".1"));
  }
}

TEST_CASE("each exit code is in icc(1) and in a case") {
  const std::string codes = content(source + "/src/cli/exit.h");
  const std::string page = content(source + "/man/icc.1");
  std::string cases;
  for (const auto& entry : std::filesystem::directory_iterator(source + "/tests/cases")) {
    cases += content(entry.path().string());
  }
  std::size_t count = 0;
  for (std::size_t at = codes.find(" = "); at != codes.npos; at = codes.find(" = ", at + 1)) {
    const std::string code = codes.substr(at + 3, codes.find(',', at) - at - 3);
    CAPTURE(code);
    ++count;
    CHECK(page.find(".It " + code + "\n") != page.npos);
    CHECK((code == "0" || cases.find("\n  = " + code + "\n") != cases.npos ||
           cases.find("\n= " + code + "\n") != cases.npos));
  }
  CHECK(count >= 4);
}
