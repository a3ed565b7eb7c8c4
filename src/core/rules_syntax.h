#pragma once

#include "icc/diagnostic.h"

// The rules of reading: what a file must be before anyone asks what it says.

namespace icc {

inline constexpr Rule syntax_rules[] = {
    {RuleId::unreadable_file, "unreadable-file", Severity::error,
     "every record is a regular file that can be read, reached without links",
     "A record that can't be read would be missing from every list without a word, so it is "
     "reported instead. Links are not followed: one from a stranger could show any file of the "
     "machine as a practice. Put a copy of the file in the place of the link, or mend its "
     "permissions. A file that ends in .yml or .YAML is not read either, nor is another repository "
     "in what git keeps: that is a warning.",
     "# practices/germany/migrant-stories.yaml is a link to ../../drafts/migrant-stories.yaml\n",
     "# practices/germany/migrant-stories.yaml is the file itself\n"},
    {RuleId::too_large, "too-large", Severity::error, "a record has at most 256 KiB",
     "A practice of some pages takes 10 KiB. A file that is many times larger holds something "
     "else, "
     "a picture or a whole report, and costs everyone time on each run. Keep such things elsewhere "
     "and refer to them in 'references'.",
     "# practices/germany/migrant-stories.yaml has 300 KiB: a report pasted into 'impact'\n",
     "impact: Evaluated in 2021; see the references.\nreferences:\n  - title: Evaluation\n"
     "    url: https://www.example.org/evaluation.pdf\n"},
    {RuleId::not_utf8, "not-utf8", Severity::error, "a record is written in UTF-8",
     "In another encoding the accents of names turn into wrong characters, and nobody can tell "
     "later which ones were meant. Most editors have 'Save with encoding: UTF-8'; on a command "
     "line, iconv -f LATIN1 -t UTF-8 does it.",
     "title: Equal access to culture in Neuch\xe2tel\n",
     "title: Equal access to culture in Neuchâtel\n"},
    {RuleId::control_character, "control-character", Severity::error,
     "a record has no control characters but line ends and tabs",
     "Control characters come along unseen when text is pasted from other programs. They can "
     "change what a terminal shows. YAML would allow them as escapes within double quotes; a "
     "record holds them in no form. Delete the character; the message says where it stands.",
     "title: Migrant\x0bstories\n", "title: Migrant stories\n"},
    {RuleId::misplaced_byte_order_mark, "misplaced-byte-order-mark", Severity::error,
     "a byte order mark stands only at the start of a file",
     "Some editors begin a file with the invisible character U+FEFF, which does no harm there. "
     "In the middle, usually where two files were joined, it makes two texts differ that look "
     "the same. Delete it.",
     "title: \xEF\xBB\xBFMigrant stories\n", "title: Migrant stories\n"},
    {RuleId::directive, "directive", Severity::error, "a record has no YAML directives",
     "A line that begins with % gives orders to the YAML reader, another version of the language "
     "for instance, and each reader obeys in its own way. Records need none: delete the line, or "
     "put the text in quotes when it is meant as text.",
     "%YAML 1.1\n---\ntitle: Migrant stories\n", "title: Migrant stories\n"},
    {RuleId::tab_indentation, "tab-indentation", Severity::error,
     "lines are indented with blanks, not with tabs",
     "YAML tells by the indentation what belongs together, and how wide a tab is depends on the "
     "editor; therefore YAML forbids it there. Use two blanks a level. Readers of YAML differ on "
     "tabs in other places, so a tab may stand in a comment, between quotes and in the lines below "
     "a '|' or '>' only.",
     "cities:\n\t- Leeds\n", "cities:\n  - Leeds\n"},
    {RuleId::merge_marker, "merge-marker", Severity::error,
     "a record has no conflict markers of a merge",
     "Two people have changed the same lines, and git left both versions between markers. Keep "
     "the lines that are right and delete the others together with the three marker lines.",
     "<<<<<<< HEAD\nperiod: 2018-\n=======\nperiod: 2018-2024\n>>>>>>> botkyrka\n",
     "period: 2018-2024\n"},
    {RuleId::syntax, "syntax", Severity::error, "a record is well-formed YAML",
     "The text can't be read as YAML from this place on, so nothing more can be said about the "
     "record. Most often a value begins with a character that means something in YAML, such as "
     "@, ` or %, or a bracket was opened by chance: put the value in double quotes.",
     "title: @home in Leeds\n", "title: \"@home in Leeds\"\n"},
    {RuleId::not_closed, "not-closed", Severity::error,
     "every quote and bracket that is opened is closed",
     "Up to the end of the file all is taken as part of the quoted text or list. The place shown "
     "is where it was opened. Close it, or put the whole value in quotes when the character is "
     "part of the text.",
     "title: \"Migrant stories\nsummary: People tell how they came.\n",
     "title: \"Migrant stories\"\nsummary: People tell how they came.\n"},
    {RuleId::too_deep, "too-deep", Severity::error,
     "lists and maps lie within each other at most 32 levels deep",
     "A practice needs three levels. Hundreds of brackets are either a slip or an attempt to "
     "make readers run out of memory. Put the value in quotes if the brackets are text.",
     "tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[community]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
     "tags: [community]\n"},
    {RuleId::too_many_values, "too-many-values", Severity::error,
     "a record has at most 10,000 values",
     "A practice has some dozens. A file with many thousands holds a table that belongs into a "
     "file of its own; refer to it in 'references'.",
     "# a record whose 'tags' list has 12,000 items\n", "tags:\n  - community\n"},
    {RuleId::not_a_record, "not-a-record", Severity::error,
     "a record is a map: lines of the form 'key: value'",
     "Each file describes one practice by its fields. An empty file, a list or a mere text has "
     "no fields. Begin with 'title:', or start from what 'icc add' writes.",
     "- title: Migrant stories\n", "title: Migrant stories\n"},
    {RuleId::key_not_text, "key-not-text", Severity::error, "every key is a text",
     "A key names a field. YAML also allows lists and maps as keys, which no other format can "
     "hold and hardly any program can read.",
     "[Leeds, Camden]: United Kingdom\n", "cities: [Leeds, Camden]\n"},
    {RuleId::repeated_key, "repeated-key", Severity::error, "every key stands once in a map",
     "Of two equal keys most programs keep the last and drop the other without a word, so one "
     "of the two values would be lost. Keep one of them, or join the values.",
     "period: 2018-\nperiod: 2018-2024\n", "period: 2018-2024\n"},
    {RuleId::anchor, "anchor", Severity::error, "a record has no YAML anchors",
     "A word that begins with & names a value in YAML, so that 'title: &Co kitchen' is read as "
     "'kitchen' and a part of the text is lost. Put the text in quotes.",
     "title: &Co kitchen\n", "title: \"&Co kitchen\"\n"},
    {RuleId::alias, "alias", Severity::error, "a record has no YAML aliases",
     "A word that begins with * stands for a value named elsewhere in the file. Records don't "
     "use that, because a change in one place would silently change another. Put the text in "
     "quotes; in longer text, begin the Markdown emphasis on a line below '|'.",
     "title: *Together* in Leeds\n", "title: \"*Together* in Leeds\"\n"},
    {RuleId::tag, "tag", Severity::error, "a record has no YAML tags",
     "A word that begins with ! is an order to the YAML reader about the type of the value, and "
     "not part of the text: 'title: !Important meeting' is read as 'meeting'. Put the text in "
     "quotes.",
     "title: !Important meeting\n", "title: \"!Important meeting\"\n"},
    {RuleId::text_after_quote, "text-after-quote", Severity::error,
     "nothing follows a closing quote but a comment",
     "A value that begins with a quote ends at the next one, and what follows belongs to "
     "nothing. Put the whole value in quotes: single ones outside when there are double ones "
     "inside.",
     "title: \"Portugal Incoming\" for newcomers\n",
     "title: '\"Portugal Incoming\" for newcomers'\n"},
    {RuleId::text_after_record, "text-after-record", Severity::error, "a file holds one record",
     "A line '---' or '...' ends the record, and many programs silently drop what follows it. "
     "Move a second practice to a file of its own; in the middle of a text, indent the line.",
     "title: Migrant stories\n---\ntitle: A welcoming app\n", "title: Migrant stories\n"},
    {RuleId::colon_in_text, "colon-in-text", Severity::error,
     "a text that has ': ' in it stands in quotes",
     "A colon followed by a blank separates a key from its value, so YAML can't tell what the "
     "second one on a line means. Put the value in double quotes.",
     "title: Gender equality: voices of the women in Camden\n",
     "title: \"Gender equality: voices of the women in Camden\"\n"},
    {RuleId::indentation, "indentation", Severity::error,
     "lines that belong together are indented alike",
     "YAML tells by the blanks at the start of a line what it belongs to. A line that stands "
     "further left or right than its neighbours belongs to none. Keys of the record begin in "
     "the first column, items and text below a key two blanks further.",
     "title: Migrant stories\n  country: Germany\n", "title: Migrant stories\ncountry: Germany\n"},
    {RuleId::hash_in_text, "hash-in-text", Severity::warning,
     "a text that has ' #' in it stands in quotes",
     "A '#' behind a blank begins a comment, so that of 'title: Number #1 in the list' only "
     "'Number' is read, and the rest is lost without a word. Put the whole text in double quotes. "
     "Where a comment is meant, write a blank behind the '#'.",
     "title: Number #1 in the list\n", "title: \"Number #1 in the list\"\n"},
};

}  // namespace icc
