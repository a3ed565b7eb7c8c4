#pragma once

#include <string>
#include <string_view>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// What a practice is called: its title, or its id where it has none.
[[nodiscard]] std::string_view title_of(const Practice& practice, const Schema& schema);

/// The line below a title on a card: country, cities, period, joined by ` · `. Not escaped.
[[nodiscard]] std::string place_line(const Practice& practice, const Schema& schema);

/// Title, place and topics: what stands on a card. `href` is where the title leads, as an
/// attribute's value; empty: nowhere. The title is a heading of `level`.
[[nodiscard]] std::string card_html(const Practice& practice, const Schema& schema,
                                    std::string_view href, int level);

/// The field that tells the practice in short, without a heading of its own.
[[nodiscard]] std::string summary_html(const Practice& practice, const Schema& schema, int level);

/// Whether the article shows the only text of a field so that a browser has it again, letter by
/// letter, when it joins the paragraphs by blank lines.
[[nodiscard]] bool is_shown_as_written(const Practice& practice, const Field& field);

/// All other fields: prose under headings of `level`, lists, then the short ones as a table of
/// terms.
[[nodiscard]] std::string text_html(const Practice& practice, const Schema& schema, int level);

}  // namespace icc
