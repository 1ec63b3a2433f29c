"""A row through the niveaus, and what deepens between two of them: what `verdieping` and `verschil` give."""

from __future__ import annotations

import itertools
import json
import unicodedata
from typing import Any

import pytest

import leeruitkomsten as lu
from conftest import RAAMWERKEN, maak
from kijken import Openen
from leeruitkomsten import Raamwerk
from leeruitkomsten.tabel import leesbaar
from leeruitkomsten.vragen.verschil import NAAR_ALLEEN, VAN_ALLEEN
from leeruitkomsten.vragen.woordblokken import woorden
from leeruitkomsten.weergave import pagina
from leeruitkomsten.weergave._pagina import _gegevens
from leeruitkomsten.weergave._scherm import Scherm
from leeruitkomsten.weergave._sjabloon import tekst_van
from uitwisseling.vijandig import vijandig
from weergave.paginahulp import ga, met_voortgang, regels, verpakt, zichtbaar


def eigen(kader: Raamwerk, van: str, naar: str) -> str:
    """What is drawn of two texts at the later one; of texts that differ much only that one."""
    verschil = kader.verschil(van, naar)
    return verschil.naar if verschil.naast_elkaar else leesbaar(verschil.delen)


@pytest.mark.dagelijks("klein")
@pytest.mark.parametrize("welk", ["verpakt", "klein", "groot", "breed", "ladder"])
def test_a_row_is_followed_with_the_words_that_differ(openen: Openen, welk: str) -> None:
    kader = RAAMWERKEN[welk]
    blad = openen(pagina(kader))
    for rij in kader.rijen:
        ga(blad, rij.code)
        kolommen = blad.locator("#rij-inhoud .kolom")
        assert kolommen.count() == len(kader.niveaus)
        teksten = kolommen.all_inner_texts()
        vorig: tuple[lu.Succescriterium, ...] = ()
        for nummer, cel in enumerate(rij.cellen, 1):
            staat = regels(blad, f"#rij-inhoud .kolom:nth-child({nummer}) li")
            gekoppeld = bool(cel) and len(cel) == len(vorig)
            hoort = (
                [eigen(kader, een.code, c.code) for een, c in zip(vorig, cel, strict=True)]
                if gekoppeld
                else [c.tekst for c in cel]
            )
            assert [(code, leesbaar(delen)) for code, delen in staat] == [
                (c.code, t) for c, t in zip(cel, hoort, strict=True)
            ]
            gelijk = [c.tekst for c in cel] == [c.tekst for c in vorig]
            assert ("dat is een suggestie" in teksten[nummer - 1]) == (gekoppeld and not gelijk)
            assert ("Het aantal criteria verschilt" in teksten[nummer - 1]) == bool(cel and vorig and not gekoppeld)
            assert ("Deze rij vraagt hier niets." in teksten[nummer - 1]) == (not cel)
            vorig = cel or vorig


@pytest.mark.dagelijks("verpakt", "ladder")
@pytest.mark.parametrize("welk", ["verpakt", "klein", "breed", "ladder"])
def test_what_deepens_between_any_two_niveaus(openen: Openen, welk: str) -> None:
    kader = RAAMWERKEN[welk]
    blad = openen(pagina(kader))
    paren = [(n, m) for m in range(2, len(kader.niveaus) + 1) for n in range(1, m)]
    for van, naar in paren:
        ga(blad, f"verdieping-{van}-{naar}")
        staat: list[Any] = blad.evaluate(
            """() => [...document.querySelectorAll('.stap')].map(stap => [
              stap.querySelector('.code').textContent, stap.querySelector('.soort').textContent.split(',')[0]])"""
        )
        hoort = kader.verdieping(van, naar)
        assert staat == [[stap.rij, stap.soort] for stap in hoort]
        kanten = regels(blad, ".stap li")
        verwacht: list[tuple[str, str]] = []
        for stap in hoort:
            verschillen = [kader.verschil(een.code, ander.code) for een, ander in stap.paren]
            for kant, weg in ((stap.van, NAAR_ALLEEN), (stap.naar, VAN_ALLEEN)):
                for plaats, criterium in enumerate(kant):
                    heel = not verschillen or verschillen[plaats].naast_elkaar
                    delen = (("gelijk", criterium.tekst),) if heel else verschillen[plaats].delen
                    verwacht.append((criterium.code, leesbaar(tuple(deel for deel in delen if deel[0] not in weg))))
        assert [(code, leesbaar(delen)) for code, delen in kanten] == verwacht
        anders = [
            v for stap in hoort for v in (kader.verschil(e.code, a.code) for e, a in stap.paren) if v.naast_elkaar
        ]
        assert blad.locator(".stap .waar", has_text="≠ andere tekst").count() == 2 * len(anders)
        samen = blad.inner_text("#samenvatting")
        assert f"{len(hoort)} rij" in samen
        assert all(f"{sum(s.soort == soort for s in hoort)} {soort}" in samen for soort in {s.soort for s in hoort})
        assert ("suggestie" in samen) == any(stap.paren for stap in hoort)


