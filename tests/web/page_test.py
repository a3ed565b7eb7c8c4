#!/usr/bin/env python3
"""page_test.py ICC BUILD: the page that `icc export --html` writes, in a real browser.

Leaves pictures of the page in BUILD/web. Without Chromium it is skipped; without npm's axe-core and
html-validate those two judges are.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parents[1] / "judges"))

from browser import browser, complaints_of, emulate, need_browser, open_file, requests_of
from npm_judges import axe_source, html_faults
from pages import BUILD, ICC, OUTPUT, Page, expect, filtered, filtered_all, icc, until, wait

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RECORDS = 90


def queries():
    lines = (HERE / "queries.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def check_queries(page):
    faults, found = 0, 0
    for query, (ids, fault) in zip(queries(), filtered_all(page.database, queries())):
        before = page.run("return page.records.map((record) => record.id)")
        shown = page.query(query)
        if fault is None:
            expect(f"{query}: fault", page.fault(), None)
            expect(f"{query}: ids", sorted(shown), ids)
            found += len(ids) > 0
        else:
            message, column = page.fault() or [None, None]
            if message == "no regular expression":
                message = fault[0]  # the reason is that of another library
            expect(f"{query}: fault", [message, column], fault)
            expect(f"{query}: the list stays", shown, before)
            faults += 1
    page.query("")
    print(f"{len(queries())} queries agree with icc filter: {found} find something, {faults} are refused")


def check_costly_patterns(page):
    """A link with a pattern that takes too long: the page says who can answer it, and goes on."""
    page.query("")
    for pattern in ("|".join(f"{letter}{{900}}" for letter in "abcdef"), "(?:" + "(?:a?){20}" * 40 + "b){20}"):
        page.open("#q=" + quote(f'text~"{pattern}"'))
        until(page.fault, "a costly pattern is told")
        expect("a costly pattern", page.fault(), ["this pattern takes too long on a page", 5])
        expect("who can answer", "icc filter" in page.run("return document.getElementById('fault').textContent"), True)
        ids, _ = filtered(page.database, "country:Sweden")
        expect("the page goes on", sorted(page.query("country:Sweden")), ids)
    page.query("")
    print("patterns that cost too much are refused")


def check_counts(page):
    """The facets of the page against `icc count`, alone and below a query."""
    for query in ("", "has:references", "youth or school", "tag:s* not country:Sweden"):
        page.query(query)
        for field in ("topics", "country", "cities"):
            counted = json.loads(icc(page.database, "count", "--json", field, *([query] if query else [])).stdout)
            wanted = {row["values"][0]: row["count"] for row in counted["counts"]}
            wanted = {value: count for value, count in wanted.items() if value and count}
            shown = page.run("const items = facets.find((facet) => facet.field === arguments[0]).items;"
                             "return items.map((item) => [item.value, Number(item.count.textContent)])", field)
            expect(f"{field} below '{query}'", {value: count for value, count in shown if count}, wanted)
        for field in ("year", "is"):
            shown = page.run("const items = facets.find((facet) => facet.field === arguments[0]).items;"
                             "return items.map((item) => [item.value, Number(item.count.textContent)])", field)
            wanted = filtered_all(page.database, [f"({query or 'has:id'}) {field}:{value}" for value, _ in shown])
            for (value, count), (ids, _) in zip(shown, wanted):
                expect(f"{field}:{value} below '{query}'", count, len(ids))
    page.query("country:Sweden")
    zero = page.run("return facets[0].items.filter((item) => item.count.textContent === '0').length")
    expect("topics that nobody in Sweden has are shown", zero > 0, True)
    page.query("")
    print(f"facet counts agree with icc count; {zero} topics of Sweden's show a zero")


def check_choices(page):
    """Choosing, taking back, deep links and the back button."""
    from selenium.webdriver.common.by import By

    page.open("#q=is:ongoing")
    choose = ("const box = facets.find((facet) => facet.field === arguments[0]).items"
              ".find((item) => item.value === arguments[1]).box; box.click();")
    page.run(choose, "country", "Sweden")
    page.run(choose, "country", "United Kingdom")
    expect("chosen", page.run("return page.query"), 'is:ongoing country:Sweden,"United Kingdom"')
    ids, _ = filtered(page.database, 'is:ongoing country:Sweden,"United Kingdom"')
    expect("chosen ids", sorted(page.run("return page.records.map((record) => record.id)")), ids)
    page.run(choose, "country", "Sweden")
    expect("taken back", page.run("return page.query"), 'is:ongoing country:"United Kingdom"')
    page.driver.back()
    page.driver.back()
    wait(page, "page.query === 'is:ongoing country:Sweden'")
    page.run(choose, "is", "undated")
    expect("states", page.run("return page.query"), "country:Sweden is:ongoing,undated")
    page.open("#q=country:Sweden topic:education")
    ids, _ = filtered(page.database, "country:Sweden topic:education")
    expect("deep link", sorted(page.run("return page.records.map((record) => record.id)")), ids)
    first = page.run("return document.querySelector('#list article').id")
    page.driver.find_element(By.CSS_SELECTOR, "#list article .readmore a").click()
    wait(page, "document.body.classList.contains('detail')")
    expect("address", page.run("return location.hash"), f"#{first}")
    expect("text is shown", page.run("return document.querySelector('#detail .text').offsetHeight > 0"), True)
    related = page.run("return document.querySelectorAll('#detail .related li').length")
    expect("related practices", related > 0, True)
    page.driver.back()
    wait(page, "!document.body.classList.contains('detail')")
    expect("back on the list", page.run("return page.query"), "country:Sweden topic:education")
    page.open(f"#{first}")
    expect("link to a practice", page.run("return document.querySelector('#detail article').id"), first)
    print("choices, deep links and the back button work")


def check_files(page):
    """The selection as JSON and CSV is what export writes."""
    page.open()
    for query in ("", "country:Sweden,Norway", "has:references topic:education"):
        page.query(query)
        selection = ["--where", query] if query else []
        expect(f"JSON of '{query}'", page.run("return jsonOf(page.records)"),
               icc(page.database, "export", "--json", *selection).stdout)
        raw = subprocess.run([ICC, "-C", page.database, "export", "--csv", *selection], capture_output=True)
        expect(f"CSV of '{query}'", page.run("return csvOf(page.records)"), raw.stdout.decode())
    page.query("")
    bibtex = page.run("return bibtexCitation(collection.records[0])")
    expect("a BibTeX entry", (bibtex.startswith("@misc{"), bibtex.count("{") == bibtex.count("}")), (True, True))
    print("JSON and CSV of the selection are those of icc export")


def check_buttons(page):
    """The selection saved by a click, and its address copied."""
    folder = OUTPUT / "saved"
    shutil.rmtree(folder, ignore_errors=True)
    page.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    page.driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    page.open("#q=country:Sweden")
    for form in ("json", "csv"):
        page.run("document.getElementById(arguments[0]).click()", f"save-{form}")
        saved = folder / f"practices.{form}"
        until(saved.exists, f"{saved} is there")
        expect(f"saved {form}", saved.read_bytes().decode(), page.run(f"return {form}Of(page.records)"))
    page.run("document.getElementById('copy-link').click()")
    until(lambda: page.run("return document.getElementById('copy-link').textContent") == "Copied", "the link is copied")
    copied = page.driver.execute_async_script("navigator.clipboard.readText().then(arguments[arguments.length - 1])")
    expect("copied link", copied, page.path.as_uri() + "#q=country:Sweden")
    print("the selection is saved and its address copied")


def check_keyboard(page):
    """From the top of the page to the text of a practice and back without a mouse."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    page.open()

    def press(*keys):
        ActionChains(page.driver).send_keys(*keys).perform()

    def focus():
        return page.run("const e = document.activeElement; return e.id || e.textContent.trim()")

    press(Keys.TAB)
    expect("first stop", focus(), "Skip to the practices")
    outline = page.run("return getComputedStyle(document.activeElement).outlineStyle")
    expect("focus is visible", outline, "solid")
    seen = []
    while focus() != "query" and len(seen) < 20:
        press(Keys.TAB)
        seen.append(focus())
    expect("the search is reached", focus(), "query")
    press("country:sweden")
    ids, _ = filtered(page.database, "country:sweden")
    expect("typed", page.run("return page.records.length"), len(ids))
    page.run("document.querySelector('#list h3 a').focus()")
    press(Keys.ENTER)
    wait(page, "document.body.classList.contains('detail')")
    wait(page, "document.activeElement.id === 'detail'")
    page.driver.back()
    wait(page, "!document.body.classList.contains('detail')")
    wait(page, "document.activeElement.closest('article') !== null")
    print("the keyboard is enough")


