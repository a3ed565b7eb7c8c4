#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>

#include "cli/commands/commands.h"
#include "cli/message.h"
#include "core/embedded.h"
#include "icc/files.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Makes a new, empty database in a folder (the current one unless another is named): the schema with
its vocabularies, an empty folder practices/, and settings that let editors complete and check
records. The schema is yours to change. A folder where any of these files exists already is left
alone.)";

constexpr Example examples[] = {
    {"icc init", "In the current folder."},
    {"icc init our-practices", "In a new folder."},
};

constexpr EmbeddedFile more_files[] = {
    {"practices/.gitkeep", ""},
    {".gitattributes",
     "# git keeps the bytes of records as they are, and merges records field by field where\n"
     "# 'icc hook install' has told it how.\n"
     "practices/**/*.yaml -text merge=icc\n"
     "schema/**/*.yaml -text\n"},
};

struct Arguments {
  std::string folder;
};

std::vector<EmbeddedFile> files_to_write() {
  std::vector<EmbeddedFile> files(initial_files().begin(), initial_files().end());
  files.insert(files.end(), std::begin(more_files), std::end(more_files));
  return files;
}

Result<void> check_unused(const std::string& root) {
  std::error_code ignored;
  for (const EmbeddedFile& file : files_to_write()) {
    const auto path = std::filesystem::path(root) / file.path;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) continue;
    return failed(Failure::refused,
                  fmt::format("'{}' exists already", path.lexically_normal().string()),
                  "choose another folder: icc init DIR");
  }
  return {};
}

Result<void> write_files(const std::string& root) {
  std::error_code error;
  std::filesystem::create_directories(root, error);
  if (error) {
    return failed(Failure::environment,
                  fmt::format("can't make the folder '{}': {}", root, error.message()));
  }
  for (const EmbeddedFile& file : files_to_write()) {
    if (auto written = create_below(root, file.path, file.bytes); !written) return written;
  }
  return {};
}

Exit init(Context& context, const Arguments& arguments) {
  const std::string root = absolute(context.session, arguments.folder);
  auto done = check_unused(root);
  if (done) done = write_files(root);
  if (!done) return complain(context.session, done.error());
  context.session.out.write(fmt::format("made a database in {}\n", root));
  context.session.err.write("next: icc add\n");
  return Exit::done;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("DIR", arguments->folder);
  return [&context, arguments] { return init(context, *arguments); };
}

}  // namespace

const Command init_command{.name = "init",
                           .operands = "[DIR]",
                           .summary = "Make a new database",
                           .description = description,
                           .examples = examples,
                           .needs = Needs::nothing,
                           .pages = false,
                           .bind = bind};

}  // namespace icc