def test_the_words_that_differ_are_those_of_python(openen: Openen) -> None:
    """Two texts in the same pieces, short and long, with words that come back and letters of every script."""
    deel = [f"woord{n % 97}" for n in range(4000)]
    lang = " ".join(deel)
    paren = [
        (een.tekst, ander.tekst)
        for kader in (RAAMWERKEN["verpakt"], RAAMWERKEN["ladder"], RAAMWERKEN["breed"], vijandig())
        for een, ander in itertools.pairwise(kader.succescriteria)
    ]
    paren += [(een.tekst, ander.tekst) for rij in RAAMWERKEN["verpakt"].rijen for cel, hoger in itertools.pairwise(rij.cellen)
              for een, ander in itertools.product(cel, hoger)]  # fmt: skip
    alinea = [" ".join(f"w{n}x{m}" for m in range(20)) for n in range(60)]
    paren += [
        (" ".join(alinea), " ".join(alinea[40:] + alinea[:40])),
        ("een )( twee drie", "een twee drie )("),
        ("_ a b c", "a b c _"),
    ]
    paren += [
        ("Je 𝔤𝔤 leest een boek.", "Je leest een boek 𝔤𝔤."),
        ("a  bcde\x1c f g h i", "a f g h i \u3000bcde"),
        ("één twee", "drie één"),
    ]
    paren += [
        ("", ""), ("", "a"), ("a b a b a", "b a b a"), ("a\u00a0b\n", "a b"), ("collega's’x", "collega’s'x"), (" ", "\x1c"),
        (lang, lang), (lang, " ".join(deel[::-1])), (lang, " ".join([*deel[:1500], "nieuw", *deel[2500:], "einde"])),
        (" ".join(map(str, range(3000))), " ".join(map(str, range(0, 6000, 2)))),
        ("ja nee " * 900, "nee ja " * 800 + "misschien"), ("x" * 5000, "y" * 5000),
    ]  # fmt: skip
    leeg = openen("<!doctype html><title>leeg</title>", naam="leeg.html")
    code = "\n".join(map(tekst_van, ("pagina_zoeken.js", "pagina_verschil.js")))
    staat = leeg.evaluate(f"paren => {{ {code}; return paren.map(([een, ander]) => verschil(een, ander)); }}", paren)
    for (een, ander), delen in zip(paren, staat, strict=True):
        assert [tuple(deel) for deel in delen] == [*lu.tekstverschil(een, ander).delen], (een[:80], ander[:80])


def test_the_letters_of_a_word_are_those_of_python(openen: Openen) -> None:
    tekens = [chr(punt) for punt in range(0x20000) if unicodedata.category(chr(punt)) not in ("Cn", "Cs")]
    leeg = openen("<!doctype html><title>leeg</title>", naam="leeg.html")
    code = "\n".join(map(tekst_van, ("pagina_zoeken.js", "pagina_verschil.js")))
    los = f"tekens => {{ {code}; return tekens.map(teken => (`a${{teken}}a`.match(STUK)).length); }}"
    assert leeg.evaluate(los, tekens) == [len(woorden(f"a{teken}a")) for teken in tekens]


def test_the_data_grow_with_the_niveaus_and_not_with_their_pairs() -> None:
    def lengte(niveaus: int) -> int:
        kader = maak(["A"], niveaus, {f"A{n}.{rij}a": f"tekst {n}" for n in range(1, niveaus + 1) for rij in (1, 2)})
        return len(json.dumps(_gegevens(kader, Scherm(), ())))

    klein, groot, grootst = map(lengte, (20, 40, 80))
    assert (grootst - groot) / (groot - klein) < 2.1