# What is too far below to be laid out is no part of innerText, and has no size for axe to judge; finding
# in the page and screen readers know of it.
LAID_OUT = "document.querySelectorAll('#list > article').forEach((one) => one.style.contentVisibility = 'visible');"


def check_without_scripts(page):
    page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page.open()
    html = page.driver.execute_cdp_cmd("Runtime.evaluate", {
        "expression": LAID_OUT + "document.body.innerText", "returnByValue": True})["result"]["value"]
    for line in icc(page.database, "export", "--jsonl").stdout.splitlines():
        record = json.loads(line)
        title = " ".join(record["title"].split())
        expect(f"title of {record['id']} without scripts", title in " ".join(html.split()), True)
        beginning = record["summary"].split()[0]
        expect(f"text of {record['id']} without scripts", beginning in html, True)
    expect("no search without scripts", "Sort by" in html, False)
    page.driver.save_screenshot(str(OUTPUT / "no-scripts.png"))
    page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    print("without scripts all titles and texts are there")


# What the page is looked at with, and which of its views axe judges there.
LOOKS = {
    "desktop": ({}, ["list", "practice", "pictures"]),
    "wide": ({"width": 1920}, []),
    "phone": ({"width": 390, "height": 1400}, ["list"]),
    "narrow": ({"width": 320, "height": 1400}, []),
    "dark": ({"prefers_color_scheme": "dark"}, ["list", "practice"]),
}


