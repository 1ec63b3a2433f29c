"""Flat CSV, the Excel workbook and Markdown: each read back by a reader that is not ours."""

from __future__ import annotations

import csv
import datetime
import importlib
import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import markdown_it
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import Raamwerk
from leeruitkomsten.bestanden.als_tabel import letterlijk
from leeruitkomsten.uitwisseling import schrijf
from uitwisseling.vijandig import met_tekst, vijandig

KADERS = {**RAAMWERKEN, "vijandig": vijandig()}
KOP = ["criterium", "leerlijn", "niveau", "fase", "leeruitkomst", "rij", "rij_naam", "letter", "notatie", "tekst"]
TEKST = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"]), min_size=1)

Bladen = dict[str, list[list[Any]]]


@pytest.fixture(params=KADERS)
def elk(request: pytest.FixtureRequest) -> Raamwerk:
    """Every framework of the tests, and the hostile one."""
    return KADERS[str(request.param)]


def zonder_apostrof(cel: str) -> str:
    """Undo what the docs say: the apostrophe ahead of what a spreadsheet would run as a formula."""
    return cel[1:] if cel[:1] == "'" and cel[1:2] in ("=", "+", "-", "@") else cel


def regels(kader: Raamwerk) -> list[dict[str, Any]]:
    """The records of a framework with the names of their rows, marked where the source does not give them."""
    namen = {rij.code: rij.naam for rij in kader.rijen if rij.naam is not None}
    gemerkt = {
        rij.code: namen[rij.code] if rij.naam_uit_bron else f"{namen[rij.code]} (naam van dit pakket)"
        for rij in kader.rijen
        if rij.code in namen
    }
    return [
        {**regel, "notatie": regel["notatie"] or "", "rij_naam": gemerkt.get(str(regel["rij"]), "")}
        for regel in kader.records()
    ]


def als_tekst(records: list[dict[str, Any]]) -> list[list[str]]:
    return [[str(record[naam]) for naam in KOP] for record in records]


@pytest.mark.parametrize("opties", [{}, {"scheiding": ";"}, {"scheiding": "\t"}, {"bom": True}], ids=str)
def test_the_flat_csv_has_every_record_to_the_letter(elk: Raamwerk, opties: dict[str, Any]) -> None:
    inhoud = schrijf(elk, "csv", **opties)
    assert (inhoud[:3] == b"\xef\xbb\xbf") == opties.get("bom", False)
    tekst = inhoud.decode("utf-8-sig")
    assert tekst.endswith("\r\n")
    kop, *rijen = csv.reader(io.StringIO(tekst, ""), delimiter=opties.get("scheiding", ","), strict=True)
    assert kop == KOP
    assert [[zonder_apostrof(cel) for cel in rij] for rij in rijen] == als_tekst(regels(elk))


