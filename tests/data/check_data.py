#!/usr/bin/python3
"""Judges the shipped data without any code of icc: python3-jsonschema is the referee.

Usage: check_data.py [ROOT]. Prints every fault it finds; exit 1 when there is one.
"""

import csv
import io
import json
import re
import sys
import unicodedata
from pathlib import Path

import jsonschema
import yaml

import practices_200

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
SCHEMA = ROOT / "schema" / "practice.schema.yaml"
DATA = Path(__file__).parent
FIXTURES = DATA / "fixtures"
VOCABULARIES = ROOT / "schema" / "vocabularies"
ISO_3166 = Path("/usr/share/iso-codes/json/iso_3166-1.json")
ISO_639 = Path("/usr/share/iso-codes/json/iso_639-2.json")

# The facts of the ten practices, as the collection's page states them.
# id: title, country, cities in their order, period
PRACTICES = {
    "a-welcoming-app": (
        "A welcoming app", "Portugal",
        ["Amadora", "Lisbon", "Loures", "Santa Maria da Feira", "Setúbal", "Cascais", "Portimão",
         "Braga", "Oeiras"], "2019-2021"),
    "council-for-civil-society-development": (
        "Council for civil society development", "Sweden", ["Botkyrka"], "2018-"),
    "democratic-citizenship-in-ansan": (
        "Democratic citizenship in Ansan", "South Korea", ["Ansan"], 2020),
    "equality-planning": ("Equality Planning", "Sweden", ["Botkyrka"], None),
    "gender-equality-voices-of-the-women-in-camden": (
        "Gender equality: voices of the women in Camden", "United Kingdom", ["Camden"], None),
    "migrant-stories": ("Migrant stories", "Germany", ["Erlangen"], 2020),
    "parks-for-health-promotion-of-health-assets-for-the-local-community": (
        "Parks for Health: promotion of health assets for the local community",
        "United Kingdom", ["Camden"], None),
    "promoting-cultural-participation-and-equal-access-to-culture-in-neuchatel": (
        "Promoting cultural participation and equal access to culture in Neuchâtel",
        "Switzerland", ["Neuchâtel"], None),
    "recruitment-practices-in-favour-of-diversity-in-the-workforce": (
        "Recruitment practices in favour of diversity in the workforce",
        "United Kingdom", ["Camden"], None),
    "the-leeds-learning-alliance": (
        "The Leeds Learning Alliance", "United Kingdom", ["Leeds"], "Since 2019"),
}

FIELDS = [
    "title", "subtitle", "country", "cities", "period", "topics", "tags", "summary", "purpose",
    "rationale", "process", "impact", "target-groups", "partners", "funding", "evaluation",
    "lessons", "transferability", "references", "contact", "language", "source"]

TOPICS = [
    "Anti-discrimination and equality", "Anti-rumour methodologies", "Business and employment",
    "Communication and public awareness", "Culture, leisure and heritage",
    "Developing a culture of openness and interculturality", "Education",
    "Gender equality and intersectionality", "Health, social care and family support",
    "Housing and urban planning", "International outlook", "Leadership and political commitment",
    "Mediation and conflict resolution", "Multilingualism",
    "Political and public participation", "Public and community services", "Refugees",
    "Religion and interfaith", "Roma", "Security, justice and safety",
    "Welcoming and social integration"]

AREAS = {
    "Commitment", "Education", "Neighbourhoods", "Public services",
    "Business and the labour market", "Cultural and social life", "Public space",
    "Mediation and conflict resolution", "Language", "Media and communication",
    "International outlook", "Intercultural intelligence and competence", "Welcoming newcomers",
    "Leadership and citizenship", "Anti-discrimination", "Participation", "Interaction"}


class CoreLoader(yaml.SafeLoader):
    """Reads YAML 1.2's core schema, where `on` is a text and `2020-01-01` is no date."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if len(keys) != len(set(keys)):
            raise yaml.constructor.ConstructorError(
                None, None, "a key is given twice", node.start_mark)
        return super().construct_mapping(node, deep)


def construct_integer(loader, node):
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$"),
    list("-+0123456789"))
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
               r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$"), list("-+.0123456789"))
CoreLoader.add_constructor("tag:yaml.org,2002:int", construct_integer)

FORMATS = jsonschema.FormatChecker(["date", "email"])

# RFC 3986, appendix A, as far as a pattern without look-ahead can say it.
URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")


@FORMATS.checks("uri")
def is_uri(value):
    return not isinstance(value, str) or bool(URI.fullmatch(value) and value.count("#") < 2)


def read_yaml(path):
    return yaml.load(path.read_text(encoding="utf-8"), CoreLoader)


def fold(name):
    """As names are compared: without case and accents."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def validator():
    """The referee, with every file of the schema at hand, so that nothing is fetched."""
    files = {path.as_uri(): read_yaml(path) for path in SCHEMA.parent.rglob("*.yaml")}
    resolver = jsonschema.RefResolver(SCHEMA.as_uri(), files[SCHEMA.as_uri()], store=files)
    return jsonschema.Draft202012Validator(
        files[SCHEMA.as_uri()], resolver=resolver, format_checker=FORMATS)


