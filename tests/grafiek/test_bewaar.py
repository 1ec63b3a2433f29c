"""Charts in files: as their names end, whole, the same bytes each time, and pages that need nothing from elsewhere."""

from __future__ import annotations

import json
import os
import re
import struct
from pathlib import Path
from typing import Any

import altair
import pytest
from playwright.sync_api import Page

from grafiek.tekeningen import GRAFIEKEN, KADERS, VREEMD, bewaard, getekend, spec
from kijken import Openen
from leeruitkomsten import Raamwerk, grafiek
from uitwisseling.vijandig import NAAM, vijandig


@pytest.fixture(params=GRAFIEKEN)
def soort(request: pytest.FixtureRequest) -> str:
    """Every chart."""
    return str(request.param)


@pytest.mark.dagelijks("student", "rij", "dekking")
@pytest.mark.dagelijks("svg")
@pytest.mark.parametrize("einde", ["svg", "png", "html"])
def test_the_same_bytes_twice(kader: Raamwerk, soort: str, einde: str, tmp_path: Path) -> None:
    een = grafiek.bewaar(GRAFIEKEN[soort](kader), tmp_path / f"a.{einde}")
    assert een == bewaard(soort, kader, einde) == (tmp_path / f"a.{einde}").read_bytes()
    assert [pad.name for pad in tmp_path.iterdir()] == [f"a.{einde}"]


@pytest.mark.dagelijks("opbouw", "aantallen")
def test_a_picture_has_two_pixels_per_point(kader: Raamwerk, soort: str) -> None:
    svg = getekend(soort, kader).wortel
    png = bewaard(soort, kader, "PNG")
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    maten = struct.unpack(">II", png[16:24])
    assert maten == (2 * int(svg.attrib["width"]), 2 * int(svg.attrib["height"]))


@pytest.mark.dagelijks("vijandig")
@pytest.mark.parametrize("naam", KADERS)
def test_every_framework_can_be_drawn(naam: str, soort: str) -> None:
    tekening = getekend(soort, KADERS[naam])
    assert tekening.tekens
    assert tekening.wortel.get("aria-label") == spec(soort, KADERS[naam])["description"]
    assert tekening.wortel.get("lang") == "nl"


def test_a_file_says_in_which_language_it_is(kader: Raamwerk, tmp_path: Path) -> None:
    engels = grafiek.aantallen(kader, schermtaal="en")
    assert grafiek.bewaar(engels, tmp_path / "x.svg").startswith(b'<svg lang="en"')
    pagina = grafiek.bewaar(engels, tmp_path / "x.html").decode()
    assert '<html lang="en">' in pagina
    assert "This chart is drawn with JavaScript" in pagina
    assert "JavaScript; zet dat aan" not in pagina
    eigen = los(usermeta={"schermtaal": "fr"})
    assert grafiek.bewaar(eigen, tmp_path / "x.svg").startswith(b'<svg lang="nl"')
    assert "<title>Chart</title>" in grafiek.bewaar(eigen, tmp_path / "x.html", schermtaal="en").decode()
    vreemd: Any = "fr"
    with pytest.raises(ValueError, match="schermtaal: kies nl of en, niet 'fr'"):
        grafiek.bewaar(eigen, tmp_path / "nooit.svg", schermtaal=vreemd)
    assert not (tmp_path / "nooit.svg").exists()


@pytest.mark.parametrize("naam", ["x.pdf", "x", "x.svg.gz", ".png", "x.htm"])
def test_another_ending_is_refused_and_nothing_written(kader: Raamwerk, naam: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"' eindigt niet op \.svg, \.png of \.html$"):
        grafiek.bewaar(grafiek.aantallen(kader), tmp_path / naam)
    assert not list(tmp_path.iterdir())


def test_bytes_without_a_file_are_those_of_the_file(kader: Raamwerk) -> None:
    for vorm in ("svg", ".SVG"):
        assert grafiek.inhoud(grafiek.aantallen(kader), vorm) == bewaard("aantallen", kader, "svg")
    with pytest.raises(ValueError, match="vorm='pdf' kan niet; kies uit: 'svg', 'png' of 'html'"):
        grafiek.inhoud(grafiek.aantallen(kader), "pdf")


