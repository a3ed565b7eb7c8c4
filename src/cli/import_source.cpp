#include "cli/import_source.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "icc/files_spool.h"
#include "icc/text.h"

namespace icc {
namespace {

/// `COLUMN=FIELD`, split at the last `=`.
Result<SourceOptions> source_options(const SourceArguments& arguments) {
  SourceOptions options;
  options.ignored = arguments.ignored;
  for (const std::string& map : arguments.maps) {
    const std::size_t equals = map.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == map.size()) {
      return failed(Failure::usage, fmt::format("'{}' maps nothing", map),
                    "write --map 'COLUMN=FIELD'");
    }
    const std::string column = map.substr(0, equals);
    const auto is_it = [&](const std::string& other) { return folded(other) == folded(column); };
    if (std::ranges::any_of(options.ignored, is_it) ||
        std::ranges::any_of(options.mapped, is_it, &std::pair<std::string, std::string>::first)) {
      return failed(Failure::usage, fmt::format("two options speak of the column '{}'", column),
                    "one --map or one --ignore says what it is");
    }
    options.mapped.emplace_back(column, map.substr(equals + 1));
  }
  return options;
}

/// The format that was asked for; null when none was.
Result<const SourceFormat*> format_asked_for(const SourceArguments& arguments) {
  const SourceFormat* chosen = nullptr;
  for (const SourceArguments::Flag& flag : arguments.formats) {
    if (!flag.chosen) continue;
    if (chosen != nullptr) {
      return failed(Failure::usage, fmt::format("--{} and --{} exclude each other", chosen->name,
                                                flag.format->name));
    }
    chosen = flag.format;
  }
  return chosen;
}

Result<const SourceFormat*> format_of(const SourceArguments& arguments, FilePieces& pieces) {
  auto asked = format_asked_for(arguments);
  if (!asked) return asked;
  const auto beginning = pieces.next();
  if (!beginning) return tl::unexpected(beginning.error());
  if (beginning->starts_with("PK\x03\x04") || beginning->starts_with("\xD0\xCF\x11\xE0")) {
    return failed(Failure::usage,
                  fmt::format("'{}' is a workbook or an archive, not a text", arguments.name),
                  "save it as CSV (UTF-8) in the program that made it");
  }
  if (*asked != nullptr) return asked;
  if (const SourceFormat* named = format_of_name(arguments.name)) return named;
  return &format_of_text(*beginning);
}

/// Standard input is kept where it takes no memory: it is read twice.
Result<FilePieces> open_pieces(Session& session, const std::string& name, std::size_t& size) {
  if (name == "-") {
    const std::string folder = session.environment("TMPDIR");
    return spooled(folder.empty() ? "/tmp" : folder, [&] {
      auto piece = session.in.piece();
      if (piece) size += piece->size();
      return piece;
    });
  }
  const std::string path = absolute(session, name);
  std::error_code unknown;
  const auto bytes = std::filesystem::file_size(path, unknown);
  if (!unknown) size = bytes;
  return FilePieces::open(path);
}

}  // namespace

void bind_source(Options& options, SourceArguments& arguments) {
  options.operand("FILE", arguments.name, true);
  for (const SourceFormat* format : source_formats()) {
    arguments.formats.push_back({format, false});
    options.add({fmt::format("--{}", format->name), "", std::string(format->summary), "Format"},
                arguments.formats.back().chosen);
  }
  options.add({"--map", "COLUMN=FIELD", "The field that a column or key stands for", "Input"},
              arguments.maps);
  options.add({"--ignore", "COLUMN", "Leave out a column or key", "Input"}, arguments.ignored);
}

Result<Source> open_source(Session& session, const SourceArguments& arguments) {
  auto options = source_options(arguments);
  if (!options) return tl::unexpected(options.error());
  std::size_t size = 0;
  auto pieces = open_pieces(session, arguments.name, size);
  if (!pieces) return tl::unexpected(pieces.error());
  const auto format = format_of(arguments, *pieces);
  if (!format) return tl::unexpected(format.error());
  return Source{std::move(*pieces), *format, std::move(*options), arguments.name, size};
}

Result<SourceReader> read_source(Source& source, const Schema& schema) {
  if (auto rewound = source.pieces.rewind(); !rewound) return tl::unexpected(rewound.error());
  source.handed = 0;
  const auto next = [&source] {
    auto piece = source.pieces.next();
    if (piece) source.handed += piece->size();
    return piece;
  };
  return source.format->open(next, schema, source.options, source.name);
}

std::string rejects_name(const Source& source) {
  if (source.name == "-") return fmt::format("import.rejects{}", source.format->endings.front());
  const std::string name = source.name.substr(source.name.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) {
    return fmt::format("{}.rejects{}", name, source.format->endings.front());
  }
  return fmt::format("{}.rejects{}", name.substr(0, dot), name.substr(dot));
}

}  // namespace icc
