#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/merge_record.h"
#include "merge_fixture.h"
#include "random_value.h"

// Laws that hold for every merge, tried on random records and random changes of them.

namespace {

using icc::test::RandomValues;

constexpr std::string_view keys[] = {"title",   "country",    "cities",  "period", "topics",
                                     "summary", "references", "contact", "x-note", "x-more"};

/// A field as it is going to be written. Every item, sentence and comment has a word of its own.
struct Piece {
  std::string key;
  std::vector<std::string> items;
  std::string above = {};   // a comment
  std::string behind = {};  // a comment on the key's line
  bool other_form = false;  // quotes, brackets
};

using Record = std::vector<Piece>;

bool is_list(const Piece& piece) {
  return piece.key == "cities" || piece.key == "topics" || piece.key == "references";
}

std::string list_lines(const Piece& piece) {
  std::string text;
  for (const std::string& item : piece.items) {
    const bool is_map = piece.key == "references";
    text += is_map ? "  - title: " + item + "\n    url: u" + item + "\n" : "  - " + item + "\n";
  }
  return text;
}

std::string value_lines(const Piece& piece) {
  const std::string end = piece.behind + "\n";
  if (piece.key == "summary") {
    std::string text = " |" + end;
    for (const std::string& item : piece.items) text += "  " + item + ".\n";
    return text;
  }
  if (!is_list(piece)) {
    return (piece.other_form ? " \"" + piece.items[0] + "\"" : " " + piece.items[0]) + end;
  }
  if (!piece.other_form || piece.key == "references") return end + list_lines(piece);
  std::string text;
  for (const std::string& item : piece.items) text += (text.empty() ? " [" : ", ") + item;
  return text + "]" + end;
}

std::string text_of(const Record& record) {
  std::string text;
  for (const Piece& piece : record) {
    if (!text.empty()) text += '\n';
    text += piece.above + piece.key + ":" + value_lines(piece);
  }
  return text;
}

/// Makes records and changes them.
class Author {
 public:
  explicit Author(std::uint32_t seed) : random_(seed) {}

  Record record() {
    Record made;
    for (const std::string_view key : keys) {
      if (random_.below(4) > 0) made.push_back(piece(key));
    }
    if (made.empty()) made.push_back(piece("title"));
    return made;
  }

  /// One to three changes.
  void change(Record& record) {
    for (std::size_t count = 1 + random_.below(3); count > 0; --count) change_once(record);
  }

 private:
  std::string word() { return "w" + std::to_string(++words_); }

  Piece piece(std::string_view key) {
    Piece made{std::string(key), {word()}};
    const bool many = is_list(made) || key == "summary";
    for (std::size_t more = many ? random_.below(4) : 0; more > 0; --more) {
      made.items.push_back(word());
    }
    if (random_.below(5) == 0) made.above = "# " + word() + "\n";
    return made;
  }

  void change_once(Record& record) {
    Piece& one = record[random_.below(record.size())];
    switch (random_.below(9)) {
      case 0:
        return add_field(record);
      case 1:
        if (record.size() > 1) record.erase(record.begin() + (&one - record.data()));
        return;
      case 2:
        return std::swap(one, record[random_.below(record.size())]);
      case 3:
        one.above = random_.below(3) == 0 ? "" : "# " + word() + "\n";
        return;
      case 4:
        one.behind = "  # " + word();
        return;
      case 5:
        one.other_form = !one.other_form;
        return;
      default:
        return change_items(one);
    }
  }

  void add_field(Record& record) {
    const std::string_view key = keys[random_.below(std::size(keys))];
    const auto has_key = [&](const Piece& piece) { return piece.key == key; };
    if (std::any_of(record.begin(), record.end(), has_key)) return;
    record.insert(record.begin() + static_cast<std::ptrdiff_t>(random_.below(record.size() + 1)),
                  piece(key));
  }

  void change_items(Piece& piece) {
    const std::size_t at = random_.below(piece.items.size());
    const bool many = is_list(piece) || piece.key == "summary";
    const auto place = piece.items.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t kind = many ? random_.below(4) : 0;
    if (kind < 2) {
      *place = word();
    } else if (kind == 2) {
      piece.items.insert(place + static_cast<std::ptrdiff_t>(random_.below(2)), word());
    } else if (piece.items.size() > 1) {
      piece.items.erase(place);
    }
  }

