"""Templates: escaped text, a policy that fits what it is about, Dutch dates, and an extra that says its name."""

from __future__ import annotations

import base64
import datetime
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kijken import Openen
from leeruitkomsten import Raamwerk
from leeruitkomsten.schermtaal import Schermtaal, spreker
from leeruitkomsten.weergave import _formulier as beoordeling
from leeruitkomsten.weergave import _matrix as leerlijnen
from leeruitkomsten.weergave import _pagina as verkenner
from leeruitkomsten.weergave import _sjabloon as sjabloon
from leeruitkomsten.weergave import _woorden as woorden
from uitwisseling.vijandig import vijandig
from weergave.bladen import MENSENWOORDEN, boom, tekst

VIJANDIG = vijandig()


def bladen(kader: Raamwerk) -> list[str]:
    """Every HTML sheet of a framework."""
    return [
        leerlijnen.matrix(kader),
        leerlijnen.matrix(kader, kader.leerlijnen[0].code, kader.voortgang([])),
        *(beoordeling.formulier(kader, niveau.nummer) for niveau in kader.niveaus),
    ]


def documenten(kader: Raamwerk) -> list[str]:
    """Every HTML document of a framework: the sheets, and the page to explore."""
    return [*bladen(kader), verkenner.pagina(kader), verkenner.pagina(kader, kader.voortgang([]))]


def hash_van(tekst: str) -> str:
    return base64.b64encode(hashlib.sha256(tekst.encode()).digest()).decode()


def test_a_document_needs_nothing_and_may_nothing_but_its_own_style_and_script(elk: Raamwerk) -> None:
    for kader in (elk, VIJANDIG):
        for html in documenten(kader):
            pagina = boom(html)
            (stijl,) = pagina.iter("style")
            (beleid,) = pagina.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            mag = [
                f"default-src 'none'; style-src 'sha256-{hash_van(stijl.text)}'; base-uri 'none'; form-action 'none'"
            ]
            for script in pagina.xpath("//script[@type='module']"):
                mag += [f"script-src 'sha256-{hash_van(script.text)}'"]
                mag += ["require-trusted-types-for 'script'", "trusted-types 'none'"]
            assert beleid == "; ".join(mag)
            assert pagina.xpath("//@style | //@src | //link | //iframe | //img") == []
            assert {adres[0] for adres in pagina.xpath("//@href")} <= {"#"}
            assert not re.search(r"url\(|@import|https?:", stijl.text)


def test_a_sheet_runs_nothing_and_leads_nowhere(elk: Raamwerk) -> None:
    for kader in (elk, VIJANDIG):
        for html in bladen(kader):
            assert boom(html).xpath("//script | //@href") == []


def test_no_document_says_the_words_that_belong_to_people(klein: Raamwerk) -> None:
    for html in documenten(klein):
        assert MENSENWOORDEN.findall(html) == []


def test_a_document_is_for_light_and_dark(klein: Raamwerk) -> None:
    for html in documenten(klein):
        assert boom(html).xpath("//meta[@name='color-scheme']/@content") == ["light dark"]


def test_the_words_of_the_foot_are_the_same_everywhere(klein: Raamwerk) -> None:
    spreek = spreker("nl")
    zin = woorden.herkomst(spreek, klein)
    assert (
        zin
        == f"{klein.naam}, versie {klein.versie}, {woorden.dag(spreek, klein.datum)}. Bron: het document “<t>”, dat verwijst naar <v>."
    )
    for html in documenten(klein):
        assert zin in tekst(boom(html))


def test_ids_in_a_document_are_unique(elk: Raamwerk) -> None:
    for html in documenten(elk):
        ids = boom(html).xpath("//@id")
        assert len(set(ids)) == len(ids)
        assert {naam for namen in boom(html).xpath("//@aria-labelledby") for naam in namen.split()} <= set(ids)


def test_sheets_of_one_framework_can_stand_in_one_document(elk: Raamwerk) -> None:
    ids = [
        blad_id
        for html in (leerlijnen.matrix(elk), *(beoordeling.formulier(elk, n.nummer) for n in elk.niveaus))
        for blad_id in boom(html).xpath("//@id")
    ]
    assert len(set(ids)) == len(ids)


