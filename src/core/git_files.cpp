#include <algorithm>
#include <charconv>

#include "icc/git.h"
#include "icc/text.h"

// What git's plumbing prints of files:
//
//   ls-files -s -z    MODE ID STAGE<tab>PATH<nul> …      stage 0, or 1 to 3 when unmerged
//   ls-tree -r -z     MODE TYPE ID<tab>PATH<nul> …
//   cat-file --batch  ID TYPE SIZE<newline>BYTES<newline> …   for each id on its input

namespace icc {
namespace {

/// The ids of no bytes at all, in SHA-1 and SHA-256: what stands in the index for a file of which
/// only the name was added (`git add -N`), and for one that is empty.
constexpr std::string_view empty_ids[] = {
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
};

/// A row of either list: its three words, and its path.
struct Row {
  std::vector<std::string_view> words;
  std::string_view path;
};

/// The texts of a list, each of which ends with a NUL.
std::vector<std::string_view> texts_of(std::string_view list) {
  std::vector<std::string_view> texts;
  for (std::size_t end = 0; (end = list.find('\0')) != std::string_view::npos;) {
    texts.push_back(list.substr(0, end));
    list.remove_prefix(end + 1);
  }
  return texts;
}

std::vector<Row> rows_of(std::string_view list) {
  std::vector<Row> rows;
  for (const std::string_view text : texts_of(list)) {
    const std::size_t tab = text.find('\t');
    if (tab == std::string_view::npos) continue;
    rows.push_back({split(text.substr(0, tab), ' '), text.substr(tab + 1)});
  }
  return rows;
}

GitKind kind_of(std::string_view mode) {
  if (mode.starts_with("100")) return GitKind::regular;
  return mode == "120000" ? GitKind::link : GitKind::repository;
}

/// Takes what `cat-file --batch` prints, in whatever pieces it comes.
class Batch {
 public:
  Batch(std::size_t limit, const Git::Take& take) : limit_(limit), take_(take) {}

  void add(std::string_view piece) {
    while (!piece.empty()) piece = in_bytes_ ? bytes(piece) : head(piece);
  }

  /// How many files were handed over.
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::string_view head(std::string_view piece) {
    const std::size_t end = piece.find('\n');
    head_ += piece.substr(0, end);
    if (end == std::string_view::npos) return {};
    const auto words = split(head_, ' ');
    // Any other line says that there is no such file: it is not counted.
    if (words.size() == 3 && words[1] == "blob") {
      const std::string_view size = words[2];
      std::from_chars(size.data(), size.data() + size.size(), left_);
      in_bytes_ = true;
      bytes_.clear();
    }
    head_.clear();
    return piece.substr(end + 1);
  }

  std::string_view bytes(std::string_view piece) {
    const std::size_t part = std::min(left_, piece.size());
    const std::size_t room = limit_ + 1 - bytes_.size();
    bytes_ += piece.substr(0, std::min(part, room));
    left_ -= part;
    piece.remove_prefix(part);
    if (left_ != 0 || piece.empty()) return {};
    in_bytes_ = false;
    ++count_;
    take_(bytes_);
    return piece.substr(1);  // the line end behind the bytes
  }

  std::size_t limit_;
  const Git::Take& take_;
  std::string head_;
  std::string bytes_;
  std::size_t left_ = 0;
  std::size_t count_ = 0;
  bool in_bytes_ = false;
};

}  // namespace

Result<void> Git::leave_out_intentions(std::vector<GitFile>& files) const {
  const auto is_empty = [](const GitFile& file) {
    return std::find(std::begin(empty_ids), std::end(empty_ids), file.id) != std::end(empty_ids);
  };
  if (std::none_of(files.begin(), files.end(), is_empty)) return {};
  const auto added = output({"diff-files", "-z", "--name-only", "--relative", "--diff-filter=A"});
  if (!added) return tl::unexpected(added.error());
  const auto names = texts_of(*added);
  std::erase_if(files, [&](const GitFile& file) {
    return std::find(names.begin(), names.end(), file.path) != names.end();
  });
  return {};
}

Result<std::vector<GitFile>> Git::staged() const {
  const auto list = output({"ls-files", "-s", "-z"});
  if (!list) return tl::unexpected(list.error());
  std::vector<GitFile> files;
  for (const Row& row : rows_of(*list)) {
    if (!files.empty() && files.back().path == row.path) continue;
    files.push_back({std::string(row.path), std::string(row.words[1]), kind_of(row.words[0]),
                     row.words[2] != "0"});
  }
  if (auto left_out = leave_out_intentions(files); !left_out) {
    return tl::unexpected(left_out.error());
  }
  return files;
}

Result<std::vector<GitFile>> Git::files_of(std::string_view revision) const {
  const std::string name(revision);
  const auto found =
      run({"rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{tree}"});
  if (!found) return tl::unexpected(found.error());
  if (found->exit != 0) {
    return failed(Failure::usage, "git knows no revision '" + visible(name) + "'",
                  "name a commit, a branch or a tag, as 'git log' does");
  }
  const auto list = output({"ls-tree", "-r", "-z", std::string(trimmed(found->out))});
  if (!list) return tl::unexpected(list.error());
  std::vector<GitFile> files;
  for (const Row& row : rows_of(*list)) {
    files.push_back({std::string(row.path), std::string(row.words[2]), kind_of(row.words[0])});
  }
  return files;
}

Result<void> Git::read(std::span<const std::string> ids, std::size_t limit,
                       const Take& take) const {
  std::string input;
  for (const std::string& id : ids) (input += id) += '\n';
  Batch batch(limit, take);
  const auto answer =
      run({"cat-file", "--batch"}, input, [&](std::string_view piece) { batch.add(piece); });
  if (!answer) return tl::unexpected(answer.error());
  if (answer->exit == 0 && batch.count() == ids.size()) return {};
  return failed(Failure::environment, "git can't read a file of this version",
                "'git fsck' tells what is missing in the repository");
}

}  // namespace icc
