"""Frameworks of every shape through everything: what goes in comes out, counted, whatever door it takes."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk, uitwisseling, weergave
from leeruitkomsten.bestanden.raamwerkbestand import uit_gegevens
from leeruitkomsten.codes import soort_van
from uitwisseling.bladen import bladen

TALEN = {
    "nl": ("Je leest een tekst.", "Je schrijft & <herschrijft>."),
    "en-GB": ("Reads a text aloud.", "Writes “with care” for others."),
    "de": ("Liest einen Text – laut.", "Schreibt für andere."),
    "ar": ("يقرأ نصًا بصوت عال.", "يكتب للآخرين."),
    "zh-Hant": ("閱讀文章。", "為他人寫作。"),
}
"""Five languages, one of them from right to left, with two texts in each."""
LETTERS = [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab", "ac", "ad"]


@st.composite
def raamwerken(trek: st.DrawFn) -> Raamwerk:
    """A framework: up to 99 niveaus, leerlijnen with and without outcomes, cells of up to 30 bullets, codes and names of its own."""
    taal = trek(st.sampled_from(sorted(TALEN)))
    aantal = trek(st.sampled_from([1, 2, 3, 5, 15, 99]))
    fasen = trek(st.sampled_from([("fase {}",), ("A{}", "B{}+"), ("{}",)]))
    lijnen = [
        _leerlijn(trek, code, aantal, taal)
        for code in trek(st.sampled_from([["A"], ["WP", "WPO"], ["EVLX", "Z", "Q"]]))
    ]
    niveaus = [
        {"nummer": n, "fase": fasen[n % len(fasen)].format(n), "begeleiding": "zelf" if n == 2 else None}
        for n in range(1, aantal + 1)
    ]
    kop = {"formaat": 2, "sleutel": "vorm", "naam": "Vorm <&>", "versie": "1", "datum": "2026-01-01", "taal": taal}
    bron = {"titel": "b", "sha256": "", "verwijzingen": [], "verantwoording": [], "op_inhoud_geplaatst": []}
    wie = {naam: trek(st.sampled_from([None, "CC BY 4.0", "<&> ünï"])) for naam in ("uitgever", "licentie")}
    rest = {**wie, "bron": bron, "inleiding": [], "errata": [], "vervallen": _vervallen(trek, lijnen, aantal)}
    return uit_gegevens({**kop, **rest, "niveaus": niveaus, "leerlijnen": lijnen})


def _vervallen(trek: st.DrawFn, lijnen: list[dict[str, Any]], aantal: int) -> list[dict[str, Any]]:
    """Codes of every soort that ended, some with successors that live or ended too."""
    levend = [code for lijn in lijnen for code in (lijn["code"], f"{lijn['code']}1")]
    einden: list[dict[str, Any]] = []
    for code in trek(
        st.lists(
            st.sampled_from(["OUD", "OUD1", "OUD1.1a", "A1.99b", "A.98", "A1.97", *(["EvL98"] if aantal < 98 else [])]),
            unique=True,
        )
    ):
        volgers = trek(
            st.lists(st.sampled_from([*levend, *(einde["code"] for einde in einden)]), max_size=2, unique=True)
        )
        sinds = trek(st.sampled_from(["0.9", "1"]))
        einden.append(
            {"code": code, "opvolgers": volgers, "sinds": sinds, "reden": trek(st.sampled_from(["Weg.", "<&> op 1"]))}
        )
    return einden


def _leerlijn(trek: st.DrawFn, code: str, aantal: int, taal: str) -> dict[str, Any]:
    teksten = st.sampled_from(TALEN[taal])
    met_tekst = trek(st.booleans())
    dun = trek(st.sets(st.integers(1, aantal), min_size=1, max_size=4))
    uitkomsten: list[dict[str, Any]] = []
    rijen: set[str] = set()
    for niveau in range(1, aantal + 1):
        punten = trek(st.sampled_from([1, 2, 30])) if niveau in dun else 0
        rij = trek(st.integers(1, 2)) if punten else 1
        criteria: list[dict[str, Any]] = [
            {"code": f"{code}{niveau}.{rij}{letter}", "tekst": f"{trek(teksten)} ({letter})"}
            for letter in LETTERS[:punten]
        ]
        if criteria:
            rijen.add(f"{code}.{rij}")
            criteria[0]["notatie"] = f"{niveau}.{rij}.1"
        uitkomsten.append(
            {"code": f"{code}{niveau}", "tekst": trek(teksten) if met_tekst else "", "succescriteria": criteria}
        )
    namen = [{"rij": rij, "naam": f"<{rij}>", "uit_bron": trek(st.booleans())} for rij in sorted(rijen)]
    omschrijving = {"omschrijving": trek(teksten)} if not met_tekst else {}
    return {"code": code, "naam": f"Lijn {code}", **omschrijving, "rijnamen": namen, "leeruitkomsten": uitkomsten}


@given(raamwerken())
def test_every_question_answers_and_counts_all(kader: Raamwerk) -> None:
    """What is asked of a framework counts every criterium once, whatever its shape."""
    alle = [c.code for c in kader.succescriteria]
    assert [code for code in kader if getattr(kader[code], "code", code) != code] == []
    assert [c.code for c in kader.kies()] == alle
    assert sum(len(cel) for rij in kader.rijen for cel in rij.cellen) == len(alle)
    assert len(kader.records()) == len(alle)
    stand = kader.voortgang(alle[::2])
    assert len(stand.aangetoond) + len(stand.nog_aan_te_tonen) == len(alle)
    assert len(kader.dekking({"m": [*kader]}).gedekt_door) == len(alle)
    assert all(gevonden.soort == "goed" for gevonden in kader.controleer([*kader]))
    assert {treffer.code for c in kader.succescriteria[:3] for treffer in kader.zoek(c.code)} >= {*alle[:3]}
    hoogste = len(kader.niveaus)
    if hoogste > 1:
        stappen = kader.verdieping(1, hoogste)
        assert sum(len(s.van) + len(s.naar) for s in stappen) == sum(
            c.niveau in (1, hoogste) for c in kader.succescriteria
        )
    for rij in kader.rijen:
        assert kader.opbouw(rij.code) == rij
    for record in (kader, *kader.leerlijnen, *kader.leeruitkomsten, *kader.evls, kader.succescriteria, kader.niveaus):
        assert str(record)
        assert record._repr_html_().count("<table") == 1
    assert lu.vergelijk(kader, kader) == ()
    assert len(lu.migreer([*kader], kader, kader).mee) == len([*kader])


@given(raamwerken())
def test_files_come_back_equal(kader: Raamwerk) -> None:
    assert lu.lees(lu.schrijf(kader)) == kader
    assert uitwisseling.lees(uitwisseling.schrijf(kader, "case"), "case") == kader


@given(raamwerken(), st.sampled_from(["1.0", "1.1"]), st.booleans())
def test_case_keeps_what_it_can_where_a_server_drops_the_rest(kader: Raamwerk, versie: Any, rubrieken: bool) -> None:
    """Without `extensions` and `notes` of the document the items, the rubrics and the licence say all of this."""
    uit = json.loads(uitwisseling.schrijf(kader, "case", versie=versie, rubrieken=rubrieken))
    for naam in ("extensions", "notes"):
        uit["CFDocument"].pop(naam, None)
    if not kader.succescriteria:
        return  # without a third layer nothing says that the codes are ours
    terug = uitwisseling.lees(json.dumps(uit).encode(), "case")
    assert [(c.code, c.tekst) for c in terug.succescriteria] == [(c.code, c.tekst) for c in kader.succescriteria]
    namen = [(rij.naam, rij.naam_uit_bron) if rubrieken else (None, False) for rij in kader.rijen]
    assert [(rij.naam, rij.naam_uit_bron) for rij in terug.rijen] == namen
    assert (terug.uitgever, terug.licentie) == (kader.uitgever, kader.licentie)
    geen_item = {"A.98", "A1.97", *(uitkomst.code for uitkomst in kader.leeruitkomsten if uitkomst.leeg)}
    items = {einde.code: einde for einde in kader.vervallen if soort_van(einde.code) not in ("rij", "cel")}
    for einde in terug.vervallen:
        oud = items.pop(einde.code)
        assert (einde.sinds, einde.reden) == (oud.sinds, oud.reden)
        assert set(oud.opvolgers) - set(einde.opvolgers) <= geen_item
    assert not items


FORMATEN = sorted(set(uitwisseling.formaten()) - {"openbadges", "case"})


@settings(max_examples=10)
@pytest.mark.parametrize("formaat", FORMATEN)
@given(kader=raamwerken())
def test_every_text_goes_out_to_every_system(formaat: str, kader: Raamwerk) -> None:
    """Count in is count out: every criterium has its code in what goes out, and a leeruitkomst that says nothing is no thing."""
    uit = b"".join(bladen(kader)) if formaat == "ooapi" else uitwisseling.schrijf(kader, formaat)
    if formaat == "xlsx":
        assert uit[:2] == b"PK"
        return
    tekst = uit.decode()
    assert [c.code for c in kader.succescriteria if c.code not in tekst] == []
    if formaat == "csv":
        assert len([*csv.reader(io.StringIO(tekst))]) == len(kader.succescriteria) + 1
    if formaat == "mahara":
        json.loads(tekst)


@settings(max_examples=5)
@given(raamwerken())
def test_pages_and_sheets_have_every_text(kader: Raamwerk) -> None:
    """On every sheet and on the page stands each criterium with its code."""
    for inhoud in (weergave.matrix(kader), weergave.pagina(kader), weergave.matrix_markdown(kader)):
        kaal = inhoud.replace("\\", "")
        assert [c.code for c in kader.succescriteria if c.code not in kaal] == []
    evls = [evl for evl in kader.evls if evl.succescriteria][:3]
    for evl in evls:
        formulier = weergave.formulier(kader, evl.niveau.nummer)
        assert [c.code for c in evl.succescriteria if c.code not in formulier] == []
        assert weergave.formulier_docx(kader, evl.niveau.nummer)[:2] == b"PK"
    assert weergave.matrix_docx(kader)[:2] == b"PK"