def test_a_script_gets_its_hash_and_trusted_types() -> None:
    beleid = sjabloon.beleid("", "code")
    assert f"script-src 'sha256-{hash_van('code')}'" in beleid
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in beleid


@pytest.mark.parametrize(
    "tekst", [VIJANDIG.naam, "</style><script>alert(1)</script>", 'een "citaat"\\', "*/ a; } b {", "😀 ’"]
)
def test_a_text_in_a_style_is_the_text_and_nothing_else(openen: Openen, tekst: str) -> None:
    css = sjabloon.css_tekst(tekst)
    assert not set("<>{}*/\n") & set(css)
    pagina = openen(
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>t</title>'
        f"<style>p::before {{ content: {css} }}</style></head><body><p></p></body></html>"
    )
    inhoud = pagina.evaluate("getComputedStyle(document.querySelector('p'), '::before').content")
    assert re.sub(r"\\(.)", r"\1", inhoud[1:-1]) == tekst


@pytest.mark.parametrize(
    ("taal", "naam"), [("nl", str(VIJANDIG)), ("en", f"{VIJANDIG.naam}, version {VIJANDIG.versie}")]
)
def test_every_page_of_a_form_says_of_which_framework_it_is(taal: Schermtaal, naam: str) -> None:
    voet = beoordeling.paginavoet(spreker(taal), VIJANDIG, VIJANDIG.evl(1))
    assert f" – {sjabloon.css_tekst(naam)[1:]}" in voet
    assert voet in beoordeling.formulier(VIJANDIG, 1, schermtaal=taal)


def test_months_are_dutch() -> None:
    maanden = [woorden.dag(spreker("nl"), datetime.date(2024, maand, 31 - maand).isoformat()) for maand in range(1, 13)]
    assert [m.split()[0] for m in maanden] == [str(31 - maand) for maand in range(1, 13)]
    assert [m.split()[1] for m in maanden] == [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ]
    assert {m.split()[2] for m in maanden} == {"2024"}


def test_without_its_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch, kader: Raamwerk) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    sjabloon.omgeving.cache_clear()
    for maak in (lambda: leerlijnen.matrix(kader), lambda: beoordeling.formulier(kader, 1)):
        with pytest.raises(ImportError, match=re.escape('pip install "leeruitkomsten[weergave]"')):
            maak()
    sjabloon.omgeving.cache_clear()


@pytest.mark.dagelijks("1")
@pytest.mark.parametrize("zaad", ["1", "2"])
def test_another_process_gives_the_same_bytes(kader: Raamwerk, zaad: str) -> None:
    opdracht = (
        "import hashlib, leeruitkomsten as lu\n"
        "from leeruitkomsten.weergave import _matrix as leerlijnen, _formulier as beoordeling, _word as word\n"
        "k = lu.laad(); v = k.voortgang(['WP2.1a', 'WP1.1a'], 2)\n"
        "html = leerlijnen.matrix(k, None, v) + beoordeling.formulier(k, 2, v) + leerlijnen.matrix_markdown(k)\n"
        "print(hashlib.sha256(html.encode() + word.matrix_docx(k) + word.formulier_docx(k, 2, v)).hexdigest())"
    )

    def draai(zaad: str, zone: str) -> str:
        omgeving = os.environ | {"PYTHONHASHSEED": zaad, "TZ": zone}
        klaar = subprocess.run(
            [sys.executable, "-c", opdracht], capture_output=True, text=True, check=True, env=omgeving
        )
        return klaar.stdout

    assert draai(zaad, "UTC") == draai("0", "Pacific/Auckland")


def test_importing_it_loads_no_engine_and_no_reader_of_files() -> None:
    opdracht = "import sys, leeruitkomsten.weergave; print(*sys.modules)"
    klaar = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    assert not {"cattrs", "docx", "importlib_resources", "jinja2", "lxml", "zipfile"} & set(klaar.stdout.split())


def test_templates_are_in_the_package() -> None:
    map_ = Path(sjabloon.__file__).parent / "sjablonen"
    assert {"blad.html", "druk.css", "stijlen.xml"} <= {pad.name for pad in map_.iterdir()}
    assert sjabloon.tekst_van("druk.css") == (map_ / "druk.css").read_text("utf-8")
