"""Tables as they are drawn: what JupyterLab and Visual Studio Code show in light and dark, as a browser sees it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from kijken import STIJLREGELS, Nu, bezwaren
from leeruitkomsten import Raamwerk
from leeruitkomsten.tabel import Cel, Tabel, pagina
from test_tabel import attribuutnamen, tekenbaar, woorden

Kleur: TypeAlias = Literal["light", "dark"]
# What JupyterLab 4 sets on an HTML output (packages/rendermime/style/base.css), with the variables of its two themes
# (packages/theme-light-extension/style/variables.css and that of theme-dark-extension).
JUPYTERLAB = """
body { background: %(grond)s; margin: 0 }
.uit { color: %(inkt)s; font: 14px/1.6 system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; padding-right: 20px }
.uit table { border-collapse: collapse; border-spacing: 0; border: none; color: %(tabelinkt)s; font-size: 13px;
  table-layout: fixed; margin: 0 0 1em }
.uit thead { border-bottom: 1px solid %(lijn)s; vertical-align: bottom }
.uit td, .uit th, .uit tr { vertical-align: middle; padding: 0.5em; line-height: normal; white-space: normal;
  max-width: none; border: none; text-align: right }
.uit th { font-weight: bold }
.uit tbody tr:nth-child(odd) { background: %(grond)s }
.uit tbody tr:nth-child(even) { background: %(baan)s }
.uit p { text-align: left; margin: 0 0 1em }
"""
# What Visual Studio Code sets on its outputs (src/vs/workbench/contrib/notebook/browser/view/renderers/backLayerWebView.ts
# and src/vs/workbench/contrib/webview/browser/pre/index.html), with the colours of Light Modern and Dark Modern
# (extensions/theme-defaults/themes).
VSCODE = """
html { background: %(grond)s }
body { background: transparent; color: %(inkt)s; font: 13px 'Segoe UI', Ubuntu, 'Droid Sans', sans-serif; margin: 0 }
table, thead, tr, th, td, tbody { border: none !important; border-color: transparent; border-spacing: 0;
  border-collapse: collapse }
