#include "cli/interview.h"

#include <fmt/format.h>

#include <charconv>

#include "cli/message.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t few_choices = 25;  // more are not listed unless asked for

/// Asks one person for the fields of one practice.
class Interview {
 public:
  explicit Interview(Context& context)
      : session_(context.session),
        schema_(*context.schema()),
        draft_(schema_),
        store_(*context.store) {}

  /// Whether the person answered to the end and wants the record stored.
  bool run();
  [[nodiscard]] const Draft& draft() const { return draft_; }

 private:
  bool ask(const Field& field);
  bool confirm();
  std::optional<std::string> line(std::string_view prompt);
  std::optional<std::vector<std::string>> answers(const Field& field);
  std::optional<std::string> prose();
  Result<std::vector<std::string>> understood(const Field& field,
                                              const std::vector<std::string>& given);
  std::optional<Diagnostic> fault_in(const Field& field) const;
  void introduce(const Field& field);
  void explain(const Field& field);
  void say(std::string_view text) { session_.err.write(text); }

  Session& session_;
  const Schema& schema_;
  Draft draft_;
  const Store& store_;
};

std::optional<std::string> Interview::line(std::string_view prompt) {
  say(prompt);
  session_.err.flush();
  return session_.in.line();
}

void Interview::introduce(const Field& field) {
  say(fmt::format("\n{}{}\n", coloured(session_.err, bold, field.title),
                  field.required ? " (required)" : ""));
  for (const std::string& text : wrapped(field.description, session_.err.width())) say(text + "\n");
  if (!field.examples.empty() && field.type != FieldType::prose) {
    say(fmt::format("Example: {}\n", visible(field.examples[0])));
  }
  if (!field.vocabulary || field.vocabulary->choices().size() > few_choices) return;
  int number = 0;
  for (const Choice& choice : field.vocabulary->choices()) {
    say(fmt::format("{:>4}  {}\n", ++number, visible(choice.value)));
  }
}

void Interview::explain(const Field& field) {
  for (const std::string& example : field.examples)
    say(fmt::format("Example: {}\n", visible_lines(example)));
  if (field.list) say("Several values: one answer with ';' between them.\n");
  if (!field.vocabulary) return;
  std::string names;
  for (const Choice& choice : field.vocabulary->choices()) {
    const std::string value = visible(choice.value);
    if (choice.description.empty()) {
      names += (names.empty() ? "" : "; ") + value;
    } else {
      say(fmt::format("  {}: {}\n", value, visible(choice.description)));
    }
  }
  for (const std::string& text : wrapped(names, session_.err.width())) say(text + "\n");
}

std::optional<std::string> Interview::prose() {
  std::string text;
  say("End the text with a line that holds a single dot.\n");
  while (auto next = line("| ")) {
    if (*next == "?" && text.empty()) return "?";
    if (*next == "." || (next->empty() && text.empty())) return text;
    text += *next + "\n";
  }
  return std::nullopt;
}

std::optional<std::vector<std::string>> Interview::answers(const Field& field) {
  const auto text = field.type == FieldType::prose ? prose() : line("> ");
  if (!text) return std::nullopt;
  if (trimmed(*text).empty()) return std::vector<std::string>{};
  if (!field.list) return std::vector<std::string>{std::string(trimmed(*text))};
  const auto parts = split(*text, ';');
  return std::vector<std::string>(parts.begin(), parts.end());
}

/// Numbers and beginnings of a vocabulary's values as the values.
Result<std::vector<std::string>> Interview::understood(const Field& field,
                                                       const std::vector<std::string>& given) {
  std::vector<std::string> values;
  for (const std::string& answer : given) {
    if (!field.vocabulary) {
      values.push_back(answer);
      continue;
    }
    const auto choices = field.vocabulary->choices();
    std::size_t number = 0;
    const auto end = std::from_chars(answer.data(), answer.data() + answer.size(), number).ptr;
    const bool is_number = end == answer.data() + answer.size() && choices.size() <= few_choices;
    if (is_number && number >= 1 && number <= choices.size()) {
      values.push_back(choices[number - 1].value);
      continue;
    }
    auto choice = choice_meant(field, answer, true);
    if (!choice) return tl::unexpected(choice.error());
    values.push_back(std::move(*choice));
  }
  return values;
}

/// The first error in the field as it stands in the draft.
std::optional<Diagnostic> Interview::fault_in(const Field& field) const {
  const auto document = Document::read(draft_.canonical());
  if (!document) return document.error().front();
  const Node* node = document->find(document->root(), field.name);
  if (node == nullptr) return std::nullopt;
  for (const Diagnostic& fault : schema_.check(*document)) {
    const bool inside =
        fault.range.begin >= node->key_range.begin && fault.range.begin <= node->range.end;
    if (inside && fault.rule != RuleId::missing_key) return fault;
  }
  return std::nullopt;
}

/// Asks until the answer is good; false when the person stopped.
bool Interview::ask(const Field& field) {
  introduce(field);
  while (true) {
    const auto given = answers(field);
    if (!given) return false;
    if (given->size() == 1 && given->front() == "?") {
      explain(field);
      continue;
    }
    if (given->empty() && !field.required) return true;
    if (given->empty()) {
      say(fmt::format("{} is required; '?' explains it, Ctrl-C stops.\n", field.title));
      continue;
    }
    const auto values = understood(field, *given);
    const auto put = values ? draft_.put(field, *values) : tl::unexpected(values.error());
    if (!put) {
      complain(session_, put.error());
      continue;
    }
    if (const auto fault = fault_in(field)) {
      complain(session_, {Failure::usage, fault->message, fault->hint});
      continue;
    }
    return true;
  }
}

bool Interview::confirm() {
  say("\n" + visible_lines(draft_.canonical()) + "\n");
  while (auto answer = line("Store this practice? [y/n] ")) {
    const std::string word = folded(*answer);
    if (word == "y" || word == "yes") return true;
    if (word == "n" || word == "no") return false;
  }
  return false;
}

bool Interview::run() {
  say(fmt::format("A new practice for {}. '?' explains a field, an empty answer leaves it out.\n",
                  visible(store_.root())));
  for (const Field& field : schema_.fields()) {
    if (field.prompt && !ask(field)) return false;
  }
  return confirm();
}

}  // namespace

std::optional<Draft> interview(Context& context) {
  context.session.catch_interrupt();
  Interview interview(context);
  if (interview.run()) return interview.draft();
  context.session.err.write("\nnothing is stored\n");
  return std::nullopt;
}

}  // namespace icc
