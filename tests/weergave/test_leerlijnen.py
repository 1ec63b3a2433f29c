"""The matrix: the table of the document, to the letter; what was shown is marked and counted, never judged."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import OnbekendeCode, Raamwerk
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.uitwisseling import schrijf
from leeruitkomsten.weergave._matrix import matrix, matrix_markdown
from uitwisseling.vijandig import vijandig
from weergave.bladen import begeleid, boom, halverwege, op, regel, tekst, vellen, vlak

LEEG = "–niets gevraagd"


def bladen(html: str) -> list[Any]:
    return list(boom(html).find_class("matrix"))


def test_a_sheet_is_the_table_of_the_document(elk: Raamwerk) -> None:
    gezien = bladen(matrix(elk))
    verwacht = vellen(elk)
    assert len(gezien) == len(verwacht)
    for blad, (lijn, naam, niveaus) in zip(gezien, verwacht, strict=True):
        (kop,) = blad.xpath(".//thead/tr")
        rijen = blad.xpath(".//tbody/tr")
        assert tekst(blad.xpath(".//h1 | .//h2")[0]) == naam
        assert tekst(blad.find_class("kader")[0]) == elk.naam
        assert [tekst(th) for th in kop[1:]] == [
            f"Niveau {n.nummer} {n.fase} {begeleid(elk, n)}".rstrip() for n in niveaus
        ]
        # A line that would hold codes alone is left out.
        if any(u.tekst or u.notatie for u in lijn.leeruitkomsten):
            boven, *rijen = rijen
            assert [tekst(td) for td in boven[1:]] == [vlak(regel(u)) for u in op(niveaus, lijn.leeruitkomsten)]
        if not lijn.rijen:
            assert [tekst(td) for rij in rijen for td in rij] == ["Succescriteria", "geen succescriteria"]
            continue
        assert [tekst(rij[0]) for rij in rijen] == [vlak(f"{rij.code} {rij.naam or ''}") for rij in lijn.rijen]
        van_ons = "van dit pakket, niet van de bron." in tekst(blad.xpath(".//tfoot")[0])
        assert van_ons == any(rij.naam and not rij.naam_uit_bron for rij in lijn.rijen)
        cellen = [[[tekst(li) for li in td.iter("li")] or tekst(td) for td in rij[1:]] for rij in rijen]
        assert cellen == [[[vlak(regel(c)) for c in cel] or LEEG for cel in op(niveaus, r.cellen)] for r in lijn.rijen]


def test_an_omschrijving_stands_once_under_the_first_heading_of_its_leerlijn(elk: Raamwerk) -> None:
    gezien = [[tekst(p) for p in blad.find_class("omschrijving")] for blad in bladen(matrix(elk))]
    eerste = {lijn.code: n for n, (lijn, _, _) in reversed([*enumerate(vellen(elk))])}
    assert gezien == [
        [lijn.omschrijving] if lijn.omschrijving and eerste[lijn.code] == n else []
        for n, (lijn, _, _) in enumerate(vellen(elk))
    ]


def test_a_leeruitkomst_without_text_is_there_when_it_was_counted() -> None:
    ladder = RAAMWERKEN["ladder"]
    eerste, tweede, derde = bladen(matrix(ladder, None, ladder.voortgang(["TECH1.1a"])))
    assert [tekst(td) for td in eerste.find_class("uitkomsten")[0]] == [
        "Leeruitkomst", "TECH1 1 van 1 aangetoond", "TECH2 0 van 1 aangetoond", "TECH3", "TECH4 0 van 1 aangetoond",
    ]  # fmt: skip
    assert [tekst(td) for td in tweede.find_class("uitkomsten")[0]][3] == "LEAD3 0 van 1 aangetoond"
    assert derde.find_class("uitkomsten") == []


def test_heads_are_heads_of_columns_and_rows(kader: Raamwerk) -> None:
    for blad in bladen(matrix(kader)):
        assert {th.get("scope") for th in blad.xpath(".//thead//th")} == {"col"}
        assert {th.get("scope") for th in blad.xpath(".//tbody//th")} == {"row"}
        assert all(len(rij) == len(kader.niveaus) + 1 for rij in blad.xpath(".//tbody/tr"))


def test_one_leerlijn_is_one_sheet_with_the_first_heading(kader: Raamwerk) -> None:
    for lijn in kader.leerlijnen:
        pagina = boom(matrix(kader, lijn.code))
        (kop,) = pagina.iter("h1")
        assert tekst(kop) == str(lijn)
        assert tekst(next(pagina.iter("title"))) == f"{lijn} – {kader}"
        assert len(pagina.find_class("matrix")) == 1
    (kop,) = boom(matrix(kader)).iter("h1")
    assert tekst(kop) == kader.naam


def test_the_foot_has_version_date_and_source_with_references(kader: Raamwerk) -> None:
    for blad in bladen(matrix(kader)):
        voet = tekst(blad.xpath(".//tfoot")[0])
        assert all(deel in voet for deel in (kader.naam, "versie 1.0", "24 november 2026", kader.bron.titel))
        assert all(werk in voet for werk in kader.bron.verwijzingen)


def test_a_source_without_references_is_named_alone(klein: Raamwerk) -> None:
    gegevens = klein.als_dict()
    gegevens["bron"]["verwijzingen"] = []
    assert "Bron: het document “<t>”." in tekst(boom(matrix(bouw(gegevens))))


@pytest.mark.parametrize("niveau", [None, 1, 2, 3])
def test_what_was_shown_is_marked_and_what_is_counted_and_was_not(klein: Raamwerk, niveau: int | None) -> None:
    toch = {c.code for c in klein.succescriteria[::2]}
    html = matrix(klein, None, halverwege(klein, niveau))
    gezien = {tekst(li.find_class("code")[0]): tekst(li) for blad in bladen(html) for li in blad.iter("li")}
    for c in klein.succescriteria:
        nog = "○ nog aan te tonen: " if niveau in (None, c.niveau) else ""
        verwacht = "● aangetoond: " if c.code in toch else nog
        assert gezien[c.code] == verwacht + regel(c)


def test_each_leeruitkomst_that_is_counted_says_how_many_of_how_many(kader: Raamwerk) -> None:
    toch = {c.code for c in kader.succescriteria[::2]}
    for niveau in (None, 2):
        gezien = boom(matrix(kader, None, halverwege(kader, niveau))).find_class("telling")
        assert [tekst(deel) for deel in gezien] == [
            f"{sum(c.code in toch for c in u.succescriteria)} van {len(u.succescriteria)} aangetoond"
            for u in kader.leeruitkomsten
            if niveau in (None, u.niveau)
        ]


def test_a_leeruitkomst_without_criteria_counts_nothing(klein: Raamwerk) -> None:
    leeg = sum(not u.succescriteria for u in klein.leeruitkomsten)
    assert leeg
    gezien = boom(matrix(klein, None, klein.voortgang([]))).find_class("telling")
    assert len(gezien) == len(klein.leeruitkomsten) - leeg


def test_the_marks_are_explained_and_are_no_judgement(kader: Raamwerk) -> None:
    def legenda(niveau: int | None) -> set[str]:
        return {tekst(p) for p in boom(matrix(kader, None, kader.voortgang([], niveau))).find_class("legenda")}

    zin = "Dit overzicht telt wat is aangetoond; het is geen oordeel."
    assert legenda(None) == {f"● aangetoond, ○ nog aan te tonen. {zin}"}
    assert legenda(3) == {f"● aangetoond, ○ nog aan te tonen (geteld: niveau 3). {zin}"}
    assert boom(matrix(kader)).find_class("legenda") == []


def test_who_and_when_can_be_written_on_what_was_counted(kader: Raamwerk) -> None:
    (blad,) = bladen(matrix(kader, "WP", halverwege(kader)))
    (wie,) = blad.find_class("wie")
    assert [tekst(deel) for deel in wie] == ["Student", "Datum"]
    assert boom(matrix(kader, "WP")).find_class("wie") == []


def test_marks_are_said_aloud_and_not_read_as_a_circle(kader: Raamwerk) -> None:
    (blad,) = bladen(matrix(kader, "WP", halverwege(kader)))
    (legenda,) = blad.find_class("legenda")
    gezet = [tekst(t) for li in blad.iter("li") for t in li.find_class("teken")]
    assert len(gezet) == sum(len(u.succescriteria) for u in kader.leerlijn("WP").leeruitkomsten)
    assert set(gezet) == {"●", "○"} & set(tekst(legenda))
    assert len(blad.find_class("teken")) == len(gezet)
    assert {t.get("aria-hidden") for t in blad.find_class("teken")} == {"true"}


@pytest.mark.parametrize("vreemd", ["WPX", "wp", "", "WP1", 3])
def test_an_unknown_leerlijn_is_refused(kader: Raamwerk, vreemd: Any) -> None:
    for maak in (matrix, matrix_markdown):
        with pytest.raises(OnbekendeCode) as fout:
            maak(kader, vreemd)
        assert (fout.value.code, fout.value.gevraagd) == (vreemd, "leerlijn")


def gelezen(markdown: str) -> tuple[list[str], list[list[str]]]:
    """The headings and the rows of all tables, as an independent reader has them."""
    tokens = MarkdownIt().enable("table").parse(markdown)
    koppen = [vlak_(t) for voor, t in itertools.pairwise(tokens) if voor.type == "heading_open"]
    rijen: list[list[str]] = []
    for voor, t in itertools.pairwise(tokens):
        if voor.type == "tr_open":
            rijen.append([])
        if t.type == "inline" and voor.type in ("th_open", "td_open"):
            rijen[-1].append(vlak_(t))
    return koppen, rijen


def vlak_(token: Any) -> str:
    delen = (
        k.content if k.type in ("text", "text_special") else k.content.replace("<br>", "\n") for k in token.children
    )
    return "".join(delen)


def test_markdown_has_title_version_source_niveaus_and_the_same_table(kader: Raamwerk) -> None:
    for lijn in kader.leerlijnen:
        koppen, rijen = gelezen(matrix_markdown(kader, lijn.code))
        assert koppen == [kader.naam, "Niveaus", str(lijn)]
        bron = f"{kader.bron.titel} ({'; '.join(kader.bron.verwijzingen)})"
        assert rijen[:2] == [["Versie", "Datum", "Bron"], [kader.versie, kader.datum, bron]]
        niveaus, rijen = rijen[2 : 3 + len(kader.niveaus)], rijen[3 + len(kader.niveaus) :]
        breed = 3 if any(n.begeleiding for n in kader.niveaus) else 2
        assert [regel[:breed] for regel in niveaus] == [
            ["Niveau", "Fase", "Begeleiding"][:breed],
            *([str(n.nummer), n.fase, n.begeleiding or "niet vermeld"][:breed] for n in kader.niveaus),
        ]
        assert rijen[0] == ["Rij", *(u.code for u in lijn.leeruitkomsten)]
        assert rijen[1] == ["Leeruitkomst", *(u.tekst for u in lijn.leeruitkomsten)]
        # Below its code a row has its name, and below the table stands whose name that is.
        cellen = [
            [f"{rij.code}\n{rij.naam}", *("\n".join(map(regel, cel)) or "–" for cel in rij.cellen)]
            for rij in lijn.rijen
        ]
        assert rijen[2:] == cellen
        assert "De namen van de rijen zijn van dit pakket" in matrix_markdown(kader, lijn.code)


def test_markdown_of_all_has_each_leerlijn(elk: Raamwerk) -> None:
    koppen, _ = gelezen(matrix_markdown(elk))
    namen = [f"{lijn}: {lijn.omschrijving}" if lijn.omschrijving else str(lijn) for lijn in elk.leerlijnen]
    assert koppen == [elk.naam, "Niveaus", *namen]


def test_markdown_of_all_is_the_page_of_exchange(elk: Raamwerk) -> None:
    assert matrix_markdown(elk).encode() == schrijf(elk, "markdown")


def test_markup_in_a_text_stays_text() -> None:
    kader = vijandig()
    pagina = boom(matrix(kader))
    for c in kader.succescriteria:
        assert [tekst(li) for li in pagina.iter("li") if tekst(li.find_class("code")[0]) == c.code] == [vlak(regel(c))]
    assert not re.search("<(script|b|i)>", matrix(kader).partition("<body>")[2])


def test_a_corrected_framework_shows_the_corrected_text(kader: Raamwerk) -> None:
    assert "reflectie op je gedag" in matrix(kader, "WPI")
    assert "reflectie op je gedrag" in matrix(lu.laad(errata=True), "WPI")
