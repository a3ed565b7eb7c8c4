"""Chromium without a window, driven by Debian's chromium-driver."""

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

SKIPPED = 77
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--window-size=1280,900", "--lang=en",
]


def need_browser():
    """Ends the test as skipped where there is no browser, with the name of what is missing."""
    try:
        import selenium  # noqa: F401
    except ImportError:
        sys.exit(skip("python3-selenium"))
    for program in ("chromium", "chromedriver"):
        if which(program) is None:
            sys.exit(skip(program))


def skip(what):
    print(f"skipped: {what} is missing")
    return SKIPPED


@contextmanager
def browser():
    """A browser with a new, empty profile."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    with TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = which("chromium")
        for flag in FLAGS + [f"--user-data-dir={profile}"]:
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"download.default_directory": profile})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        driver = webdriver.Chrome(service=Service(which("chromedriver")), options=options)
        try:
            yield driver
        finally:
            driver.quit()


def requests_of(driver):
    """The addresses that the browser has asked for since the last call."""
    addresses = []
    for row in driver.get_log("performance"):
        message = json.loads(row["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            addresses.append(message["params"]["request"]["url"])
    return addresses


def complaints_of(driver):
    """What the console says: errors of scripts, breaches of the policy."""
    return [row["message"] for row in driver.get_log("browser")]


def emulate(driver, width=1280, height=900, **features):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": features.pop("media", ""),
        "features": [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]})


def open_file(driver, path, fragment=""):
    driver.get("about:blank")
    driver.get(Path(path).resolve().as_uri() + fragment)
