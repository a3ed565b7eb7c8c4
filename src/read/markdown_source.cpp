#include <fmt/format.h>

#include <memory>
#include <optional>
#include <utility>

#include "core/entries_block.h"
#include "icc/text.h"
#include "read/column.h"
#include "read/read.h"
#include "read/record_builder.h"
#include "read/source_text.h"

// The form that `icc template --markdown` prints, filled in: one practice, with a heading of the
// second level for each field and its value below. Comments that begin with `<!-- help:` are the
// form's own; all else is the person's.

namespace icc {
namespace {

constexpr std::string_view endings[] = {".md", ".markdown"};
constexpr std::string_view field_mark = "## ";

/// The text below one heading.
struct Section {
  std::string_view name;  // of the heading; empty above the first
  Range name_range;
  std::string text;
  Range range;  // of what is left when blank lines and help are taken off; empty without any
  std::optional<Range> open_help;  // the beginning of a comment of help that is not closed
};

/// A form in the reading: one record.
struct Form {
  std::string text;
  const Schema& schema;
  SourceOptions options;
  bool is_read = false;
};

/// Takes the comments of help out of a section's text, which begins at `begin` of the form.
void take_help_out(Section& section, std::size_t begin) {
  std::string kept;
  std::string_view rest = section.text;
  for (std::size_t at = 0; (at = rest.find(help_begin)) != std::string_view::npos;) {
    const std::size_t inside = at + help_begin.size();
    const std::size_t end = rest.find("-->", inside);
    kept += rest.substr(0, at);
    // One comment within the other: the first has lost its end.
    if (end == std::string_view::npos || rest.find(help_begin, inside) < end) {
      const std::size_t before = section.text.size() - rest.size();
      section.open_help = moved(range_of(0, help_begin.size()), begin + before + at);
      rest = {};
      break;
    }
    rest.remove_prefix(end + 3);
  }
  section.text = kept.append(rest);
}

/// The lines of code that `line` opens, taken off `rest`; the line alone when it opens none. A
/// fence that is never closed is none: it would swallow all fields behind it.
std::string_view with_code(std::string_view line, std::string_view& rest, bool& may_close) {
  const std::string_view fence = may_close ? fence_of(line) : std::string_view();
  if (fence.empty()) return line;
  for (std::string_view behind = rest; !behind.empty();) {
    const std::string_view next = take_line(behind);
    if (!closes_fence(next, fence)) continue;
    rest = behind;
    return {line.data(), static_cast<std::size_t>(next.data() - line.data()) + next.size()};
  }
  may_close = false;
  return line;
}

std::vector<Section> sections_of(std::string_view whole) {
  std::vector<Section> sections(1);
  std::vector<std::size_t> begins(1);
  std::string_view rest = whole;
  bool may_close = true;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.starts_with(field_mark)) {
      std::string_view name = trimmed(line.substr(field_mark.size()));
      if (name.ends_with(trimmed(required_mark))) {
        name = trimmed(name.substr(0, name.size() - trimmed(required_mark).size()));
      }
      sections.push_back({name, range_in(whole, name), {}, {}, {}});
      begins.push_back(whole.size() - rest.size());
      continue;
    }
    Section& section = sections.back();
    const std::string_view lines = with_code(line, rest, may_close);
    section.text.append(lines).append("\n");
    const std::string_view words = trimmed(lines);
    if (words.empty()) continue;
    if (section.range.end == 0) section.range = range_in(whole, words);
    section.range.end = range_in(whole, words).end;
  }
  for (std::size_t i = 0; i < sections.size(); ++i) take_help_out(sections[i], begins[i]);
  return sections;
}

/// `[Title](address)` as `Title <address>`.
std::string plain_link(std::string_view item) {
  const std::size_t middle = item.find("](");
  if (!item.starts_with('[') || !item.ends_with(')') || middle == item.npos) {
    return std::string(item);
  }
  return fmt::format("{} <{}>", item.substr(1, middle - 1),
                     item.substr(middle + 2, item.size() - middle - 3));
}

