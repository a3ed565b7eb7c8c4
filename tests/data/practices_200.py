#!/usr/bin/python3
"""Makes practices-200.csv: 200 practices, invented for tests, as people would send them in.

Places are real, all else is made up. The table has what the real collection has: periods in every
notation, several cities in one cell joined in five ways, other names of countries, cities and
topics, typographic quotes (also wrong ones), blanks too many, `N/A`, lines inside cells, and a few
rows that no reader should accept. practices-200.notes.tsv names each oddity: the line of the file
on which its row begins, the column, the kind, and what was meant. The kinds that begin with
`fault-` make a row unfit for the collection; `entered-again` is a row that says what another says.

Usage: practices_200.py writes both files beside itself. The same bytes every time.
"""

import csv
import io
from pathlib import Path

HERE = Path(__file__).parent
COUNT = 200

COLUMNS = ["Title", "Country", "City", "Period", "Topic", "Tags", "Summary", "Purpose",
           "Stimulus/Rationale", "Process", "Impact", "Contact", "Source"]

THINGS = [
    "Bicycle workshop", "Choir", "Language café", "Night of open doors", "Reading hour",
    "Kitchen garden", "Job fair", "Legal advice desk", "Welcome parcel", "Story map", "Theatre lab",
    "Football league", "Radio hour", "Mentoring scheme", "Swimming course", "Repair café",
    "Film week", "Health bus", "Photo walk", "Board game club", "Map of prayer rooms", "Toy library",
    "Sewing circle", "Coding school", "Citizens' panel", "Street festival", "Interpreters' pool",
    "Homework club", "Neighbourhood mediators", "Museum for one day", "Podcast", "Mural",
    "Savings group", "Driving theory class", "Parents' breakfast", "Market of skills",
    "Anti-rumour training", "Housing guide", "Town hall tour", "Poetry slam"]

GROUPS = [
    "apprentices", "bus drivers", "carers", "newly arrived families", "elderly neighbours",
    "pupils of the last year", "shopkeepers", "young fathers", "nurses", "tenants of tower blocks",
    "seasonal workers", "students from abroad", "librarians", "police cadets", "women in business",
    "people seeking asylum", "sports coaches", "council staff", "Roma youth", "artists in exile",
    "former prisoners", "teachers", "volunteers", "landlords", "midwives", "interpreters",
    "market traders", "firefighters", "deaf residents", "grandparents", "cleaners", "journalists",
    "religious leaders", "gardeners"]

PLACES = [
    "by the river", "in the old depot", "on the market square", "at the north station",
    "under the bridge", "in the town library", "at four schools", "in the harbour", "on wheels",
    "in the park", "behind the stadium", "at the swimming pool", "in empty shops", "on the hill",
    "online", "in the clinic", "at the border", "in the castle", "on the island", "in every district",
    "at the fire station", "in the botanic garden", "along the tram line", "at the bakery",
    "in the archive", "on the roof", "at the cinema"]

# Country as written, country as meant, the cities as written and as meant.
HOMES = [
    ("Sweden", "Sweden", [("Botkyrka", "Botkyrka"), ("Malmö", "Malmö"), ("Göteborg", "Gothenburg")]),
    ("Portugal", "Portugal", [("Setubal", "Setúbal"), ("Lisboa", "Lisbon"), ("Portimão", "Portimão"),
                              ("Santa Maria da Feira", "Santa Maria da Feira")]),
    ("UK", "United Kingdom", [("Leeds", "Leeds"), ("London-Lewisham", "London-Lewisham"),
                              ("Camden", "Camden"), ("Manchester", "Manchester")]),
    ("Italy", "Italy", [("Genova", "Genoa"), ("Torino", "Turin"), ("Reggio Emilia", "Reggio Emilia"),
                        ("Campi Bisenzio", "Campi Bisenzio")]),
    ("Switzerland", "Switzerland", [("Neuchatel", "Neuchâtel"), ("Zurich", "Zürich"),
                                    ("Genève", "Geneva")]),
    ("Republic of Korea", "South Korea", [("Ansan", "Ansan"), ("Guro", "Guro")]),
    ("Germany", "Germany", [("Berlin-Neukölln", "Berlin-Neukölln"), ("Erlangen", "Erlangen"),
                            ("Nürnberg", "Nuremberg")]),
    ("Spain", "Spain", [("Donostia", "San Sebastián"), ("Bilbao", "Bilbao"), ("Logroño", "Logroño"),
                        ("Santa Coloma de Gramenet", "Santa Coloma de Gramenet")]),
    ("Ukraine", "Ukraine", [("Odessa", "Odesa"), ("Мелітополь", "Melitopol"), ("Lutsk", "Lutsk")]),
    ("Turkey", "Türkiye", [("Osmangazi", "Bursa-Osmangazi"), ("İstanbul", "Istanbul")]),
    ("Norway", "Norway", [("Bergen", "Bergen"), ("Stavanger", "Stavanger"), ("Oslo", "Oslo")]),
    ("the Netherlands", "Netherlands", [("'s-Gravenhage", "The Hague"), ("Tilburg", "Tilburg")]),
    ("GREECE", "Greece", [("Ιωάννινα", "Ioannina"), ("Patras", "Patras"), ("athens", "Athens")]),
    ("Canada", "Canada", [("Montreal", "Montréal")]),
    ("Poland", "Poland", [("Lublin", "Lublin"), ("Wroclaw", "Wrocław"), ("Łódź", "Łódź")]),
    ("GB", "United Kingdom", [("Bradford", "Bradford"), ("Belfast", "Belfast")]),
    ("Japan", "Japan", [("Hamamatsu", "Hamamatsu"), ("Kobe", "Kobe")]),
]

