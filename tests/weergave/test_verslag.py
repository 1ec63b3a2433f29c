"""Reports of a count, read back: every count and text of the answer in its cell, in Excel as in Word, and nothing of judgement."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
import pytest
from docx.text.paragraph import Paragraph
from python_calamine import CalamineWorkbook

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import Raamwerk, cohort
from leeruitkomsten.schermtaal import SCHERMTALEN, Schermtaal, spreker
from leeruitkomsten.uitwisseling.rijhoogte import aantal_regels
from leeruitkomsten.weergave import verslag_docx, verslag_xlsx
from leeruitkomsten.weergave._verslag_cohort import _antwoord, verslag_van_telling
from schermwoorden import vreemd
from uitwisseling.vijandig import met_tekst, vijandig
from weergave.bladen import MENSENWOORDEN

Bladen = dict[str, list[list[Any]]]
KADER = lu.laad()
PLAN = {"Stage 2": ["WP2", "WD2.3b", "WP3"], "Stage 1": ["WP1", "WD2.3a", "WD3.3b", "WP9.1a"], "Reflectie": []}
BEWIJS = [
    *({"student": 12, "criterium": code} for code in ("WP1.1a", "WP1.1a", "WPI4.5b", "wp1.1a", "")),
    *({"student": 7, "criterium": code} for code in ("WP1.1a", "WP1.2a")),
    {"student": 99, "criterium": "WP1.1a"},
]
KLAS = [{"student": 12, "klas": "=A"}, {"student": 7, "klas": "B"}, {"student": 8, "klas": "B"}]


def telling(kader: Raamwerk = KADER) -> cohort.Telling[Any]:
    return cohort.tel(BEWIJS, per="student", studenten=KLAS, groep="klas", onbekend="apart", raamwerk=kader)


def met_calamine(inhoud: bytes) -> Bladen:
    boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    return {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}


def met_openpyxl(inhoud: bytes) -> Bladen:
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    assert not [cel for blad in boek for rij in blad for cel in rij if cel.data_type not in ("s", "n")]
    return {blad.title: [["" if cel is None else cel for cel in rij] for rij in blad.values] for blad in boek}


def met_word(inhoud: bytes) -> Bladen:
    """The tables of a Word document as if they were sheets: by their headings, two lines ahead of each head, numbers as numbers."""
    document = docx.Document(io.BytesIO(inhoud))
    titel, *zinnen = [p.text for p in document.paragraphs if _stijl(p) in ("Heading 1", "Header") and p.text]
    bladen: Bladen = {}
    for deel in document.iter_inner_content():
        if isinstance(deel, Paragraph):
            if _stijl(deel) == "Heading 2":
                bladen[deel.text] = [[titel], [" ".join(zinnen)]]
        else:
            bladen[next(reversed(bladen))] += [[_getal(cel.text) for cel in rij.cells] for rij in deel.rows]
    return bladen


def _stijl(alinea: Paragraph) -> str:
    return str(alinea.style.name) if alinea.style is not None else ""


def _getal(tekst: str) -> Any:
    return float(tekst.replace(",", ".")) if re.fullmatch(r"\d+(,\d+)?", tekst) else tekst


MAKERS: dict[str, tuple[Callable[..., bytes], Callable[[bytes], Bladen]]] = {
    "calamine": (verslag_xlsx, met_calamine),
    "openpyxl": (verslag_xlsx, met_openpyxl),
    "word": (verslag_docx, met_word),
}


@pytest.fixture(params=MAKERS)
def verslag(request: pytest.FixtureRequest) -> Callable[..., Bladen]:
    """Makes a report and reads it back, by each reader."""
    maak, lees = MAKERS[str(request.param)]

    def gelezen(geteld: Any, kader: Raamwerk = KADER, **opties: Any) -> Bladen:
        return lees(maak(kader, geteld, **opties))

    return gelezen


def punten(criteria: Any) -> str:
    """Criteria in a cell: each on a line with its code, and a bullet where there are several."""
    regels = [" ".join(filter(None, [c.code, f"({c.notatie})" if c.notatie else "", c.tekst])) for c in criteria]
    return "\n".join(f"• {regel}" if len(regels) > 1 else regel for regel in regels)


def rijen(blad: list[list[Any]]) -> list[list[Any]]:
    """The lines of a table, below its title, its sentence and its head."""
    return blad[3:]


def test_a_student_has_every_count_and_every_criterium(verslag: Callable[..., Bladen]) -> None:
    stand = KADER.voortgang(["WP1.1a", "WP1.2a", "WD2.1a"], 1)
    bladen = verslag(stand, van="Noor", dag="2026-11-24")
    assert [*bladen] == ["Overzicht", "Succescriteria"]
    for blad in bladen.values():
        assert blad[0][0] == "Voortgang EvL1: Noor"
        zin = str(blad[1][0])
        assert f"{KADER.naam}, versie 1.0 (werkplekleren, vingerafdruk {KADER.vingerafdruk})" in zin
        assert "Stand van 24 november 2026." in zin
        assert "Aangetoond: 2 van 20 succescriteria." in zin
        assert "Aangetoond van andere niveaus: WD2.1a." in zin
        assert zin.endswith("Dit overzicht telt wat is aangetoond; het is geen oordeel.")
    aan, nog = set(stand.aangetoond), set(stand.nog_aan_te_tonen)
    verwacht = [
        [
            punten([u]),
            *stand.per_leeruitkomst[u.code],
            punten([c for c in u.succescriteria if c in aan]),
            punten([c for c in u.succescriteria if c in nog]),
        ]
        for u in KADER.evl(1).leeruitkomsten
    ]
    assert rijen(bladen["Overzicht"]) == verwacht
    woorden = {
        (True, True): "aangetoond",
        (False, True): "nog aan te tonen",
        (True, False): "aangetoond, hier niet geteld",
    }
    assert rijen(bladen["Succescriteria"]) == [
        [r["criterium"], r["tekst"], r["leeruitkomst"], r["rij"], r["niveau"], woorden[r["aangetoond"], r["meegeteld"]]]
        for r in stand.records()
    ]


def test_a_curriculum_has_what_is_covered_and_what_is_not(verslag: Callable[..., Bladen]) -> None:
    plan = KADER.dekking(PLAN)
    bladen = verslag(plan)
    assert [*bladen] == ["Overzicht", "Modules", "Per module", "Volgorde", "Succescriteria", "Onbekende codes"]
    zin = str(bladen["Modules"][1][0])
    for deel in ("Gedekt: 25 van 101", "Aantal modules: 3.", "Modules zonder codes: Reflectie.", "niet meetellen: 1."):
        assert deel in zin
    assert len(plan.gedekt_door) - len(plan.ongedekt) == 25  # 9 + 9 + 4 + 3
    open_ = set(plan.ongedekt)
    assert [rij[:4] for rij in rijen(bladen["Overzicht"])] == [
        [punten([u]), *plan.per_leeruitkomst[u.code], punten([c for c in u.succescriteria if c in open_])]
        for u in KADER.leeruitkomsten
    ]
    assert rijen(bladen["Modules"]) == [
        [r["nummer"], r["module"], r["aantal"], r["alleen_hier"], r["leeruitkomsten"] or "", r["onbekend"]]
        for r in plan.records("module")
    ]
    per_module = [(rij[0], rij[1]) for rij in rijen(bladen["Per module"])]
    assert per_module == [("Stage 2", "WP2"), ("Stage 2", "WP3"), ("Stage 2", "WD2")] + [
        ("Stage 1", code) for code in ("WP1", "WD2", "WD3")
    ]
    assert rijen(bladen["Per module"])[0][2] == punten(KADER.leeruitkomst("WP2").succescriteria)
    assert [rij[3] for rij in rijen(bladen["Succescriteria"])] == [
        "\n".join(map(str, door)) for door in plan.per_criterium.values()
    ]
    assert [rij[:3] for rij in rijen(bladen["Onbekende codes"])] == [
        ["Stage 1", "WP9.1a", ", ".join(plan.onbekend[0].suggesties)]
    ]


def test_the_order_of_a_curriculum_says_each_point_with_its_texts_and_names_a_pair_a_suggestion(
    verslag: Callable[..., Bladen],
) -> None:
    plan = KADER.dekking(PLAN)
    blad = verslag(plan)["Volgorde"]
    assert "dat is een suggestie" in str(blad[1][0])
    alle = [*plan.omgekeerd, *plan.zonder_basis]
    soorten = {"omgekeerd": "komt vóór haar basis", "zonder_basis": "heeft geen basis in een module"}
    assert sorted(rijen(blad)) == sorted(
        [
            punt.rij,
            soorten[punt.soort],
            punten(KADER.register.staat_voor(punt.verdieping)),
            punt.module,
            punten(KADER.register.staat_voor(punt.basis)),
            punt.basismodule or "–",
            "rij" if punt.diepte == "rij" else "paar (suggestie)",
        ]
        for punt in alle
    )
    codes = [rij.code for rij in KADER.rijen]
    plaatsen = [codes.index(str(rij[0])) for rij in rijen(blad)]
    assert plaatsen == sorted(plaatsen)
    assert {"omgekeerd", "zonder_basis"} == {punt.soort for punt in alle}
    zonder = verslag(KADER.dekking({"Stage": ["WP1"]}))
    assert "Onbekende codes" not in zonder


def test_what_a_module_shares_is_named_with_its_modules() -> None:
    plan = KADER.dekking({"A": ["WPO3.3a", "WPO4"], "B": ["WPO3.3a", "WPO3"]})
    for maak, lees in MAKERS.values():
        rij = next(rij for rij in rijen(lees(maak(KADER, plan))["Overzicht"]) if str(rij[0]).startswith("WPO3 "))
        assert rij[4] == f"{punten([KADER.succescriterium('WPO3.3a')])} (A, B)"


def test_a_cohort_has_a_line_for_everybody_and_every_criterium(verslag: Callable[..., Bladen]) -> None:
    stand = telling()
    bladen = verslag(stand, van="2026")
    evls = [evl.code for evl in KADER.evls]
    assert [*bladen] == ["Per student", *evls, "Per groep", "Succescriteria", "Minst aangetoond", "Niet geteld"]
    for blad in bladen.values():
        assert blad[0][0] == "Voortgang van een groep: 2026"
        assert "Aantal studenten: 3, van een lijst van studenten; zonder bewijs: 1." in str(blad[1][0])
        assert "Regels bewijs die niet meetellen: 3 van 8." in str(blad[1][0])
    # A number of a student is its name: text, in Excel. In Word it looks the same.
    wie = {str(rij[0]).removesuffix(".0"): rij for rij in rijen(bladen["Per student"])}
    assert [*wie] == ["7", "8", "12"]
    per_evl = {str(rij["student"]): rij for rij in stand.voortgang(eenheid="evl", breed=True)}
    for student, rij in wie.items():
        aantallen = [per_evl[student][code] for code in evls]
        assert rij[1:] == [per_evl[student]["klas"], *aantallen, sum(aantallen)]
    per_uitkomst = {str(rij["student"]): rij for rij in stand.voortgang(breed=True)}
    for evl in KADER.evls:
        for rij in rijen(bladen[evl.code]):
            student = str(rij[0]).removesuffix(".0")
            assert rij[2:] == [per_uitkomst[student][u.code] for u in evl.leeruitkomsten]
    for naam, regels in (
        ("Succescriteria", stand.per_criterium()),
        ("Minst aangetoond", stand.minst_aangetoond(aantal=20)),
    ):
        assert rijen(bladen[naam]) == [
            [r["klas"], punten([KADER.succescriterium(r["criterium"])]), r["aangetoond"], r["totaal"]] for r in regels
        ]
    assert rijen(bladen["Per groep"]) == [[*regel.values()] for regel in stand.spreiding(eenheid="evl")]
    assert rijen(bladen["Niet geteld"]) == [
        ["code die niet bestaat", "wp1.1a", 1],
        ["zonder code", "", 1],
        ["niet op de lijst van studenten", "", 1],
    ]


def test_lines_that_do_not_count_by_their_day_are_told_of() -> None:
    regels = [
        {"student": "s1", "criterium": "WP1.1a", "datum": dag}
        for dag in ("2026-09-01", "2026-12-24", "2026-12-25", None)
    ]
    gedateerd = cohort.tel(regels, per="student", datum="datum", tot="2026-11-24", onbekend="apart")
    hoort = [["van na de laatste dag die meetelt", "", 2], ["zonder datum", "", 1]]
    assert rijen(met_calamine(verslag_xlsx(KADER, gedateerd))["Niet geteld"]) == hoort


def test_without_a_list_or_groups_a_cohort_says_so() -> None:
    goed = [regel for regel in BEWIJS if regel["criterium"] in ("WP1.1a", "WP1.2a")]
    bladen = met_calamine(verslag_xlsx(KADER, cohort.tel(goed, per="student")))
    assert {"Per groep", "Niet geteld"}.isdisjoint(bladen)
    assert "Een lijst van studenten was er niet" in str(bladen["Per student"][1][0])
    assert "Regels bewijs die niet meetellen: 0 van" in str(bladen["Per student"][1][0])
    leeg = met_calamine(verslag_xlsx(KADER, cohort.tel([], per="student")))
    assert leeg["Per student"][-1][0] == "Niets."


@pytest.mark.parametrize("soort", ["pandas", "lui", "pyarrow", "duckdb"])
def test_a_cohort_reads_the_same_from_every_engine(soort: str) -> None:
    import duckdb
    import pandas as pd
    import polars as pl

    frame = pd.DataFrame([regel for regel in BEWIJS if regel["criterium"]])
    tabellen: dict[str, Callable[[], Any]] = {
        "pandas": lambda: frame,
        "lui": lambda: pl.from_pandas(frame).lazy(),
        "pyarrow": lambda: pl.from_pandas(frame).to_arrow(),
        "duckdb": lambda: duckdb.from_df(frame),
    }
    opties: Any = {"per": "student", "studenten": KLAS, "groep": "klas", "onbekend": "apart"}
    stand, zeg = cohort.tel([regel for regel in BEWIJS if regel["criterium"]], **opties), spreker("nl")
    verwacht = verslag_van_telling(KADER, stand, zeg)
    assert verslag_van_telling(KADER, cohort.tel(tabellen[soort](), **opties), zeg) == verwacht


class Sparkachtig:
    """What a DataFrame of Spark has that is asked of it here."""

    def __init__(self, regels: list[dict[str, Any]]) -> None:
        self.columns = [*regels[0]]
        self._regels = regels

    def toLocalIterator(self) -> Any:  # noqa: N802  # its name in Spark
        return (tuple(regel.values()) for regel in self._regels)


def test_a_frame_of_spark_is_read_line_by_line() -> None:
    regels = telling().per_criterium()
    assert _antwoord(Sparkachtig(regels)) == _antwoord(regels)


def alle(kader: Raamwerk) -> list[Any]:
    if not kader.succescriteria:
        return [kader.voortgang([]), kader.dekking({})]
    code = kader.succescriteria[0].code
    plan = {"=1+1": [code], "Stage": [kader.leeruitkomsten[-1].code], "Leeg": [], "X": ["??"]}
    bewijs = [{"student": "=s1", "criterium": code}, {"student": "s\x072", "criterium": "?"}]
    return [
        kader.voortgang([code]),
        kader.voortgang([code], kader.niveaus[-1].nummer),
        kader.dekking(plan),
        cohort.tel(bewijs, per="student", onbekend="apart", raamwerk=kader),
    ]


@pytest.mark.parametrize("naam", ["zonder criteria", "ladder", "vijandig"])
def test_any_framework_has_a_report_in_which_nothing_is_run_or_lost(naam: str) -> None:
    kader = vijandig() if naam == "vijandig" else RAAMWERKEN[naam]
    for geteld in alle(kader):
        inhoud = verslag_xlsx(kader, geteld, van="=2+2")
        with zipfile.ZipFile(io.BytesIO(inhoud)) as delen:
            assert not [deel for deel in delen.namelist() if b"<f>" in delen.read(deel)]
        boek = openpyxl.load_workbook(io.BytesIO(inhoud))
        cellen = [cel for blad in boek for rij in blad for cel in rij if isinstance(cel.value, str)]
        assert [cel.value for cel in cellen if cel.quotePrefix != (cel.value[0] in "=+-@")] == []
    tekst = str(met_calamine(verslag_xlsx(kader, alle(kader)[0])))
    assert [c.code for c in kader.succescriteria if c.code not in tekst] == []


def test_the_same_count_gives_the_same_bytes() -> None:
    kader = RAAMWERKEN["klein"]
    for maak in (verslag_xlsx, verslag_docx):
        assert len({maak(kader, alle(kader)[2]) for _ in range(2)}) == 1


def test_more_than_a_row_can_show_goes_on_in_the_next_and_counts_nothing_twice() -> None:
    kader = met_tekst(KADER, 0, "Je doet heel veel. " * 75)
    bladen = met_calamine(verslag_xlsx(kader, kader.voortgang([], 1)))
    eerste, vervolg = rijen(bladen["Overzicht"])[:2]
    assert eerste[:3] == [punten([kader.leeruitkomst("WP1")]), 0, 4]
    assert vervolg[:4] == ["WP1", "", "", ""]
    assert f"{eerste[4]}\n{vervolg[4]}" == punten(kader.leeruitkomst("WP1").succescriteria)
    boek = openpyxl.load_workbook(io.BytesIO(verslag_xlsx(kader, kader.voortgang([], 1))))
    blad = boek["Overzicht"]
    for rij in blad.iter_rows(min_row=4):
        nodig = max(aantal_regels(str(cel.value or ""), blad.column_dimensions[cel.column_letter].width) for cel in rij)
        assert 12 * nodig < blad.row_dimensions[rij[0].row].height <= 409


def test_sheets_stay_readable_and_print_on_a4_landscape() -> None:
    for blad in openpyxl.load_workbook(io.BytesIO(verslag_xlsx(KADER, telling()))):
        assert blad.freeze_panes == "A4"
        assert blad.print_title_rows == "$3:$3"
        assert (blad.page_setup.orientation, blad.page_setup.paperSize) == ("landscape", 9)
        assert (blad.page_setup.fitToWidth, blad.page_setup.fitToHeight) == (1, 0)
        assert blad.auto_filter.ref.startswith("A3:")
        assert all(cel.font.bold for cel in blad[3])


def test_a_word_report_repeats_its_heads_and_has_codes_in_bold() -> None:
    document = docx.Document(io.BytesIO(verslag_docx(KADER, KADER.voortgang(["WP1.1a"]), van="Noor")))
    assert document.core_properties.title == "Voortgang: Noor"
    for tabel in document.tables:
        assert tabel.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert all(rij._tr.xpath("./w:trPr/w:cantSplit") for rij in tabel.rows)
    vet = [run.text for run in document.tables[0].rows[1].cells[4].paragraphs[0].runs if run.style.name == "Code"]
    assert vet == ["• WP1.2a"]
    leeg = docx.Document(io.BytesIO(verslag_docx(KADER, KADER.dekking({"Stage": ["WP1"]}))))
    assert [p.text for p in leeg.paragraphs].count("Niets.") == 1


@pytest.mark.parametrize("schermtaal", SCHERMTALEN)
def test_no_report_has_a_word_of_the_other_language_or_of_people_who_judge(schermtaal: Schermtaal) -> None:
    kader = RAAMWERKEN["klein"]
    for geteld in alle(kader):
        for maak, lees in ((verslag_xlsx, met_calamine), (verslag_docx, met_word)):
            bladen = lees(maak(kader, geteld, dag="2026-11-24", schermtaal=schermtaal))
            tekst = [str(cel) for naam, blad in bladen.items() for rij in (*blad[:3], [naam]) for cel in rij]
            assert vreemd(tekst, schermtaal) == set()
            assert not MENSENWOORDEN.search("\n".join(tekst))


def test_reasons_are_in_dutch_and_so_not_in_an_english_report() -> None:
    plan = KADER.dekking(PLAN)
    nederlands, engels = (met_calamine(verslag_xlsx(KADER, plan, schermtaal=taal)) for taal in SCHERMTALEN)
    assert nederlands["Onbekende codes"][2] == ["Module", "Code", "Misschien bedoeld", "Reden"]
    assert engels["Unknown codes"][2] == ["Module", "Code", "Perhaps meant"]


def test_what_a_voortgang_left_out_is_said_where_it_is_known() -> None:
    stand = KADER.voortgang(["WP1.1a"])
    bladen = met_calamine(verslag_xlsx(KADER, stand, weggelaten=telling().weggelaten))
    assert "Regels bewijs die niet meetellen: 3 van 8." in str(bladen["Overzicht"][1][0])
    assert "niet meetellen" not in str(met_calamine(verslag_xlsx(KADER, stand))["Overzicht"][1][0])


def test_until_which_day_was_counted_and_what_is_of_later_is_said(verslag: Callable[..., Bladen]) -> None:
    bewijs = [lu.Bewijs("WP1.1a", "x", dag) for dag in ("2026-09-01", "2026-12-24", "2026-12-25")]
    portfolio = lu.Portfolio(KADER.kenmerk, "Sam", bewijs)
    zin = str(verslag(KADER.voortgang(portfolio, tot="2026-11-24"))["Overzicht"][1][0])
    assert "Geteld tot en met 24 november 2026. Niet meegeteld: 2 × bewijs van na die dag." in zin
    zin = str(verslag(KADER.voortgang(portfolio, tot="2026-12-31"))["Overzicht"][1][0])
    assert "Geteld tot en met 31 december 2026. " in zin
    assert "Niet meegeteld" not in zin + str(verslag(KADER.voortgang(portfolio))["Overzicht"][1][0])


@pytest.mark.parametrize("maak", [verslag_xlsx, verslag_docx])
def test_what_is_no_count_of_this_framework_is_refused(maak: Callable[..., bytes]) -> None:
    with pytest.raises(lu.VerkeerdType, match="cohort"):
        maak(KADER, {"WP1": 3})
    with pytest.raises(lu.VerkeerdType, match="Raamwerk"):
        maak("werkplekleren", KADER.voortgang([]))
    met_errata = lu.laad(errata=True)
    for geteld in (met_errata.voortgang([]), met_errata.dekking({}), telling(met_errata)):
        with pytest.raises(lu.OngeldigeVraag) as fout:
            maak(KADER, geteld)
        assert fout.value.soort == "ander_raamwerk"
    for dag in ("24-11-2026", "2026-13-01", "20261124", ""):
        with pytest.raises(lu.OngeldigeVraag, match="is geen dag; geef een datum"):
            maak(KADER, KADER.voortgang([]), dag=dag)
    with pytest.raises(lu.OngeldigeVraag, match="schermtaal"):
        maak(KADER, KADER.voortgang([]), schermtaal="de")


def test_what_excel_has_no_room_for_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(lu.OngeldigeVraag, match=r"blad Overzicht, regel 1: .* er passen er 32767") as fout:
        verslag_xlsx(KADER, KADER.voortgang([]), van="x" * 32_767)
    assert fout.value.soort == "past_niet"
    monkeypatch.setattr("leeruitkomsten.weergave._verslagblad.REGELS", 103)
    with pytest.raises(lu.OngeldigeVraag, match="blad Succescriteria: 101 regels") as fout:
        verslag_xlsx(KADER, KADER.voortgang([]))
    assert fout.value.soort == "past_niet"