def test_what_is_no_chart_or_no_path_is_refused(kader: Raamwerk, tmp_path: Path) -> None:
    vreemd: Any = kader
    with pytest.raises(TypeError, match="hier hoort een grafiek van Altair, geen Raamwerk"):
        grafiek.bewaar(vreemd, tmp_path / "x.svg")
    doel: Any = 3
    with pytest.raises(TypeError, match="hier hoort het pad van een bestand, er staat 3"):
        grafiek.bewaar(grafiek.aantallen(kader), doel)


def test_a_file_is_replaced_as_a_whole_or_not_at_all(
    kader: Raamwerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = tmp_path / "x.svg"
    doel.write_text("oud", "utf-8")
    with pytest.raises(FileNotFoundError):
        grafiek.bewaar(grafiek.aantallen(kader), tmp_path / "weg" / "x.svg")
    with monkeypatch.context() as kapot:
        kapot.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("vol")))
        with pytest.raises(OSError, match="vol"):
            grafiek.bewaar(grafiek.aantallen(kader), doel)
    assert [pad.read_text("utf-8") for pad in tmp_path.iterdir()] == ["oud"]


def los(**eigen: Any) -> altair.Chart:
    """A chart that somebody else made."""
    return altair.Chart(altair.InlineData(values=[{"x": 1}]), **eigen).mark_point().encode(x="x:Q")


@pytest.mark.parametrize(
    ("eigen", "titel"),
    [
        (los(), "Grafiek"),
        (los(title="</title><b>"), "&lt;/title&gt;&lt;b&gt;"),
        (los(title=["een", "twee"]), "een twee"),
        (los(title=altair.TitleParams(["een"], subtitle="x")), "een"),
    ],
)
def test_a_chart_of_someone_else_can_be_kept_too(eigen: altair.Chart, titel: str, tmp_path: Path) -> None:
    pagina = grafiek.bewaar(eigen, tmp_path / "x.html").decode()
    assert f"<title>{titel}</title>" in pagina
    assert grafiek.bewaar(eigen, tmp_path / "x.svg").startswith(
        b'<svg lang="nl" role="graphics-document" aria-label=""'
    )


def test_a_title_without_text_names_the_page_all_the_same(tmp_path: Path) -> None:
    for leeg in ("", [], altair.TitleParams([])):
        assert "<title>Grafiek</title>" in grafiek.bewaar(los(title=leeg), tmp_path / "x.html").decode()


ADRES = "https://voorbeeld.invalid/x.csv"


def punten(bron: Any = ADRES) -> altair.Chart:
    """A chart with data from an address."""
    return altair.Chart(bron).mark_point().encode(x="x:Q")


OPHALEN: dict[str, tuple[Any, str]] = {
    "adres": (punten(), f"'{ADRES}'"),
    "bestand": (punten("naast.csv"), "'naast.csv'"),
    "in het adres": (punten("data:text/csv,x%0A1"), "'data:text/csv,x%0A1'"),
    "met vorm": (punten(altair.UrlData(url=ADRES, format=altair.CsvDataFormat())), f"'{ADRES}'"),
    "in een laag": (los() + punten(), f"'{ADRES}'"),
    "naast elkaar": (los() | (los() & punten()), f"'{ADRES}'"),
    "twee": (punten() | punten("b.csv") | punten(), f"'{ADRES}', 'b.csv'"),
    "opgezocht": (
        los().transform_lookup(lookup="x", from_=altair.LookupData(data=altair.UrlData(url=ADRES), key="x", fields=["y"])),
        f"'{ADRES}'",
    ),
    "een beeld": (los().mark_image(url=ADRES), f"'{ADRES}'"),
    "beelden": (los().mark_image().encode(url="x:N"), "de adressen in 'x'"),
    "een vast beeld": (los().mark_image().encode(url=altair.value(ADRES)), f"'{ADRES}'"),
}  # fmt: skip


@pytest.mark.parametrize("einde", ["svg", "png", "html"])
@pytest.mark.parametrize("soort", OPHALEN)
def test_what_would_be_fetched_is_refused_and_nothing_written(soort: str, einde: str, tmp_path: Path) -> None:
    eigen, waar = OPHALEN[soort]
    with pytest.raises(ValueError, match="haalt haar gegevens van") as fout:
        grafiek.bewaar(eigen, tmp_path / f"x.{einde}")
    assert str(fout.value) == f"deze grafiek haalt haar gegevens van {waar}; geef ze zelf mee"
    assert not list(tmp_path.iterdir())


