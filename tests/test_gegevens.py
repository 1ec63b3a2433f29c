"""The data: to the letter of the source. A failure says to a curator what to correct, and where."""

from __future__ import annotations

import copy
import hashlib
import unicodedata
from typing import Any

import pytest

from bewijs import BRON, CELLEN, SHA256, BronFout, bewijs, tokens
from leeruitkomsten import Raamwerk
from leeruitkomsten.bouwen import bouw, met_errata
from leeruitkomsten.verpakt import laad, lees_gegevens, versies

Gegevens = dict[str, Any]
CODES = [code for code in laad() if "." in code and code[-1].isalpha()]
UITKOMSTEN = [uitkomst.code for uitkomst in laad().leeruitkomsten]


@pytest.fixture
def gegevens() -> Gegevens:
    return copy.deepcopy(lees_gegevens(versies()[-1]))


def _uitkomst(gegevens: Gegevens, code: str) -> Gegevens:
    return next(u for lijn in gegevens["leerlijnen"] for u in lijn["leeruitkomsten"] if u["code"] == code)


def _criterium(gegevens: Gegevens, code: str) -> Gegevens:
    uitkomst = _uitkomst(gegevens, code.partition(".")[0])
    return next(c for c in uitkomst["succescriteria"] if c["code"] == code)


def test_the_source_is_the_document_the_data_name(kader: Raamwerk) -> None:
    assert hashlib.sha256(BRON.read_bytes()).hexdigest() == SHA256 == kader.bron.sha256


def test_the_data_consume_the_source_to_the_last_token(kader: Raamwerk) -> None:
    bewijs(kader)


@pytest.mark.parametrize("code", CODES + UITKOMSTEN)
def test_the_proof_fails_when_one_text_changes(code: str, gegevens: Gegevens) -> None:
    record = _criterium(gegevens, code) if "." in code else _uitkomst(gegevens, code)
    woorden = record["tekst"].split()
    woorden[-1] = f"x{woorden[-1]}"
    record["tekst"] = " ".join(woorden)
    with pytest.raises(BronFout, match=rf"^{code}: the data say .x"):
        bewijs(bouw(gegevens))


@pytest.mark.parametrize("code", CODES)
def test_the_proof_fails_when_one_criterium_moves_to_a_neighbouring_cell(code: str, gegevens: Gegevens) -> None:
    uitkomst, rest = code.split(".")
    naar = f"{uitkomst[:-1]}{int(uitkomst[-1]) % 4 + 1}"
    gegevens["errata"] = []
    criterium = _criterium(gegevens, code)
    _uitkomst(gegevens, uitkomst)["succescriteria"].remove(criterium)
    _uitkomst(gegevens, naar)["succescriteria"].append({**criterium, "code": f"{naar}.{rest[:-1]}z"})
    with pytest.raises(BronFout, match="bullets per cell"):
        bewijs(bouw(gegevens))


@pytest.mark.parametrize(
    ("verminking", "melding"),
    [
        (lambda g: g["inleiding"].pop(), "WP, naam: the data say 'Pedagogische' where the source says 'Als'"),
        (lambda g: g["inleiding"][0].update(tekst="Iets anders."), "inleiding, definitie"),
        (lambda g: g["leerlijnen"].reverse(), "in this order"),
        (lambda g: g["niveaus"][0].update(fase="Startfase"), "WP1, kop"),
        (lambda g: g["leerlijnen"][0].update(naam="Pedagogiek"), "WP, naam"),
    ],
)
def test_the_proof_fails_on_what_stands_around_the_table(verminking: Any, melding: str, gegevens: Gegevens) -> None:
    verminking(gegevens)
    with pytest.raises(BronFout, match=melding):
        bewijs(bouw(gegevens))