  RandomValues random_;
  int words_ = 0;
};

/// A base and two changed versions of it; at times both sides begin with the same change.
struct Triple {
  std::string base;
  std::string ours;
  std::string theirs;
};

Triple random_triple(Author& author, int number) {
  Record ours = author.record();
  const std::string base = text_of(ours);
  if (number % 3 == 0) author.change(ours);
  Record theirs = ours;
  author.change(ours);
  author.change(theirs);
  return {base, text_of(ours), text_of(theirs)};
}

/// The words that no two items share: those with a number.
std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += c;
    } else if (std::string one = std::exchange(word, {}); !one.empty() && one.back() <= '9') {
      words.insert(std::move(one));
    }
  }
  return words;
}

/// The first word of a side that is lost: it is not in the result, although the side added it or
/// the other side left it alone.
std::string lost_word(const Triple& triple, const std::string& result) {
  const auto base = words_of(triple.base);
  const auto ours = words_of(triple.ours);
  const auto theirs = words_of(triple.theirs);
  const auto kept = words_of(result);
  for (const auto& [side, other] : {std::pair(&ours, &theirs), std::pair(&theirs, &ours)}) {
    for (const std::string& word : *side) {
      const bool is_removed = base.contains(word) && !other->contains(word);
      if (!is_removed && !kept.contains(word)) return word;
    }
  }
  return {};
}

using Fields = std::map<std::string, icc::Value, std::less<>>;

Fields fields_of(const std::string& text) {
  const auto document = icc::Document::read(text);
  REQUIRE_MESSAGE(document.has_value(), text);
  Fields fields;
  for (auto& [key, value] : value_of(*document, document->root()).members) {
    auto items = value.items;
    if (key == "topics") std::sort(items.begin(), items.end(), icc::precedes_in_set);
    fields[key] = {value.kind, value.text, items, value.members};
  }
  return fields;
}

bool is_valid(const std::string& text) {
  const auto document = icc::Document::read(text);
  return document.has_value() && icc_test::merge_schema().check(*document).empty();
}

std::string by_fields(const std::string& base, const std::string& ours, const std::string& theirs) {
  const icc::Version versions[] = {icc::Version(base), icc::Version(ours), icc::Version(theirs)};
  const icc::TextMerge by_lines = icc_test::merged_by_lines;
  const icc::MergeRules rules{icc_test::merge_schema().fields(), by_lines};
  const auto merged = icc::RecordMerge({&versions[0], &versions[1], &versions[2]}, rules).merged();
  REQUIRE(merged.has_value());
  CHECK_FALSE(merged->conflicts);
  return merged->text;
}

}  // namespace

TEST_CASE("laws of merging, on random triples") {
  Author author(11);
  int clean = 0;
  const int count = icc::test::repetitions(300);
  for (int i = 0; i < count; ++i) {
    const Triple triple = random_triple(author, i);
    const std::string& base = triple.base;
    const std::string& ours = triple.ours;
    const std::string& theirs = triple.theirs;
    CAPTURE(base);
    CAPTURE(ours);
    CAPTURE(theirs);
    CHECK(by_fields(base, ours, base) == ours);
    CHECK(by_fields(base, base, theirs) == theirs);
    CHECK(by_fields(base, ours, ours) == ours);
    const auto result = icc_test::merged(base, ours, theirs);
    const auto swapped = icc_test::merged(base, theirs, ours);
    CHECK(result.conflicts == swapped.conflicts);
    CHECK(lost_word(triple, result.text) == "");
    CHECK(result.conflicts == (result.text.find("<<<<<<<") != std::string::npos));
    if (result.conflicts) continue;
    ++clean;
    CHECK(fields_of(result.text) == fields_of(swapped.text));
    if (is_valid(ours) && is_valid(theirs)) CHECK(is_valid(result.text));
  }
  CHECK(clean > count / 3);
  CHECK(clean < count);
}
