#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "icc/result.h"

namespace icc {

/// What help, the manual and the parser know of one option.
struct Option {
  std::string spelling;  ///< with dashes, short before long: `-o,--output`
  std::string value;     ///< the name of its value: `FILE`; empty for a flag
  std::string description;
  std::string group;
  std::vector<std::string> allowed = {};  ///< the values to choose from; empty: any
};

/// `-o, --output FILE`.
[[nodiscard]] std::string spelling(const Option& option);

/// The options and operands of a command, each tied to a variable that must outlive the parsing.
/// The one place that uses CLI11, whose header takes a compiler ten seconds.
class Options {
 public:
  Options();
  ~Options();
  Options(Options&&) noexcept;
  Options& operator=(Options&&) noexcept;

  void add(Option option, bool& target);                      ///< A flag.
  void add(Option option, std::string& target);               ///< Given at most once.
  void add(Option option, std::size_t& target);               ///< A whole number above 0.
  void add(Option option, std::vector<std::string>& target);  ///< Given any number of times.

  /// An option that the schema asks for, given any number of times. Of its spellings it gets those
  /// that can be options and that neither the command nor the program has; it may get none.
  void add_field(Option option, std::vector<std::string>& target);

  /// An operand that may be left out unless `required`.
  void operand(const std::string& name, std::string& target, bool required = false);
  /// All operands that are left.
  void operands(const std::string& name, std::vector<std::string>& target, bool required = false);
  /// The same, where an empty word means something.
  void operands_as_typed(const std::string& name, std::vector<std::string>& target);

  /// What to say to one who gives an operand where none is taken.
  void no_operands(std::string hint);

  /// All options by group, in the order of their declaration; the group "Global" last.
  [[nodiscard]] std::vector<Option> all() const;

  /// Puts the words into the variables; tells which word is wrong and what was meant.
  [[nodiscard]] Result<void> parse(const std::vector<std::string>& words);
  /// The same up to the first operand; answers it and all that follows.
  [[nodiscard]] Result<std::vector<std::string>> parse_up_to_operand(
      const std::vector<std::string>& words);
  /// The same for those words that are known here; the others are left alone.
  [[nodiscard]] Result<void> parse_known(const std::vector<std::string>& words);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// The paragraphs of a text: what lies between blank lines, each as one line without blanks around.
[[nodiscard]] std::vector<std::string> paragraphs(std::string_view text);

}  // namespace icc
