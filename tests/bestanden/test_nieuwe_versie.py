"""The next version from a table: which codes stay, which are new, and what must be said of those that are gone."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

import leeruitkomsten as lu
from bestanden.raamwerken import LADDER
from leeruitkomsten import OngeldigeVraag, OngeldigRaamwerk, Raamwerk, VerkeerdType, uit_tabel, vergelijk
from leeruitkomsten.uitwisseling import schrijf

EERSTE = """\
code,leerlijn,naam,niveau,fase,rij,rijnaam,notatie,criterium
,A,Leren,1,Start,1,Lezen,1.1,Je leest.
,A,,1,,1,,,Je schrijft.
,A,,2,Einde,1,,,Je leest meer.
,A,,2,,2,Tellen,,Je telt.
"""


def eerste(tabel: str = EERSTE) -> Raamwerk:
    return uit_tabel(
        tabel.encode(), naam="Proef", versie="1.0", datum="2026-01-01", taal="en", uitgever="School", licentie="CC0"
    )


def volgende(tabel: str | bytes, oud: Raamwerk, **anders: Any) -> Raamwerk:
    bron = tabel if isinstance(tabel, bytes) else tabel.encode()
    return uit_tabel(bron, versie="1.1", datum="2027-01-01", vorige=oud, **anders)


def fouten(tabel: str | bytes, oud: Raamwerk, **anders: Any) -> list[str]:
    with pytest.raises(OngeldigRaamwerk) as fout:
        volgende(tabel, oud, **anders)
    return [str(bevinding) for bevinding in fout.value.bevindingen]


def met_codes(kader: Raamwerk) -> str:
    """The list of this framework with its codes, as a text to edit."""
    regels = [
        f"{c.code},{c.leerlijn},,{c.niveau},,{c.rij[2:]},{{{c.rij}}},{c.notatie or ''},{c.tekst}"
        for c in kader.succescriteria
    ]
    namen = {rij.code: rij.naam for rij in kader.rijen}
    for code, naam in namen.items():
        regels = [regel.replace(f"{{{code}}}", naam or "") for regel in regels]
    return "\n".join([EERSTE.partition("\n")[0], *regels, ""])


def wijzigingen(oud: Raamwerk, nieuw: Raamwerk) -> list[tuple[str, str | None, str | None]]:
    return [(w.soort, w.oud, w.nieuw) for w in vergelijk(oud, nieuw)]


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


def test_a_code_keeps_its_criterium_and_a_new_line_gets_the_next() -> None:
    oud = eerste()
    tabel = (
        met_codes(oud).replace("Je schrijft.", "Je schrijft brieven.")
        + ",A,,1,,1,,,Je tekent.\n,A,,2,,,Meten,,Je meet.\n"
    )
    nieuw = volgende(tabel, oud)
    assert wijzigingen(oud, nieuw) == [
        ("toegevoegd", None, "A1.1c"), ("toegevoegd", None, "A2.3a"), ("gewijzigd", "A1.1b", "A1.1b"),
    ] or sorted(wijzigingen(oud, nieuw), key=str) == sorted(
        [("toegevoegd", None, "A1.1c"), ("toegevoegd", None, "A2.3a"), ("gewijzigd", "A1.1b", "A1.1b")], key=str
    )  # fmt: skip
    assert nieuw["A.3"].naam == "Meten"


def test_a_line_of_the_same_text_in_the_same_cell_keeps_its_code_without_saying_so() -> None:
    oud = eerste()
    tabel = met_codes(oud).replace("A1.1b,", ",")
    assert wijzigingen(oud, volgende(tabel, oud)) == []


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


def test_a_row_of_another_name_with_its_number_keeps_its_codes() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    met_nummer = LADDER.replace("naam;rijnaam", "naam;rij;rijnaam").replace(";;Testing", ";;2;Quality")
    met_nummer = (
        met_nummer.replace(";;On call", ";;;On call")
        .replace("skills;Wri", "skills;;Wri")
        .replace("ship;Men", "ship;;Men")
    )
    assert (
        str(vergelijk(oud, volgende(met_nummer, oud))) == "de naam van rij TECH.2 is gewijzigd: [-Testing-]{+Quality+}"
    )


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


def bewaard(boek: Any) -> bytes:
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


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


@pytest.mark.parametrize(
    ("van", "naar", "zinnen"),
    [
        ("A1.1b,A,,1", "A1.1b,A,,2", [
            "regel 3, kolom 'code': 'A1.1b' is de code van een andere plaats dan deze regel noemt (leerlijn A, niveau 2, rij 1); laat "
            "hem leeg als het criterium verhuist, en zeg bij 'vervallen' welke nieuwe code op de oude volgt"]),
        ("A1.1b,", "A1.1a,", ["regel 3, kolom 'code': 'A1.1a' staat ook op regel 2"]),
        ("A1.1b,", "WP,", ["regel 3, kolom 'code': hier hoort de code van een succescriterium, zoals 'WP2.4a', of niets, er staat 'WP'"]),
        ("Je schrijft.", "", [
            "regel 3, kolom 'criterium': er staat wel een rij, maar geen criterium",
            "regel 3, kolom 'code': op een regel zonder criterium hoort de code van de leeruitkomst, 'A1', er staat 'A1.1b'; haal de "
            "regel weg als het criterium vervalt"]),
    ],
)  # fmt: skip
def test_a_code_in_another_place_is_a_fault(van: str, naar: str, zinnen: list[str]) -> None:
    oud = eerste()
    assert fouten(met_codes(oud).replace(van, naar), oud) == zinnen


def test_a_code_under_another_name_without_a_number_says_where_the_number_goes() -> None:
    oud = eerste()
    tabel = met_codes(oud).replace("A2.2a,A,,2,,2,Tellen", "A2.2a,A,,2,,,Rekenen")
    assert fouten(tabel, oud)[0].endswith(
        "zeg bij 'vervallen' welke nieuwe code op de oude volgt; heet alleen de rij anders, zet dan 2 in kolom 'rij'"
    )
    assert volgende(tabel.replace(",,Rekenen", ",2,Rekenen"), oud)["A.2"].naam == "Rekenen"


def test_a_code_that_ended_is_not_used_again() -> None:
    oud = eerste()
    zonder = met_codes(oud).replace("A1.1b,A,,1,,1,Lezen,,Je schrijft.\n", "")
    nieuw = volgende(zonder, oud, opvolgers={"A1.1b": []})
    weer = zonder + "A1.1b,A,,1,,1,,,Je knutselt.\n"
    zin = "'A1.1b' is vervallen, en wordt niet opnieuw gebruikt; laat de code van een nieuw criterium leeg"
    assert fouten(weer, nieuw) == [f"regel 5, kolom 'code': {zin}"]


def test_a_matrix_keeps_codes_by_text_and_then_by_place() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01", taal="en")
    tabel = LADDER.replace("Designs a component", "Designs any component").replace("Tests own", "Tests all own")
    assert wijzigingen(oud, volgende(tabel, oud)) == [
        ("gewijzigd", "TECH2.2a", "TECH2.2a"), ("gewijzigd", "TECH3.1a", "TECH3.1a"),
    ]  # fmt: skip
    omgekeerd = LADDER.replace(
        "• Designs a component\n• Reviews changes of others", "• Reviews changes of others\n• Designs a component"
    )
    assert volgende(omgekeerd, oud).leerlijnen == oud.leerlijnen
    erbij = LADDER.replace("• Designs a component", "• Designs any component\n• Writes docs")
    assert [fout.partition(":")[0] for fout in fouten(erbij, oud)] == ["code TECH3.1a"]
    nieuw = volgende(erbij, oud, opvolgers={"TECH3.1a": ["TECH3.1c"]})
    assert [c.code for c in nieuw.leeruitkomst("TECH3").succescriteria if c.rij == "TECH.1"] == [
        "TECH3.1b",
        "TECH3.1c",
        "TECH3.1d",
    ]
    assert (
        volgende(
            LADDER.replace("Testing", "On call 2"),
            uit_tabel(LADDER.replace("Testing", "On call 2").encode(), naam="L", versie="1", datum="2026-01-01"),
        )
        .rijen[1]
        .naam
        == "On call 2"
    )


def test_a_leerlijn_that_is_gone_takes_all_its_codes_along() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    zonder = LADDER.partition("LEAD")[0]
    weg = ["LEAD", "LEAD3", "LEAD3.1a", "LEAD4", "LEAD4.1a", "LEAD5", "LEAD5.1a"]
    assert [fout.split()[1].rstrip(":") for fout in fouten(zonder, oud)] == weg
    assert len(volgende(zonder, oud, opvolgers=dict.fromkeys(weg, ("TECH",))).vervallen) == len(weg)


def test_that_rows_have_another_order_than_the_table_is_said() -> None:
    oud = uit_tabel(LADDER.encode(), naam="Ladder", versie="1.0", datum="2026-01-01")
    testing, on_call = (
        ";;Testing;;Tests own changes;Plans the tests of a component;;\n",
        ";;On call;;;Solves incidents;Leads the response;\n",
    )
    anders = LADDER.replace(testing, "").replace(on_call, on_call + testing)
    assert anders != LADDER
    nieuw = volgende(anders, oud)
    assert nieuw.leerlijnen == oud.leerlijnen
    zin = "rijen staan op volgorde van hun nummer; in de tabel is die anders in TECH"
    assert [noot.tekst for noot in nieuw.bron.verantwoording] == [*(n.tekst for n in oud.bron.verantwoording), zin]
    # A list goes through the rows again for each niveau, and a line may be added at its end.
    kop = "leerlijn,naam,niveau,rij,criterium\n"
    netjes = f"{kop}A,Leren,1,1,a\nA,,1,3,b\nA,,2,1,c\nA,,2,2,d\nA,,2,1,e\n"
    assert not eerste(netjes).bron.verantwoording
    zin = "rijen staan op volgorde van hun nummer; in de tabel is die anders in A"
    assert [noot.tekst for noot in eerste(f"{netjes}A,,1,2,f\n").bron.verantwoording] == [zin]


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


def test_an_edited_view_says_where_to_edit_instead() -> None:
    oud = eerste()
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(oud, "xlsx")))
    boek["A"]["E3"] = "• Je leest.\n• Je tekent."
    zin = "dit blad laat alleen zien wat daar staat: wijzig het daar, en zet het hier terug of haal dit blad weg"
    [fout] = fouten(bewaard(boek), oud)
    assert fout.startswith("blad 'A', regel 3, kolom E: hier staat '• Je leest.")
    assert fout.endswith(zin)
    boek["A"].append(["A", None, None, None, "Los"])
    boek["A"]["E3"] = "• Je leest.\n• Je schrijft."
    assert fouten(bewaard(boek), oud)[0].startswith(
        "blad 'A', regel 5, kolom A: hier staat 'A', en op blad 'Alle criteria' ''; "
    )
    boek["A"].delete_rows(2, 9)
    assert fouten(bewaard(boek), oud)[0].startswith(
        "blad 'A', regel 1, kolom A: hier staat 'leerlijn', en op blad 'Alle criteria' ''; "
    )
    del boek["A"]
    assert wijzigingen(oud, volgende(bewaard(boek), oud)) == []


@pytest.mark.parametrize("code", ["B", "A1", "Nieuw"])
def test_a_matrix_of_a_leerlijn_that_is_not_in_the_list_says_where_its_criteria_go(code: str) -> None:
    oud = eerste()
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(oud, "xlsx")))
    blad = boek.create_sheet("Eigen")
    blad.append(["rij", "leerlijn", "naam", "1 Start", "2 Einde"])
    blad.append([1, code, "Doen", "Je doet.", ""])
    assert fouten(bewaard(boek), oud) == [
        f"blad 'Eigen', regel 2: leerlijn '{code}' staat niet op blad 'Alle criteria', en dit blad laat alleen zien wat daar "
        "staat; zet de criteria daar"
    ]


def test_a_view_of_the_version_before_is_no_fault_when_the_list_was_edited() -> None:
    oud = eerste()
    boek: Any = openpyxl.load_workbook(io.BytesIO(schrijf(oud, "xlsx")))
    blad = boek["Alle criteria"]
    [regel] = [n for n, rij in enumerate(blad.values, 1) if rij[0] == "A1.1a"]
    blad.cell(regel, 13).value = "Je leest graag."
    nieuw = volgende(bewaard(boek), oud)
    assert wijzigingen(oud, nieuw) == [("gewijzigd", "A1.1a", "A1.1a")]
    assert nieuw.bron == oud.bron
    with pytest.raises(OngeldigRaamwerk, match="dit blad laat alleen zien"):
        uit_tabel(bewaard(boek), naam="Proef", versie="1", datum="2026-01-01")
    alleen = uit_tabel(bewaard(boek), naam="Proef", versie="1", datum="2026-01-01", blad="Alle criteria")
    assert alleen["A1.1a"].tekst == "Je leest graag."


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


@pytest.mark.parametrize(("cellen", "waar"), [(5, ""), (7, " (en nog 2)")])
def test_that_letters_have_another_order_than_the_table_is_said(cellen: int, waar: str) -> None:
    kop = "leerlijn,naam,niveau,rij,criterium"
    oud = eerste("\n".join([kop, *(f"A,Leren,1,{rij},x" for rij in range(1, cellen + 1)), ""]))
    assert not oud.bron.verantwoording
    regels = [f"A,Leren,1,{rij},{tekst}" for rij in range(1, cellen + 1) for tekst in ("nieuw", "x")]
    nieuw = volgende("\n".join([kop, *regels, ""]), oud)
    assert [c.tekst for c in nieuw.succescriteria] == ["x", "nieuw"] * cellen
    assert [noot.tekst for noot in nieuw.bron.verantwoording] == [
        f"criteria staan op volgorde van hun letter; in de tabel is die anders in A1.1, A1.2, A1.3, A1.4, A1.5{waar}"
    ]