def test_an_address_that_is_data_is_kept(tmp_path: Path) -> None:
    regels = [{"url": ADRES, "data": {"url": ADRES}}]
    eigen = altair.Chart(altair.InlineData(values=regels)).mark_text().encode(text="url:N")
    assert ADRES.encode() in grafiek.bewaar(eigen, tmp_path / "x.svg")
    los_ = altair.Chart.from_dict({"data": {"values": regels}, "mark": "text", "encoding": {"text": {"field": "url"}}})
    with altair.data_transformers.enable(consolidate_datasets=False):
        assert ADRES.encode() in grafiek.bewaar(los_, tmp_path / "x.svg")


def test_a_page_may_ask_for_nothing(openen: Openen, tmp_path: Path) -> None:
    pagina = in_browser(openen, grafiek.bewaar(los(), tmp_path / "x.html"))
    beleid = pagina.get_attribute("meta[http-equiv='Content-Security-Policy']", "content")
    assert "default-src 'none'" in str(beleid)
    assert not {"http:", "https:", "*", "'self'"} & set(re.findall(r"[^\s;]+", str(beleid)))


def spec_in(pagina: str) -> Any:
    """The spec as the script of a page has it."""
    (tekst,) = re.findall(r'vegaEmbed\("#grafiek", (\{.*\}), \{"mode"', pagina)
    return json.loads(tekst)


@pytest.mark.parametrize("maak", [GRAFIEKEN["dekking"], lambda kader: grafiek.opbouw(kader, "WP2.2b")])
def test_a_page_carries_the_chart_and_closes_no_script(maak: Any, tmp_path: Path) -> None:
    eigen = maak(vijandig())
    assert "</script>" in json.dumps(eigen.to_dict())
    pagina = grafiek.bewaar(eigen, tmp_path / "x.html").decode()
    assert spec_in(pagina) == eigen.to_dict()
    assert pagina.count("</script>") == pagina.count("<script>") == 2
    assert pagina.startswith('<!doctype html>\n<html lang="nl">')


def in_browser(openen: Openen, bestand: bytes) -> Page:
    """The page of a chart, drawn; the fixture sees to it that it asks for nothing and says nothing."""
    pagina = openen(bestand.decode())
    pagina.wait_for_selector("#grafiek svg.marks")
    return pagina


@pytest.mark.dagelijks("student", "dekking")
@pytest.mark.dagelijks("vijandig")
@pytest.mark.parametrize("naam", ["verpakt", "vijandig"])
def test_a_page_draws_itself_without_a_network(openen: Openen, naam: str, soort: str) -> None:
    verwacht = getekend(soort, KADERS[naam])
    pagina = in_browser(openen, bewaard(soort, KADERS[naam], "html"))
    zinnen = pagina.eval_on_selector_all(
        "path[aria-label]", "delen => delen.map(deel => deel.getAttribute('aria-label'))"
    )
    assert [zin for zin in zinnen if zin] == [teken.zin for teken in verwacht.tekens]
    teksten = pagina.eval_on_selector_all("#grafiek svg text", "delen => delen.map(deel => deel.textContent)")
    assert [t.replace("\n", "") for t in verwacht.teksten()] == teksten
    assert pagina.get_attribute("#grafiek", "aria-label") == spec(soort, KADERS[naam])["description"]
    assert pagina.evaluate("document.querySelectorAll('main b, main i, main img, main script').length") == 0


def test_a_tooltip_shows_a_hostile_name_to_the_letter(openen: Openen) -> None:
    pagina = in_browser(openen, bewaard("dekking", KADERS["vijandig"], "html"))
    vak = pagina.locator("path[aria-label*='onerror']").first.bounding_box()
    pagina.mouse.move(vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2)  # where its text stands
    tip = pagina.wait_for_selector("#vg-tooltip-element.visible")
    assert VREEMD in tip.inner_text()
    assert pagina.evaluate("document.querySelectorAll('#vg-tooltip-element img').length") == 0
    assert NAAM in pagina.evaluate("document.querySelector('#grafiek svg').textContent")
