#include "cli/format_output.h"

namespace icc {
namespace {

using Sink = std::function<void(std::string_view)>;
using Map = std::function<std::string(const Practice&)>;
using Take = std::function<void(std::string&&)>;

/// Writes head, records with separators between them, and tail; `read` reads the records.
Outcome write_framed(Context& context, const Format& format, const WriteOptions& options,
                     const Sink& sink,
                     const std::function<Outcome(const Map&, const Take&)>& read) {
  const Schema& schema = *context.schema();
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

}  // namespace

Outcome write_practices(Context& context, const Choosing& choosing, const Format& format,
                        const WriteOptions& options, const Sink& sink) {
  return write_framed(context, format, options, sink, [&](const Map& map, const Take& take) {
    return read_chosen<std::string>(context, choosing, map, take);
  });
}

Outcome write_records(Context& context, const std::vector<std::string>& paths, const Format& format,
                      const WriteOptions& options, const Sink& sink) {
  return write_framed(context, format, options, sink, [&](const Map& map, const Take& take) {
    Outcome outcome;
    read_each<std::string>(context, paths, {}, map, take, outcome);
    return outcome;
  });
}

}  // namespace icc
