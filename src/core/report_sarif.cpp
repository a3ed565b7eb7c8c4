#include <algorithm>
#include <vector>

#include "core/report_forms.h"
#include "icc/json.h"
#include "icc/text.h"

// The Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS): one run of one tool, the
// rules that were broken each once, and a result for each fault. Paths are relative to the top of
// the repository, columns are counted in characters.

namespace icc {
namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view base = "SRCROOT";  // defined by whoever reads it (section 3.14.14)

/// A path as a relative reference (RFC 3986).
std::string uri(std::string_view path) {
  return percent_encoded(path, "/");
}

class Sarif {
 public:
  Sarif(std::string& out, const Report& report) : json_(out, 2), report_(report) {
    for (const Diagnostic& found : report.diagnostics) rules_.push_back(found.rule);
    std::sort(rules_.begin(), rules_.end());
    rules_.erase(std::unique(rules_.begin(), rules_.end()), rules_.end());
  }

  void write() {
    json_.begin_object();
    json_.member("$schema", schema);
    json_.member("version", "2.1.0");
    array("runs", [&] {
      json_.begin_object();
      object("tool", [&] { object("driver", [&] { driver(); }); });
      json_.member("columnKind", "unicodeCodePoints");
      array("results", [&] { results(); });
      json_.end_object();
    });
    json_.end_object();
  }

 private:
  template <class Members>
  void object(std::string_view name, const Members& members) {
    json_.key(name);
    json_.begin_object();
    members();
    json_.end_object();
  }
  template <class Items>
  void array(std::string_view name, const Items& items) {
    json_.key(name);
    json_.begin_array();
    items();
    json_.end_array();
  }
  void message(std::string_view name, std::string_view text) {
    object(name, [&] { json_.member("text", text); });
  }

  void driver() {
    json_.member("name", "icc");
    json_.member("version", report_.version);
    array("rules", [&] {
      for (const RuleId id : rules_) describe(rule(id));
    });
  }

  void describe(const Rule& rule) {
    json_.begin_object();
    json_.member("id", rule_code(rule.id));
    json_.member("name", rule.name);
    message("shortDescription", rule.sentence);
    message("fullDescription", rule.explanation);
    object("defaultConfiguration", [&] { json_.member("level", severity_name(rule.severity)); });
    json_.end_object();
  }

  void results() {
    const auto prints = fingerprints(report_.diagnostics);
    for (std::size_t i = 0; i < prints.size(); ++i) result(report_.diagnostics[i], prints[i]);
  }

  void result(const Diagnostic& found, const std::string& print) {
    const auto index = std::lower_bound(rules_.begin(), rules_.end(), found.rule);
    json_.begin_object();
    json_.member("ruleId", rule_code(found.rule));
    json_.member("ruleIndex", index - rules_.begin());
    json_.member("level", severity_name(found.severity));
    message("message", sentence_of(found));
    array("locations", [&] { location(found.path, found.place, found.range, {}); });
    if (!found.related.empty()) related(found);
    if (found.fix && found.fix->place.line > 0) array("fixes", [&] { fix(found); });
    object("partialFingerprints", [&] { json_.member("primaryLocationLineHash", print); });
    json_.end_object();
  }

  void related(const Diagnostic& found) {
    array("relatedLocations", [&] {
      for (const Related& other : found.related) {
        location(other.path.empty() ? found.path : other.path, other.place, other.range,
                 other.message);
      }
    });
  }

  void artifact(std::string_view path) {
    object("artifactLocation", [&] {
      json_.member("uri", uri(report_.folder + std::string(path)));
      json_.member("uriBaseId", base);
    });
  }

  void region(std::string_view name, const Place& place, Range range) {
    object(name, [&] {
      json_.member("startLine", place.line);
      json_.member("startColumn", place.column);
      json_.member("endLine", place.end_line);
      json_.member("endColumn", place.end_column);
      json_.member("byteOffset", range.begin);
      json_.member("byteLength", range.end - range.begin);
    });
  }

  void location(std::string_view path, const Place& place, Range range, std::string_view text) {
    json_.begin_object();
    object("physicalLocation", [&] {
      artifact(path);
      if (place.line > 0) region("region", place, range);
    });
    if (!text.empty()) message("message", visible(text));
    json_.end_object();
  }

  void fix(const Diagnostic& found) {
    json_.begin_object();
    message("description", visible(found.fix->sentence));
    array("artifactChanges", [&] {
      json_.begin_object();
      artifact(found.path);
      array("replacements", [&] {
        json_.begin_object();
        region("deletedRegion", found.fix->place, found.fix->range);
        message("insertedContent", found.fix->replacement);
        json_.end_object();
      });
      json_.end_object();
    });
    json_.end_object();
  }

  JsonWriter json_;
  const Report& report_;
  std::vector<RuleId> rules_;
};

}  // namespace

void write_sarif(std::string& out, const Report& report) {
  Sarif(out, report).write();
  out += '\n';
}

}  // namespace icc
