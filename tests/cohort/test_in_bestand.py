"""Evidence in files: read by the library's own rules, and by DuckDB under the same where a file is large."""

from __future__ import annotations

import gc
import gzip
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import cohort
from leeruitkomsten.cohort import in_bestand
from leeruitkomsten.cohort.in_bestand import relatie, soort_bestand

KOLOMMEN = ("student", "criterium")


def schrijf(pad: Path, inhoud: str | bytes) -> Path:
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return pad


def regels(pad: Path | str, kolommen: tuple[str, ...] = KOLOMMEN) -> list[tuple[Any, ...]]:
    antwoord: list[tuple[Any, ...]] = relatie(pad, *kolommen).tabel.fetchall()
    return antwoord


@pytest.fixture
def groot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every CSV file is too large to be read without DuckDB."""
    monkeypatch.setattr(in_bestand, "GRENS", -1)


def test_every_file_of_a_pattern_has_its_own_head_and_columns_go_by_name(tmp_path: Path) -> None:
    schrijf(tmp_path / "a.csv", "student,criterium\ns1,WP1.1a\n")
    schrijf(tmp_path / "b.csv", "Criterium;datum;Student\nWP2.1a;2026-11-24;s2\n")
    assert regels(tmp_path / "*.csv") == [("s1", "WP1.1a"), ("s2", "WP2.1a")]
    assert len(cohort.voortgang(tmp_path / "*.csv", per="student")) == 2
    schrijf(tmp_path / "c.csv", "s3,WP2.1a\ns4,WP2.1a\n")
    with pytest.raises(lu.GeenKolom, match=r"de kop \(regel 1\) heeft geen kolom 'student'") as fout:
        regels(tmp_path / "*.csv")
    assert fout.value.__notes__ == ["in 'c.csv'"]


def test_a_list_of_files_is_read_whatever_kind_each_is(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for rij in (("student", "criterium"), ("s2", "WP1.1a")):
        boek.worksheets[0].append(rij)
    boek.save(tmp_path / "b.xlsx")
    duckdb.sql("SELECT 's3' AS student, 'WP1.1a' AS criterium").write_parquet(str(tmp_path / "c.parquet"))
    duckdb.sql("SELECT 4 AS student, 'WP1.1a' AS criterium").write_parquet(str(tmp_path / "d.parquet"))
    schrijf(tmp_path / "a.csv", "student,criterium\ns1,WP1.1a\n")
    paden = [tmp_path / "a*.csv", str(tmp_path / "b.xlsx"), tmp_path / "c.parquet"]
    for gegeven in (paden, tuple(paden)):
        assert sorted(cohort.voortgang(gegeven, per="student").fetchall()) == [
            (f"s{n}", "WP1", 1, 4) for n in (1, 2, 3)
        ]
    with pytest.raises(lu.OngeldigeVraag, match=r"VARCHAR, VARCHAR en INTEGER, VARCHAR \(in 'd\.parquet'\)$"):
        cohort.voortgang([*paden, tmp_path / "d.parquet"], per="student")
    with pytest.raises(lu.OngeldigeVraag, match=r"meer dan eens gegeven: 'a\.csv'$"):
        cohort.voortgang([*paden, tmp_path / "." / "a.csv"], per="student")
    with pytest.raises(lu.VerkeerdType, match=r"een list is geen tabel .* of een lijst daarvan"):
        cohort.voortgang([tmp_path / "a.csv", {"student": 1}], per="student")  # type: ignore[type-var]  # what is refused
    for zonder in ([], ()):
        assert cohort.voortgang(zonder, per="student") == []


def test_of_many_files_each_that_is_at_fault_has_a_line(tmp_path: Path) -> None:
    for nummer in range(7):
        schrijf(tmp_path / f"f{nummer}.csv", f"student,criterium\ns{nummer},WP1.1a\n")
    assert [student for student, _ in regels(tmp_path / "*.csv")] == [f"s{nummer}" for nummer in range(7)]
    schrijf(tmp_path / "f3.csv", "student,code\ns1,WP1.1a\n")
    schrijf(tmp_path / "f4.csv", "student,criterium\n#REF!,WP1.1a\n#REF!,WP1.1a\ns,#N/B\n")
    with pytest.raises(lu.OngeldigBestand) as fout:
        regels(tmp_path / "*.csv")
    assert [*map(str, fout.value.bevindingen)] == [
        "'f3.csv': de kop (regel 1) heeft geen kolom 'criterium'. De kolommen zijn: 'student' en 'code'.",
        "'f4.csv': regel 2, kolom 'student': de formule geeft een fout: #REF! (en nog 2)",
    ]
    for map_ in ("x", "y"):
        (tmp_path / map_).mkdir()
        schrijf(tmp_path / map_ / "f.csv", "")
    with pytest.raises(lu.OngeldigBestand) as fout:
        regels(tmp_path / "?" / "f.csv")
    assert [bevinding.pad for bevinding in fout.value.bevindingen] == ["'x/f.csv'", "'y/f.csv'"]


def test_names_that_look_the_same_in_two_files_are_refused(tmp_path: Path) -> None:
    schrijf(tmp_path / "a.csv", "student,criterium\ns 1,WP1.1a\n")
    schrijf(tmp_path / "b.csv", "student,criterium\ns\u00a01,WP1.1a\n")
    with pytest.raises(lu.OngeldigBestand, match="alleen in witruimte verschillen: 's 1' en 's"):
        regels(tmp_path / "*.csv")


def test_a_workbook_and_a_packed_file_are_read_as_they_are(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for rij in (("student", "criterium"), ("007", "WP1.1a"), (7, "WP1.2a")):
        boek.worksheets[0].append(rij)
    boek.save(tmp_path / "x.xlsx")
    assert regels(tmp_path / "x.xlsx") == [("007", "WP1.1a"), ("7", "WP1.2a")]
    schrijf(tmp_path / "x.csv.gz", gzip.compress(b"student,criterium\n1,WP1.1a\n"))
    assert regels(tmp_path / "x.csv.gz") == [("1", "WP1.1a")]


def test_of_a_packed_file_the_size_of_what_is_in_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inhoud = b"student,criterium\n" + b"s1,WP1.1a\n" * 1000
    pad = schrijf(tmp_path / "x.csv.gz", gzip.compress(inhoud))
    monkeypatch.setattr(in_bestand, "GRENS", len(inhoud))
    assert not in_bestand.is_groot(str(pad))
    monkeypatch.setattr(in_bestand, "GRENS", len(inhoud) - 1)
    assert in_bestand.is_groot(str(pad))
    assert len(regels(pad)) == 1000
    assert not in_bestand.is_groot(str(schrijf(tmp_path / "kapot.csv.gz", b"x")))


def test_what_is_passed_over_is_said_of_each_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schrijf(tmp_path / "a.csv", "Groep A\nstudent,criterium\ns1,WP1.1a\n")
    schrijf(tmp_path / "b.csv", "student,criterium\ns2,WP1.1a\n")
    zin = "'a.csv': regel 1: boven de kop staat 'Groep A'; dat telt niet mee"
    for grens in (10_000_000, -1):
        monkeypatch.setattr(in_bestand, "GRENS", grens)
        assert relatie(tmp_path / "*.csv", *KOLOMMEN).opmerkingen == (zin,)
        assert cohort.tel(tmp_path / "a.csv", per="student").opmerkingen == (zin,)
    assert cohort.tel([{"student": 1, "criterium": "WP1.1a"}], per="student").opmerkingen == ()


def test_a_packed_file_that_is_large_is_scanned(tmp_path: Path, groot: None) -> None:
    schrijf(tmp_path / "x.csv.gz", gzip.compress("student;criterium\nzoë ;–\n".encode()))
    assert regels(tmp_path / "x.csv.gz") == [("zoë", None)]


def test_of_columns_of_parquet_the_one_that_is_called_exactly_so_is_meant(tmp_path: Path) -> None:
    genest = pa.array([{"student": "niet", "x": [1]}])
    namen = ["noot", "Student", "student", "criterium", "uren"]
    tabel = pa.Table.from_arrays([genest, *(pa.array([w]) for w in ("niet", "wel", "WP1.1a", "5"))], names=namen)
    map_ = tmp_path / "student=5"
    map_.mkdir()
    pq.write_table(tabel, map_ / "a.parquet")
    assert regels(map_ / "a.parquet") == [("wel", "WP1.1a")]
    assert regels(map_ / "a.parquet", ("Student", "uren")) == [("niet", "5")]
    with pytest.raises(lu.GeenKolom, match="meer dan één kolom 'STUDENT'"):
        regels(map_ / "a.parquet", ("STUDENT", "uren"))
    pq.write_table(tabel.select(["criterium"]), map_ / "b.parquet")
    with pytest.raises(lu.GeenKolom, match="geen kolom 'student'"):
        regels(map_ / "b.parquet")


def test_numbers_in_parquet_stay_numbers_and_texts_are_read_as_in_any_file(tmp_path: Path) -> None:
    duckdb.sql("SELECT 7 AS Student, ' WP1.1a ' AS criterium UNION ALL SELECT 8, 'n.v.t.'").write_parquet(
        str(tmp_path / "a.parquet")
    )
    assert sorted(regels(tmp_path / "a.parquet")) == [(7, "WP1.1a"), (8, None)]
    duckdb.sql("SELECT 'zeven' AS student, 'WP1.1a' AS criterium").write_parquet(str(tmp_path / "b.parquet"))
    with pytest.raises(lu.OngeldigeVraag, match="INTEGER, VARCHAR en VARCHAR, VARCHAR"):
        regels(tmp_path / "*.parquet")
    with pytest.raises(lu.GeenKolom, match=r"'b\.parquet' heeft geen kolom 'x'"):
        regels(tmp_path / "b.parquet", ("x", "criterium"))


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("x.parquet", b"PAR1xxxxPAR1", "het bestand is beschadigd, of geen Parquet"),
        ("x.csv", b"student,criterium\ns1,WP1.1a\nzo\xeb,WP1.1a\n", "regel 3 is geen UTF-8"),
        ("x.csv", b"student,criterium\ns1,WP1.1a\ns2,WP1.1a,x\n", "regel 3 heeft meer of minder kolommen"),
    ],
)
def test_what_duckdb_cannot_read_is_an_error_of_ours(
    naam: str, inhoud: bytes, zin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_bestand, "GRENS", -1)
    monkeypatch.setattr(in_bestand, "_BEGIN", 30)
    with pytest.raises(lu.OngeldigBestand) as fout:
        cohort.voortgang(schrijf(tmp_path / naam, inhoud), per="student")
    assert [bevinding.soort for bevinding in fout.value.bevindingen] == ["onleesbaar"]
    assert str(fout.value.bevindingen[0]).startswith(zin)
    assert fout.value.__notes__ == [f"in '{naam}'"]


def test_what_duckdb_says_of_a_csv_file_besides_is_said_too() -> None:
    assert (
        str(in_bestand.onleesbaar("x.csv.gz", duckdb.Error("?")).bevindingen[0])
        == "het bestand is niet als CSV te lezen"
    )


@pytest.mark.parametrize(("pad", "zin"), [
    ("x.txt", "'x.txt' is geen .parquet, .csv of .xlsx"),
    ("https://x.nl/a.csv", "'https://x.nl/a.csv' is geen bestand; haal het bestand eerst op"),
])  # fmt: skip
def test_what_is_no_file_of_these_is_refused(
    pad: str, zin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    schrijf(tmp_path / "x.txt", "")
    with pytest.raises(lu.OngeldigeVraag) as fout:
        relatie(pad, *KOLOMMEN)
    assert str(fout.value) == zin


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="bestaat niet"):
        relatie(tmp_path / "weg*.csv", *KOLOMMEN)


def test_the_relation_keeps_its_connection(tmp_path: Path) -> None:
    tabel = relatie(schrijf(tmp_path / "x.csv", "student,criterium\n1,WP1.1a\n"), *KOLOMMEN).tabel
    gc.collect()
    assert tabel.filter("student = '1'").fetchall() == [("1", "WP1.1a")]


@pytest.mark.parametrize(
    ("naam", "soort"), [("A.CSV", ".csv"), ("a.csv.gz", ".csv"), ("b.parquet", ".parquet"), ("c.xls", ""), (".", "")]
)
def test_what_kind_of_file_it_is_follows_from_its_name(naam: str, soort: str) -> None:
    assert soort_bestand(naam) == soort


# Pieces of which files are made: what people type, and what parts, quotes and ends it.
CEL = st.sampled_from(
    ["s1", "s 2", "s\u00a02", "s  2", " s3", "s4 ", "WP1.1a", "", "-", "n.v.t.", "é", "e\u0301", "\u00a0x", "#7", "'q'", "5\" pijl", "0", "007", "NULL", "NaN",
     "a\\b", "\\", "WP2.4a\u200b", "–", "x\ty", "\u2003", "\x1f"]
)  # fmt: skip


@st.composite
def bestanden(draw: st.DrawFn) -> bytes:
    """A CSV file as people make them, and damage them."""
    scheiding = draw(st.sampled_from(",;\t"))
    einde = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    kop = draw(
        st.permutations(
            ["student", "criterium", *draw(st.lists(st.sampled_from(["datum", "", "x"]), max_size=2, unique=True))]
        )
    )

    def cel(tekst: str) -> str:
        hoe = draw(st.sampled_from(["kaal", "kaal", "aanhaling", "stuk"]))
        if hoe == "aanhaling" or (hoe == "kaal" and (scheiding in tekst or '"' in tekst)):
            return '"' + tekst.replace('"', '""') + '"'
        return f'"{tekst}"x' if hoe == "stuk" and draw(st.integers(0, 9)) == 0 else tekst

    regels = [
        kop,
        *(
            draw(st.lists(CEL, min_size=0, max_size=len(kop) + draw(st.integers(0, 1))))
            for _ in range(draw(st.integers(0, 5)))
        ),
    ]
    regels = [*draw(st.sampled_from([[], [], [["Overzicht"]], [[""]], [["a", "b"]]])), *regels]
    if draw(st.integers(0, 9)) == 0:
        regels.append(kop)
    tekst = "".join(
        scheiding.join(map(cel, regel)) + draw(st.sampled_from(["", "", scheiding])) + einde for regel in regels
    )
    if draw(st.integers(0, 19)) == 0:
        tekst = f"sep={scheiding}{einde}{tekst}"
    codering = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "latin-1"]))
    return tekst.encode(codering, "replace")


@given(inhoud=bestanden())
def test_a_large_file_gives_the_same_cells_as_a_small_one_or_is_refused(
    inhoud: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pad = schrijf(tmp_path_factory.mktemp("gelijk") / "x.csv", inhoud)
    klein = _poging(pad)
    with pytest.MonkeyPatch.context() as aap:
        aap.setattr(in_bestand, "GRENS", -1)
        scan = _poging(pad)
    assert scan in (klein, None), (klein, scan)


def _poging(pad: Path) -> list[tuple[Any, ...]] | None:
    """The cells, but for lines in which none of the columns holds anything; `None` where the file is refused."""
    try:
        return [regel for regel in regels(pad) if any(regel)]
    except (lu.OngeldigBestand, lu.GeenKolom, duckdb.Error):
        return None


def test_a_head_that_comes_again_and_what_has_no_column_are_seen_in_a_large_file_too(
    tmp_path: Path, groot: None
) -> None:
    pad = schrijf(
        tmp_path / "x.csv",
        "student,criterium,\ns1,WP1.1a,\n Student ,CRITERIUM,\ns2,WP1.1a,los\ns3,WP1.1a,los\n#N/B,WP1.1a,\n#7,x,\n",
    )
    with pytest.raises(lu.OngeldigBestand) as fout:
        relatie(pad, *KOLOMMEN)
    assert [(bevinding.soort, bevinding.reden) for bevinding in fout.value.bevindingen] == [
        ("dubbel", "heeft in 1 regel(s) nog een kop; zijn het tabellen onder elkaar?"),
        ("niet_opgenomen", "heeft in 2 regel(s) iets in een kolom zonder naam"),
        (
            "verkeerde_waarde",
            "heeft in 1 regel(s) iets dat geen tekst van iemand is (zoals #N/B of 1,2E+11) in 'student' en 'criterium'",
        ),
    ]


def test_names_that_look_the_same_are_seen_in_a_large_file_too(tmp_path: Path, groot: None) -> None:
    pad = schrijf(
        tmp_path / "x.csv", "student,criterium\ns 1,WP1.1a\ns\u00a01,WP1.2a\nx  y,WP1.1 a\nx  y,WP1.1\u00a0a\n"
    )
    with pytest.raises(lu.OngeldigBestand) as fout:
        relatie(pad, *KOLOMMEN)
    zin = r"kolom 'student': er zijn namen die alleen in witruimte verschillen: 's 1' en 's\xa01'; schrijf ze gelijk"
    assert [*map(str, fout.value.bevindingen)] == [zin]
    assert len(regels(schrijf(pad, "student,criterium\nx  y,WP1.1a\nx  y,WP1.2a\n"))) == 2


def test_a_large_file_with_the_line_ends_of_an_old_mac(tmp_path: Path, groot: None) -> None:
    assert regels(schrijf(tmp_path / "x.csv", "student;criterium\rs1;WP1.1a\rs2;WP2.1a\r")) == [
        ("s1", "WP1.1a"),
        ("s2", "WP2.1a"),
    ]


def test_what_stands_above_the_head_of_a_large_file_is_a_title_or_refused(tmp_path: Path, groot: None) -> None:
    assert regels(schrijf(tmp_path / "x.csv", "Overzicht\n\nstudent,criterium\ns1,WP1.1a\n")) == [("s1", "WP1.1a")]
    with pytest.raises(lu.OngeldigBestand, match="boven de kop van regel 2"):
        regels(schrijf(tmp_path / "x.csv", "s0,WP1.1a\nstudent,criterium\ns1,WP1.1a\n"))
    with pytest.raises(lu.GeenKolom, match="Er zijn geen kolommen"):
        regels(schrijf(tmp_path / "x.csv", "\n\n"))


@pytest.mark.parametrize(
    "staart", ['s2,"WP1.1a\n' + "s3,WP1.1a,\n" * 5, "s2,WP1.1a", "#N/B,WP1.1a,\n", "s\u200b,WP1.1a,\n"]
)
@pytest.mark.usefixtures("groot")
def test_a_large_file_that_is_not_whole_or_spoiled_is_refused(staart: str, tmp_path: Path) -> None:
    pad = schrijf(tmp_path / "x.csv", f"student,criterium,x\ns1,WP1.1a,\n{staart}")
    with pytest.raises(lu.OngeldigBestand):
        regels(pad)


@pytest.mark.usefixtures("groot")
def test_a_large_packed_file_is_held_against_its_checksum(tmp_path: Path) -> None:
    heel = gzip.compress(b"student,criterium\ns1,WP1.1a\n", 0)
    assert regels(schrijf(tmp_path / "x.csv.gz", heel)) == [("s1", "WP1.1a")]
    for stuk in (heel.replace(b"s1", b"s9"), heel[:-5], heel[:20]):
        with pytest.raises(lu.OngeldigBestand, match=r"\.gz-bestand"):
            regels(schrijf(tmp_path / "y.csv.gz", stuk))


@pytest.mark.parametrize("naam", ["groep[1]", "groep*", "groep?"])
def test_a_file_is_read_and_no_other_that_its_name_could_stand_for(naam: str, tmp_path: Path, groot: None) -> None:
    schrijf(tmp_path / "groep1.csv", "student,criterium\nfout,WP1.1a\n")
    assert regels(schrijf(tmp_path / f"{naam}.csv", "student,criterium\ngoed,WP1.1a\n")) == [("goed", "WP1.1a")]
    for bestand, student in (("groep1", "fout"), (naam, "goed")):
        duckdb.sql(f"SELECT '{student}' AS student, 'WP1.1a' AS criterium").write_parquet(str(tmp_path / "hulp"))
        (tmp_path / "hulp").rename(tmp_path / f"{bestand}.parquet")
    assert regels(tmp_path / f"{naam}.parquet") == [("goed", "WP1.1a")]
