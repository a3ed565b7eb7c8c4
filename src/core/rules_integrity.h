#pragma once

#include "icc/diagnostic.h"

// The rules of meaning, which no schema can express: within a record, and between records.

namespace icc {

inline constexpr Rule integrity_rules[] = {
    {RuleId::repeated_id, "repeated-id", Severity::error,
     "every id stands once in the database, also without regard to case",
     "The id is the name of the file without .yaml, and people cite a practice by it. Two records "
     "with one id, in different folders or different only in case, can't be told apart, and some "
     "systems can't even hold both files. Rename one of them; if it is the same practice, merge "
     "the two.",
     "# practices/norway/equality-planning.yaml\ntitle: A plan for equality\n"
     "# practices/sweden/equality-planning.yaml\ntitle: Planning for all\n",
     "# practices/norway/plan-for-equality.yaml\ntitle: A plan for equality\n"
     "# practices/sweden/equality-planning.yaml\ntitle: Planning for all\n"},
    {RuleId::similar_title, "similar-title", Severity::warning,
     "no two practices have nearly the same title",
     "The same practice is easily entered twice, a year apart and under slightly different "
     "titles. Titles are compared without regard to case, accents, punctuation, the order of "
     "words and the small words (a, an, and, for, in, of, on, the, to, with). Two are nearly the "
     "same when what remains is equal, or differs by one letter (wrong, missing, extra, or swapped "
     "with its neighbour) in one word, which has five letters or more in both and no digit. So "
     "'Festival 2018' and 'Festival 2019' are two. Of several equal titles each is compared with "
     "the first. Merge the records, or tell the two apart in their titles.",
     "# practices/germany/migrant-stories.yaml\ntitle: Migrant stories\n"
     "# practices/germany/stories-of-migrants.yaml\ntitle: The stories of migrants\n",
     "# practices/germany/migrant-stories.yaml\ntitle: Migrant stories\n"
     "# practices/germany/stories-of-newcomers.yaml\ntitle: Stories of newcomers\n"},
    {RuleId::unknown_city, "unknown-city", Severity::warning,
     "a city is one that the vocabulary knows",
     "A city under a misspelt name is missing from the list of its practices. The vocabulary of "
     "cities is open, so an unknown name is a warning: correct it, or add the city to "
     "schema/vocabularies/cities.yaml.",
     "country: Sweden\ncities:\n  - Bottkyrka\n", "country: Sweden\ncities:\n  - Botkyrka\n"},
    {RuleId::city_spelling, "city-spelling", Severity::warning,
     "a city is spelt in one way in all records",
     "'Neuchatel' in one record and 'Neuchâtel' in another are two cities to every count. A city "
     "that the vocabulary knows is written with its first name there. Of others, spellings of one "
     "country that differ only in case, accents or punctuation are reported, and such as differ by "
     "one letter when the name has six characters or more and no digit: write it as most records "
     "do.",
     "country: Switzerland\ncities: [Neuchatel]\n", "country: Switzerland\ncities: [Neuchâtel]\n"},
    {RuleId::city_country, "city-country", Severity::warning,
     "a city lies in the country of the record",
     "The vocabulary knows a city of this name in another country only. Either the country is "
     "wrong, or it is another city of the same name, which can be added to "
     "schema/vocabularies/cities.yaml.",
     "country: Norway\ncities:\n  - Botkyrka\n", "country: Sweden\ncities:\n  - Botkyrka\n"},
    {RuleId::wrong_folder, "wrong-folder", Severity::warning,
     "a record lies in the folder of its country",
     "People look for a practice in practices/<country>/, in small letters without accents and "
     "with '-' between the words. Move the file (git mv), or correct the country.",
     "# practices/germany/equality-planning.yaml\ncountry: Sweden\n",
     "# practices/sweden/equality-planning.yaml\ncountry: Sweden\n"},
    {RuleId::unreadable_period, "unreadable-period", Severity::warning,
     "a period is written in one of the known notations",
     "The text is kept and shown as it stands, but questions such as year:2020 can't find the "
     "practice. Write 2018, 2018-2020, 2018-, until 2020, June 2018 or another of the notations "
     "of icc-period(7).",
     "period: some years ago\n", "period: 2015-2018\n"},
    {RuleId::period_order, "period-order", Severity::error, "a period starts before it ends",
     "The later year stands first, so the practice would have been active at no time. Most often "
     "the two are swapped or a digit is wrong.",
     "period: 2021-2019\n", "period: 2019-2021\n"},
    {RuleId::empty_word, "empty-word", Severity::warning, "a field without content is left out",
     "'N/A', '-', 'none' and the like are words to a program: a practice whose contact is 'N/A' "
     "is counted among those that have a contact. Leave the field out instead; that says just "
     "the same and can be asked for with no:contact.",
     "title: Equality Planning\nperiod: N/A\n", "title: Equality Planning\n"},
    {RuleId::dead_link, "dead-link", Severity::warning, "a local link leads to a file",
     "A link without https:// or another scheme means a file of the database, seen from the "
     "folder of the record. There is no such file: correct the path, or write the whole address "
     "when it is on the web.",
     "process: The form is [here](forms/application.pdf).\n",
     "process: The form is [here](https://www.example.org/application.pdf).\n"},
    {RuleId::bad_id, "bad-id", Severity::error,
     "an id consists of small letters, digits and single hyphens, at most 80 in all",
     "The id is the name of the file, and it has to work on every system, in addresses and on "
     "command lines: a-z, 0-9 and '-' between them, and no name such as 'con' or 'nul', which "
     "Windows reserves. Rename the file.",
     "# practices/germany/Migrant Stories.yaml\ntitle: Migrant stories\n",
     "# practices/germany/migrant-stories.yaml\ntitle: Migrant stories\n"},
    {RuleId::unbalanced_quotes, "unbalanced-quotes", Severity::warning,
     "an opening typographic quote has its closing one",
     "Word processors often set two closing quotes, as in ”X”, or lose one when text is copied. "
     "Pairs are “X”, „X“, «X» and \"X\". Set the right pair, or plain quotes.",
     "title: The ”Portugal Incoming” app\n", "title: The “Portugal Incoming” app\n"},
    {RuleId::stray_blanks, "stray-blanks", Severity::warning,
     "a value on one line has no blanks at its ends and none that are doubled",
     "They can't be seen, but they make two texts differ that look equal, and they push the text "
     "aside in tables. 'icc validate --fix' takes them out.",
     "title: \"  Migrant  stories\"\n", "title: Migrant stories\n"},
    {RuleId::empty_section, "empty-section", Severity::warning,
     "a field has content, and a section has words",
     "A key without a value, or a section of dots and dashes, looks as if somebody wanted to write "
     "something and forgot. Fill it in, or take the key out.",
     "title: Migrant stories\nimpact: …\n", "title: Migrant stories\n"},
    {RuleId::country_in_title, "country-in-title", Severity::warning,
     "a title doesn't repeat the country at its end",
     "Cards and lists show the country beside the title, so 'Migrant stories (Germany)' says it "
     "twice. Only a country set off by a comma, dash, colon or brackets at either end of the "
     "title is reported.",
     "title: Migrant stories (Germany)\ncountry: Germany\n",
     "title: Migrant stories\ncountry: Germany\n"},
    {RuleId::personal_data, "personal-data", Severity::note,
     "a contact is an office rather than a person's own address or number",
     "The collection is public and its history is kept. An e-mail address or a telephone number "
     "may only stand there with the consent of the person it belongs to. Prefer the page of the "
     "office; if there is consent, nothing has to be done.",
     "contact: Jo Doe, jo.doe@example.org\n",
     "contact: Office for integration, https://www.example.org/integration\n"},
    {RuleId::not_canonical, "not-canonical", Severity::note,
     "a record is written in the canonical form",
     "In one common form two versions of a file differ only where their content differs, so "
     "reviews are short and merges work. 'icc fmt' writes it and changes no data.",
     "country:   Germany\ntitle: 'Migrant stories'\n",
     "title: Migrant stories\n\ncountry: Germany\n"},
    {RuleId::unneeded_allow, "unneeded-allow", Severity::warning, "an allowance silences something",
     "The comment '# icc: allow NAME reason' silences a rule for a record. This one silences "
     "nothing: the fault has been mended, the name is misspelt, or the reason is missing, which "
     "tells the next reader why the record may differ. Mend or delete the comment.",
     "# icc: allow stray-blanks as printed\ntitle: Migrant stories\n", "title: Migrant stories\n"},
    {RuleId::invisible_character, "invisible-character", Severity::warning,
     "a text has no characters that nobody can see",
     "A blank of no width (U+200B, U+2060) makes two texts differ that look equal, so that neither "
     "a search nor a comparison finds them; a mark that turns the direction of writing (U+202A to "
     "U+202E, U+2066 to U+2069) shows a text in another order than it has. They come along when "
     "text is pasted. 'icc validate --fix' takes out those of no width.",
     "title: Migrant \u202Estories\n", "title: Migrant stories\n"},
};

}  // namespace icc
