#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>

#include "icc/text.h"

namespace icc {
namespace {

std::vector<std::string> long_names(const std::vector<Option>& options) {
  std::vector<std::string> names;
  for (const Option& option : options) {
    for (const std::string_view name : split(option.spelling, ',')) {
      if (name.starts_with("--")) names.emplace_back(name);
    }
  }
  return names;
}

/// The groups in the order of their first options, "Global" last.
std::vector<std::string> groups_of(const std::vector<Option>& options) {
  std::vector<std::string> groups;
  for (const Option& option : options) {
    const bool is_known = std::find(groups.begin(), groups.end(), option.group) != groups.end();
    if (!is_known) groups.push_back(option.group);
  }
  std::stable_partition(groups.begin(), groups.end(),
                        [](const std::string& group) { return group != "Global"; });
  return groups;
}

bool is_name_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
}

bool is_long(const std::string& word) {
  return word.starts_with("--");
}

/// Whether `--spelling` can be an option: CLI11 throws at other names.
bool is_long_option(std::string_view spelling) {
  return spelling.size() > 2 && spelling.starts_with("--") && spelling[2] != '-' &&
         std::all_of(spelling.begin(), spelling.end(), is_name_letter);
}

std::string suggestion(const std::vector<Option>& options, std::string_view word) {
  const std::vector<std::string> names = long_names(options);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const auto found = nearest(word, candidates);
  return did_you_mean(found, "-h lists the options");
}

Error unknown_option(const std::vector<Option>& options, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  return {Failure::usage, fmt::format("unknown option '{}'", name), suggestion(options, name)};
}

/// CLI11's complaint as one of ours: lower case, without a full stop.
/// A check of CLI11's: a variable of a script that is empty must not mean "all".
std::string is_not_empty(const std::string& value) {
  return value.empty() ? "an empty value means nothing" : "";
}

Error complaint(const CLI::ParseError& error) {
  std::string message = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    message = fmt::format("{} is missing", message.substr(0, message.find(" is required")));
  } else if (message.ends_with("disallowed flag override")) {
    message = fmt::format("--{} takes no value", message.substr(0, message.find(' ')));
  } else if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string name = message.substr(0, message.find(':'));
    message = message.find("missing") != message.npos
                  ? fmt::format("{} needs a value", name)
                  : fmt::format("{} may be given once only", name);
  }
  return {Failure::usage, message, "-h shows the usage"};
}

}  // namespace

std::string spelling(const Option& option) {
  const std::string names = fmt::format("{}", fmt::join(split(option.spelling, ','), ", "));
  return option.value.empty() ? names : names + " " + option.value;
}

/// The parser behind the options, and what help needs to know of them.
struct Options::Parser {
  /// An option that gives way to all others.
  struct Field {
    Option option;
    std::vector<std::string>* target;
  };

  CLI::App app;
  std::vector<Option> options;
  std::vector<Field> fields;
  std::string no_operands_hint = "-h shows the usage";

  CLI::Option* declared(Option option, CLI::Option* made) {
    made->group(option.group);
    if (!option.value.empty()) made->type_name(option.value);
    options.push_back(std::move(option));
    return made;
  }

  void add_list(Option option, std::vector<std::string>& target) {
    // CLI11 would let a repeatable option swallow the operands that follow it.
    CLI::Option* made = app.add_option(option.spelling, target)->allow_extra_args(false);
    declared(std::move(option), made);
  }

  /// Declares the fields under those of their names that nothing else has.
  void add_fields() {
    for (Field& field : fields) {
      std::vector<std::string_view> free;
      for (const std::string_view name : split(field.option.spelling, ',')) {
        const bool is_taken = app.get_option_no_throw(std::string(name)) != nullptr;
        if (is_long_option(name) && !is_taken) free.push_back(name);
      }
      field.option.spelling = fmt::format("{}", fmt::join(free, ","));
      if (!free.empty()) add_list(std::move(field.option), *field.target);
    }
    fields.clear();
  }

  /// What is wrong with `--name=`: CLI11 would take the word behind it for the value.
  std::optional<Error> empty_value(const std::vector<std::string>& words) const {
    for (const std::string& word : words) {
      if (word == "--") break;
      if (!word.starts_with("--") || word.find('=') + 1 != word.size()) continue;
      const std::string name = word.substr(0, word.size() - 1);
      const CLI::Option* option = app.get_option_no_throw(name);
      if (option == nullptr || option->get_items_expected_max() == 0) continue;
      return Error{Failure::usage, fmt::format("{} needs a value", name), "-h shows the usage"};
    }
    return std::nullopt;
  }