def check_looks(page, axe):
    """Widths and dark: no sideways scrolling, no violation of axe's. Leaves pictures."""
    first = page.run("return collection.records[0].id")
    views = {"list": "", "practice": f"#{first}", "pictures": "#pictures"}
    for look, (settings, judged) in LOOKS.items():
        emulate(page.driver, **settings)
        for view, fragment in views.items():
            page.open(fragment)
            width = page.run("return [document.documentElement.scrollWidth, innerWidth]")
            expect(f"{look}-{view} does not scroll sideways", width[0] <= width[1], True)
            if axe and view in judged:
                check_axe(page, axe, f"{look}-{view}")
            page.driver.save_screenshot(str(OUTPUT / f"{look}-{view}.png"))
    emulate(page.driver)
    print(f"{len(LOOKS)} looks{', judged by axe' if axe else ''}: no sideways scrolling")


def check_axe(page, axe, name):
    page.run(LAID_OUT)
    page.run(axe)
    result = page.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        ".then((result) => done(result.violations.map((v) => [v.id, v.help, v.nodes.slice(0, 3).map((n) => n.html)])))")
    expect(f"axe on {name}", result, [])


def check_print(page):
    import base64

    emulate(page.driver, media="print")
    page.open("#q=country:Sweden")
    hidden = page.run("return ['#search', '#facets', 'nav', '.excerpt'].map((name) =>"
                      "getComputedStyle(document.querySelector(name)).display)")
    expect("controls are not printed", hidden, ["none"] * 4)
    expect("texts are printed", page.run("return document.querySelector('#list .text').offsetHeight > 0"), True)
    emulate(page.driver)
    page.open()
    pdf = base64.b64decode(page.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    (OUTPUT / "print.pdf").write_bytes(pdf)
    pages = pdf.count(b"/Type /Page\n")
    expect("a booklet of many pages", pages > 20, True)
    print(f"prints as {pages} pages")


def check_quiet(page):
    """Nothing is asked for but the file, and nothing complains."""
    requests_of(page.driver)
    complaints_of(page.driver)
    page.open()
    page.query("youth")
    addresses = [a for a in requests_of(page.driver) if not a.startswith(("about:", "data:"))]
    expect("requests", addresses, [page.path.as_uri()])
    expect("complaints", complaints_of(page.driver), [])
    print("the only request is the file itself")


def check_site(driver, database):
    """The static site: its pages in the browser, its data and feeds by readers that are not ours."""
    site = OUTPUT / "site"
    shutil.rmtree(site, ignore_errors=True)
    git = ["git", "-C", str(database), "-c", "user.name=Test", "-c", "user.email=test@test"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all", "--date", "@1700000000 +0000"]):
        subprocess.run(git + command, check=True)
    export = ["export", "--site", str(site), "--base-url", "https://example.org/p"]
    icc(database, *export)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in site.rglob("*") if path.is_file()}
    said = icc(database, *export).stderr
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in site.rglob("*") if path.is_file()}
    expect("a second run changes nothing", (before == after, "nothing has changed" in said), (True, True))
    listed = json.loads((site / "icc-site.json").read_text("utf-8"))["files"]
    found = sorted(str(path.relative_to(site)) for path in before if path.name != "icc-site.json")
    expect("the manifest lists all files", listed, found)
    expect("data", (site / "practices.json").read_text("utf-8"), icc(database, "export", "--json").stdout)
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(site / "feed.xml").getroot()
    expect("feed", (feed.tag, len(feed.findall(f"{atom}entry")), feed.findtext(f"{atom}updated")),
           (f"{atom}feed", 30, "2023-11-14T22:13:20Z"))
    sitemap = ElementTree.parse(site / "sitemap.xml").getroot()
    expect("sitemap", len(sitemap), 1 + len(list((site / "practice").iterdir())))
    requests_of(driver)
    complaints_of(driver)
    open_file(driver, site / "index.html", "#q=country:Sweden")
    ids, _ = filtered(database, "country:Sweden")
    expect("the index searches", sorted(driver.execute_script("return page.records.map((r) => r.id)")), ids)
    driver.execute_script("document.querySelector('#list .readmore a').click()")
    address = driver.execute_script("return location.pathname.split('/').slice(-2).join('/')")
    expect("a page a practice", address in listed and address.startswith("practice/"), True)
    driver.save_screenshot(str(OUTPUT / "site-practice.png"))
    expect("no page asks for anything else", [a for a in requests_of(driver) if not a.startswith(("about:", "data:", "file:"))], [])
    expect("complaints", complaints_of(driver), [])
    expect("html-validate", html_faults(BUILD, site / "404.html", site / address), [])
    print(f"a site of {len(listed)} files: searches, validates, stays when written again")


