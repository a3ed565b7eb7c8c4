#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/run.h"
#include "temporary_folder.h"

TEST_CASE("the number of all practices is told, also when few of them were read") {
  const icc::test::TemporaryFolder folder;
  folder.write("schema/practice.schema.yaml", "properties: {title: {type: string}}\n");
  for (int i = 0; i < 700; ++i) {
    folder.write("practices/p" + std::to_string(i) + ".yaml", "title: x\n");
  }
  using Words = std::vector<std::string>;
  for (const Words& words : {Words{"list", "--limit", "2", "-j", "1"},
                             Words{"list", "--limit", "2", "-j", "1", "--sort", "title"}}) {
    std::string told;
    const auto write = [&](std::string_view text) {
      told += text;
      return true;
    };
    icc::Session session{.in = {},
                         .out = {[](std::string_view) { return true; }, true, false, 80},
                         .err = {write, true, false, 80},
                         .folder = folder.path(),
                         .environment = [](std::string_view) { return std::string(); }};
    CHECK(icc::run(session, words) == icc::Exit::done);
    session.err.flush();
    CHECK(told == "2 of 700 practices\n");
  }
}
