#include "cli/layout.h"

#include <fmt/format.h>

#include "cli/format_output.h"
#include "cli/table.h"
#include "icc/text.h"
#include "icc/writer.h"
#include "write/card_line.h"

namespace icc {
namespace {

/// A column of a table: a field, or the id.
struct Column {
  std::string title;
  const Field* field;  // null: the id

  [[nodiscard]] std::string cell(const Practice& practice) const {
    return field == nullptr ? std::string(practice.id()) : joined_values(practice, *field);
  }
};

std::vector<Column> default_columns(const Schema& schema) {
  std::vector<Column> columns;
  for (const Field& field : schema.fields()) {
    if (field.column) columns.push_back({field.title, &field});
  }
  if (columns.empty()) columns.push_back({"Id", nullptr});
  return columns;
}

Result<std::vector<Column>> chosen_columns(std::string_view names, const Schema& schema) {
  if (names.empty()) return default_columns(schema);
  const auto fields = columns_named(names, schema);
  if (!fields) return tl::unexpected(fields.error());
  std::vector<Column> columns;
  for (const Field* field : *fields) {
    columns.push_back({field == nullptr ? "Id" : field->title, field});
  }
  return columns;
}

Row cells(const std::vector<Column>& columns, const Practice& practice) {
  Row row;
  row.reserve(columns.size());
  for (const Column& column : columns) row.push_back(column.cell(practice));
  return row;
}

Outcome show_table(Context& context, const Choosing& choosing, const std::vector<Column>& columns) {
  std::vector<Row> rows;
  const Outcome outcome = read_chosen<Row>(
      context, choosing, [&](const Practice& practice) { return cells(columns, practice); },
      [&](Row&& row) { rows.push_back(std::move(row)); });
  Row header;
  for (const Column& column : columns) header.push_back(column.title);
  Output& out = context.session.out;
  if (!rows.empty()) out.write(aligned_table(out, header, rows));
  return outcome;
}

Outcome show_lines(Context& context, const Choosing& choosing, const std::vector<Column>& columns) {
  return read_chosen<std::string>(
      context, choosing,
      [&](const Practice& practice) { return tab_separated(cells(columns, practice)); },
      [&](std::string&& line) { context.session.out.write(line); });
}

/// What each part of a query that found nothing would find alone.
void explain_parts(Context& context, std::vector<Query::Clause>& clauses) {
  for (Query::Clause& clause : clauses) {
    const Outcome alone = read_chosen<int>(
        context, {clause.query, {}, 0}, [](const Practice&) { return 0; }, [](int&&) {});
    context.session.err.write(
        fmt::format("  {} alone: {}\n", visible(clause.text), counted(alone.matches, "practice")));
    if (alone.matches != 0) clause.advice.clear();
  }
}

void explain_nothing(Context& context, const Query& query) {
  auto clauses = query.clauses();
  if (clauses.size() > 1) explain_parts(context, clauses);
  for (const Query::Clause& clause : clauses) {
    if (!clause.advice.empty()) remark(context.session, clause.advice);
  }
}

void tell_number(Context& context, const Choosing& choosing, const Outcome& outcome) {
  const bool all = choosing.query.empty() && choosing.limit == 0;
  context.session.out.flush();
  context.session.err.write(
      all ? counted(outcome.matches, "practice") + "\n"
          : fmt::format("{} of {}\n", outcome.matches, counted(outcome.records, "practice")));
  if (outcome.matches == 0) explain_nothing(context, choosing.query);
}

bool is_format_of_lists(const Format* format) {
  return format != nullptr && format->is_text && format->has_practices();
}

Result<void> check_format(const Layout& layout, const std::string& format) {
  const bool tabular = format == "table" || format == "tsv" || format == "csv";
  if (!tabular && !layout.columns.empty()) {
    return failed(Failure::usage, fmt::format("--columns has no meaning for {}", format),
                  "it keeps every field; choose columns with --format csv or tsv");
  }
  const Format* const chosen = find_format(format);
  if (format != "table" && format != "tsv" && !is_format_of_lists(chosen)) {
    std::vector<std::string_view> names{"table", "tsv"};
    for (const Format& known : formats()) {
      if (is_format_of_lists(&known)) names.push_back(known.name);
    }
    return failed(Failure::usage, fmt::format("unknown format '{}'", format),
                  fmt::format("the formats are {}", fmt::join(names, ", ")));
  }
  return {};
}

/// The columns of CSV, in which the id always comes first.
std::vector<const Field*> fields_of(const std::vector<Column>& columns) {
  std::vector<const Field*> fields;
  for (const Column& column : columns) {
    if (column.field != nullptr) fields.push_back(column.field);
  }
  return fields;
}

}  // namespace

Result<std::vector<const Field*>> columns_named(std::string_view names, const Schema& schema) {
  const auto listed = listed_names(names);
  if (!listed) return tl::unexpected(listed.error());
  std::vector<const Field*> columns;
  for (const std::string_view name : *listed) {
    const Field* field = schema.field(name);
    if (field == nullptr && folded(name) != "id") {
      return failed(Failure::usage, fmt::format("no such column '{}'", name),
                    suggested_field(name, schema, {"id"}));
    }
    columns.push_back(field);
  }
  return columns;
}

void bind_layout(Options& options, Layout& layout) {
  options.add({"--columns", "FIELD,…", "Show these fields as columns; 'id' is one, too", "Output"},
              layout.columns);
  options.add({"--format", "NAME",
               "table (on a terminal), tsv (in a pipe), or a format of icc export", "Output"},
              layout.format);
  options.add({"--json", "", "The same as --format json", "Output"}, layout.json);
}

Exit show_practices(Context& context, const Choosing& choosing, const Layout& layout,
                    Outcome& outcome) {
  const bool terminal = context.session.out.is_terminal();
  if (layout.json && !layout.format.empty() && layout.format != "json") {
    return complain(
        context.session,
        {Failure::usage, fmt::format("--json and --format {} exclude each other", layout.format),
         "leave one of them out"});
  }
  std::string format = layout.json ? "json" : layout.format;
  if (format.empty()) format = terminal ? "table" : "tsv";
  if (auto checked = check_format(layout, format); !checked) {
    return complain(context.session, checked.error());
  }
  const auto columns = chosen_columns(layout.columns, *context.schema());
  if (!columns) return complain(context.session, columns.error());
  if (format == "table") {
    outcome = show_table(context, choosing, *columns);
  } else if (format == "tsv") {
    outcome = show_lines(context, choosing, *columns);
  } else {
    WriteOptions options;
    if (!layout.columns.empty()) options.columns = fields_of(*columns);
    outcome =
        write_practices(context, choosing, *find_format(format), options,
                        [&](std::string_view text) { write_exact(context.session.out, text); });
  }
  if (terminal) tell_number(context, choosing, outcome);
  return outcome.exit;
}

}  // namespace icc
