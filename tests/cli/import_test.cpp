#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "cli/run.h"
#include "temporary_folder.h"

// An import that is interrupted while somebody else writes. The program asks before each record
// whether it is interrupted; here the answer does what else happens in that moment.

namespace {

namespace fs = std::filesystem;

constexpr std::string_view table =
    "title,country,summary\n"
    "A choir,Norway,All sing.\n"
    "B choir,Norway,All sing.\n"
    "C choir,Norway,All sing.\n";

/// What a table makes of its first row.
constexpr std::string_view first_text =
    "title: A choir\n\ncountry: Norway\n\nsummary: |\n  All sing.\n";

/// A database with one practice, and an import that is interrupted before its third record.
class Interrupted {
 public:
  Interrupted() {
    fs::copy(ICC_SOURCE_DIR "/schema", folder.path("schema"), fs::copy_options::recursive);
    folder.write("practices/norway/old.yaml", old_text);
  }

  /// Imports with these words; `meanwhile` happens just before the interrupt.
  icc::Exit run(const std::vector<std::string>& words, const std::function<void()>& meanwhile) {
    int asked = 0;
    const auto sink = [](std::string& text) {
      return [&text](std::string_view piece) {
        text += piece;
        return true;
      };
    };
    icc::Session session{.in = {},
                         .out = {sink(out), false, false, 80},
                         .err = {sink(err), false, false, 80},
                         .folder = folder.path(),
                         .environment = [](std::string_view) { return std::string(); }};
    session.is_interrupted = [&] {
      if (++asked < 3) return false;
      meanwhile();
      return true;
    };
    return icc::run(session, words);
  }

  /// The text of a practice of Norway; `(none)` when there is none.
  [[nodiscard]] std::string text(const std::string& id) const {
    const std::string path = folder.path("practices/norway/" + id + ".yaml");
    if (!fs::exists(path)) return "(none)";
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  static constexpr std::string_view old_text =
      "title: An old one\ncountry: Norway\nsummary: Was.\n";

  icc::test::TemporaryFolder folder;
  std::string out;
  std::string err;
};

}  // namespace

TEST_CASE("an interrupted import takes back what it has written") {
  Interrupted import;
  import.folder.write("new.csv", table);
  std::string written;
  CHECK(import.run({"import", "new.csv"}, [&] { written = import.text("a-choir"); }) ==
        icc::Exit::interrupted);
  CHECK(written == first_text);
  CHECK(import.out.empty());
  CHECK(import.err == "error: interrupted\nhint: nothing is imported\n");
  CHECK(import.text("a-choir") == "(none)");
  CHECK(import.text("b-choir") == "(none)");
  CHECK(import.text("old") == Interrupted::old_text);
}

TEST_CASE("what somebody else has changed since is left to them") {
  Interrupted import;
  import.folder.write("new.csv", table);
  const std::string theirs = std::string(first_text) + "\nsource: https://www.example.org\n";
  CHECK(import.run({"import", "new.csv"}, [&] {
    import.folder.write("practices/norway/a-choir.yaml", theirs);
  }) == icc::Exit::interrupted);
  CHECK(import.err ==
        "error: 'practices/norway/a-choir.yaml' has changed since it was stored\n"
        "hint: it stays; look at it\n"
        "error: interrupted\nhint: nothing is imported\n");
  CHECK(import.text("a-choir") == theirs);
  CHECK(import.text("b-choir") == "(none)");
}

TEST_CASE("an update that is taken back restores what was there, but no change of others") {
  Interrupted import;
  import.folder.write("practices/norway/other.yaml", Interrupted::old_text);
  import.folder.write("update.csv",
                      "id,title\nold,A new one\nother,Another one\nthird,A third one\n");
  import.folder.write("practices/norway/third.yaml", Interrupted::old_text);
  const std::string theirs = "title: Theirs\ncountry: Norway\nsummary: Is.\n";
  std::string written;
  CHECK(import.run({"import", "--update", "update.csv"}, [&] {
    written = import.text("old");
    import.folder.write("practices/norway/other.yaml", theirs);
  }) == icc::Exit::interrupted);
  CHECK(written == "title: A new one\ncountry: Norway\nsummary: Was.\n");
  CHECK(import.text("old") == Interrupted::old_text);
  CHECK(import.text("other") == theirs);
  CHECK(import.text("third") == Interrupted::old_text);
  CHECK(import.err ==
        "error: 'practices/norway/other.yaml' has changed since it was read\n"
        "hint: look at it, then try again\n"
        "error: interrupted\nhint: nothing is imported\n");
}
