#include "icc/report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

using icc::Diagnostic;
using icc::Report;
using icc::RuleId;
using Texts = std::vector<std::string>;

namespace {

const std::string text = "title: A: b\ncontry: Italy\nperiod: N/A\n";

Diagnostic fault(RuleId rule, std::string path, icc::Range range, std::string message) {
  Diagnostic found = icc::diagnostic(rule, range, std::move(message), "a hint");
  found.path = std::move(path);
  icc::locate(found, text);
  return found;
}

/// A report with an error and a warning in one record, and a record without a fault.
Report small_report() {
  const std::string path = "practices/italy/ä b.yaml";
  Report report;
  report.paths = {"practices/italy/a.yaml", path};
  report.diagnostics = {fault(RuleId::unknown_key, path, {12, 18}, "unknown key 'contry'"),
                        fault(RuleId::empty_word, path, {34, 37}, "a 'N/A' & \x1b 50%\n")};
  report.diagnostics[0].fix = icc::Fix{true, {12, 26}, "", "take the field out"};
  icc::locate(report.diagnostics[0], text);
  report.version = "1.2.3";
  return report;
}

std::string written(std::string_view form, const Report& report) {
  const icc::ReportForm* found = icc::find_report_form(form);
  REQUIRE(found != nullptr);
  std::string out;
  found->write(out, report);
  return out;
}

}  // namespace

TEST_CASE("the forms are found by their names, which are different") {
  std::set<std::string_view> names;
  for (const icc::ReportForm& form : icc::report_forms()) {
    CHECK(names.insert(form.name).second);
    CHECK(icc::find_report_form(form.name) == &form);
    CHECK_FALSE(form.summary.empty());
  }
  CHECK(names.size() == 7);
  CHECK(icc::find_report_form("xml") == nullptr);
}

TEST_CASE("each form writes something that ends with its line, also of nothing") {
  for (const icc::ReportForm& form : icc::report_forms()) {
    CAPTURE(form.name);
    CHECK(written(form.name, small_report()).ends_with('\n'));
    const std::string nothing = written(form.name, {});
    CHECK((nothing.empty() || nothing.ends_with('\n')));
  }
}

TEST_CASE("the human form shows at most twenty faults a file, the others all") {
  Report report;
  for (std::uint32_t i = 0; i < 23; ++i) {
    report.diagnostics.push_back(fault(RuleId::empty_word, "practices/a.yaml", {i, i + 1}, "m"));
  }
  report.diagnostics.push_back(fault(RuleId::empty_word, "practices/b.yaml", {1, 2}, "last"));
  const std::string human = written("human", report);
  CHECK(human.find("\npractices/a.yaml: 3 more faults; 'icc validate --format short "
                   "practices/a.yaml' shows all\n") != std::string::npos);
  CHECK(human.find("practices/b.yaml:1:2: warning: last [ICC209 empty-word]\n") !=
        std::string::npos);
  const auto lines = [&](std::string_view form) {
    const std::string all = written(form, report);
    return std::count(all.begin(), all.end(), '\n');
  };
  CHECK(lines("short") == 24);
  CHECK(lines("jsonl") == 24);
  CHECK(nlohmann::json::parse(written("json", report))["diagnostics"].size() == 24);
}

TEST_CASE("annotations are escaped as GitHub wants it") {
  Report report = small_report();
  report.folder = "a,b:c/";
  CHECK(written("github", report) ==
        "::error file=a%2Cb%3Ac/practices/italy/ä b.yaml,line=2,endLine=2,col=1,endColumn=7,"
        "title=ICC104 unknown-key::unknown key 'contry' (a hint)\n"
        "::warning file=a%2Cb%3Ac/practices/italy/ä b.yaml,line=3,endLine=3,col=9,endColumn=12,"
        "title=ICC209 empty-word::a 'N/A' & \\x1b 50%25\\n (a hint)\n");
}

TEST_CASE("at most ten annotations, the worst first, and the sum of the rest") {
  Report report;
  for (int i = 0; i < 9; ++i) {
    report.diagnostics.push_back(fault(RuleId::personal_data, "practices/a.yaml", {0, 20}, "note"));
  }
  for (int i = 0; i < 9; ++i) {
    report.diagnostics.push_back(fault(RuleId::empty_word, "practices/b.yaml", {0, 1}, "warning"));
  }
  report.diagnostics.push_back(icc::diagnostic(RuleId::unreadable_file, {}, "error"));
  report.diagnostics.back().path = "practices/c.yaml";
  std::string expected = "::error file=practices/c.yaml,title=ICC001 unreadable-file::error\n";
  for (int i = 0; i < 9; ++i) {
    expected +=
        "::warning file=practices/b.yaml,line=1,endLine=1,col=1,endColumn=2,"
        "title=ICC209 empty-word::warning (a hint)\n";
  }
  CHECK(written("github", report) ==
        expected + "::notice title=icc validate::beyond these: 9 notes\n");
}