def test_the_higher_niveau_stays_the_higher_one(openen: Openen) -> None:
    blad = openen(verpakt())
    blad.click("text=Wat verdiept er?")

    def keuzes() -> tuple[str, str]:
        return blad.input_value("#van"), blad.input_value("#naar")

    assert keuzes() == ("1", "2")
    blad.select_option("#van", "3")
    assert keuzes() == ("3", "4")
    blad.select_option("#naar", "2")
    assert keuzes() == ("1", "2")
    blad.select_option("#in-leerlijn", "WD")
    assert blad.locator("#verdiepingen h3").all_inner_texts() == ["WD Vakdidactische/didactische leerlijn"]
    assert blad.evaluate("location.hash") == "#verdieping-1-2-WD"
    ga(blad, "verdieping-9-9-QQ")
    assert keuzes() == ("1", "2")
    ga(blad, "verdieping-4-1")
    assert keuzes() == ("1", "2")


def test_differences_are_heard_as_well_as_seen(openen: Openen) -> None:
    blad = openen(verpakt())
    ga(blad, "WP.4")
    assert blad.locator("#rij-inhoud del").first.text_content() == "vervalt: herkent"
    stuurt = (
        blad.locator("#rij-inhoud li").filter(has=blad.get_by_role("link", name="WP3.4b", exact=True)).locator("ins")
    )
    assert stuurt.first.text_content() == "toegevoegd: stuurt"
    ga(blad, "WPI.3")
    assert blad.locator("#rij-inhoud u").first.text_content() == "hierheen verplaatst: je handelen"
    assert blad.locator("#rij-inhoud s").first.text_content() == "van hier verplaatst: je handelen"
    assert blad.locator("#rij-inhoud .waar").all_inner_texts() == ["≠ andere tekst"]
    ga(blad, "WP.4")
    streep = "e => getComputedStyle(e).textDecorationLine"
    assert blad.locator("#rij-inhoud del").first.evaluate(streep) == "line-through"
    assert blad.locator("#rij-inhoud ins").first.evaluate(streep) == "underline"


def test_the_address_says_what_is_compared(openen: Openen) -> None:
    blad = openen(verpakt())
    blad.click("text=Wat verdiept er?")
    blad.wait_for_function("() => location.hash === '#verdieping-1-2'")
    blad.select_option("#van", "2")
    blad.select_option("#naar", "4")
    ga(blad, "WD")
    aantal = blad.evaluate("history.length")
    for keer in range(2):
        blad.get_by_role("navigation").get_by_text("Wat verdiept er?").click()
        blad.wait_for_function("() => document.getElementById('verdieping').checkVisibility()")
        assert blad.evaluate("[location.hash, history.length]") == ["#verdieping-2-4", aantal + 1], keer
        assert blad.locator("nav [aria-current]").all_inner_texts() == ["Wat verdiept er?"]
    blad.go_back()
    blad.wait_for_function("() => location.hash === '#WD'")
    assert zichtbaar(blad) == ["WD"]


def test_a_leerlijn_without_criteria_says_so_and_deepens_nowhere(openen: Openen) -> None:
    blad = openen(pagina(maak(["A", "LEEG"], 2, {"A1.1a": "eerst", "A2.1a": "later"})))
    ga(blad, "LEEG")
    rijen = blad.locator("[aria-labelledby=LEEG] tbody tr").all_inner_texts()
    assert "geen succescriteria" in rijen[-1]
    assert len(rijen) == 2
    ga(blad, "verdieping")
    assert blad.locator("#verdiepingen h3 .code").all_inner_texts() == ["A"]


def test_notes_and_marks_are_those_of_the_matrix(openen: Openen, kader: Raamwerk) -> None:
    blad = openen(met_voortgang())
    aan = "e => ['.merk', '.noot'].map(wat => e.querySelector(wat)?.outerHTML ?? '')"
    for erratum in kader.errata:
        item = kader[erratum.code]
        assert isinstance(item, (lu.Succescriterium, lu.Leeruitkomst))
        ga(blad, erratum.code)
        hoort = blad.locator(f"[id='{erratum.code}']").evaluate(aan)
        assert erratum.reden in hoort[1]
        blad.fill("#zoekveld", f'"{item.tekst}"')
        lijn = blad.locator("#treffers > li").filter(has=blad.get_by_role("link", name=erratum.code, exact=True))
        assert lijn.evaluate(aan) == hoort