def test_no_cell_of_the_flat_csv_begins_like_a_formula() -> None:
    rijen = list(csv.reader(io.StringIO(schrijf(vijandig(), "csv").decode(), "")))
    assert not [cel for rij in rijen for cel in rij if cel[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert [rij[9] for rij in rijen[2:6]] == ["'=1+1", "'-x", "'+x", "'@x"]


@given(TEKST)
def test_any_text_comes_back_from_the_flat_csv(tekst: str) -> None:
    kader = met_tekst(RAAMWERKEN["een"], 0, tekst)
    (_, rij) = csv.reader(io.StringIO(schrijf(kader, "csv").decode(), ""), strict=True)
    assert zonder_apostrof(rij[9]) == tekst or rij[9] == tekst


def test_other_separators_and_marks_are_refused(kader: Raamwerk) -> None:
    for scheiding in ("", "|", ",,", "x"):
        with pytest.raises(ValueError, match=r"scheiding: hier hoort ',', ';' of '\\t', er staat"):
            schrijf(kader, "csv", scheiding=scheiding)
    with pytest.raises(ValueError, match=r"bom: hier hoort ja of nee \(True of False\), er staat 'nee'"):
        schrijf(kader, "csv", bom="nee")


def met_calamine(inhoud: bytes) -> Bladen:
    """Read a workbook with calamine, which is written in Rust and shares nothing with openpyxl."""
    boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    return {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}


def met_openpyxl(inhoud: bytes) -> Bladen:
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    assert not [cel for blad in boek for rij in blad for cel in rij if cel.data_type not in ("s", "n")]
    return {blad.title: [["" if cel is None else cel for cel in rij] for rij in blad.values] for blad in boek}


LEZERS = pytest.mark.parametrize("lezer", [met_calamine, met_openpyxl])
LIJST = [
    "code", "leerlijn", "naam", "omschrijving", "niveau", "fase", "begeleiding", "leeruitkomst", "rij", "rijnaam", "naam_uit_bron",
    "notatie", "criterium",
]  # fmt: skip


def ontdaan(cel: Any) -> str:
    """Undo what the docs say of the list: a bullet ahead of what would be taken for something else; and the escape of Excel."""
    tekst = str(cel).replace("_x005F_", "_")
    return tekst[2:] if tekst.startswith("• ") else tekst


@LEZERS
def test_the_list_has_every_text_name_and_code(elk: Raamwerk, lezer: Any) -> None:
    kop, *rijen = lezer(schrijf(elk, "xlsx"))["Alle criteria"]
    assert kop == LIJST
    gelezen = [dict(zip(LIJST, map(ontdaan, rij), strict=True)) for rij in rijen]
    criteria = [regel for regel in gelezen if regel["criterium"]]
    assert [(r["code"], r["criterium"], r["notatie"]) for r in criteria] == [
        (c.code, c.tekst, c.notatie or "") for c in elk.succescriteria
    ]
    namen = {rij.code: rij for rij in elk.rijen}
    for regel, c in zip(criteria, elk.succescriteria, strict=True):
        rij = namen[c.rij]
        assert (regel["leerlijn"], int(float(regel["niveau"])), int(float(regel["rij"]))) == (
            c.leerlijn,
            c.niveau,
            rij.nummer,
        )
        assert (regel["rijnaam"], regel["naam_uit_bron"]) == (
            rij.naam or "",
            "nee" if rij.naam and not rij.naam_uit_bron else "",
        )
    zonder = [regel for regel in gelezen if not regel["criterium"]]
    gezegd = {r["code"]: (r["leeruitkomst"], r["notatie"]) for r in zonder}
    assert {
        u.code: (u.tekst, u.notatie or "") for u in elk.leeruitkomsten if u.tekst or u.notatie
    }.items() <= gezegd.items()
    assert [(r["leerlijn"], r["naam"], r["omschrijving"]) for r in zonder if r["naam"]] == [
        (lijn.code, lijn.naam, lijn.omschrijving or "") for lijn in elk.leerlijnen
    ]
    eerste = elk.leerlijnen[0].code
    assert [(r["fase"], r["begeleiding"]) for r in zonder if r["leerlijn"] == eerste] == [
        (n.fase, n.begeleiding or "") for n in elk.niveaus
    ]


@LEZERS
def test_a_sheet_has_the_codes_that_ended(elk: Raamwerk, lezer: Any) -> None:
    kop, *rijen = lezer(schrijf(elk, "xlsx"))["Vervallen"]
    assert kop == ["code", "opvolgers", "sinds", "reden"]
    assert [[str(cel).replace("_x005F_", "_") for cel in rij] for rij in rijen] == [
        [v.code, ", ".join(v.opvolgers), v.sinds, letterlijk(v.reden)] for v in elk.vervallen
    ]


@LEZERS
def test_each_matrix_is_as_the_document_has_it(elk: Raamwerk, lezer: Any) -> None:
    bladen = lezer(schrijf(elk, "xlsx"))
    assert list(bladen) == [*(lijn.code for lijn in elk.leerlijnen), "Alle criteria", "Vervallen"]
    geplaatst = 0
    for lijn in elk.leerlijnen:
        # Names of rows stand there where the source gives them.
        namen = ["rijnaam"] if any(naam.uit_bron for naam in lijn.rijnamen) else []
        randen = 3 + len(namen)
        kop, uitkomsten, *rijen = ([str(cel).replace("_x005F_", "_") for cel in rij] for rij in bladen[lijn.code])
        assert kop == ["leerlijn", "naam", "rij", *namen, *(f"Niveau {n.nummer}: {n.fase}" for n in elk.niveaus)]
        assert uitkomsten[:3] == [lijn.code, lijn.naam, "leeruitkomst"]
        assert uitkomsten[randen:] == [u.tekst for u in lijn.leeruitkomsten]
        begeleiding = [n.begeleiding or "" for n in elk.niveaus]
        if any(begeleiding):
            onder = rijen.pop()
            assert (onder[:3], onder[randen:]) == ([lijn.code, "", "begeleiding"], begeleiding)
        assert [int(float(rij[2])) for rij in rijen] == [rij.nummer for rij in lijn.rijen]
        for gelezen, rij in zip(rijen, lijn.rijen, strict=True):
            assert gelezen[3:randen] == [rij.naam if rij.naam and rij.naam_uit_bron else "" for _ in namen]
            cellen = [[punt.removeprefix("• ") for punt in cel.split("\n") if punt] for cel in gelezen[randen:]]
            assert cellen == [[c.tekst for c in cel] for cel in rij.cellen]
            geplaatst += sum(map(len, cellen))
    assert geplaatst == len(elk.succescriteria)


@given(TEKST)
def test_any_text_comes_back_from_the_workbook(tekst: str) -> None:
    bladen = met_calamine(schrijf(met_tekst(RAAMWERKEN["een"], 0, tekst), "xlsx"))
    assert bladen["Alle criteria"][2][12] in (tekst, f"• {tekst}")
    assert bladen["A"][2][3] == f"• {tekst}"


def test_what_is_written_is_read_back_as_it_is(kader: Raamwerk) -> None:
    terug = lu.uit_tabel(schrijf(kader, "xlsx"), naam=kader.naam, versie=kader.versie, datum=kader.datum)
    assert (terug.leerlijnen, terug.niveaus, terug.vervallen) == (kader.leerlijnen, kader.niveaus, kader.vervallen)
    zin = "weergaven van blad 'Alle criteria' zijn overgeslagen: 'WP', 'WD', 'WPO', 'WPI'"
    assert [noot.tekst for noot in terug.bron.verantwoording] == [zin]


def test_the_flat_table_alone_is_no_framework(kader: Raamwerk) -> None:
    with pytest.raises(
        lu.OngeldigRaamwerk, match="dit is de platte tabel van een export, met codes waar teksten horen"
    ):
        lu.uit_tabel(schrijf(kader, "csv"), naam=kader.naam, versie=kader.versie, datum=kader.datum)


def test_sheets_stay_readable_and_print_on_a4_landscape(kader: Raamwerk) -> None:
    boek = openpyxl.load_workbook(io.BytesIO(schrijf(kader, "xlsx")))
    for blad in boek:
        assert blad.freeze_panes == ("B2" if blad.title in ("Alle criteria", "Vervallen") else "D2")
        assert (blad.page_setup.orientation, blad.page_setup.paperSize) == ("landscape", 9)
        assert (blad.page_setup.fitToWidth, blad.page_setup.fitToHeight) == (1, 0)
        assert blad.sheet_properties.pageSetUpPr.fitToPage
        assert blad.print_title_rows == "$1:$1"
        assert all(cel.alignment.wrap_text for rij in blad for cel in rij if cel.value is not None)
        assert all(cel.font.bold for cel in blad[1])
    assert boek["Alle criteria"].auto_filter.ref == "A1:M118"
    assert boek["Vervallen"].auto_filter.ref == "A1:D1"


def test_no_cell_of_the_workbook_is_a_formula_and_what_looks_like_one_is_marked() -> None:
    inhoud = schrijf(vijandig(), "xlsx")
    with zipfile.ZipFile(io.BytesIO(inhoud)) as boek:
        assert not [naam for naam in boek.namelist() if b"<f>" in boek.read(naam)]
    for blad in openpyxl.load_workbook(io.BytesIO(inhoud)):
        for rij in blad:
            for cel in rij:
                assert cel.quotePrefix == (str(cel.value)[0] in "=+-@"), cel.value


def test_the_workbook_has_the_dates_of_the_framework_and_no_clock() -> None:
    inhoud = schrijf(vijandig(), "xlsx")
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    dag = datetime.datetime(2024, 2, 29)
    assert (boek.properties.created, boek.properties.modified) == (dag, dag)
    assert boek.properties.title == str(vijandig())
    with zipfile.ZipFile(io.BytesIO(inhoud)) as delen:
        assert delen.testzip() is None
        assert {(deel.date_time, deel.create_system, deel.compress_type) for deel in delen.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 3, zipfile.ZIP_STORED)
        }


def test_a_cell_that_excel_would_cut_off_is_refused(kader: Raamwerk) -> None:
    past = met_tekst(kader, 0, "x" * 32_765)
    assert "x" * 32_765 in schrijf(past, "xlsx").decode("utf-8", "replace")
    with pytest.raises(ValueError, match="32767"):
        schrijf(met_tekst(kader, 0, "x" * 32_756 + "_x0041_"), "xlsx")  # the code takes six more
    te_lang = met_tekst(met_tekst(kader, 0, "x" * 32_766), 4, "y" * 40_000)
    with pytest.raises(ValueError, match="32767") as fout:
        schrijf(te_lang, "xlsx")
    assert [regel.partition(": ")[0] for regel in str(fout.value).splitlines()] == [
        "blad WP, regel 3, kolom 4",
        "blad WD, regel 3, kolom 4",
    ]


def test_excel_without_its_extra_says_which_one_to_install(kader: Raamwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ImportError, match=r'pip install "leeruitkomsten\[excel\]"'):
        schrijf(kader, "xlsx")


def kopjes_en_cellen(tekst: str) -> tuple[list[str], list[list[list[str]]], list[str]]:
    """Read Markdown with markdown-it: the headings, of each table the rows of cells as plain text, and what stands below."""
    koppen: list[str] = []
    onder: list[str] = []
    tabellen: list[list[list[str]]] = []
    waar = ""
    for token in markdown_it.MarkdownIt("commonmark").enable("table").parse(tekst):
        waar = token.type if token.type.endswith("_open") else waar
        if token.type == "table_open":
            tabellen.append([])
        elif token.type == "tr_open":
            tabellen[-1].append([])
        elif token.type == "inline":
            delen = [
                "\n" if deel.type == "html_inline" else deel.content
                for deel in token.children or []
                if deel.type in ("text", "text_special", "html_inline")
            ]
            assert all(d.content == "<br>" for d in token.children or [] if d.type == "html_inline")
            assert {d.type for d in token.children or []} <= {
                "text", "text_special", "html_inline", "strong_open", "strong_close",
            }  # fmt: skip
            if waar == "heading_open":
                koppen.append("".join(delen))
            elif waar == "paragraph_open":
                onder.append("".join(delen))
            else:
                tabellen[-1][-1].append("".join(delen))
    return koppen, tabellen, onder


def codes(record: lu.Leeruitkomst | lu.Succescriterium) -> str:
    """Our code, and that of the source behind it where it gives one."""
    return record.code if record.notatie is None else f"{record.code} ({record.notatie})"


def test_markdown_has_the_matrices_to_the_letter(elk: Raamwerk) -> None:
    koppen, (begin, niveaus, *matrices), onder = kopjes_en_cellen(schrijf(elk, "markdown").decode())
    lijnen = [f"{lijn}: {lijn.omschrijving}" if lijn.omschrijving else str(lijn) for lijn in elk.leerlijnen]
    assert koppen == [elk.naam, "Niveaus", *lijnen]
    van_ons = {lijn: [rij.code for rij in lijn.rijen if rij.naam and not rij.naam_uit_bron] for lijn in elk.leerlijnen}
    assert onder == [
        f"De naam van {', '.join(codes)} is van dit pakket, niet van de bron."
        if any(naam.uit_bron for naam in lijn.rijnamen)
        else "De namen van de rijen zijn van dit pakket, niet van de bron."
        for lijn, codes in van_ons.items()
        if codes
    ]
    assert begin == [["Versie", "Datum", "Bron"], [elk.versie, elk.datum, str(elk.bron)]]
    assert [rij[:2] for rij in niveaus[1:]] == [[str(n.nummer), n.fase] for n in elk.niveaus]
    geplaatst = 0
    for matrix, lijn in zip(matrices, elk.leerlijnen, strict=True):
        assert matrix[0] == ["Rij", *map(codes, lijn.leeruitkomsten)]
        teksten = [u.tekst for u in lijn.leeruitkomsten]
        boven = [["Leeruitkomst", *teksten]] if any(teksten) else []
        assert matrix[1 : 1 + len(boven)] == boven
        rest = matrix[1 + len(boven) :]
        if not boven and not lijn.rijen:  # a table without lines shows that it has none
            assert rest.pop() == ["–"] * len(matrix[0])
        for gelezen, rij in zip(rest, lijn.rijen, strict=True):
            kop = f"{rij.code}\n{rij.naam}" if rij.naam else rij.code
            assert gelezen == [kop, *("\n".join(f"{codes(c)} {c.tekst}" for c in cel) or "–" for cel in rij.cellen)]
            geplaatst += sum(len(cel.split("\n")) for cel in gelezen[1:] if cel != "–")
    assert geplaatst == len(elk.succescriteria)


def test_a_source_without_references_is_named_by_its_title(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("leerlijn,naam,rij,1 Start\nA,Leren,leeruitkomst,Je begint.\n", "utf-8")
    kader = lu.uit_tabel(tmp_path / "x.csv", naam="Klein", versie="1.0", datum="2026-01-01")
    assert kopjes_en_cellen(schrijf(kader, "markdown").decode())[1][0][1] == ["1.0", "2026-01-01", "x.csv"]


@pytest.mark.parametrize("module", ["platte_csv", "werkmap", "markdown"])
def test_the_module_says_what_is_lost(module: str) -> None:
    uitleg = str(importlib.import_module(f"leeruitkomsten.uitwisseling.{module}").schrijf.__doc__)
    assert "not in it" in uitleg.casefold()
    assert ">>> " in uitleg
