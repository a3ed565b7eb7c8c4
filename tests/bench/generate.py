#!/usr/bin/env python3
"""Makes a collection of any size to measure with.

The same arguments make the same bytes; a smaller collection is the beginning of a larger one. The
records are in canonical form, of about 2.4 kB, valid, and spread over countries, cities, topics and
notations of the period roughly as real ones are. `--messy` says how many percent look edited by
hand, and mean the same; `--invalid` how many percent have a fault.
"""

import argparse
import multiprocessing
import os
import random
import re
import shutil
import sys
import unicodedata
from pathlib import Path

import yaml

from faults import break_record
from mess import messy_text
from words import SENTENCE_PARTS, SYLLABLES, TARGET_GROUPS, PARTNERS, TAGS, TITLES

ROOT = Path(__file__).resolve().parents[2]
CHUNK = 1000

# How the period is written, and how often (in percent) it is written so; the rest have none.
PERIODS = [
    (20, "{year}"), (25, "{year}-{later}"), (12, "{year}-"), (8, "Since {year}"), (3, "{year} onwards"),
    (3, "{year} - ongoing"), (2, "Ongoing"), (2, "until {later}"), (2, "June {year}"),
    (1, "January - February {year}"), (1, "March {year} – present"), (1, "From {year} to {later}"),
]


class World:
    """What all records are made from: the vocabularies and a stock of sentences."""

    def __init__(self, seed):
        rng = random.Random(f"{seed}/world")
        vocabularies = ROOT / "schema" / "vocabularies"
        places = yaml.safe_load((vocabularies / "cities.yaml").read_text("utf-8"))["x-icc"]["values"]
        topics = yaml.safe_load((vocabularies / "topics.yaml").read_text("utf-8"))["oneOf"]
        self.cities = {country: sorted(cities) for country, cities in places.items()}
        self.countries = sorted(places)
        rng.shuffle(self.countries)
        self.country_weights = cumulative(100 / (rank + 3) for rank in range(len(self.countries)))
        self.topics = sorted(topic["const"] for topic in topics)
        self.sentences = [sentence(rng) for _ in range(5000)]


def cumulative(weights):
    total, sums = 0, []
    for weight in weights:
        total += weight
        sums.append(total)
    return sums


def sentence(rng):
    text = " ".join(rng.choice(part) for part in SENTENCE_PARTS)
    return text[0].upper() + text[1:] + "."


def name(index):
    """A word that no other record's title has: the index, scattered, in syllables."""
    number = index * 7_368_787 % 60**4
    letters = ""
    for _ in range(4):
        number, digit = divmod(number, 60)
        letters += SYLLABLES[digit]
    return letters.capitalize()


def slug(text):
    """The words of a text in lower case without accents, joined by hyphens: an id or a folder."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall("[a-z0-9]+", plain.lower().replace("'", "")))


def prose(world, rng, least, most):
    return rng.sample(world.sentences, rng.randint(least, most))


def pick(rng, values, most):
    return sorted(rng.sample(values, rng.randint(1, most)), key=str.casefold)


def period(rng):
    year = rng.randint(1998, 2024)
    point = rng.random() * 100
    for weight, notation in PERIODS:
        point -= weight
        if point < 0:
            return notation.format(year=year, later=year + rng.randint(1, 6))
    return None


def cities(world, rng, country):
    known = world.cities[country]
    if rng.random() < 0.06:
        return []
    if rng.random() < 0.88:
        return [rng.choice(known)]
    return rng.sample(known, min(len(known), rng.randint(2, 9)))


def references(rng, word):
    count = rng.choice((0, 0, 1, 1, 2, 3))
    return [(f"{rng.choice(TITLES)}, report {number}",
             f"https://www.example.org/{word.lower()}/{number}.pdf")
            for number in range(1, count + 1)]


def record(world, rng, index):
    """A record as a list of (field, value), in the schema's order. A value is a text, a list of
    texts, a list of sentences below 'prose', or a list of (title, url)."""
    word = name(index)
    country = rng.choices(world.countries, cum_weights=world.country_weights)[0]
    title = f"{rng.choice(TITLES)} {word}"
    if rng.random() < 0.1:
        title = f"{word}: {rng.choice(TITLES).lower()}"
    is_old = rng.random() < 0.1
    fields = [("title", title), ("country", country), ("cities", cities(world, rng, country)),
              ("period", period(rng)), ("topics", pick(rng, world.topics, 3)),
              ("tags", pick(rng, TAGS, 3) if rng.random() < 0.3 else None),
              ("summary", ("prose", prose(world, rng, 2, 4)))]
    if not is_old:
        for field, least, most in (("purpose", 2, 4), ("rationale", 2, 5), ("process", 4, 10),
                                   ("impact", 2, 4)):
            fields.append((field, ("prose", prose(world, rng, least, most))))
        fields += [("target-groups", pick(rng, TARGET_GROUPS, 3)),
                   ("partners", rng.sample(PARTNERS, rng.randint(1, 3)))]
    fields += [("references", references(rng, word)),
               ("source", f"https://www.example.org/{word.lower()}")]
    return [(field, value) for field, value in fields if value]


def scalar(text):
    return f'"{text}"' if ": " in text else text


def field_text(field, value):
    if isinstance(value, str):
        return f"{field}: {scalar(value)}\n"
    if isinstance(value, tuple):
        return f"{field}: |\n" + "".join(f"  {line}\n" for line in value[1])
    if isinstance(value[0], tuple):
        return f"{field}:\n" + "".join(f"  - title: {scalar(title)}\n    url: {url}\n"
                                       for title, url in value)
    return f"{field}:\n" + "".join(f"  - {scalar(item)}\n" for item in value)


def canonical_text(fields):
    return "\n".join(field_text(field, value) for field, value in fields)


def write_chunk(job):
    folder, seed, first, last, messy, invalid, world = job
    rng = random.Random(f"{seed}/{first}")
    made = set()
    for index in range(first, last):
        fields = record(world, rng, index)
        chance, other_chance = rng.random() * 100, rng.random() * 100
        if other_chance < messy:
            text = messy_text(fields, rng)
        else:
            text = canonical_text(fields)
        if chance < invalid:
            text = break_record(text, rng)
        values = dict(fields)
        country = slug(values["country"])
        if country not in made:
            os.makedirs(f"{folder}/practices/{country}", exist_ok=True)
            made.add(country)
        with open(f"{folder}/practices/{country}/{slug(values['title'])}.yaml", "wb") as out:
            out.write(text.encode("utf-8"))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where to put it; must be empty or not exist")
    parser.add_argument("--count", type=int, default=1000, help="records (default: 1000)")
    parser.add_argument("--seed", default="1", help="any word (default: 1)")
    parser.add_argument("--messy", type=float, default=0, metavar="PERCENT")
    parser.add_argument("--invalid", type=float, default=0, metavar="PERCENT")
    return parser.parse_args()


def main():
    options = arguments()
    if options.folder.exists() and any(options.folder.iterdir()):
        sys.exit(f"generate.py: {options.folder} is not empty")
    (options.folder / "practices").mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "schema", options.folder / "schema")
    world = World(options.seed)
    jobs = [(str(options.folder), options.seed, first, min(first + CHUNK, options.count),
             options.messy, options.invalid, world) for first in range(0, options.count, CHUNK)]
    with multiprocessing.Pool(min(len(os.sched_getaffinity(0)), max(len(jobs), 1))) as pool:
        for _ in pool.imap_unordered(write_chunk, jobs):
            pass


if __name__ == "__main__":
    main()
