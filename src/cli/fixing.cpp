#include "cli/fixing.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/checking.h"
#include "cli/diff.h"
#include "cli/message.h"
#include "cli/tidying.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

// Each pass mends at least one fault; a fix that brings its own fault back must not go on for ever.
constexpr std::size_t most_passes = 32;

struct Look {
  bool is_readable;
  std::vector<Diagnostic> faults;  // located, sorted
};

Look look_at(const Store& store, const std::string& path, const std::string& text) {
  auto document = Document::read(text);
  if (document) return {true, faults_of(Practice(path, std::move(*document)), store)};
  std::vector<Diagnostic> faults = std::move(document.error());
  for (Diagnostic& fault : faults) {
    fault.path = path;
    locate(fault, text);
  }
  return {false, std::move(faults)};
}

/// The canonical form is left to `icc fmt`: it changes much more than a fault.
bool is_fixable(const Diagnostic& fault) {
  return fault.fix && fault.fix->safe && fault.rule != RuleId::not_canonical;
}

/// The fixable faults whose ranges do not touch, the last in the text first.
std::vector<Diagnostic> chosen_among(const std::vector<Diagnostic>& faults) {
  std::vector<Diagnostic> chosen;
  std::copy_if(faults.begin(), faults.end(), std::back_inserter(chosen), is_fixable);
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Diagnostic& left, const Diagnostic& right) {
                     return left.fix->range.begin > right.fix->range.begin;
                   });
  std::uint32_t limit = 0xFFFFFFFF;
  std::erase_if(chosen, [&](const Diagnostic& fault) {
    if (fault.fix->range.end >= limit) return true;
    limit = fault.fix->range.begin;
    return false;
  });
  return chosen;
}

std::string with_fixes(std::string text, const std::vector<Diagnostic>& last_first) {
  for (const Diagnostic& fault : last_first) {
    const Range range = fault.fix->range;
    text.replace(range.begin, range.end - range.begin, fault.fix->replacement);
  }
  return text;
}

/// The records among the faults that have something to mend, each once.
std::vector<std::string> fixable_paths(const std::vector<Diagnostic>& faults) {
  std::vector<std::string> paths;
  for (const Diagnostic& fault : faults) {
    if (is_fixable(fault) && (paths.empty() || paths.back() != fault.path)) {
      paths.push_back(fault.path);
    }
  }
  return paths;
}

void tell(Output& err, const Diagnostic& fault) {
  err.write(fmt::format("fixed {}:{}:{}: {} ({})\n", visible(fault.path), fault.place.line,
                        fault.place.column, visible(fault.message), visible(fault.fix->sentence)));
}

}  // namespace

Result<Mended> mended(const Store& store, const std::string& path) {
  auto text = read_from(store.files(), path, ReadLimits{}.bytes);
  if (!text) return tl::unexpected(text.error());
  Mended result{path, *text, *text, {}};
  Look look = look_at(store, path, result.after);
  for (std::size_t pass = 0; pass < most_passes; ++pass) {
    const std::vector<Diagnostic> chosen = chosen_among(look.faults);
    std::string next = with_fixes(result.after, chosen);
    if (next == result.after) break;
    Look after = look_at(store, path, next);
    // Nothing is worth making a record unreadable.
    if (look.is_readable && !after.is_readable) break;
    result.after = std::move(next);
    result.mended.insert(result.mended.end(), chosen.rbegin(), chosen.rend());
    look = std::move(after);
  }
  return result;
}

Result<void> fix_records(Session& session, const Store& store,
                         const std::vector<Diagnostic>& faults, bool dry_run) {
  if (!dry_run) tidy(session, store.root(), "practices", Depth::tree);
  std::size_t count = 0;
  std::size_t records = 0;
  for (const std::string& path : fixable_paths(faults)) {
    const auto record = mended(store, path);
    if (!record) return tl::unexpected(record.error());
    if (record->mended.empty()) continue;
    count += record->mended.size();
    ++records;
    if (dry_run) {
      show_diff(session.out, path, record->before, record->after);
      continue;
    }
    auto written = replace_below(store.root(), path, record->before, record->after);
    if (!written) return written;
    for (const Diagnostic& fault : record->mended) tell(session.err, fault);
  }
  session.out.flush();
  session.err.write(fmt::format("{} {} in {}\n", dry_run ? "would fix" : "fixed",
                                counted(count, "fault"), counted(records, "record")));
  return {};
}

}  // namespace icc
