#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "icc/reader.h"
#include "icc/writer.h"
#include "random_value.h"
#include "read/pieces.h"
#include "write/sample_schema.h"

using icc::test::sample_schema;

namespace {

constexpr int usual_records = 1500;
constexpr int records_a_file = 50;

const icc::SourceFormat& source(std::string_view name) {
  for (const icc::SourceFormat* each : icc::source_formats()) {
    if (each->name == name) return *each;
  }
  FAIL("no such format");
  return *icc::source_formats().front();
}

/// Some records, by id, in canonical form.
using Texts = std::vector<std::pair<std::string, std::string>>;

Texts random_texts(icc::test::RandomValues& random) {
  Texts texts;
  for (int i = 0; i < records_a_file; ++i) {
    texts.emplace_back("r" + std::to_string(i), canonical_text(random.record(), sample_schema()));
  }
  return texts;
}

std::string written(const icc::Format& format, const Texts& texts) {
  std::string out;
  format.head(out, sample_schema(), {});
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto document = icc::Document::read(texts[i].second);
    REQUIRE(document);
    if (i > 0) out += format.separator;
    format.record(out, {"practices/" + texts[i].first + ".yaml", std::move(*document)},
                  sample_schema(), {});
  }
  format.tail(out, sample_schema(), {});
  return out;
}

Texts read_back(const icc::SourceFormat& format, const std::string& text) {
  const auto reader = format.open(icc::test::pieces_of(text, 4096), sample_schema(), {}, "test");
  REQUIRE(reader);
  REQUIRE(reader->faults.empty());
  Texts texts;
  while (true) {
    const auto record = reader->next();
    REQUIRE(record);
    if (!*record) return texts;
    std::string faults;
    for (const icc::Diagnostic& fault : (*record)->faults) faults += short_form(fault);
    CHECK(faults == "");
    texts.emplace_back((*record)->id, canonical_text((*record)->record, sample_schema()));
  }
}

}  // namespace

TEST_CASE("what export writes comes back as the very same records") {
  std::vector<std::string> keys = {"id", "_id", "period_edtf", "other_fields", "import_reason"};
  for (const icc::Field& field : sample_schema().fields()) keys.push_back(field.name);
  icc::test::RandomValues random(11, keys);
  for (int done = 0; done < icc::test::repetitions(usual_records); done += records_a_file) {
    const Texts texts = random_texts(random);
    for (const std::string_view name : {"csv", "json", "jsonl", "yaml"}) {
      const icc::Format* format = icc::find_format(name);
      REQUIRE(format != nullptr);
      const std::string text = written(*format, texts);
      CAPTURE(name);
      CAPTURE(text);
      CHECK(read_back(source(name), text) == texts);
    }
  }
}