def test_the_proof_fails_when_the_source_goes_on(kader: Raamwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = tokens()
    monkeypatch.setattr("bewijs.tokens", lambda: [*echt, "•", "Je", "meer."])
    with pytest.raises(BronFout, match="goes on"):
        bewijs(kader)


def test_the_counts_are_those_of_the_document(kader: Raamwerk) -> None:
    per_leerlijn = {lijn.code: [len(u.succescriteria) for u in lijn.leeruitkomsten] for lijn in kader.leerlijnen}
    assert per_leerlijn == {"WP": [4, 9, 9, 8], "WD": [7, 8, 8, 7], "WPO": [4, 4, 3, 5], "WPI": [5, 6, 7, 7]}
    cellen = [len(cel) for rij in kader.rijen for cel in rij.cellen]
    assert (len(kader.leeruitkomsten), len(kader.succescriteria), len(kader.rijen)) == (16, 101, 20)
    assert [cellen.count(aantal) for aantal in (0, 1, 2, 3)] == [5, 52, 20, 3]


@pytest.mark.parametrize(("leerlijn", "rij"), [(lijn, n) for lijn, rijen in CELLEN.items() for n in range(len(rijen))])
def test_each_cell_holds_the_bullets_of_the_document(leerlijn: str, rij: int, kader: Raamwerk) -> None:
    gevonden = kader.rij(f"{leerlijn}.{rij + 1}")
    assert [len(cel) for cel in gevonden.cellen] == [int(aantal) for aantal in CELLEN[leerlijn][rij].split("|")]


def test_the_niveaus_are_those_of_the_document(kader: Raamwerk) -> None:
    assert [(n.nummer, n.fase, n.begeleiding) for n in kader.niveaus] == [
        (1, "Oriëntatiefase", None),
        (2, "Verdiepingsfase", "proactieve begeleiding"),
        (3, "Visiefase", "begeleiding op afstand of reactieve begeleiding"),
        (4, "Afstudeerfase", "zelfstandig"),
    ]


def test_each_begeleiding_stands_in_the_introduction(kader: Raamwerk) -> None:
    zin = next(noot.tekst for noot in kader.inleiding if noot.bij == "begeleiding")
    assert zin.startswith("Als richtlijn")
    assert all(n.begeleiding in zin for n in kader.niveaus if n.begeleiding)


def test_texts_are_nfc_with_white_space_folded_and_apostrophes_as_they_stand(kader: Raamwerk) -> None:
    teksten = [record.tekst for record in (*kader.leeruitkomsten, *kader.succescriteria)]
    for tekst in teksten:
        assert tekst == unicodedata.normalize("NFC", " ".join(tekst.split()))
    alles = " ".join(teksten)
    assert (alles.count("collega's"), alles.count("collega’s")) == (7, 4)


def test_every_erratum_still_applies(kader: Raamwerk) -> None:
    assert [(e.code, e.veld) for e in kader.errata] == [
        (code, "tekst") for code in ("WP2.5b", "WD1.6a", "WPI3.5b", "WPI4.5b")
    ]
    for erratum in kader.errata:
        tekst = kader.succescriterium(erratum.code).tekst
        assert tekst.count(erratum.staat) == 1, f"{erratum.code}: {erratum.staat!r} is not there; correct the errata"
        staat_er = tekst[tekst.index(erratum.staat) :]
        assert not staat_er.startswith(erratum.bedoeld), f"{erratum.code} is correct by now; remove the erratum"
        assert erratum.reden


def test_the_corrected_framework_differs_in_the_errata_only(kader: Raamwerk) -> None:
    verbeterd = laad(errata=True)
    anders = {c.code for c, d in zip(kader.succescriteria, verbeterd.succescriteria, strict=True) if c != d}
    assert anders == {erratum.code for erratum in kader.errata}
    assert verbeterd["WD1.6a"].tekst.endswith("anders zou doen.")
    assert verbeterd["WPI3.5b"].tekst.endswith("reflectie op je gedrag.")
    assert "sociaal-emotionele ontwikkeling" in verbeterd["WP2.5b"].tekst
    assert (verbeterd.versie, verbeterd.errata) == ("1.0+errata", ())
    assert [u.tekst for u in verbeterd.leeruitkomsten] == [u.tekst for u in kader.leeruitkomsten]


def test_correcting_leaves_the_data_as_they_were(gegevens: Gegevens) -> None:
    vooraf = copy.deepcopy(gegevens)
    met_errata(gegevens)
    assert gegevens == vooraf


def test_an_erratum_in_a_name_is_corrected_too(gegevens: Gegevens) -> None:
    erratum = {"code": "WPO", "veld": "naam", "staat": "omgeving", "bedoeld": "omgevingen", "reden": "voorbeeld"}
    gegevens["errata"].append(erratum)
    assert bouw(met_errata(gegevens)).leerlijn("WPO").naam == "Professionele omgevingen"


def test_two_errata_in_one_text_are_both_carried_out(gegevens: Gegevens) -> None:
    erratum = {"code": "WPI3.5b", "veld": "tekst", "staat": "bij aan", "bedoeld": "bij, aan", "reden": "voorbeeld"}
    gegevens["errata"].append(erratum)
    assert bouw(met_errata(gegevens))["WPI3.5b"].tekst == (
        "Je stelt je (non)verbale gedrag bij, aan de hand van reflectie op je gedrag."
    )


def test_an_erratum_is_carried_out_once(gegevens: Gegevens) -> None:
    gegevens["errata"] = [{"code": "WP2", "veld": "tekst", "staat": "en", "bedoeld": "EN", "reden": "voorbeeld"}]
    assert bouw(met_errata(gegevens))["WP2"].tekst.count("EN") == 1


def test_the_works_that_the_source_names_stand_in_it(kader: Raamwerk) -> None:
    inleiding = " ".join(noot.tekst for noot in kader.inleiding)
    assert len(kader.bron.verwijzingen) == 3
    assert all(f"({werk})" in inleiding for werk in kader.bron.verwijzingen)


def test_places_count_from_one(kader: Raamwerk) -> None:
    assert (kader["WP"].plaats, kader["WD2"].plaats, kader["WPI4.5b"].plaats) == ((1,), (2, 2), (4, 4, 5, 2))


def test_the_two_placements_that_rest_on_content_are_recorded(kader: Raamwerk) -> None:
    assert [noot.bij for noot in kader.bron.op_inhoud_geplaatst] == ["WPI1.5b", "WPI4.5a"]
    assert "(spreek)gedrag" in kader["WPI1.5b"].tekst
    assert "professionele waarden" in kader["WPI4.5a"].tekst


def test_the_remarks_about_the_source_name_what_exists(kader: Raamwerk) -> None:
    for noot in (*kader.bron.verantwoording, *kader.bron.op_inhoud_geplaatst):
        if noot.bij[0].isupper():
            assert noot.bij in kader, f"{noot.bij} is no code; correct data/"


# The names of the package, by which a row is found: copied from the contract by hand.
RIJNAMEN = {
    "WP.1": "Contact en gedrag",
    "WP.2": "Normen en afspraken",
    "WP.3": "Verschillen tussen leerlingen",
    "WP.4": "Motivatie en groepsprocessen",
    "WP.5": "Ontwikkeling en burgerschap",
    "WP.6": "Belangen afwegen",
    "WD.1": "Leerstof en lesopbouw",
    "WD.2": "Uitleg en leeractiviteiten",
    "WD.3": "Uitvoering en feedback",
    "WD.4": "Onderwijsleertechnologie",
    "WD.5": "Diversiteit en differentiatie",
    "WD.6": "Evaluatie van de les",
    "WPO.1": "School en omgeving",
    "WPO.2": "Communicatie en samenwerking",
    "WPO.3": "Niet-lesgebonden taken",
    "WPI.1": "Ontwikkeling en visie",
    "WPI.2": "Verantwoordelijkheid en grenzen",
    "WPI.3": "Feedback benutten",
    "WPI.4": "Situaties uit de praktijk",
    "WPI.5": "Gedrag en overtuigingen",
}


def test_every_row_has_the_name_that_the_package_gives_it(kader: Raamwerk) -> None:
    assert {rij.code: rij.naam for rij in kader.rijen} == RIJNAMEN
    assert not any(rij.naam_uit_bron for rij in kader.rijen)


def test_a_name_of_the_package_is_marked_as_such_wherever_it_is_drawn(kader: Raamwerk) -> None:
    merk, voet = "(naam van dit pakket)", "De namen van de rijen zijn van dit pakket"
    for rij in kader.rijen:
        assert rij.benaming == f"{rij.naam} {merk}"
        for tekst in (str(rij), str(rij._tabel()), rij._repr_html_(), rij._tabel().markdown()):
            assert tekst.count(str(rij.naam)) == tekst.count(f"{rij.naam} {merk}".replace("*", ""))
        assert all(regel["rij_naam"] == rij.naam and regel["naam_uit_bron"] is False for regel in rij.records())
    for lijn in kader.leerlijnen:
        assert voet in lijn._tabel().voet
    assert all(merk in str(rij[1]) for rij in kader.rijen._tabel().rijen)
    # It stands in no text of the framework.
    assert not any(merk in record.tekst for record in (*kader.leeruitkomsten, *kader.succescriteria))


def test_a_name_that_the_source_gives_is_not_marked() -> None:
    from conftest import RAAMWERKEN

    eigen, bron, zonder = RAAMWERKEN["breed"].rijen[:3]
    assert (eigen.benaming, bron.benaming, zonder.benaming) == ("<ours> (naam van dit pakket)", "<the source's>", "")
    assert (bron.naam_uit_bron, zonder.naam, zonder.naam_uit_bron) == (True, None, False)


def test_versions_of_data_and_package_are_two_things(kader: Raamwerk) -> None:
    assert kader.versie == versies()[-1]
    assert kader.datum == "2026-11-24"