TEST_CASE("JUnit has a test case for each record, and one failure with all errors of it") {
  CHECK(written("junit", small_report()) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"icc validate\" tests=\"2\" failures=\"1\" errors=\"0\">\n"
        "  <testsuite name=\"practices\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\">\n"
        "    <testcase classname=\"practices/italy\" name=\"a\" file=\"practices/italy/a.yaml\"/>\n"
        "    <testcase classname=\"practices/italy\" name=\"ä b\" "
        "file=\"practices/italy/ä b.yaml\">\n"
        "      <failure type=\"ICC104 unknown-key\" message=\"unknown key 'contry' (a hint)\">"
        "practices/italy/ä b.yaml:2:1: error: unknown key 'contry' (a hint) "
        "[ICC104 unknown-key]\n</failure>\n"
        "      <system-out>practices/italy/ä b.yaml:3:9: warning: a 'N/A' &amp; \\x1b 50%\\n "
        "(a hint) [ICC209 empty-word]\n</system-out>\n"
        "    </testcase>\n  </testsuite>\n</testsuites>\n");
}

TEST_CASE("JUnit escapes what XML keeps for itself, in attributes and texts") {
  Report report;
  report.paths = {"practices/<a> & \"b\".yaml"};
  report.diagnostics = {fault(RuleId::unknown_key, report.paths[0], {12, 18}, "'<b>' & \"c\"")};
  const std::string junit = written("junit", report);
  CHECK(junit.find("<testcase classname=\"practices\" name=\"&lt;a&gt; &amp; &quot;b&quot;\" "
                   "file=\"practices/&lt;a&gt; &amp; &quot;b&quot;.yaml\">") != std::string::npos);
  CHECK(junit.find("message=\"'&lt;b&gt;' &amp; &quot;c&quot; (a hint)\">"
                   "practices/&lt;a&gt; &amp; &quot;b&quot;.yaml:2:1: error: "
                   "'&lt;b&gt;' &amp; &quot;c&quot; (a hint) [ICC104 unknown-key]\n</failure>") !=
        std::string::npos);
}

TEST_CASE("SARIF names each rule once, and paths as URIs") {
  Report report = small_report();
  report.diagnostics.push_back(report.diagnostics[0]);
  report.folder = "data/";
  const auto run = nlohmann::json::parse(written("sarif", report))["runs"][0];
  CHECK(run["tool"]["driver"]["version"] == "1.2.3");
  CHECK(run["tool"]["driver"]["rules"].size() == 2);
  const auto& results = run["results"];
  REQUIRE(results.size() == 3);
  CHECK(results[1]["ruleIndex"] == 1);
  CHECK(results[1]["ruleId"] == "ICC209");
  const auto& place = results[0]["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "data/practices/italy/%C3%A4%20b.yaml");
  CHECK(place["region"]["endColumn"] == 7);
  const auto& change = results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
  CHECK(change["deletedRegion"]["endLine"] == 3);
  CHECK(change["deletedRegion"]["endColumn"] == 1);
  CHECK(change["insertedContent"]["text"] == "");
  CHECK(results[0]["partialFingerprints"] != results[2]["partialFingerprints"]);
}

TEST_CASE("a fingerprint survives other lines and folders, and nothing else") {
  const std::string path = "practices/italy/a.yaml";
  const Diagnostic found = fault(RuleId::empty_word, path, {34, 37}, "empty");
  const auto print = [](const Diagnostic& one) { return icc::fingerprints({&one, 1}).front(); };
  Diagnostic moved = found;
  moved.path = "practices/a.yaml";
  moved.range = {36, 39};
  icc::locate(moved, "# " + text);
  CHECK(print(moved) == print(found));
  CHECK(print(fault(RuleId::empty_word, path, {34, 37}, "other")) != print(found));
  CHECK(print(fault(RuleId::empty_section, path, {34, 37}, "empty")) != print(found));
  CHECK(print(fault(RuleId::empty_word, path, {34, 36}, "empty")) != print(found));
  CHECK(print(fault(RuleId::empty_word, "practices/b.yaml", {34, 37}, "empty")) != print(found));
  const std::vector<Diagnostic> twice = {found, found};
  const Texts prints = icc::fingerprints(twice);
  CHECK(prints[0].ends_with(":1"));
  CHECK(prints[1].ends_with(":2"));
}

TEST_CASE("of equal faults only those above the earlier number are new") {
  const Diagnostic old = fault(RuleId::empty_word, "a.yaml", {34, 37}, "old");
  const Diagnostic other = fault(RuleId::empty_word, "a.yaml", {34, 37}, "new");
  const std::vector<Diagnostic> earlier = {old};
  const auto found = icc::new_faults({old, other, old}, earlier);
  REQUIRE(found.size() == 2);
  CHECK(found[0].message == "new");
  CHECK(found[1].message == "old");
  CHECK(icc::new_faults({}, earlier).empty());
}

TEST_CASE("faults are counted by severity") {
  CHECK(icc::counts_of(small_report().diagnostics).text() == "1 error, 1 warning");
  CHECK(icc::counts_of({}).text() == "no faults");
}