JOINTS = ["; ", ", ", " / ", " and ", "\n"]

PERIODS = [
    "2020", "2019-2021", "2018-", "Since 2019", "2017 onwards", "2018 on", "2009-ongoing",
    "2004 - ongoing", "From 2018 - ongoing", "On-going since 2014", "Ongoing", "ongoing", "Ongoing-",
    "permanent", "2011-14", "until 2023", "2021 (ongoing since 2017)", "2018-2022 (still in use)",
    "2015-2020 / 2021-25", "June 2017", "21 June 2018", "25-28 August 2016",
    "January - February 2018", "March 2017 – present", "March 2018 until 31 August 2019",
    "From 2017 to 2019", "Three years - 2017, 2018 and 2019", "Each year in March", "N/A", "",
    "à partir 2016", "desde 2015", "seit 2012", "dal 2013", "2016 — 2018", "SINCE 2011",
    "2022/2023", "spring 2019"]

# As written, as meant.
TOPICS = [
    ("Education", "Education"), ("participation", "Political and public participation"),
    ("Welcoming and social integration", "Welcoming and social integration"),
    ("Culture, leisure and heritage", "Culture, leisure and heritage"), ("roma", "Roma"),
    ("Anti-rumours", "Anti-rumour methodologies"),
    ("Health, social care and family support", "Health, social care and family support"),
    ("Business and employment", "Business and employment"), ("REFUGEES", "Refugees"),
    ("Religion and interfaith", "Religion and interfaith"), ("Multilingualism", "Multilingualism"),
    ("housing", "Housing and urban planning"),
    ("Public and community services", "Public and community services")]

# How the nickname of a practice is quoted; the last two are mistakes seen on real cards.
QUOTES = ["“{}”", "‘{}’", "„{}“", "«{}»", '"{}"', "”{}”", "“{}’"]

# Row: column, what is written there, kind, what was meant.
ODDITIES = {
    17: ("Title", "", "fault-missing", "a title"),
    34: ("Country", "Sweeden", "fault-country", "Sweden"),
    51: ("City", "Bottkyrka", "city-misspelt", "Botkyrka"),
    58: ("Summary", "", "fault-missing", "a summary"),
    63: ("Topic", "Sports", "fault-topic", "Culture, leisure and heritage"),
    77: ("Country", "", "fault-missing", "a country"),
    89: ("Title", "+1: a second table for every guest", "like-a-formula", "a plain text"),
    96: ("Summary", "=Equal= is the word on the door, invented for this test.", "like-a-formula",
         "a plain text"),
    104: ("City", "N/A", "not-applicable", "no city"),
    111: ("Source", "www.example.org/practice", "fault-address",
          "https://www.example.org/practice"),
    123: ("Period", "2021-2019", "period-reversed", "2019-2021"),
    138: ("Contact", "'Integration', office@city.example", "leading-apostrophe", "a plain text"),
    142: ("Country", "Atlantis", "fault-country", "no country of this world"),
    151: ("Title", "   ", "fault-missing", "a title"),
    167: ("Topic", "Education; education", "repeated", "Education"),
    171: ("City", "Lisbon; Lisboa", "repeated", "Lisbon"),
    181: ("Period", "when the leaves fall", "period-unreadable", "kept as it stands"),
    186: ("Period", "tbc", "period-unreadable", "kept as it stands"),
    191: ("Period", "two school years", "period-unreadable", "kept as it stands"),
    198: ("Topic", "Education; Sprots", "fault-topic", "no topic"),
}

