"""The form: every criterium once, room to write, who and when; no sum and no judgement."""

from __future__ import annotations

import re
from typing import Any

import pytest

from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.weergave._formulier import formulier
from uitwisseling.vijandig import vijandig
from weergave.bladen import MENSENWOORDEN, boom, gevraagd, halverwege, regel, tekst, vlak

SOMMEN = re.compile(r"totaal|\d+ van \d+|%", re.IGNORECASE)


def blad(kader: Raamwerk, niveau: Any, *stand: Any) -> Any:
    (gezien,) = boom(formulier(kader, niveau, *stand)).find_class("formulier")
    return gezien


def rijen(gezien: Any, soort: str) -> list[list[str]]:
    return [[tekst(cel) for cel in rij] for tabel in gezien.find_class(soort) for rij in tabel.xpath("./tbody/tr")]


def test_under_each_leeruitkomst_a_line_per_criterium_with_room(elk: Raamwerk) -> None:
    for evl in elk.evls:
        gezien = blad(elk, evl.niveau.nummer)
        delen = gezien.find_class("uitkomst")
        if not gevraagd(evl):
            assert [(deel.tag, tekst(deel)) for deel in delen] == [("p", "geen succescriteria")]
            continue
        for deel, uitkomst in zip(delen, gevraagd(evl), strict=True):
            assert tekst(deel[0]) == vlak(regel(uitkomst))
            assert deel[0].tag == "h2"
            # Where the source has no text for it, the form says which leerlijn it is of.
            lijn = elk.leerlijn(uitkomst.leerlijn)
            onder = [] if uitkomst.tekst else [lijn.naam, lijn.omschrijving]
            assert [tekst(p) for p in deel.find_class("lijn")] == onder
            if uitkomst.succescriteria:
                assert [tekst(th) for th in deel.xpath(".//thead//th")] == [
                    "Succescriterium", "Bewijs", "Feedback", "Feedforward",
                ]  # fmt: skip
            else:
                assert [tekst(p) for p in deel.iter("p")] == ["geen succescriteria"]
            assert rijen(deel, "criteria") == [[vlak(regel(c)), "", "", ""] for c in uitkomst.succescriteria]


def test_the_head_says_evl_fase_begeleiding_and_the_rule_on_literature(kader: Raamwerk) -> None:
    begeleid = [
        "Begeleiding: niet vermeld",
        "Als richtlijn: proactieve begeleiding",
        "Als richtlijn: begeleiding op afstand of reactieve begeleiding",
        "Als richtlijn: zelfstandig",
    ]
    regel_ = "Bij het aantonen van de leeruitkomsten maak je gebruik van literatuur ter onderbouwing van je handelen."
    for evl, begeleiding in zip(kader.evls, begeleid, strict=True):
        gezien = blad(kader, evl.code)
        (kop,) = gezien.iter("h1")
        assert tekst(kop) == f"{evl.code} {evl.niveau.fase} (niveau {evl.niveau.nummer})"
        assert [tekst(p) for p in gezien.xpath("./p")] == [begeleiding, regel_]
        assert tekst(gezien.find_class("kader")[0]) == f"{kader.naam}, versie {kader.versie}, 24 november 2026"
        assert all(werk in tekst(gezien.find_class("voet")[0]) for werk in kader.bron.verwijzingen)


def test_a_framework_without_a_rule_on_literature_gets_none(klein: Raamwerk) -> None:
    assert [tekst(p) for p in blad(klein, 2).xpath("./p")] == ["Begeleiding: <zelf>"]


def test_it_asks_who_and_when_and_ends_with_signatures(kader: Raamwerk) -> None:
    gezien = blad(kader, 3)
    velden = ["Student", "School of werkplek", "Datum", "Werkplekbegeleider", "Instituutsopleider"]
    assert rijen(gezien, "gegevens") == [[veld, ""] for veld in velden]
    (tabel,) = gezien.find_class("tekenen")
    assert [tekst(th) for th in tabel.xpath("./thead//th")] == ["Wie", "Naam", "Handtekening", "Datum"]
    wie = ["Student", "Werkplekbegeleider", "Instituutsopleider"]
    assert rijen(gezien, "tekenen") == [[naam, "", "", ""] for naam in wie]


@pytest.mark.parametrize("geteld", [None, 1, 2])
def test_the_column_of_the_evidence_says_what_was_shown(klein: Raamwerk, geteld: int | None) -> None:
    toch = {c.code for c in klein.succescriteria[::2]}
    for evl in klein.evls:
        nummer = evl.niveau.nummer
        gezien = blad(klein, nummer, halverwege(klein, geteld))
        nog = "○ nog aan te tonen" if geteld in (None, nummer) else ""
        assert rijen(gezien, "criteria") == [
            [regel(c), "● aangetoond" if c.code in toch else nog, "", ""] for c in evl.succescriteria
        ]
        elders = [c.code for c in klein.succescriteria if c.code in toch and c.niveau != nummer]
        assert [tekst(p) for p in gezien.xpath("./footer/p[not(@class)]")] == [
            f"Ook aangetoond, op andere niveaus: {', '.join(elders)}."
        ]


def test_nothing_shown_elsewhere_says_nothing(kader: Raamwerk) -> None:
    assert "andere niveaus" not in formulier(kader, 1, kader.voortgang(["WP1.1a"], 1))
    assert "andere niveaus" not in formulier(kader, 1)


def test_it_adds_nothing_up_and_judges_nothing(kader: Raamwerk) -> None:
    for evl in kader.evls:
        eigen = {c.tekst for c in evl.succescriteria} | {u.tekst for u in evl.leeruitkomsten}
        for stand in (None, halverwege(kader), halverwege(kader, 2)):
            gezegd = tekst(blad(kader, evl.code, stand))
            for deel in eigen:
                gezegd = gezegd.replace(vlak(deel), "")
            assert SOMMEN.findall(gezegd) == []
            assert MENSENWOORDEN.findall(gezegd) == []


def test_the_number_and_the_code_of_an_evl_give_the_same_form(kader: Raamwerk) -> None:
    assert formulier(kader, 2) == formulier(kader, "EvL2") != formulier(kader, 3)


@pytest.mark.parametrize("vreemd", [0, 5, "2", "EvL5", "evl2", None, True])
def test_an_unknown_niveau_is_refused(kader: Raamwerk, vreemd: Any) -> None:
    with pytest.raises(OnbekendeCode) as fout:
        formulier(kader, vreemd)
    assert (fout.value.code, fout.value.gevraagd) == (vreemd, "evl")


def test_progress_has_to_be_of_this_framework(kader: Raamwerk, klein: Raamwerk) -> None:
    with pytest.raises(ValueError, match="van een ander raamwerk"):
        formulier(kader, 1, klein.voortgang([]))
    with pytest.raises(TypeError, match="hier hoort wat voortgang"):
        formulier(kader, 1, ["WP1.1a"])


def test_a_rule_with_markup_stays_text() -> None:
    gegevens = vijandig().als_dict()
    gegevens["inleiding"] = [{"bij": "literatuur", "tekst": "<script>alert('lees')</script>"}]
    assert tekst(blad(bouw(gegevens), 1).xpath("./p")[1]) == "<script>alert('lees')</script>"


def test_marks_on_a_form_are_explained_and_are_no_judgement(kader: Raamwerk) -> None:
    zin = "● aangetoond, ○ nog aan te tonen (geteld: niveau 3). Dit overzicht telt wat is aangetoond; het is geen oordeel."
    assert formulier(kader, 3, kader.voortgang([], 3)).count(zin) == 1
    assert "geen oordeel" not in formulier(kader, 3)
