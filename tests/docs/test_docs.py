"""The site: built without a warning, with every page, notebook and name, and closed: no link leads nowhere or fetches from elsewhere."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest

import leeruitkomsten as lu
from leeruitkomsten import weergave

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(
    pad.relative_to(DOCS).with_suffix(".html").as_posix() for pad in (*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb"))
)
DOORS = [
    module.name for module in pkgutil.iter_modules(lu.__path__) if hasattr(importlib.import_module(f"leeruitkomsten.{module.name}"), "__all__")
]  # fmt: skip


class Page(HTMLParser):
    """What a page of HTML has: ids, links, what it fetches, its text, and which names of the reference show their source."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.fetches: list[str] = []
        self.languages: dict[str, str] = {}
        self.with_source: set[str] = set()
        self._words: list[str] = []
        self._name = ""
        self._silent = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        self.ids |= {have["id"]} if "id" in have else set()
        self._silent = tag in ("script", "style")
        if tag == "a" and "href" in have:
            self.links.append(have["href"])
            if "_modules/" in have["href"]:
                self.with_source.add(self._name)
        elif tag in ("link", "use") and "href" in have:
            self.fetches.append(have["href"])
        self.fetches += [have[name] for name in ("src", "srcset", "poster", "data") if name in have]
        self.fetches += re.findall(r"url\(['\"]?([^'\")]+)", have.get("style", ""))
        if tag == "dt":
            self._name = have.get("id", "")
        if "lang" in have:
            self.languages[tag] = have["lang"]

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        self._words += [] if self._silent else data.split()

    @property
    def text(self) -> str:
        return " ".join(self._words)


@cache
def read(file: Path) -> Page:
    return Page(file.read_text("utf-8"))


def html_of(site: Path) -> dict[Path, Page]:
    return {file: read(file) for file in sorted(site.rglob("*.html"))}


def menu(site: Path, page: str) -> dict[str, list[str]]:
    """The pages in the menus that a page shows, by the title of the menu."""
    side = (site / page).read_text("utf-8").split('class="sidebar-container"')[1].split("</aside>")[0]
    _, *menus = side.split('<span class="caption-text">')
    here = (site / page).parent
    return {
        part.partition("<")[0]: [
            (here / unquote(link)).resolve().relative_to(site.resolve()).as_posix() if link != "#" else page
            for link in re.findall(r'<a class="[^"]*reference[^"]*" href="([^"]+)"', part)
        ]
        for part in menus
    }


DUTCH, ENGLISH = "Voor opleiders en beheerders", "For developers and analysts"


def test_every_page_stands_in_one_menu_once(site: Path) -> None:
    menus = menu(site, "index.html")
    assert list(menus) == [DUTCH, ENGLISH]
    assert len(PAGES) > 20
    assert sorted([*menus[DUTCH], *menus[ENGLISH]]) == [name for name in PAGES if name != "index.html"]


def test_a_page_shows_the_menu_in_which_it_stands_and_a_door_to_the_other(site: Path) -> None:
    for title, pages in menu(site, "index.html").items():
        other = {DUTCH: "quickstart.html", ENGLISH: "snelstart.html"}[title]
        for name in pages:
            assert list(menu(site, name)) == [title], name
            assert name in menu(site, name)[title]
            assert "../" * name.count("/") + other in read(site / name).links


COMMON = {
    "nl": frozenset(
        ["de", "het", "een", "en", "van", "is", "niet", "met", "die", "op", "voor", "te", "dat", "wat", "er", "staat"]
    ),
    "en": frozenset(
        ["the", "a", "and", "of", "is", "not", "with", "that", "on", "for", "to", "what", "it", "are", "which"]
    ),
}


def test_a_page_is_in_the_language_of_its_menu_and_says_so(site: Path) -> None:
    menus = menu(site, "index.html")
    for name in PAGES:
        language = "en" if name in menus[ENGLISH] else "nl"
        assert read(site / name).languages["html"] == language, name
        html = (site / name).read_text("utf-8")
        prose = " ".join(re.findall(r"<p>(.*?)</p>", html.split("<article")[1].split("</article>")[0], re.DOTALL))
        words = re.sub(r"<(code|em|pre).*?</\1>|<[^>]+>", " ", prose, flags=re.DOTALL).lower().split()
        dutch, english = (sum(word in COMMON[each] for word in words) for each in ("nl", "en"))
        assert (dutch > 2 * english) if language == "nl" else (english >= dutch), (name, dutch, english)


