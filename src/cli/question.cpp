#include "cli/question.h"

#include <fmt/format.h>

#include "cli/answer.h"
#include "cli/editor.h"
#include "cli/message.h"
#include "icc/text.h"

namespace icc {
namespace {

/// How many choices are not listed, and where they are.
std::string others_sentence(const Field& field, const std::string& group, std::size_t others) {
  const bool is_all = others == field.vocabulary->choices().size();
  return fmt::format("{}{} {} another {}; 'icc fields {}' lists all.",
                     is_all ? fmt::format("None of {} is known; ", visible(group)) : "",
                     is_all ? fmt::format("all {}", others) : counted(others, "other"),
                     others == 1 ? "has" : "have", field.vocabulary->within(), field.path);
}

void list_choices(Session& session, const Field& field, const std::string& group) {
  const std::size_t width = session.err.text_width();
  std::string names;
  std::size_t others = 0;
  for (const Choice& choice : field.vocabulary->choices()) {
    const std::string value = visible(choice.value);
    if (!group.empty() && !choice.within.empty() && choice.within != group) {
      ++others;
    } else if (choice.description.empty()) {
      names += (names.empty() ? "" : "; ") + value;
    } else {
      session.err.write(
          indented(fmt::format("{}: {}", value, visible(choice.description)), 2, width));
    }
  }
  session.err.write(indented(names, 0, width));
  if (others > 0) session.err.write(indented(others_sentence(field, group, others), 0, width));
}

}  // namespace

void introduce(Session& session, const Field& field, const std::string& now) {
  session.err.write(fmt::format("\n{}{}\n", coloured(session.err, bold, field.title),
                                field.required ? " (required)" : ""));
  session.err.write(indented(field.description, 0, session.err.text_width()));
  if (!field.examples.empty() && field.type != FieldType::prose) {
    session.err.write(fmt::format("Example: {}\n", visible(field.examples[0])));
  }
  if (!now.empty()) {
    session.err.write(fmt::format("Now: {}\n", visible_lines(now)));
  }
  if (!field.vocabulary || field.vocabulary->choices().size() > few_choices) return;
  int number = 0;
  for (const Choice& choice : field.vocabulary->choices()) {
    session.err.write(fmt::format("{:>4}  {}\n", ++number, visible(choice.value)));
  }
}

void explain(Session& session, const Field& field, const std::string& group) {
  const std::size_t width = session.err.text_width();
  for (const std::string& example : field.examples)
    session.err.write(fmt::format("Example: {}\n", visible_lines(example)));
  if (field.list)
    session.err.write(indented(
        fmt::format("Several values: in one answer with ';'{} between them, or one by one.",
                    field.vocabulary ? " or ','" : ""),
        0, width));
  if (field.type == FieldType::prose) {
    session.err.write(indented(
        fmt::format("'{}' opens your editor ({}).", editor_word, visible(editor_command(session))),
        0, width));
  }
  session.err.write(indented(
      "'<' goes back, '>' to the next required field or the end, '-' leaves the field out.", 0,
      width));
  if (field.vocabulary) list_choices(session, field, group);
}

LineReader plain_lines(Session& session) {
  return [&session](std::string_view prompt) {
    session.err.write(prompt);
    session.err.flush();
    return session.in.line();
  };
}

std::optional<std::string_view> chosen(Session& session, const LineReader& read,
                                       std::string_view prompt,
                                       std::initializer_list<std::string_view> words,
                                       std::string_view help) {
  while (const auto line = read(prompt)) {
    const std::string answer = folded(trimmed(*line));
    for (const std::string_view word : words) {
      if (answer == word || answer == word.substr(0, 1)) return word;
    }
    session.err.write(indented(help, 0, session.err.text_width()));
  }
  return std::nullopt;
}

}  // namespace icc
