#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/message.h"
#include "cli/tidying.h"
#include "core/embedded.h"
#include "icc/files.h"
#include "icc/store.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Makes a new, empty database in a folder (the current one unless another is named): the schema with
its vocabularies, an empty folder practices/, and settings that let editors complete and check
records. The schema is yours to change. A folder that is a database already, or where one of these
files says something else, is left alone; what an interrupted 'icc init' has left is completed.)";

constexpr Example examples[] = {
    {"icc init", "In the current folder."},
    {"icc init our-practices", "In a new folder."},
};

constexpr std::string_view schema_path = "schema/practice.schema.yaml";

constexpr EmbeddedFile more_files[] = {
    {"practices/.gitignore",
     "# What an interrupted icc may leave behind; the next one removes it.\n"
     ".icc-tmp-*\n"},
    {".gitattributes",
     "# git keeps the bytes of records as they are, and merges records field by field where\n"
     "# 'icc hook install' has told it how.\n"
     "practices/**/*.yaml -text merge=icc\n"
     "schema/**/*.yaml -text\n"},
};

struct Arguments {
  std::string folder;
};

/// The schema, which makes a folder a database, comes last: then nothing is missing any more.
std::vector<EmbeddedFile> files_to_write() {
  std::vector<EmbeddedFile> files(std::begin(more_files), std::end(more_files));
  files.insert(files.end(), initial_files().begin(), initial_files().end());
  std::stable_partition(files.begin(), files.end(),
                        [](const EmbeddedFile& file) { return file.path != schema_path; });
  return files;
}

tl::unexpected<Error> in_use(const std::string& root, std::string_view file) {
  const auto path = std::filesystem::path(root) / file;
  return failed(Failure::refused,
                fmt::format("'{}' exists already", path.lexically_normal().string()),
                "choose another folder: icc init DIR");
}

/// The files that are not there yet. The schema, or a file that says something else, is a reason to
/// leave the folder alone.
Result<std::vector<EmbeddedFile>> missing_files(const std::string& root) {
  std::vector<EmbeddedFile> missing;
  for (const EmbeddedFile& file : files_to_write()) {
    std::error_code ignored;
    const auto path = std::filesystem::path(root) / file.path;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) {
      missing.push_back(file);
      continue;
    }
    const auto bytes = read_below(root, file.path, file.bytes.size());
    if (file.path == schema_path || !bytes || *bytes != file.bytes) return in_use(root, file.path);
  }
  return missing;
}

Result<void> write_files(Session& session, const std::string& root,
                         const std::vector<EmbeddedFile>& files) {
  std::error_code error;
  std::filesystem::create_directories(root, error);
  if (error) return tl::unexpected(file_error("make the folder", root, error.value()));
  for (const EmbeddedFile& file : files) {
    tidy(session, root, std::filesystem::path(file.path).parent_path().string());
    auto written = create_below(root, file.path, file.bytes);
    if (!written) {
      written.error().hint = "then 'icc init' again makes what is missing";
      return written;
    }
  }
  return {};
}

/// The folder itself, or the nearest one above it that there is.
std::string existing_part(std::filesystem::path folder) {
  std::error_code ignored;
  while (folder.has_relative_path() && !std::filesystem::exists(folder, ignored)) {
    folder = folder.parent_path();
  }
  return folder.string();
}

Exit init(Context& context, const Arguments& arguments) {
  const std::string root = absolute(context.session, arguments.folder);
  const auto above = Store::find_root(existing_part(root));
  if (above) {
    const auto outside = check_outside(context.session, *above, root);
    if (!outside) return complain(context.session, outside.error());
  }
  const auto files = missing_files(root);
  if (!files) return complain(context.session, files.error());
  const auto done = write_files(context.session, root, *files);
  if (!done) return complain(context.session, done.error());
  tell(context.session.out, "made a database in " + root);
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