HOSTILE = """title: "</script><script>document.title='broken'</script><img src=x onerror=alert(1)>"
country: Sweden
cities: ["<b>Botkyrka</b>", "\\u202Eevil"]
period: "'><svg onload=alert(2)>"
topics: ["<i>Education</i>"]
tags: ["{{title}}", "</style><style>*{display:none}</style>"]
summary: |
  <script>document.title='broken'</script> [click](javascript:alert(3)) ![x](https://example.org/x.png)
  <a href="javascript:alert(4)" onclick="alert(5)">x</a> <iframe src="https://example.org"></iframe> \u202Ereversed
references:
  - title: "</script>"
    url: "javascript:alert(6)"
  - title: "data"
    url: "data:text/html,<script>alert(7)</script>"
source: "javascript:alert(8)"
language: "fr\\" onfocus=\\"alert(9)"
"__proto__": {polluted: yes}
"constructor": "<script>alert(10)</script>"
"""


def check_hostile(driver, database):
    (database / "practices" / "sweden").mkdir(parents=True, exist_ok=True)
    (database / "practices" / "sweden" / "hostile.yaml").write_text(HOSTILE, "utf-8")
    page = Page(driver, database, "hostile")
    requests_of(driver)
    complaints_of(driver)
    page.open()
    page.query("has:id")
    page.open("#hostile")
    page.run("document.querySelectorAll('#detail button').forEach((button) => button.textContent === 'Print' || button.click())")
    expect("the title stands", "broken" in page.run("return page.title"), False)
    links = page.run("return [...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))"
                     ".filter((href) => !/^(#|https?:|mailto:)/.test(href))")
    expect("links", links, [])
    made = page.run("return document.querySelectorAll('img, iframe, object, embed, [onclick], [onload], [onerror]').length")
    expect("elements from records", made, 0)
    expect("scripts", page.run("return [...document.scripts].filter((s) => !s.type).length"), 11)
    expect("no bidi controls", page.run("return /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)"), False)
    expect("no pollution", page.run("return {}.polluted === undefined"), True)
    addresses = [a for a in requests_of(driver) if not a.startswith(("about:", "data:"))]
    expect("requests", set(addresses), {page.path.as_uri()})
    expect("complaints", complaints_of(driver), [])
    print("hostile records do nothing")


def collection(folder):
    """The ten practices and some made ones."""
    database = Path(folder) / "database"
    subprocess.run([sys.executable, str(ROOT / "tests/bench/generate.py"), str(database),
                    "--count", str(RECORDS), "--messy", "10"], check=True, capture_output=True)
    shutil.copytree(ROOT / "practices", database / "practices", dirs_exist_ok=True)
    return database


def main():
    need_browser()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, browser() as driver:
        database = collection(folder)
        page = Page(driver, database, "page")
        check_quiet(page)
        check_queries(page)
        check_costly_patterns(page)
        check_counts(page)
        check_choices(page)
        check_files(page)
        check_buttons(page)
        check_keyboard(page)
        check_without_scripts(page)
        check_print(page)
        small = Page(driver, database, "small", "--limit", "16")
        check_looks(small, axe_source(BUILD))
        expect("html-validate", html_faults(BUILD, small.path), [])
        check_site(driver, database)
        check_hostile(driver, database)


if __name__ == "__main__":
    main()
