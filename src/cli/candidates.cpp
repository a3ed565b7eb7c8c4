#include "cli/candidates.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "cli/command.h"
#include "cli/globals.h"
#include "icc/text.h"

namespace icc {
namespace {

using Candidates = std::vector<Candidate>;

/// A command line up to its unfinished word.
struct Line {
  const Command* command = nullptr;  // null while it is not named
  std::string folder;                // of -C
  std::string option;                // the one whose value is wanted; empty for none
  std::size_t operands = 0;          // in front of the word
};

/// The option with this name; null when there is none.
const Option* find(const std::vector<Option>& options, std::string_view name) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& option) {
    const auto names = split(option.spelling, ',');
    return std::find(names.begin(), names.end(), name) != names.end();
  });
  return found == options.end() ? nullptr : &*found;
}

/// The options of a command, the global ones too; those alone when it is null.
std::vector<Option> options_of(const Command* command, Session& session, const Store* store) {
  Options options;
  Globals globals;
  Context context{session, store};
  const Action action = command == nullptr ? Action() : command->bind(options, context);
  bind_globals(options, globals);
  return options.all();
}

/// A session that says nothing, for binding options.
Session quiet(const Session& session) {
  const auto drop = [](std::string_view) { return true; };
  return {.in = {},
          .out = {drop, false, false, 80},
          .err = {drop, false, false, 80},
          .folder = session.folder,
          .environment = session.environment};
}

std::optional<Store> open(const Session& session, const std::string& folder) {
  const std::string named = folder.empty() ? session.environment("ICC_DIR") : folder;
  const auto root = Store::find_root(absolute(session, named));
  auto store = root ? Store::open(*root) : Result<Store>(tl::unexpected(root.error()));
  return store ? std::optional(std::move(*store)) : std::nullopt;
}

/// Reads the words in front of the unfinished one, with the options that are known so far.
class LineReader {
 public:
  explicit LineReader(const std::vector<Option>& options) : options_(options) {}

  void read(const std::string& word, Line& line) {
    if (!line.option.empty()) {
      if (line.option == "-C") line.folder = word;
      line.option.clear();
    } else if (word.size() > 1 && word[0] == '-') {
      const Option* option = find(options_, word);
      if (option != nullptr && !option->value.empty()) line.option = word;
    } else if (line.command == nullptr) {
      line.command = find_command(word);
    } else {
      ++line.operands;
    }
  }

 private:
  const std::vector<Option>& options_;
};

/// What the candidates are taken from.
struct Sources {
  const Store* store;
  std::string_view word;  // the unfinished one, or the part of it that is wanted
};

bool begins(std::string_view text, std::string_view word) {
  return text.starts_with(word) || folded(text).starts_with(folded(word));
}

void add(Candidates& found, std::string_view word, std::string text, std::string_view meaning) {
  if (!begins(text, word)) return;
  const std::size_t end = std::min(meaning.find('\n'), meaning.size());
  found.push_back({std::move(text), std::string(meaning.substr(0, end))});
}

Candidates command_names(std::string_view word) {
  Candidates found;
  for (const Command* command : commands()) {
    add(found, word, std::string(command->name), command->summary);
  }
  return found;
}

Candidates option_names(const std::vector<Option>& options, std::string_view word) {
  Candidates found;
  for (const Option& option : options) {
    for (const std::string_view name : split(option.spelling, ',')) {
      if (name.starts_with(word)) add(found, word, std::string(name), option.description);
    }
  }
  return found;
}

Candidates rule_names(std::string_view word) {
  Candidates found;
  for (const Rule& rule : rules()) {
    add(found, word, std::string(rule.name), rule.sentence);
    if (!word.empty()) add(found, word, rule_code(rule.id), rule.sentence);
  }
  return found;
}

Candidates ids(const Sources& from) {
  Candidates found;
  const auto paths = from.store == nullptr ? std::vector<std::string>() : from.store->paths();
  for (const std::string& path : paths.value_or(std::vector<std::string>())) {
    add(found, from.word, std::string(id_of(path)), "");
  }
  return found;
}

/// Whether a word begins an alias of a value, or is one.
bool is_alias(const Choice& choice, std::string_view word, bool whole) {
  return std::any_of(choice.aliases.begin(), choice.aliases.end(), [&](const std::string& alias) {
    return whole ? folded(alias) == folded(word) : begins(alias, word);
  });
}

/// Values that begin with the word or have it for another name; else those of which another name
/// begins with it.
Candidates values_of(const Field* field, std::string_view word) {
  Candidates found;
  if (field == nullptr || !field->vocabulary) return found;
  const auto add_values = [&](bool whole) {
    for (const Choice& choice : field->vocabulary->choices()) {
      add(found, is_alias(choice, word, whole) ? "" : word, choice.value, choice.description);
    }
  };
  add_values(true);
  if (found.empty()) add_values(false);
  return found;
}

/// The candidates for the rest of a word behind `head`, which stays.
Candidates behind(std::string_view head, Candidates found) {
  for (Candidate& candidate : found) candidate.text.insert(0, head);
  return found;
}

