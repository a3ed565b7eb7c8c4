#include "cli/question.h"

#include <fmt/format.h>

#include "cli/answer.h"
#include "cli/editor.h"
#include "cli/message.h"
#include "icc/text.h"

namespace icc {

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

void explain(Session& session, const Field& field) {
  const std::size_t width = session.err.text_width();
  for (const std::string& example : field.examples)
    session.err.write(fmt::format("Example: {}\n", visible_lines(example)));
  if (field.list)
    session.err.write(
        indented("Several values: in one answer with ';' between them, or one by one.", 0, width));
  if (field.type == FieldType::prose) {
    session.err.write(indented(
        fmt::format("'{}' opens your editor ({}).", editor_word, visible(editor_command(session))),
        0, width));
  }
  session.err.write(indented(
      "'<' goes back, '>' to the next required field or the end, '-' leaves the field out.", 0,
      width));
  if (!field.vocabulary) return;
  std::string names;
  for (const Choice& choice : field.vocabulary->choices()) {
    const std::string value = visible(choice.value);
    if (choice.description.empty()) {
      names += (names.empty() ? "" : "; ") + value;
    } else {
      session.err.write(
          indented(fmt::format("{}: {}", value, visible(choice.description)), 2, width));
    }
  }
  session.err.write(indented(names, 0, width));
}

}  // namespace icc
