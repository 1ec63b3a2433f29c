"""The next version from a table: which codes stay, which are new, and what must be said of those that are gone."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

import leeruitkomsten as lu
from bestanden.raamwerken import LADDER
from bestanden.versies import EERSTE, bewaard, eerste, fouten, met_codes, volgende, wijzigingen
from leeruitkomsten import OngeldigeVraag, Raamwerk, VerkeerdType, uit_tabel, vergelijk
from leeruitkomsten.uitwisseling import schrijf


def test_what_a_table_does_not_say_comes_from_the_version_before() -> None:
    oud = eerste()
    nieuw = volgende(met_codes(oud), oud)
    assert wijzigingen(oud, nieuw) == []
    velden = ("sleutel", "naam", "taal", "uitgever", "licentie", "inleiding", "leerlijnen", "niveaus")
    assert [getattr(nieuw, veld) for veld in velden] == [getattr(oud, veld) for veld in velden]
    assert (nieuw.versie, nieuw.datum) == ("1.1", "2027-01-01")
    anders = volgende(met_codes(oud), oud, naam="Anders", taal="nl", licentie="CC BY 4.0", sleutel="anders")
    assert (anders.naam, anders.taal, anders.licentie, anders.uitgever, anders.sleutel) == (
        "Anders", "nl", "CC BY 4.0", "School", "anders",
    )  # fmt: skip


def test_a_line_that_is_gone_asks_for_its_successors() -> None:
    oud = eerste()
    zonder = "\n".join(regel for regel in met_codes(oud).split("\n") if not regel.startswith(("A1.1b", "A2.2a")))
    hoe = "staat niet meer in de tabel; zeg wat erop volgt, op een blad met de kolommen code, opvolgers en reden, of met opvolgers= "
    achter = "; niets achter = is: geen opvolger)"
    assert fouten(zonder, oud) == [
        f"code A1.1b: 'Je schrijft.' {hoe}(--opvolgers 'A1.1b=…'{achter}",
        f"code A2.2a: 'Je telt.' {hoe}(--opvolgers 'A2.2a=…'{achter}",
    ]
    nieuw = volgende(zonder, oud, opvolgers={"A1.1b": ["A1.1a"], "A2.2a": ()})
    assert [(v.code, v.opvolgers, v.sinds, v.reden) for v in nieuw.vervallen] == [
        ("A1.1b", ("A1.1a",), "1.1", "Vervallen in versie 1.1."),
        ("A2.2a", (), "1.1", "Vervallen in versie 1.1."),
    ]
    # The one after that knows them still, and gives neither letter nor row again.
    verder = zonder + ",A,,1,,1,,,Je tekent.\n,A,,2,,,Meten,,Je meet.\n"
    derde = uit_tabel(verder.encode(), versie="1.2", datum="2028-01-01", vorige=nieuw)
    assert derde.vervallen == nieuw.vervallen
    assert wijzigingen(nieuw, derde) == [("toegevoegd", None, "A1.1c"), ("toegevoegd", None, "A2.3a")]


def test_what_follows_is_proposed_where_the_text_is_equal_or_nearly() -> None:
    kop = "leerlijn,naam,niveau,rij,criterium\n"
    oud = eerste(f"{kop}A,Leren,1,1,Je leest een heel dik boek.\nA,,1,2,Je telt.\nA,,1,3,Je zingt.\nA,,1,4,Blijft.\n")
    tabel = f"{kop}A,Leren,1,4,Blijft.\nA,,1,5,Je leest een heel mooi boek.\nA,,1,6,Je telt.\nA,,1,7,Iets anders.\n"
    voorbeelden = [fout.partition("--opvolgers ")[2].partition(";")[0] for fout in fouten(tabel, oud)]
    assert voorbeelden == ["'A1.1a=A1.5a'", "'A1.2a=A1.6a'", "'A1.3a=…'"]


@pytest.mark.parametrize(
    ("nieuw", "zinnen"),
    [
        (["Proeven;;Tests own changes;"], ["heet hij nu 'Proeven'"]),
        (["Proeven;;Iets;", "Quality;;;Plans the tests of any component"], ["heet hij nu 'Quality'"]),
        (["Proeven;;Iets;", "Quality;;;Iets"], ["heet hij nu 'Proeven' of 'Quality'"]),
        ([f"R{n};;Iets;" for n in range(7)], ["heet hij nu 'R0', 'R1', 'R2', 'R3' of 'R4'"]),
        ([], []),
    ],
)
def test_a_row_of_another_name_may_be_the_same_row(nieuw: list[str], zinnen: list[str]) -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    weg = ";;Testing;;Tests own changes;Plans the tests of a component;;\n"
    tabel = LADDER.replace(weg, "".join(f";;{regel};;\n" for regel in nieuw))
    gevonden = fouten(tabel, oud)
    raad = "zet daar dan 2 in kolom 'rij': dan houdt hij zijn codes"
    begin = "rij TECH.2: 'Testing' staat niet meer in de tabel"
    assert [fout for fout in gevonden if fout.startswith("rij")] == [f"{begin}; {zin}, {raad}" for zin in zinnen]
    assert [fout.partition(":")[0] for fout in gevonden[len(zinnen) :]] == ["code TECH2.2a", "code TECH3.2a"]


def test_a_table_of_ended_codes_says_it_as_well() -> None:
    oud = eerste()
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(oud, "xlsx")))
    blad = boek["Alle criteria"]
    blad.delete_rows(next(n for n, rij in enumerate(blad.values, 1) if rij[0] == "A1.1b"))
    boek["Vervallen"].append(["A1.1b", "A1.1a, A2.1a", None, "Ging daarin op."])
    nieuw = volgende(bewaard(boek), oud)
    assert [v.als_dict() for v in nieuw.vervallen] == [
        {"code": "A1.1b", "opvolgers": ["A1.1a", "A2.1a"], "sinds": "1.1", "reden": "Ging daarin op."}
    ]
    assert volgende(schrijf(nieuw, "xlsx"), nieuw).vervallen == nieuw.vervallen
    zin = "blad 'Vervallen', regel 2, kolom 'code': bij 'A1.1b' staan hier andere opvolgers dan in opvolgers= (--opvolgers)"
    assert fouten(bewaard(boek), oud, opvolgers={"A1.1b": []}) == [zin]
    assert volgende(bewaard(boek), oud, opvolgers={"A1.1b": ["A1.1a", "A2.1a"]}).vervallen[0].opvolgers == (
        "A1.1a",
        "A2.1a",
    )


@pytest.mark.parametrize(
    ("regels", "zinnen"),
    [
        (["A1.1a", "A1.1b"], ["blad 'Vervallen', regel 2, kolom 'code': 'A1.1a' staat nog in de tabel, en is dus niet vervallen"]),
        (["A9.9a", ""], ["blad 'Vervallen', regel 2, kolom 'code': 'A9.9a' staat niet in versie 1.0"]),
        (["x", "y z"], [
            "blad 'Vervallen', regel 2, kolom 'code': hier hoort een code, zoals 'WP2.4a', er staat 'x'",
            "blad 'Vervallen', regel 2, kolom 'opvolgers': hier hoort een code, zoals 'WP2.4a', er staat 'y'",
            "blad 'Vervallen', regel 2, kolom 'opvolgers': hier hoort een code, zoals 'WP2.4a', er staat 'z'",
        ]),
        (["A1.1b", "A1.7a"], [
            "blad 'Vervallen', regel 2, kolom 'code': 'A1.1b' staat nog in de tabel, en is dus niet vervallen",
            "blad 'Vervallen', regel 2, kolom 'code': opvolger 'A1.7a' van 'A1.1b' staat niet in de tabel en is ook niet vervallen",
        ]),
        (["A1.1a", "", "een twee"], [
            "blad 'Vervallen', regel 2, kolom 'sinds': hier hoort een versie, zoals '1.0', er staat 'een twee'"]),
        (["A1.1a", "", "", "\u2066"], ["blad 'Vervallen', regel 2, kolom 'reden': het teken U+2066 mag niet in een tekst staan"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_line_of_ended_codes(regels: list[str], zinnen: list[str]) -> None:
    oud = eerste()
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(oud, "xlsx")))
    boek["Vervallen"].append(regels)
    for regel in zinnen:
        assert regel in fouten_zonder_vraag(bewaard(boek), oud)
    boek["Vervallen"].append(regels)
    if regels[:2] == ["A1.1a", "A1.1b"]:
        zin = "regel 3, kolom 'code': 'A1.1a' staat hier al eerder (blad 'Vervallen', regel 2, kolom 'code')"
        assert fouten(bewaard(boek), oud)[0] == f"blad 'Vervallen', {zin}"


def fouten_zonder_vraag(bron: bytes, oud: Raamwerk) -> list[str]:
    return [fout for fout in fouten(bron, oud) if not fout.startswith("code ")]


def test_a_leerlijn_that_is_gone_takes_all_its_codes_along() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    zonder = LADDER.partition("LEAD")[0]
    weg = ["LEAD", "LEAD3", "LEAD3.1a", "LEAD4", "LEAD4.1a", "LEAD5", "LEAD5.1a"]
    assert [fout.split()[1].rstrip(":") for fout in fouten(zonder, oud)] == weg
    assert len(volgende(zonder, oud, opvolgers=dict.fromkeys(weg, ("TECH",))).vervallen) == len(weg)


def test_another_order_of_leerlijnen_is_a_difference() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    kop, lead = LADDER.index("TECH"), LADDER.index("LEAD")
    nieuw = volgende(LADDER[:kop] + LADDER[lead:] + LADDER[kop:lead], oud)
    assert [lijn.code for lijn in nieuw.leerlijnen] == ["LEAD", "TECH"]
    assert str(vergelijk(oud, nieuw)) == "de volgorde van de leerlijnen is nu LEAD, TECH; die was TECH, LEAD"


def test_a_niveau_put_in_between_does_not_shift_codes() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    kop, *regels = LADDER.replace("\n• Reviews", "§• Reviews").splitlines()
    erbij = [
        ";".join([*cellen[:4], f"Nieuw {n}", *cellen[4:]]) for n, cellen in enumerate(r.split(";") for r in regels)
    ]
    tabel = "\n".join([kop.replace("L1;L2", "L1;L1b;L2"), *erbij, ""]).replace("§", "\n")
    gevonden = fouten(tabel, oud)
    raad = "codes blijven bij hun niveau: zet een nieuw niveau achteraan, of zeg van elke code wat erop volgt"
    assert gevonden[:2] == [
        f"niveau 'L2': dit was niveau 2, en staat nu als 3; {raad}",
        f"niveau 'L3': dit was niveau 3, en staat nu als 4; {raad}",
    ]
    # Nothing keeps a code for standing where another criterium stood.
    assert [fout.partition(":")[0] for fout in gevonden[4:]] == [
        f"code {c.code}" for c in oud.succescriteria if c.niveau > 1
    ]
    assert "--opvolgers 'TECH2.1a=TECH3.1c'" in gevonden[4]


def test_labels_of_a_list_are_those_of_the_version_before() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    regels = [f"{c.code},{c.leerlijn},L{c.niveau},{c.rij.split('.')[1]},{c.tekst}" for c in oud.succescriteria]
    nieuw = volgende("\n".join(["code,leerlijn,niveau,rij,criterium", *regels]), oud)
    assert wijzigingen(oud, nieuw) == []
    assert [rij.naam for rij in nieuw.rijen] == [rij.naam for rij in oud.rijen]


def test_errata_stay_as_long_as_they_apply() -> None:
    kader = lu.laad()
    tabel: Any = openpyxl.load_workbook(io.BytesIO(schrijf(kader, "xlsx")))
    blad = tabel["Alle criteria"]
    [regel] = [n for n, rij in enumerate(blad.values, 1) if rij[0] == "WPI3.5b"]
    blad.cell(regel, 13).value = str(blad.cell(regel, 13).value).replace("gedag", "gedrag")
    nieuw = uit_tabel(bewaard(tabel), versie="1.1", datum="2027-01-01", vorige=kader)
    assert {e.code for e in kader.errata} - {e.code for e in nieuw.errata} == {"WPI3.5b"}
    assert (nieuw.inleiding, nieuw.bron) == (kader.inleiding, kader.bron)


def test_what_was_read_otherwise_is_added_to_what_is_known_of_the_source() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    nieuw = volgende(LADDER + ";;Security;Spots a risk;;;;\n", oud)
    eerder = [str(noot) for noot in oud.bron.verantwoording]
    assert [str(noot) for noot in nieuw.bron.verantwoording] == [
        *eerder, "de tabel van versie 1.1: rijen zonder nummer kregen er een, op volgorde van verschijnen: 1 in LEAD",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("opvolgers", "soort", "zin"),
    [
        ({"A1.1a": "A1.1b"}, VerkeerdType, "opvolgers= heeft bij een code een lijst met codes, niet 'A1.1b'"),
        ({"x": []}, OngeldigeVraag, "opvolgers: hier hoort een code, zoals 'WP2.4a', er staat 'x'"),
        ({"A1.1a": ["x"]}, OngeldigeVraag, "opvolgers: hier hoort een code, zoals 'WP2.4a', er staat 'x'"),
    ],
)
def test_successors_are_codes(opvolgers: Any, soort: type[Exception], zin: str) -> None:
    with pytest.raises(soort) as fout:
        volgende(EERSTE, eerste(), opvolgers=opvolgers)
    assert str(fout.value) == zin


def test_the_version_before_is_a_framework() -> None:
    with pytest.raises(VerkeerdType, match="vorige= is een raamwerk"):
        uit_tabel(EERSTE.encode(), versie="1", datum="2026-01-01", vorige="oud.json")


def test_numbered_heads_say_nothing_of_labels_and_a_sheet_of_ended_codes_has_no_codes_of_criteria() -> None:
    matrix = [["leerlijn", "naam", "rij", "1 Start", "2 Groei"], ["A", "Leren", 1, "Je leest.", "Je leest meer."]]
    boek = openpyxl.Workbook()
    blad: Any = boek.active
    for rij in matrix:
        blad.append(rij)
    oud = uit_tabel(bewaard(boek), naam="Proef", versie="1.0", datum="2026-01-01")
    blad["D2"] = "Je leest graag."
    boek.create_sheet("Einde").append(["code", "opvolgers"])
    nieuw = volgende(bewaard(boek), oud)
    assert wijzigingen(oud, nieuw) == [("gewijzigd", "A1.1a", "A1.1a")]
    assert nieuw.bron.verantwoording == ()


def test_a_bare_number_keeps_the_phase_of_the_version_before() -> None:
    oud = uit_tabel(
        b"leerlijn,naam,rij,1 Start,2 Groei\nA,Leren,1,x,y\n", naam="Proef", versie="1.0", datum="2026-01-01"
    )
    nieuw = volgende("leerlijn,rij,1,niveau 2,3\nA,1,x,y,z\n", oud)
    assert [niveau.fase for niveau in nieuw.niveaus] == ["Start", "Groei", "niveau 3"]


def test_a_name_of_a_row_does_not_become_the_sources_by_itself() -> None:
    tabel = "leerlijn,naam,niveau,rij,rijnaam,naam_uit_bron,criterium\nA,Leren,1,1,Lezen,nee,x\nA,,1,2,Tellen,ja,y\n"
    oud = eerste(tabel)
    zonder = tabel.replace("naam_uit_bron,", "").replace("nee,", "").replace("ja,", "")

    def gezegd(nieuwe: str) -> list[bool | None]:
        return [rij.naam_uit_bron for rij in volgende(nieuwe, oud).rijen]

    assert gezegd(zonder) == [False, True]
    assert gezegd(zonder.replace("Lezen", "Leren lezen")) == [True, True]
    assert gezegd(tabel.replace("nee", "")) == [True, True]
    assert gezegd("leerlijn,rij,rijnaam,1\nA,1,Lezen,x\nA,2,Tellen,y\n") == [False, True]


def test_a_niveau_that_is_gone_takes_its_codes_along_for_good() -> None:
    drie = "leerlijn,naam,niveau,fase,rij,criterium\nA,Leren,1,Start,1,x\nA,,2,Groei,1,y\nA,,3,Later,,\n"
    oud = eerste(drie)
    twee = drie.replace("A,,3,Later,,\n", "")
    assert [fout.partition(" staat niet meer")[0] for fout in fouten(twee, oud)] == [
        "code EvL3: 'Later'",
        "code A3: 'A3'",
    ]
    nieuw = volgende(twee, oud, opvolgers={"EvL3": [], "A3": ["A2"]})
    assert [(einde.code, einde.opvolgers) for einde in nieuw.vervallen] == [("A3", ("A2",)), ("EvL3", ())]
    weer = fouten(drie.replace("Later", "Anders"), nieuw)
    assert len(weer) == 2
    assert all("A3" in fout or "EvL3" in fout for fout in weer)
