"""The site as a browser shows it: accessible in light and in dark, no wider than a phone, and silent on the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kijken import STIJLREGELS, bezwaren

# One of each kind, in both languages: front page, prose, tables, pictures, code, a format, a notebook, the reference.
PAGES = [
    "index", "snelstart", "pagina", "grafieken", "uitwisseling/moodle", "notebooks/cohort-nl", "quickstart", "recepten",
    "begrippen", "grafiek", "inbouwen", "notebooks/curriculum", "notebooks/portfolio", "api/functies",
]  # fmt: skip
# Not ours to mend: Furo's two side bars have no names, pandas leaves the corner of a table empty, and Sphinx puts the
# arguments of a long signature in a list of definitions without terms.
OF_OTHERS = {rule: {"enabled": False} for rule in ("landmark-unique", "empty-table-header", "definition-list")}


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of the width of a phone, in light or in dark."""
    context = browser.new_context(color_scheme=request.param, viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.dagelijks("recepten")
@pytest.mark.parametrize("page", ["light"], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, page: Page, site: Path, axe: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    assert bezwaren(page, axe, rules=OF_OTHERS) == []


@pytest.mark.dagelijks("notebooks/curriculum")
@pytest.mark.parametrize("page", ["dark"], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_dark_is_readable_too(name: str, page: Page, site: Path, axe: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    assert bezwaren(page, axe, runOnly=STIJLREGELS) == []


@pytest.mark.parametrize("page", ["light"], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone_and_asks_nothing_of_the_network(name: str, page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / f"{name}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert len(asked) > 3
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("page", ["light"], indirect=True)
@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 720)])
def test_the_button_that_opens_the_framework_is_in_sight(page: Page, site: Path, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto((site / "index.html").as_uri())
    button = page.get_by_role("link", name="Open het raamwerk").and_(page.locator(".deuren a"))
    box = button.bounding_box()
    assert box is not None
    assert (box["y"] >= 0, box["y"] + box["height"] <= height, box["x"] >= 0, box["x"] + box["width"] <= width) == (
        True,
    ) * 4
    button.click()
    assert page.url.endswith("/leeruitkomsten.html")
    page.get_by_role("searchbox").or_(page.get_by_label("Zoek in leeruitkomsten en succescriteria")).first.wait_for()
