#pragma once

#include "icc/diagnostic.h"

// The rules that a schema can ask for, one for each keyword of JSON Schema in plain words.

namespace icc {

inline constexpr Rule schema_rules[] = {
    {RuleId::wrong_type, "wrong-type", Severity::error,
     "a value is of the kind that the schema names",
     "A field that takes a list can't be read when it holds a text, and the other way round. "
     "Mind the words that YAML reads as something else: true and false are truth values, 12.50 is "
     "a number and null is nothing, unless they stand in quotes.",
     "cities: Leeds\n", "cities:\n  - Leeds\n"},
    {RuleId::unknown_value, "unknown-value", Severity::error,
     "a value is one of those that the schema lists",
     "Topics and countries come from closed lists, so that a search for one finds every practice. "
     "A misspelt value would be found by nobody. 'icc fields topics' shows the list; a new value "
     "is added in schema/vocabularies/.",
     "topics:\n  - Eduction\n", "topics:\n  - Education\n"},
    {RuleId::missing_key, "missing-key", Severity::error,
     "a record has all keys that the schema requires",
     "Without these fields a practice can't be listed, placed or understood. Add the key; its "
     "description is in 'icc fields'.",
     "title: Migrant stories\nsummary: People tell how they came.\n",
     "title: Migrant stories\ncountry: Germany\nsummary: People tell how they came.\n"},
    {RuleId::unknown_key, "unknown-key", Severity::error,
     "a record has only keys that the schema knows",
     "What stands under a key that nobody knows is found by no search and shown in no list, and "
     "most often the key is just misspelt. Mend the spelling, or add a new field to "
     "schema/practice.schema.yaml.",
     "contry: Germany\n", "country: Germany\n"},
    {RuleId::too_short, "too-short", Severity::error,
     "a text has at least as many characters as the schema says",
     "A text below the least length can't say what the field is for, an empty one least of all. "
     "Write it, or leave the whole field out when it is not required.",
     "title: \"\"\n", "title: Migrant stories\n"},
    {RuleId::too_long, "too-long", Severity::error,
     "a text has at most as many characters as the schema says",
     "A title or a name is shown on one line of a card; what is longer gets cut there. Keep the "
     "title short and say the rest in 'subtitle' or 'summary'.",
     "# with 'maxLength: 20' in the schema\nlanguage: English, French, Arabic and Tigrinya\n",
     "# with 'maxLength: 20' in the schema\nlanguage: English\n"},
    {RuleId::pattern, "pattern", Severity::error,
     "a text has the form that the schema's pattern describes",
     "The schema gives a regular expression for this field, so that all records write it in one "
     "way and programs can rely on it. The message shows the pattern, the field's description "
     "says it in words.",
     "# with 'pattern: ^[a-z]{2}$' in the schema\nlanguage: English\n",
     "# with 'pattern: ^[a-z]{2}$' in the schema\nlanguage: en\n"},
    {RuleId::format, "format", Severity::error,
     "a date, an address of the web or of e-mail is written as such",
     "A url that is none can't be opened, a date that no calendar has can't be sorted. A url "
     "begins with https:// or http://, a date has the form 2021-06-30.",
     "source: www.coe.int\n", "source: https://www.coe.int\n"},
    {RuleId::out_of_range, "out-of-range", Severity::error,
     "a number lies within the bounds that the schema sets",
     "A number beyond the bounds is most often a slip of the keyboard: a digit too many, or a "
     "value in another unit.",
     "# with 'maximum: 2100' in the schema\nyear: 20200\n",
     "# with 'maximum: 2100' in the schema\nyear: 2020\n"},
    {RuleId::not_a_multiple, "not-a-multiple", Severity::error,
     "a number is a multiple of the one that the schema names",
     "The schema asks for steps, such as whole or half points. Round the number to the nearest "
     "step.",
     "# with 'multipleOf: 0.5' in the schema\nscore: 3.7\n",
     "# with 'multipleOf: 0.5' in the schema\nscore: 3.5\n"},
    {RuleId::too_few_items, "too-few-items", Severity::error,
     "a list has at least as many items as the schema says",
     "An empty list says nothing that a missing field would not say. Add the items, or leave the "
     "field out.",
     "cities: []\n", "cities:\n  - Leeds\n"},
    {RuleId::too_many_items, "too-many-items", Severity::error,
     "a list has at most as many items as the schema says",
     "A practice that has every topic is found under none. Keep the items that matter most.",
     "# with 'maxItems: 2' in the schema\ntags: [parks, health, sport]\n",
     "# with 'maxItems: 2' in the schema\ntags: [parks, health]\n"},
    {RuleId::repeated_item, "repeated-item", Severity::error,
     "no two items of a list are equal, where the schema says so",
     "The second one adds nothing but is counted twice. Delete it; perhaps another value was "
     "meant.",
     "cities:\n  - Leeds\n  - Leeds\n", "cities:\n  - Leeds\n"},
    {RuleId::contains, "contains", Severity::error,
     "a list has as many items of a certain form as the schema asks for",
     "The schema doesn't bind all items of this list, but some of them: at least one, or the "
     "number that it names. Add such an item, or take away those that are too many.",
     "# with 'contains: {const: intercultural}' in the schema\ntags: [parks]\n",
     "# with 'contains: {const: intercultural}' in the schema\ntags: [intercultural, parks]\n"},
    {RuleId::too_few_keys, "too-few-keys", Severity::error,
     "a map has at least as many keys as the schema says",
     "An item without any field says nothing. Fill it in, or delete it.",
     "# with 'minProperties: 1' in the schema\nevaluation: {}\n",
     "# with 'minProperties: 1' in the schema\nevaluation: {survey: yes}\n"},
    {RuleId::too_many_keys, "too-many-keys", Severity::error,
     "a map has at most as many keys as the schema says",
     "The schema expects one of several things in this place, not all at once. Keep the one that "
     "is meant.",
     "# with 'maxProperties: 1' in the schema\nevaluation: {report: yes, survey: yes}\n",
     "# with 'maxProperties: 1' in the schema\nevaluation: {report: yes}\n"},
    {RuleId::key_name, "key-name", Severity::error,
     "a key has the form that the schema asks of keys",
     "Keys that people choose themselves still follow one spelling, so that they can be used in "
     "queries and as columns. Most often: small letters, words joined by '-'.",
     "# with 'propertyNames: {pattern: ^[a-z-]+$}' in the schema\nTarget Groups: Newcomers\n",
     "# with 'propertyNames: {pattern: ^[a-z-]+$}' in the schema\ntarget-groups: Newcomers\n"},
    {RuleId::dependent_key, "dependent-key", Severity::error,
     "a key that asks for another one has it beside it",
     "Some fields make sense only together with others. Add the missing one, or take away the "
     "one that asks for it.",
     "# with 'dependentRequired: {cities: [country]}' in the schema\ncities: [Leeds]\n",
     "# with 'dependentRequired: {cities: [country]}' in the schema\ncities: [Leeds]\n"
     "country: United Kingdom\n"},
    {RuleId::no_alternative, "no-alternative", Severity::error,
     "a value fits one of the forms that the schema offers",
     "The schema allows several forms here, and the value has none of them. The message tells "
     "what the nearest one would want.",
     "# with 'anyOf: [{format: date}, {const: unknown}]' in the schema\nstart: spring\n",
     "# with 'anyOf: [{format: date}, {const: unknown}]' in the schema\nstart: 2018-03-20\n"},
    {RuleId::several_alternatives, "several-alternatives", Severity::error,
     "a value fits only one of the forms that the schema offers",
     "The schema wants to know which of the forms is meant, and this value fits more than one. "
     "Take away what belongs to the other form.",
     "# with 'oneOf: [{required: [title]}, {required: [url]}]' in the schema\nreferences:\n"
     "  - title: Evaluation\n    url: https://www.example.org\n",
     "# with 'oneOf: [{required: [title]}, {required: [url]}]' in the schema\nreferences:\n"
     "  - title: Evaluation\n"},
    {RuleId::forbidden, "forbidden", Severity::error, "nothing stands where the schema forbids it",
     "The schema says that this value must not be here, or not in this form: a field that was "
     "given up, or one that another field excludes. The schema line named with the message tells "
     "which.",
     "# with 'not: {required: [draft]}' in the schema\ndraft: true\ntitle: Migrant stories\n",
     "# with 'not: {required: [draft]}' in the schema\ntitle: Migrant stories\n"},
    {RuleId::faulty_schema, "faulty-schema", Severity::error,
     "the schema's files hold JSON Schema 2020-12 that can be checked",
     "A schema that is not understood in whole would let faults pass in silence. So a misspelt "
     "keyword, one that is not supported, a $ref that leads nowhere, an alias that two fields "
     "share "
     "or a pattern that can't be matched in linear time stops all checking until it is mended.",
     "# in schema/practice.schema.yaml\ntype: object\nrequird: [title]\n",
     "# in schema/practice.schema.yaml\ntype: object\nrequired: [title]\n"},
};

}  // namespace icc
