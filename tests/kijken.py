"""Looking at HTML as people do: Debian's Chromium, axe-core and the Nu HTML checker, as fixtures for any test.

A missing one is a failure in CI; elsewhere its tests are skipped, with what to install.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

NODE_MODULES = Path(os.environ.get("LEERUITKOMSTEN_NODE_MODULES", Path(__file__).parent / "browser" / "node_modules"))
STIL = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
Openen = Callable[..., Page]
Nu = Callable[..., list[str]]


def ontbreekt(reden: str) -> NoReturn:
    """Fail in CI, skip elsewhere."""
    if os.environ.get("CI"):
        pytest.fail(reden)
    pytest.skip(reden)


def van_npm(pad: str) -> Path:
    """A file of an npm package that the tests need."""
    if not (NODE_MODULES / pad).is_file():
        ontbreekt(f"{pad} is missing: npm ci --prefix tests/browser")
    return NODE_MODULES / pad


class Chromium:
    """Headless Chromium, started when the first test asks for it and again after it was stopped."""

    def __init__(self) -> None:
        self._gaande: tuple[Playwright, Browser] | None = None

    def open(self) -> Browser:
        if self._gaande is None:
            # The shell is the same browser without its windows: half of the work per page.
            programma = shutil.which("chromium-headless-shell") or shutil.which("chromium")
            if programma is None:
                ontbreekt("chromium is missing: apt install chromium-headless-shell")
            playwright = sync_playwright().start()
            self._gaande = playwright, playwright.chromium.launch(executable_path=programma, args=STIL)
        return self._gaande[1]

    def stop(self) -> None:
        if self._gaande is not None:
            playwright, browser = self._gaande
            self._gaande = None
            browser.close()
            playwright.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """The one browser of all tests."""
    gaande = Chromium()
    yield gaande
    gaande.stop()


@pytest.fixture(scope="module")
def browser(chromium: Chromium) -> Browser:
    """Headless Chromium."""
    return chromium.open()


@pytest.fixture
def eigen_lus(chromium: Chromium) -> None:
    """For who runs an event loop: while the browser is there, its own runs in this thread."""
    chromium.stop()


@pytest.fixture
def gezegd() -> Iterator[list[str]]:
    """What pages did beside being read: requests for other files, errors, console lines, dialogs. Empty, or the test fails."""
    regels: list[str] = []
    yield regels
    assert regels == []


@pytest.fixture
def openen(browser: Browser, tmp_path: Path, gezegd: list[str]) -> Iterator[Openen]:
    """Open an HTML text as a file, and note in `gezegd` what it does.

    `openen(html, width=…, height=…, **context)` gives the page of playwright.
    """
    contexten: list[BrowserContext] = []

    def open_(html: str, *, naam: str = "blad.html", width: int = 1280, height: int = 800, **opties: Any) -> Page:
        bestand = tmp_path / naam
        bestand.write_text(html, "utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, **opties)
        context.set_default_timeout(10_000)  # a page whose script does not run fails soon, each test again
        contexten.append(context)
        adres = bestand.as_uri()
        context.on("request", lambda r: r.url.partition("#")[0] == adres or gezegd.append(f"request: {r.url}"))
        context.on("weberror", lambda fout: gezegd.append(f"error: {fout.error}"))
        context.on("console", lambda bericht: gezegd.append(f"console: {bericht.text}"))
        context.on("dialog", lambda venster: (gezegd.append(f"dialog: {venster.message}"), venster.dismiss()))
        pagina = context.new_page()
        pagina.goto(adres)
        return pagina

    yield open_
    for context in contexten:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, to run in a page: `page.evaluate(axe)`."""
    return van_npm("axe-core/axe.min.js").read_text("utf-8")


STIJLREGELS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
"""The rules of axe-core of which the outcome follows from colours and sizes: another theme needs no others."""

OOK_VERBORGEN = [
    "accesskeys", "area-alt", "aria-allowed-role", "aria-hidden-body", "aria-hidden-focus", "blink", "duplicate-id-aria", "marquee",
    "meta-refresh", "meta-viewport", "meta-viewport-large", "no-autoplay-audio",
]  # fmt: skip
"""The rules of axe-core on by default that look at what is not shown too; those of colours look at it and let it pass."""

# axe-core walks through all that a page holds at every run. So what is not shown stands aside, but for the rules that look at it too.
LOOP_NA = """async ([binnen, opties, ookVerborgen]) => {
  const terzijde = [];
  const zet = deel => [...deel.children].forEach(kind => {
    if (getComputedStyle(kind).display !== "none") return zet(kind);
    if (kind.childElementCount === 0 || kind.contains(document.activeElement)) return;
    const plek = document.createComment("");
    kind.replaceWith(plek);
    terzijde.push([plek, kind]);
  });
  const uitkomsten = [];
  if (ookVerborgen.length) uitkomsten.push(await axe.run(binnen, {...opties, runOnly: ookVerborgen}));
  zet(document.body);
  try { uitkomsten.push(await axe.run(binnen, opties)); } finally {
    terzijde.forEach(([plek, kind]) => plek.replaceWith(kind));
  }
  const alle = soort => uitkomsten.flatMap(uitkomst => uitkomst[soort]);
  return [alle("violations"), alle("incomplete"), uitkomsten.at(-1).passes.length];
}"""


def bezwaren(pagina: Page, axe: str, binnen: str = ":root", *, twijfel: bool = False, **opties: Any) -> list[str]:
    """What axe-core has against a page, or against what `binnen` selects: rule, element and reason.

    With `twijfel` also what it cannot decide by itself.
    """
    if not pagina.evaluate("'axe' in window"):
        pagina.evaluate(axe)
    ook_verborgen = [regel for regel in OOK_VERBORGEN if regel in opties.get("runOnly", OOK_VERBORGEN)]
    opties |= {"resultTypes": ["violations", "incomplete"]}  # what passes is not written out: half of the time
    bezwaar, onzeker, goed = pagina.evaluate(LOOP_NA, [binnen, opties, ook_verborgen])
    assert goed
    gevonden = [
        f"{bezwaar['id']}: {knoop['html']}: {knoop['failureSummary']}"
        for bezwaar in [*bezwaar, *(onzeker if twijfel else [])]
        for knoop in bezwaar["nodes"]
    ]
    return list(dict.fromkeys(gevonden))


@pytest.fixture(scope="session")
def nu() -> Nu:
    """The Nu HTML checker: `nu(tmp_path, html, …)` gives every error and warning, with the line it is about."""
    jar = van_npm("vnu-jar/build/dist/vnu.jar")
    if shutil.which("java") is None:
        ontbreekt("java is missing: apt install default-jre-headless")

    def controle(map_: Path, *paginas: str) -> list[str]:
        for nummer, html in enumerate(paginas):
            (map_ / f"nu{nummer}.html").write_text(html, "utf-8")
        bestanden = [str(map_ / f"nu{nummer}.html") for nummer in range(len(paginas))]
        klaar = subprocess.run(
            ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *bestanden],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        berichten: list[dict[str, Any]] = json.loads(klaar.stderr)["messages"]
        return [f"{b['type']}: {b['message']}: {b.get('extract', '')}" for b in berichten]

    return controle