def subschemas(schema):
    """The schema of a field and all below it."""
    yield schema
    for child in schema.get("properties", {}).values():
        yield from subschemas(child)
    if "items" in schema:
        yield from subschemas(schema["items"])


def choices(vocabulary):
    """(group, value, its other names, its annotations) of every value of a vocabulary."""
    for entry in vocabulary.get("oneOf", []):
        extra = entry.get("x-icc", {})
        yield "", entry["const"], extra.get("aliases", []), extra
    for group, values in vocabulary.get("x-icc", {}).get("values", {}).items():
        for value, extra in values.items():
            yield group, value, extra.get("aliases", []), extra


def check_schema(referee):
    for path in [SCHEMA, *sorted(VOCABULARIES.glob("*.yaml"))]:
        jsonschema.Draft202012Validator.check_schema(read_yaml(path))
    properties = referee.schema["properties"]
    if list(properties) != FIELDS:
        yield f"{SCHEMA}: the fields are {list(properties)}"
    for name, field in properties.items():
        yield from check_field(referee, name, field)


def check_field(referee, name, field):
    for part in subschemas(field):
        for example in part.get("examples", []):
            for error in referee.evolve(schema=part).iter_errors(example):
                yield f"{SCHEMA}: {name}: an example is not valid: {error.message}"
    for key in ("title", "description", "examples"):
        if not field.get(key):
            yield f"{SCHEMA}: {name}: has no {key}"


def check_field_names(referee):
    """No other name of a field may mean a second field."""
    owner = {}
    for name, field in referee.schema["properties"].items():
        for other in [name, *field.get("x-icc", {}).get("aliases", [])]:
            if owner.setdefault(fold(other), name) != name:
                yield f"{SCHEMA}: {other!r} is a name of both {owner[fold(other)]} and {name}"


def check_vocabularies(referee):
    for path in sorted(VOCABULARIES.glob("*.yaml")):
        owner, order = {}, []
        for group, value, aliases, extra in choices(read_yaml(path)):
            order.append((group, value))
            for name in [value, *aliases]:
                key = (group, fold(name))
                if owner.setdefault(key, value) != value:
                    yield f"{path}: {name!r} is a name of both {owner[key]} and {value}"
            if len(aliases) != len({*aliases, value} - {value}):
                yield f"{path}: {value}: an alias is given twice, or is the value itself"
            if not set(extra.get("areas", [])) <= AREAS:
                yield f"{path}: {value}: unknown areas {set(extra['areas']) - AREAS}"
        if len(order) != len(set(order)):
            yield f"{path}: a value is given twice"
        if not order:
            yield f"{path}: no values"


def check_topics(referee):
    topics = list(choices(read_yaml(VOCABULARIES / "topics.yaml")))
    if [value for _, value, _, _ in topics] != TOPICS:
        yield "topics.yaml: not the topics of the collection, or not in their order"
    covered = {area for *_, extra in topics for area in extra["areas"]}
    if covered != AREAS:
        yield f"topics.yaml: no topic belongs to {AREAS - covered}"


def check_standards(referee):
    """The codes of the standards, where Debian's iso-codes is there to compare with."""
    if not ISO_3166.exists():
        return
    countries = {tuple(a[:2]) for _, _, a, _ in choices(read_yaml(VOCABULARIES / "countries.yaml"))}
    standard = json.loads(ISO_3166.read_text())["3166-1"]
    if countries != {(c["alpha_2"], c["alpha_3"]) for c in standard}:
        yield "countries.yaml: not the codes of ISO 3166-1"
    languages = {value for _, value, _, _ in choices(read_yaml(VOCABULARIES / "languages.yaml"))}
    standard = json.loads(ISO_639.read_text())["639-2"]
    if languages != {code["alpha_2"] for code in standard if "alpha_2" in code}:
        yield "languages.yaml: not the codes of ISO 639-1"