table, th, tr { vertical-align: middle; text-align: right }
thead { font-weight: bold; background-color: rgba(130, 130, 130, 0.16) }
th, td { padding: 4px 8px }
tr:nth-child(even) { background-color: rgba(130, 130, 130, 0.08) }
tbody th { font-weight: normal }
"""
LICHT = {
    "grond": "white",
    "inkt": "rgba(0,0,0,.87)",
    "tabelinkt": "rgba(0,0,0,.87)",
    "lijn": "#bdbdbd",
    "baan": "#f5f5f5",
}
DONKER = {"grond": "#111", "inkt": "#fff", "tabelinkt": "rgba(255,255,255,.87)", "lijn": "#616161", "baan": "#212121"}
HUIZEN = {
    "jupyterlab licht": JUPYTERLAB % LICHT,
    "jupyterlab donker": JUPYTERLAB % DONKER,
    "vscode licht": VSCODE % {"grond": "#ffffff", "inkt": "#3b3b3b"},
    "vscode donker": VSCODE % {"grond": "#1f1f1f", "inkt": "#cccccc"},
    "kaal": "",
}
GROOTST = 20_000
"""Of each kind the smallest table is shown and the largest; what is larger than this, in characters, is more of the same."""
GEEN_PAGINA = {"region": {"enabled": False}}
"""A piece of a page has no landmarks: the notebook around it has those."""


@functools.cache
def tabellen(kader: Raamwerk) -> list[Tabel]:
    """Of each kind of record and result the smallest table and the largest."""
    per_soort: dict[object, dict[int, Tabel]] = {}
    for ding in alles(kader):
        tabel: Tabel = ding._tabel()
        soort = (type(ding), *{type(deel) for deel in ding}) if isinstance(ding, tuple) else type(ding)
        if len(tabel.html()) <= GROOTST:
            per_soort.setdefault(soort, {})[len(tabel.html())] = tabel
    return [maten[maat] for maten in per_soort.values() for maat in sorted({min(maten), max(maten)})]


def alles(kader: Raamwerk) -> Iterator[object]:
    for ding in tekenbaar(kader):
        yield ding
        if isinstance(ding, tuple):
            yield from ding[:1]
        elif isinstance(ding, lu.Dekking):
            yield from (ding.volgorde, ding.onbekend, ding.ongedekt, ding.dubbel)
    code = next((criterium.code for criterium in kader.succescriteria), "WP1.1a")
    bewijs = [lu.Bewijs(code, "<lesbezoek> & verslag", "2026-01-01"), lu.Bewijs(code, "-", "2026-01-02")]
    yield from (lu.Portfolio(kader.kenmerk, "<s12>", bewijs), bewijs[0])


def rijen(tabel: Tabel) -> tuple[tuple[Cel, ...], ...]:
    """The rows that are drawn: one of dashes where there is none."""
    return tabel.rijen or (("",) * len(tabel.kop),)


def toon(browser: Browser, huis: str, tabellen: list[Tabel], breed: int = 600) -> Page:
    """A page of a browser with each table in an output of its own."""
    page = browser.new_page(viewport={"width": breed, "height": 800})
    uit = "".join(f'<div class="uit">{tabel.html()}</div>' for tabel in tabellen)
    page.set_content(f'<!doctype html><html lang="en"><title>n</title><style>{HUIZEN[huis]}</style>{uit}')
    return page


@pytest.fixture(params=HUIZEN)
def huis(request: pytest.FixtureRequest) -> str:
    """The program that shows the notebook, and its theme."""
    return str(request.param)


@pytest.mark.dagelijks("breed")
def test_nothing_is_hard_to_read_or_hear(browser: Browser, axe: str, elk: Raamwerk) -> None:
    page = toon(browser, "kaal", tabellen(elk), breed=2400)
    assert bezwaren(page, axe, ".uit", twijfel=True, rules=GEEN_PAGINA) == []
    page.close()


@pytest.mark.dagelijks("vscode donker")
@pytest.mark.parametrize("thema", [huis for huis in HUIZEN if huis != "kaal"])
def test_no_theme_makes_it_hard_to_read(browser: Browser, axe: str, thema: str) -> None:
    page = toon(browser, thema, [tabel for kader in RAAMWERKEN.values() for tabel in tabellen(kader)], breed=2400)
    assert bezwaren(page, axe, ".uit", twijfel=True, runOnly=STIJLREGELS) == []
    page.close()


@pytest.mark.dagelijks("klein", "breed")
def test_every_text_is_shown_to_the_letter(browser: Browser, elk: Raamwerk) -> None:
    getoond = tabellen(elk)
    page = toon(browser, "kaal", getoond)
    gelezen = page.evaluate(
        """[...document.querySelectorAll(".uit")].map(uit => [
            uit.querySelector("caption")?.textContent ?? "",
            [...uit.querySelectorAll("thead th")].map(c => c.textContent),
            [...uit.querySelectorAll("tbody tr")].map(r => [...r.cells].map(c => c.textContent)),
            uit.querySelector("p")?.innerText ?? "",
        ])"""
    )
    assert gelezen == [
        [t.titel, [*t.kop], [["".join(woorden(cel)) for cel in rij] for rij in rijen(t)], t.voet] for t in getoond
    ]
    assert page.evaluate(
        "[...document.querySelectorAll('.uit *')].every(e => e.tagName == 'BR' || e.checkVisibility())"
    )
    page.close()


def test_lines_stand_below_each_other(browser: Browser, kader: Raamwerk) -> None:
    page = toon(browser, "kaal", [kader.evl(2)._tabel()])
    cel = page.locator("tbody tr").first.locator("td")
    assert cel.inner_text().splitlines() == [str(criterium) for criterium in kader["WP2"].succescriteria]
    page.close()


def test_a_head_of_a_column_or_row_is_told_to_who_listens(browser: Browser, elk: Raamwerk) -> None:
    getoond = tabellen(elk)
    page = toon(browser, "kaal", getoond)
    gelezen = page.evaluate(
        """[...document.querySelectorAll("table")].map(t => [
            [...t.querySelectorAll("thead th")].map(c => c.scope),
            [...t.querySelectorAll("tbody th")].map(c => c.scope + c.cellIndex), t.lang])"""
    )
    for tabel, (boven, links, taal) in zip(getoond, gelezen, strict=True):
        assert boven == ["col"] * len(tabel.kop)
        meer = len(tabel.rijen) > 1 and len(tabel.kop) > 1
        assert links == (["row0"] * len(tabel.rijen) if meer else [])
        assert taal == tabel.taal
    page.close()


# A matrix of five columns holds words that no browser breaks: it needs more, and scrolls where there is less.
@pytest.mark.dagelijks("vscode licht")
@pytest.mark.parametrize(("breed", "kolommen"), [(600, 4), (880, 5)])
def test_it_fits_without_scrolling(browser: Browser, kader: Raamwerk, huis: str, breed: int, kolommen: int) -> None:
    getoond = [tabel for tabel in tabellen(kader) if len(tabel.kop) <= kolommen]
    page = toon(browser, huis, getoond, breed)
    te_breed = page.evaluate(
        "[...document.querySelectorAll('.uit')].map(u => u.scrollWidth > u.clientWidth ? u.innerText : '').filter(Boolean)"
    )
    assert te_breed == []
    page.close()


def test_a_code_stays_on_one_line(browser: Browser, kader: Raamwerk, huis: str) -> None:
    page = toon(browser, huis, tabellen(kader))
    assert page.evaluate("[...document.querySelectorAll('b')].every(b => b.getClientRects().length == 1)")
    page.close()


def test_all_stands_left_and_on_top(browser: Browser, kader: Raamwerk, huis: str) -> None:
    page = toon(browser, huis, tabellen(kader))
    assert page.evaluate(
        "[...new Set([...document.querySelectorAll('th, td')].map(getComputedStyle).map(s => s.textAlign + s.verticalAlign))]"
    ) == ["lefttop"]
    page.close()


def test_marks_are_no_colour_alone(browser: Browser, kader: Raamwerk, huis: str) -> None:
    page = toon(browser, huis, [kader.verdieping("WP2", "WP3")._tabel(), kader.zoek("feedback")._tabel()])

    def stijl(merk: str, naam: str) -> str:
        return str(page.locator(merk).first.evaluate(f"e => getComputedStyle(e).{naam}"))

    assert stijl("ins", "textDecorationLine") == "underline"
    assert stijl("del", "textDecorationLine") == "line-through"
    assert int(stijl("mark", "fontWeight")) >= 700
    assert contrast(stijl("mark", "color"), stijl("mark", "backgroundColor")) >= 7
    page.close()


def contrast(een: str, ander: str) -> float:
    """The contrast of two opaque colours `rgb(r, g, b)`, as WCAG 2 defines it."""
    laag, hoog = sorted(map(helderheid, (een, ander)))
    return (hoog + 0.05) / (laag + 0.05)


def helderheid(kleur: str) -> float:
    assert re.fullmatch(r"rgb\(\d+, \d+, \d+\)", kleur)
    delen = [int(deel) / 255 for deel in re.findall(r"\d+", kleur)]
    recht = [deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]
    return 0.2126 * recht[0] + 0.7152 * recht[1] + 0.0722 * recht[2]


def test_no_colour_is_set_without_the_colour_of_what_stands_on_it(elk: Raamwerk) -> None:
    stijlen = {stijl for tabel in tabellen(elk) for stijl in re.findall(r'style="([^"]*)"', tabel.html())}
    for stijl in stijlen:
        assert ("color:" in stijl) == ("background:" in stijl)


def bladzijde(kader: Raamwerk) -> str:
    return pagina("Van <a> naar b", [lu.vergelijk(kader, lu.laad(errata=True))._tabel(), kader._tabel()])


@pytest.mark.grondig
def test_it_is_sound_html(nu: Nu, tmp_path: Path, kader: Raamwerk) -> None:
    delen = ["\n".join(tabel.html() for tabel in tabellen(elk)) for elk in RAAMWERKEN.values()]
    schil = '<!doctype html>\n<html lang="nl">\n<title>n</title>\n%s\n</html>\n'
    assert nu(tmp_path, bladzijde(kader), *[schil.replace("%s", deel) for deel in delen]) == []


@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_a_page_of_its_own_is_readable(browser: Browser, axe: str, kader: Raamwerk, kleur: Kleur) -> None:
    page = browser.new_page(color_scheme=kleur)
    page.set_content(bladzijde(kader))
    assert bezwaren(page, axe, twijfel=True) == []
    letters = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert helderheid(letters) == (0 if kleur == "light" else pytest.approx(1))
    page.close()


def test_nothing_else_is_fetched_or_run(elk: Raamwerk) -> None:
    for tabel in tabellen(elk):
        assert attribuutnamen(tabel.html()) <= {"style", "scope", "lang", "dir"}
