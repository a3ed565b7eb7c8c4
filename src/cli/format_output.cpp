#include "cli/format_output.h"

#include <utility>

namespace icc {
namespace {

using Sink = std::function<void(std::string_view)>;

/// A way to read practices: hands what `map` answers for each to `take`, in order.
template <class Item>
using Read = std::function<Outcome(const std::function<Item(Practice&&)>& map,
                                   const std::function<void(Item&&)>& take)>;

/// Writes head, records with separators between them, and tail.
Outcome write_framed(const Schema& schema, const Format& format, const WriteOptions& options,
                     const Sink& sink, const Read<std::string>& read) {
  std::string frame;
  format.head(frame, schema, options);
  sink(frame);
  const auto map = [&](const Practice& practice) {
    std::string text;
    format.record(text, practice, schema, options);
    return text;
  };
  bool first = true;
  const auto take = [&](std::string&& text) {
    if (!first) sink(format.separator);
    first = false;
    sink(text);
  };
  const Outcome outcome = read(map, take);
  frame.clear();
  format.tail(frame, schema, options);
  sink(frame);
  return outcome;
}

/// Writes a format that sees all practices at once.
Outcome write_whole(Context& context, const Format& format, const WriteOptions& options,
                    const Sink& sink, const Read<Practice>& read) {
  std::vector<Practice> practices;
  Outcome outcome = read([](Practice&& practice) { return std::move(practice); },
                         [&](Practice&& practice) { practices.push_back(std::move(practice)); });
  std::string text;
  const auto written = format.whole(text, practices, *context.schema(), options);
  if (!written) outcome.exit = worse(outcome.exit, complain(context.session, written.error()));
  sink(text);
  return outcome;
}

template <class Item>
Read<Item> chosen_reader(Context& context, const Choosing& choosing) {
  return [&](const auto& map, const auto& take) {
    return read_chosen<Item>(context, choosing, map, take);
  };
}

template <class Item>
Read<Item> reader_of(Context& context, const std::vector<std::string>& paths) {
  return [&](const auto& map, const auto& take) {
    Outcome outcome;
    read_each<Item>(context, paths, {}, map, take, outcome);
    return outcome;
  };
}

}  // namespace

Outcome write_practices(Context& context, const Choosing& choosing, const Format& format,
                        const WriteOptions& options, const Sink& sink) {
  if (format.whole != nullptr) {
    return write_whole(context, format, options, sink, chosen_reader<Practice>(context, choosing));
  }
  return write_framed(*context.schema(), format, options, sink,
                      chosen_reader<std::string>(context, choosing));
}

Outcome write_records(Context& context, const std::vector<std::string>& paths, const Format& format,
                      const WriteOptions& options, const Sink& sink) {
  if (format.whole != nullptr) {
    return write_whole(context, format, options, sink, reader_of<Practice>(context, paths));
  }
  return write_framed(*context.schema(), format, options, sink,
                      reader_of<std::string>(context, paths));
}

}  // namespace icc