def test_furo_speaks_the_language_of_the_page(site: Path) -> None:
    words = {"nl": "Op deze bladzijde", "en": "On this page"}
    for name, language in {"snelstart.html": "nl", "uitwisseling/moodle.html": "nl", "cohort.html": "en"}.items():
        html = (site / name).read_text("utf-8")
        assert {each for each, text in words.items() if text in html} == {language}
    dutch = (site / "pagina.html").read_text("utf-8")
    assert [word for word in ("Toggle", "Skip to", "Back to top", '"Search"', ">Next<") if word in dutch] == []


@pytest.mark.parametrize("name", ["cohort", "cohort-nl", "curriculum", "eigen-raamwerk", "portfolio"])
def test_what_a_notebook_gives_stands_on_its_page(name: str, site: Path) -> None:
    notebook = nbformat.read(DOCS / "notebooks" / f"{name}.ipynb", as_version=4)
    shown = read(site / "notebooks" / f"{name}.html").text
    given = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert len(given) >= 7
    for output in given:
        data = output.get("data", {})
        text = Page(data["text/html"]).text if "text/html" in data else output.get("text", data.get("text/plain", ""))
        assert text.strip()
        assert " ".join(text.split()) in shown


def test_every_public_name_is_in_the_reference_with_its_source(site: Path) -> None:
    reference = [read(file) for file in sorted((site / "api").glob("*.html"))]
    ids = set().union(*(page.ids for page in reference))
    with_source = set().union(*(page.with_source for page in reference))
    names = {f"leeruitkomsten.{name}" for name in lu.__all__}
    for door in DOORS:
        names |= {f"leeruitkomsten.{door}.{name}" for name in importlib.import_module(f"leeruitkomsten.{door}").__all__}
    assert {"leeruitkomsten.verdieping", "leeruitkomsten.cohort.tel", "leeruitkomsten.uitwisseling.lees"} <= names
    assert names - ids == set()
    assert names - with_source == {"leeruitkomsten.__version__"}


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    pages = html_of(site)
    lost: list[str] = []
    followed = 0
    for file, page in pages.items():
        for link in (*page.links, *page.fetches):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            goal = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if not goal.is_file() or (parts.fragment and unquote(parts.fragment) not in read(goal).ids):
                lost.append(f"{file.relative_to(site)}: {link}")
    assert followed > 1000
    assert lost == []


def test_the_page_to_explore_the_framework_is_a_click_away(site: Path) -> None:
    assert (site / "leeruitkomsten.html").read_text("utf-8") == weergave.pagina(lu.laad())
    for name in PAGES:
        assert "../" * name.count("/") + "leeruitkomsten.html" in read(site / name).links
    doors = (site / "index.html").read_text("utf-8").split('class="deuren"')[1].split("</div>")[0]
    assert re.findall(r'href="([^"]+)"', doors) == ["leeruitkomsten.html", "snelstart.html", "quickstart.html"]


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    fetched = {url for page in html_of(site).values() for url in page.fetches}
    for style in site.rglob("*.css"):
        fetched |= {*re.findall(r"(?:url\(|@import )['\"]?([^'\")\s]+)", style.read_text("utf-8"))}
    assert "_static/huis.css" in {url.partition("?")[0] for url in fetched}
    assert {url for url in fetched if urlsplit(url).scheme not in ("", "data") or urlsplit(url).netloc} == set()


def test_links_out_of_the_docs_stay_within_the_site(site: Path) -> None:
    assert "project/licenties.html" in read(site / "gegevens.html").links
    assert "project/snelheid.html" in read(site / "cohort.html").links
    assert "../gegevens.html" in read(site / "project" / "wijzigingen.html").links
    (schema,) = (site / "_downloads").rglob("raamwerk.schema.json")
    assert schema.read_bytes() == (DOCS / "raamwerk.schema.json").read_bytes()


RECIPES = re.split(r"^### ", (DOCS / "recepten.md").read_text("utf-8"), flags=re.MULTILINE)[1:]


def test_there_are_twenty_recipes_and_more() -> None:
    questions = [recipe.partition("\n")[0] for recipe in RECIPES]
    assert len(set(questions)) == len(questions) >= 20
    assert all(question.endswith("?") for question in questions)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.partition("\n")[0])
def test_a_recipe_answers_in_one_expression(recipe: str) -> None:
    answer = recipe.partition("\n## ")[0]
    lines = [example.source for example in doctest.DocTestParser().get_examples(answer)]
    (expression,) = (line for line in lines if not line.startswith(("import ", "from ")))
    assert ast.parse(expression.removeprefix("_ = "), mode="eval")
