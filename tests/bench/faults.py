"""Faults that people make, each a change of a record's text."""

import re


def misspelt_key(text):
    return re.sub(r"(?m)^country:", "contry:", text)


def misspelt_country(text):
    return re.sub(r"(?m)^(country: *['\"]?\w)(\w)", r"\1\2\2", text)


def missing_title(text):
    return re.sub(r"(?m)^title:.*\n", "", text)


def repeated_key(text):
    return text + "country: Sweden\n"


def open_quote(text):
    return re.sub(r"(?m)^source: *", "source: \"", text)


def tab_indentation(text):
    return re.sub(r"(?m)^ +- ", "\t- ", text, count=1)


def bad_address(text):
    return text.replace("source: https://", "source: www ")


def unknown_topic(text):
    return re.sub(r"(?m)^topics:", "topics: [Cooking]\nformer-topics:", text)


def colon_in_title(text):
    return re.sub(r"(?m)^title: *", "title: Project: ", text)


FAULTS = [misspelt_key, misspelt_country, missing_title, repeated_key, open_quote, tab_indentation,
          bad_address, unknown_topic, colon_in_title]


def break_record(text, rng):
    """The text with one fault, chosen at random; never the text as it was."""
    broken = rng.choice(FAULTS)(text)
    return broken if broken != text else text + "contry: Sweden\n"