  /// The border to CLI11's exceptions. It takes its arguments from the back.
  Result<std::vector<std::string>> parse(const std::vector<std::string>& words) {
    // To declare them takes time, and all are long options.
    if (std::any_of(words.begin(), words.end(), is_long)) add_fields();
    if (auto error = empty_value(words)) return tl::unexpected(std::move(*error));
    try {
      app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
      return app.remaining();
    } catch (const CLI::ParseError& error) {
      return tl::unexpected(complaint(error));
    }
  }
};

Options::Options() : parser_(std::make_unique<Parser>()) {
  parser_->app.set_help_flag();
}
Options::~Options() = default;
Options::Options(Options&&) noexcept = default;
Options& Options::operator=(Options&&) noexcept = default;

void Options::add(Option option, bool& target) {
  CLI::Option* made = parser_->app.add_flag(option.spelling, target);
  parser_->declared(std::move(option), made)->disable_flag_override();
}

void Options::add(Option option, std::string& target) {
  CLI::Option* made = parser_->app.add_option(option.spelling, target)->check(is_not_empty);
  if (!option.allowed.empty()) {
    made->check([allowed = option.allowed, name = option.spelling](const std::string& value) {
      if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return std::string();
      return fmt::format("'{}' is none of {}", value, fmt::join(allowed, ", "));
    });
  }
  parser_->declared(std::move(option), made);
}

void Options::add(Option option, std::size_t& target) {
  CLI::Option* made = parser_->app.add_option(option.spelling, target);
  made->check([](const std::string& value) {
    const bool digits = !value.empty() && value.find_first_not_of("0123456789") == value.npos;
    const bool good = digits && value.size() < 10 && value.find_first_not_of('0') != value.npos;
    return good ? std::string() : fmt::format("'{}' is no whole number above 0", value);
  });
  parser_->declared(std::move(option), made);
}

void Options::add(Option option, std::vector<std::string>& target) {
  parser_->add_list(std::move(option), target);
}

void Options::add_field(Option option, std::vector<std::string>& target) {
  parser_->fields.push_back({std::move(option), &target});
}

void Options::operand(const std::string& name, std::string& target, bool required) {
  parser_->app.add_option(name, target)->required(required)->check(is_not_empty);
}

void Options::operands(const std::string& name, std::vector<std::string>& target, bool required) {
  parser_->app.add_option(name, target)->required(required)->check(is_not_empty);
}

void Options::operands_as_typed(const std::string& name, std::vector<std::string>& target) {
  parser_->app.add_option(name, target);
}

void Options::no_operands(std::string hint) {
  parser_->no_operands_hint = std::move(hint);
}

std::vector<Option> Options::all() const {
  parser_->add_fields();
  std::vector<Option> options;
  for (const std::string& group : groups_of(parser_->options)) {
    std::copy_if(parser_->options.begin(), parser_->options.end(), std::back_inserter(options),
                 [&](const Option& option) { return option.group == group; });
  }
  return options;
}

Result<void> Options::parse(const std::vector<std::string>& words) {
  parser_->app.allow_extras();
  auto rest = parser_->parse(words);
  if (!rest) return tl::unexpected(rest.error());
  // CLI11 takes what follows a `--` for operands, and leaves the mark itself over.
  const bool are_operands = !rest->empty() && rest->front() == "--";
  if (const auto mark = std::find(rest->begin(), rest->end(), "--"); mark != rest->end()) {
    rest->erase(mark);
  }
  if (rest->empty()) return {};
  const std::string& word = rest->front();
  if (!are_operands && word.size() > 1 && word[0] == '-') {
    parser_->add_fields();  // one of them may have been meant
    return tl::unexpected(unknown_option(parser_->options, word));
  }
  return failed(Failure::usage, fmt::format("unexpected argument '{}'", word),
                parser_->no_operands_hint);
}

Result<std::vector<std::string>> Options::parse_up_to_operand(
    const std::vector<std::string>& words) {
  parser_->app.prefix_command();
  auto rest = parser_->parse(words);
  if (rest && !rest->empty() && rest->front().starts_with('-')) {
    return tl::unexpected(unknown_option(parser_->options, rest->front()));
  }
  return rest;
}

Result<void> Options::parse_known(const std::vector<std::string>& words) {
  parser_->app.allow_extras();
  const auto rest = parser_->parse(words);
  if (!rest) return tl::unexpected(rest.error());
  return {};
}

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    std::string paragraph(trimmed(text.substr(0, end)));
    std::replace(paragraph.begin(), paragraph.end(), '\n', ' ');
    found.push_back(std::move(paragraph));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return found;
}

}  // namespace icc
