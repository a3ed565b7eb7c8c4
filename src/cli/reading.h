#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/checking.h"
#include "cli/command.h"
#include "cli/message.h"
#include "cli/selection.h"
#include "icc/query.h"
#include "icc/sort.h"

namespace icc {

/// What came of reading practices.
struct Outcome {
  Exit exit = Exit::done;   ///< `failed` when a record or a folder could not be read
  std::size_t records = 0;  ///< of the database, also those that were not read for a limit
  std::size_t matches = 0;  ///< practices that match
};

/// Which practices to read, and in which order.
struct Choosing {
  Query query;
  SortOrder sort;
  std::size_t limit = 0;  ///< 0: all
};

/// The choice that options and, for `filter`, the words of a query make.
[[nodiscard]] Result<Choosing> choosing(Context& context, const Query& query, const Order& order);

/// The paths of the matching practices in the order of `choosing.sort`, at most `limit`. Unreadable
/// records are reported. Holds a key and a path for each match.
[[nodiscard]] std::vector<std::string> sorted_paths(Context& context, const Choosing& choosing,
                                                    Outcome& outcome);

/// Writes the faults of unreadable records to stderr.
void report_faults(Session& session, const std::vector<Diagnostic>& faults);

/// Reads the practices at `paths`: `map` runs on any thread for each that matches, `take` on this
/// thread for what it answered, in order, until there were `limit`.
template <class Item>
void read_each(Context& context, const std::vector<std::string>& paths, const Choosing& choosing,
               const std::function<Item(Practice&&)>& map, const std::function<void(Item&&)>& take,
               Outcome& outcome) {
  struct Part {  // what one chunk of records answered
    std::vector<Item> items;
    std::vector<Diagnostic> faults;
  };
  const auto scanned = context.store->scan<Part>(
      paths,
      [&](Record&& record, Part& part) {
        if (!record.practice) {
          std::move(record.practice.error().begin(), record.practice.error().end(),
                    std::back_inserter(part.faults));
        } else if (choosing.query.matches(*record.practice)) {
          part.items.push_back(map(std::move(*record.practice)));
        }
      },
      [&](Part& part) {
        if (has_error(part.faults)) outcome.exit = Exit::failed;
        report_faults(context.session, part.faults);
        for (Item& item : part.items) {
          if (choosing.limit != 0 && outcome.matches == choosing.limit) return false;
          ++outcome.matches;
          take(std::move(item));
        }
        return true;
      });
  if (!scanned) outcome.exit = complain(context.session, scanned.error());
}

/// Reads all practices of the choice: as `read_each`, over the whole database.
template <class Item>
[[nodiscard]] Outcome read_chosen(Context& context, const Choosing& choosing,
                                  const std::function<Item(Practice&&)>& map,
                                  const std::function<void(Item&&)>& take) {
  Outcome outcome;
  if (!choosing.sort.empty()) {
    const std::vector<std::string> paths = sorted_paths(context, choosing, outcome);
    Outcome again;
    read_each<Item>(context, paths, {}, map, take, again);
    outcome.matches = again.matches;
    outcome.exit = worse(outcome.exit, again.exit);
    return outcome;
  }
  const auto paths = context.store->paths();
  if (!paths) return {complain(context.session, paths.error())};
  read_each<Item>(context, *paths, choosing, map, take, outcome);
  outcome.records = paths->size();
  return outcome;
}

}  // namespace icc