# Row: the row whose practice it enters a second time, and the title it is given.
TWINS = {66: (12, "  {}"), 133: (20, "{} (again)"), 188: (54, "The {}")}


def title(row):
    """No two titles have more than one of their three parts in common."""
    return f"{THINGS[row % 40]} for {GROUPS[row % 34]} {PLACES[row % 27]}"


def home(row):
    """Country and cities of a row, each as written and as meant."""
    written, meant, cities = HOMES[row % len(HOMES)]
    count = min((1, 1, 0, 2, 1, 4, 1, 3)[row % 8], len(cities))
    first = row % len(cities)
    return written, meant, (cities[first:] + cities[:first])[:count]


def prose(row, name):
    """Text for a section; some have several lines, quotes of each kind, or a list."""
    nickname = QUOTES[row % len(QUOTES)].format(f"Number {row}")
    first = f"This {name.lower()} was invented for a test; the hosts call it {nickname}."
    rest = ["", " Nobody took part – not even the author.", "\nIt has a second line, 100 % made up.",
            "\n\n- one\n- two; with a semicolon\n- three, with a comma"]
    return first + rest[row % len(rest)]


def sections(row):
    """Every third practice is an old one, which has a summary only."""
    if row % 3 == 0:
        return {}
    return {name: prose(row + index, name) for index, name in enumerate(
        ["Purpose", "Stimulus/Rationale", "Process", "Impact"])}


def practice(row):
    """The cells of a row, before anything is made wrong, and the notes on them."""
    country, meant_country, cities = home(row)
    joint = JOINTS[row % len(JOINTS)]
    topics = [TOPICS[row % 13], TOPICS[(row + 5) % 13]][:1 + row % 2]
    cells = {
        "Title": title(row), "Country": country,
        "City": joint.join(written for written, _ in cities), "Period": PERIODS[row % len(PERIODS)],
        "Topic": "; ".join(written for written, _ in topics),
        "Tags": "test; " + THINGS[row % 40].lower() if row % 4 == 0 else "",
        "Summary": prose(row, "Summary"), **sections(row),
        "Contact": f"Office {row}, office{row}@city.example" if row % 5 == 0 else "",
        "Source": f"https://www.example.org/practice/{row}" if row % 2 else ""}
    notes = []
    if country != meant_country:
        notes.append(("Country", "alias", meant_country))
    if len(cities) > 1 and joint != "; ":
        notes.append(("City", "list-joined-otherwise", "; ".join(meant for _, meant in cities)))
    elif any(written != meant for written, meant in cities):
        notes.append(("City", "alias", "; ".join(meant for _, meant in cities)))
    if any(written != meant for written, meant in topics):
        notes.append(("Topic", "alias", "; ".join(meant for _, meant in topics)))
    if cells["Period"] == "N/A":
        notes.append(("Period", "not-applicable", "no period"))
    return cells, notes


def spoilt(row):
    """The cells of a row as they are sent in, and the notes on them."""
    cells, notes = practice(row)
    if row in ODDITIES:
        column, cells[column], kind, meant = ODDITIES[row]
        notes = [note for note in notes if note[0] != column] + [(column, kind, meant)]
    if row in TWINS:
        original, pattern = TWINS[row]
        cells = {**practice(original)[0], "Title": pattern.format(title(original))}
        kind = "entered-again" if pattern.strip() == "{}" else "entered-twice"
        notes = practice(original)[1] + [("Title", kind, title(original))]
    return cells, notes


def files():
    """The text of the table and of the notes on it."""
    table, remarks, line = io.StringIO(), ["# line, column, kind, meant"], 2
    writer = csv.DictWriter(table, COLUMNS, restval="")
    writer.writeheader()
    for row in range(1, COUNT + 1):
        start = table.tell()
        cells, notes = spoilt(row)
        writer.writerow(cells)
        remarks += ["\t".join([str(line), *note]) for note in notes]
        line += table.getvalue()[start:].count("\n")
    return table.getvalue(), "\n".join(remarks) + "\n"


if __name__ == "__main__":
    for name, text in zip(("practices-200.csv", "practices-200.notes.tsv"), files()):
        (HERE / name).write_text(text, encoding="utf-8", newline="")