def check_cities(referee):
    countries = {value for _, value, _, _ in choices(read_yaml(VOCABULARIES / "countries.yaml"))}
    for country, city, _, extra in choices(read_yaml(VOCABULARIES / "cities.yaml")):
        if country not in countries:
            yield f"cities.yaml: {country} is no country of countries.yaml"
        if not (-60 < extra.get("latitude", 0) < 70 and -180 < extra.get("longitude", 0) < 180):
            yield f"cities.yaml: {city} lies nowhere"


def check_practices(referee):
    paths = sorted((ROOT / "practices").rglob("*.yaml"))
    known = {(group, value) for group, value, _, _ in
             choices(read_yaml(VOCABULARIES / "cities.yaml"))}
    for path in paths:
        record = read_yaml(path)
        for error in referee.iter_errors(record):
            yield f"{path}: {error.json_path}: {error.message}"
        if path.parent.name != fold(record["country"]).replace(" ", "-"):
            yield f"{path}: lies in the folder of another country"
        if list(record) != [field for field in FIELDS if field in record]:
            yield f"{path}: the fields are not in the schema's order"
        for city in record.get("cities", []):
            if (record["country"], city) not in known:
                yield f"{path}: {city} is missing in cities.yaml"
        if record.get("topics", []) != sorted(record.get("topics", [])):
            yield f"{path}: the topics are not sorted"


def check_facts(referee):
    found = {path.stem: read_yaml(path) for path in (ROOT / "practices").rglob("*.yaml")}
    for stem, facts in PRACTICES.items():
        record = found.get(stem, {})
        held = tuple(record.get(key) for key in ("title", "country", "cities", "period"))
        if held != facts:
            yield f"{stem}: {held} is not {facts}"


def check_fixtures(referee):
    """The table of verdicts, which icc's own checker is compared with, is the referee's."""
    lines = (FIXTURES / "verdicts.tsv").read_text(encoding="utf-8").splitlines()
    table = {line.split("\t")[0]: line.split("\t")[1:] for line in lines if line[0] != "#"}
    paths = {path.name: path for path in FIXTURES.glob("*.yaml")}
    if list(table) != sorted(paths):
        yield f"verdicts.tsv: not in order, or not the same files: {set(table) ^ set(paths)}"
    for name, expected in table.items():
        errors = list(referee.iter_errors(read_yaml(paths[name])))
        places = sorted({"/" + "/".join(map(str, error.absolute_path)) for error in errors})
        if [("invalid" if errors else "valid"), *places] != expected:
            yield f"{name}: {places} is not {expected}"


def records_of(table, notes):
    """(line, record, kinds of notes) of every row, with what was meant in place of what was
    written."""
    meant = {}
    for note in notes.splitlines()[1:]:
        line, column, kind, value = note.split("\t")
        meant.setdefault(int(line), []).append((column, kind, value))
    reader = csv.DictReader(io.StringIO(table, newline=""))
    line = 2
    for row in reader:
        kinds = [kind for _, kind, _ in meant.get(line, [])]
        row |= {column: value for column, kind, value in meant.get(line, [])
                if kind in ("alias", "list-joined-otherwise", "repeated", "city-misspelt")}
        yield line, {key: value for key, value in {
            "title": row["Title"], "country": row["Country"], "summary": row["Summary"],
            "cities": row["City"].split("; ") if row["City"] else None,
            "topics": row["Topic"].split("; "), "source": row["Source"],
        }.items() if value}, kinds
        line = reader.line_num + 1


def check_table(referee):
    """The table of 200 practices is what its maker writes, and its notes say all that is odd."""
    for name, text in zip(("practices-200.csv", "practices-200.notes.tsv"), practices_200.files()):
        if (DATA / name).read_bytes() != text.encode():
            yield f"{name}: is not what practices_200.py writes"
    known = {(group, value) for group, value, _, _ in
             choices(read_yaml(VOCABULARIES / "cities.yaml"))}
    for line, record, kinds in records_of(*practices_200.files()):
        faulty = any(kind.startswith("fault-") for kind in kinds)
        if referee.is_valid(record) == faulty:
            yield f"practices-200.csv:{line}: {record} is not as its notes {kinds} say"
        if not faulty and "not-applicable" not in kinds:
            for city in record.get("cities", []):
                if (record["country"], city) not in known:
                    yield f"practices-200.csv:{line}: unknown city {city}"


CHECKS = [check_schema, check_field_names, check_vocabularies, check_topics, check_standards,
          check_cities, check_practices, check_facts, check_fixtures,
          check_table]


def main():
    referee = validator()
    faults = [fault for check in CHECKS for fault in check(referee)]
    print(*faults, f"{len(CHECKS)} checks, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