/// The items of a list, one on a line, with or without a bullet, as one cell.
std::string items_of(const Field& field, std::string_view text) {
  std::string items;
  while (!text.empty()) {
    std::string_view line = trimmed(take_line(text));
    for (const std::string_view bullet : {"- ", "* ", "+ "}) {
      if (line.starts_with(bullet)) line = trimmed(line.substr(bullet.size()));
    }
    if (line.empty()) continue;
    if (!items.empty()) items += field.type == FieldType::object ? "; " : "\n";
    items += field.type == FieldType::object ? plain_link(line) : std::string(line);
  }
  return items;
}

/// The fault of a comment that would swallow what a person wrote behind it.
void check_help(RecordBuilder& builder, const Section& section) {
  if (!section.open_help) return;
  builder.record().faults.push_back(diagnostic(RuleId::not_closed, *section.open_help,
                                               "the comment with help is not closed",
                                               "end it with '-->', or take it out"));
}

void add_section(RecordBuilder& builder, const Section& section, const Form& form,
                 std::string_view group) {
  const auto column = column_named(section.name, form.schema, form.options);
  if (!column || column->use == Column::Use::other_fields) {
    builder.record().faults.push_back(
        unknown_column(section.name, section.name_range, form.schema));
  } else if (column->use == Column::Use::field) {
    const Field& field = *column->field;
    const std::string text = field.list ? items_of(field, section.text) : section.text;
    const bool is_empty = trimmed(text).empty();
    builder.add_meant(field, text, group, is_empty ? section.name_range : section.range);
  }
}

/// The value of the field that groups the vocabulary of a section's field.
std::string group_for(const Section& section, const std::vector<Section>& sections,
                      const Form& form) {
  const auto column = column_named(section.name, form.schema, form.options);
  const Field* group =
      column && column->field != nullptr ? grouping_field(*column->field, form.schema) : nullptr;
  if (group == nullptr) return {};
  for (const Section& other : sections) {
    const auto found = column_named(other.name, form.schema, form.options);
    if (found && found->field == group) return group_meant(*group, other.text);
  }
  return {};
}

/// What stands above the first field, beside a title of the first level.
void check_beginning(RecordBuilder& builder, const Section& beginning) {
  std::string_view rest = beginning.text;
  while (!rest.empty()) {
    const std::string_view line = trimmed(take_line(rest));
    if (line.empty() || line.starts_with("# ")) continue;
    builder.record().faults.push_back(diagnostic(RuleId::not_a_record, beginning.range,
                                                 "this text belongs to no field",
                                                 "put it below a heading such as '## Summary'"));
    return;
  }
}

Result<std::optional<SourceRecord>> next_record(Form& form) {
  if (std::exchange(form.is_read, true)) return std::nullopt;
  RecordBuilder builder(Range{0, 1});
  const std::vector<Section> sections = sections_of(form.text);
  for (const Section& section : sections) check_help(builder, section);
  check_beginning(builder, sections.front());
  for (std::size_t i = 1; i < sections.size(); ++i) {
    add_section(builder, sections[i], form, group_for(sections[i], sections, form));
  }
  SourceRecord record = builder.take();
  record.text = form.text;
  record.written = form.text;
  return record;
}

Result<SourceReader> open_markdown(Pieces pieces, const Schema& schema,
                                   const SourceOptions& options, std::string_view source) {
  if (auto checked = check_options(schema, options); !checked) {
    return tl::unexpected(checked.error());
  }
  auto form = std::make_shared<Form>(Form{{}, schema, options});
  if (auto read = SourceText(std::move(pieces)).read_all(form->text, ReadLimits{}.bytes); !read) {
    return tl::unexpected(read.error());
  }
  SourceReader reader;
  if (const auto invalid = first_invalid_utf8(form->text)) {
    reader.faults.push_back(diagnostic(RuleId::not_utf8, range_of(*invalid, *invalid + 1),
                                       "the text is not in UTF-8",
                                       "save it again as UTF-8; then accents are kept, too"));
    reader.faults.back().path = source;
    locate(reader.faults.back(), form->text);
  }
  reader.next = [form] { return next_record(*form); };
  reader.reject = [](const SourceRecord& record, std::string_view reason) {
    return fmt::format("{} import_reason: {} -->\n{}", help_begin, reason, record.written);
  };
  return reader;
}

}  // namespace

const SourceFormat markdown_source = {.name = "markdown",
                                      .summary = "The form of icc template --markdown, filled in",
                                      .endings = endings,
                                      .open = open_markdown};

}  // namespace icc