/// Fields with `end` behind their names.
Candidates field_names(const Sources& from, std::string_view end) {
  Candidates found;
  if (from.store == nullptr) return found;
  const Schema& schema = from.store->schema();
  for (const std::string_view path : schema.field_paths()) {
    add(found, from.word, std::string(path).append(end), schema.field(path)->title);
  }
  return found;
}

/// Of fields with commas between them the last, behind the '-' of `--sort`.
Candidates field_list(const Sources& from) {
  std::size_t begin = from.word.rfind(',') + 1;  // npos + 1 is 0
  if (begin < from.word.size() && from.word[begin] == '-') ++begin;
  return behind(from.word.substr(0, begin), field_names({from.store, from.word.substr(begin)}, ""));
}

Candidates query_words(const Sources& from) {
  const std::size_t colon = from.word.find(':');
  if (colon == std::string_view::npos) return field_names(from, ":");
  if (from.store == nullptr) return {};
  const Field* field = from.store->schema().field(from.word.substr(0, colon));
  const std::size_t comma = from.word.rfind(',');
  const std::size_t begin = (comma == std::string_view::npos ? colon : comma) + 1;
  return behind(from.word.substr(0, begin), values_of(field, from.word.substr(begin)));
}

/// What `icc set` takes: ids, and `FIELD=VALUE`, `FIELD+=VALUE` or `FIELD-=VALUE`.
Candidates ids_and_changes(const Sources& from) {
  const std::size_t equals = from.word.find('=');
  if (equals == std::string_view::npos) {
    Candidates found = ids(from);
    const Candidates fields = field_names(from, "=");
    found.insert(found.end(), fields.begin(), fields.end());
    return found;
  }
  if (from.store == nullptr) return {};
  std::string_view name = from.word.substr(0, equals);
  if (name.ends_with('+') || name.ends_with('-')) name.remove_suffix(1);
  return behind(from.word.substr(0, equals + 1),
                values_of(from.store->schema().field(name), from.word.substr(equals + 1)));
}

/// The candidates for what the synopsis calls `noun`: `ID…`, `[FIELD]`, `install|uninstall`.
Candidates candidates_for(std::string_view noun, const Sources& from) {
  const auto names = [&](std::string_view what) { return noun.find(what) != noun.npos; };
  if (names("COMMAND")) return command_names(from.word);
  if (names("RULE")) return rule_names(from.word);
  if (names("QUERY")) return query_words(from);
  if (names("FIELD")) return field_list(from);
  if (names("ID")) return ids(from);
  Candidates found;
  if (!names("|")) return found;
  for (const std::string_view word : split(noun, '|')) add(found, from.word, std::string(word), "");
  return found;
}

/// The field whose values an option such as `--city` takes.
const Field* field_of(const Option& option, const Schema& schema) {
  const std::string_view name = split(option.spelling, ',').front().substr(2);
  const auto fields = schema.fields();
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.flag == name; });
  return found == fields.end() ? schema.field(name) : &*found;
}

Candidates option_values(const Option& option, const Sources& from) {
  Candidates found;
  for (const std::string& value : option.allowed) add(found, from.word, value, "");
  if (found.empty()) found = candidates_for(option.value, from);
  const bool may_be_field = found.empty() && from.store != nullptr;
  return may_be_field && option.spelling.starts_with("--")
             ? values_of(field_of(option, from.store->schema()), from.word)
             : found;
}

/// What the synopsis calls the operand behind `operands` others; the last may be repeated.
std::string_view operand_noun(const Command& command, std::size_t operands) {
  const auto nouns = split(command.operands, ' ');
  return nouns.empty() ? std::string_view() : nouns[std::min(operands, nouns.size() - 1)];
}

Candidates candidates_at(const Line& line, const std::vector<Option>& options,
                         const Sources& from) {
  if (!line.option.empty()) return option_values(*find(options, line.option), from);
  const std::size_t equals = from.word.find('=');
  if (from.word.starts_with("--") && equals != std::string_view::npos) {
    const Option* option = find(options, from.word.substr(0, equals));
    if (option == nullptr) return {};
    return behind(from.word.substr(0, equals + 1),
                  option_values(*option, {from.store, from.word.substr(equals + 1)}));
  }
  if (from.word.starts_with('-')) return option_names(options, from.word);
  if (line.command == nullptr) return command_names(from.word);
  if (line.command->operands.find("FIELD=") != std::string_view::npos) return ids_and_changes(from);
  return candidates_for(operand_noun(*line.command, line.operands), from);
}

}  // namespace

Candidates candidates(const Session& session, const std::vector<std::string>& words) {
  if (words.empty()) return command_names("");
  Session silent = quiet(session);
  std::vector<Option> options = options_of(nullptr, silent, nullptr);
  std::optional<Store> store;
  Line line;
  for (const std::string& word : std::span(words).first(words.size() - 1)) {
    const bool was_named = line.command != nullptr;
    LineReader(options).read(word, line);
    if (was_named || line.command == nullptr) continue;
    store = open(session, line.folder);
    options = options_of(line.command, silent, store ? &*store : nullptr);
  }
  return candidates_at(line, options, {store ? &*store : nullptr, words.back()});
}

}  // namespace icc
