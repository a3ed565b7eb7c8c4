"""The words that generated records are made of."""

# A sentence takes one phrase of each row.
SENTENCE_PARTS = [
    ["the city", "the municipality", "a group of residents", "the integration office", "the library",
     "the tenants' association", "every school of the district", "a team of mediators",
     "the youth council", "the museum", "the café on the market square", "the sports club"],
    ["invites", "supports", "brings together", "trains", "advises", "accompanies", "listens to",
     "works with", "pays for", "asks"],
    ["newcomers and long-term residents", "families from forty countries", "young people", "teachers",
     "local employers", "volunteers", "women who look for work", "older neighbours",
     "shopkeepers of the quarter", "people of all faiths", "parents", "refugees"],
    ["once a month", "in twelve languages", "in the old town hall", "before each school year",
     "at eye level", "with the help of interpreters", "in small groups", "on the neighbourhood's day",
     "without any fee", "together with the university", "over a shared meal", "in the évaluation"],
    ["so that prejudice finds less ground", "because contact builds trust",
     "which the council decided unanimously", "and publishes what it has learnt",
     "and reports on it each spring", "so that nobody is left out",
     "which other cities have since copied", "as the strategy of the region – Région – demands",
     "and measures what has changed", "since daily life happens there"],
]

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou"]

TITLES = [
    "Neighbourhood dinners", "Language café for parents", "Council of newcomers",
    "Mentors for a first job", "Anti-rumour network", "Festival of small stages",
    "Open library on Sundays", "Interpreters in the clinic", "Garden of many hands",
    "Walks through the old town", "School of mediators", "Women build the quarter",
    "Stories on the tram", "Football without borders", "Welcome desk", "House of religions",
    "Job fair for talents", "Diversity in the town hall", "Radio of the districts",
    "Charter of good neighbours", "Theatre in two languages", "Housing without bias",
    "Youth parliament", "Kitchen of the world",
]

TARGET_GROUPS = ["newcomers", "tenants", "young people", "women", "older people", "public servants",
                 "teachers", "employers", "refugees", "Roma", "the whole city", "parents"]

PARTNERS = ["Tenants' association", "City library", "University", "Chamber of commerce", "Red Cross",
            "Adult education centre", "Football club", "Theatre", "Interfaith council",
            "Association of women's groups", "Police", "Regional government"]

TAGS = ["app", "language café", "mentoring", "public space", "theatre", "sport", "interpreting",
        "training", "festival", "young people", "participation", "media"]
