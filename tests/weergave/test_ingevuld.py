"""A form that was filled in comes back: what was typed in a field in the portfolio, and all else by name."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from docx.oxml.ns import qn

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import Bewijs, Notitie, OngeldigPortfolio, Portfolio, Raamwerk
from leeruitkomsten.bouwen import bouw, met_errata
from leeruitkomsten.plat import Notitiesoort
from leeruitkomsten.weergave import formulier_docx, lees_formulier
from leeruitkomsten.weergave._ingevuld import dag_van_papier, schoon
from weergave.ingevuld import alinea, met_deel, naam_van, run, typ
from weergave.portfolios import willekeurig

OPGESLAGEN = Path(__file__).parent / "opgeslagen" / "formulier-libreoffice-7.4.docx"
"""`typ(formulier_docx(lu.laad(), 2, portfolio=portfolio_van()), GETYPT)`, opened and saved by LibreOffice Writer 7.4.7:
`soffice --headless --convert-to 'docx:MS Word 2007 XML'`."""
GETYPT = {
    "datum": "28 november 2026",
    "begeleider 1": "J. Pieters",
    "bewijs WP2.1b": "Opname van een gesprek\n\n https://voorbeeld.example/film ",
    "feedback WP2.1a": " Je kijkt \u201crond\u201d:\n  en wacht. ",
    "feedforward WP2.2a": "<b>Laat</b> ze & praten",
    "afspraak EvL2": "In januari verder",
}
ERBIJ = (
    [
        Bewijs("WP2.1b", "Opname van een gesprek", "2026-11-28"),
        Bewijs("WP2.1b", "https://voorbeeld.example/film", "2026-11-28", "https://voorbeeld.example/film"),
    ],
    [
        Notitie("WP2.1a", "feedback", "Je kijkt \u201crond\u201d:\n  en wacht.", "2026-11-28"),
        Notitie("WP2.2a", "feedforward", "<b>Laat</b> ze & praten", "2026-11-28"),
        Notitie("EvL2", "afspraak", "In januari verder", "2026-11-28"),
    ],
)


@pytest.fixture(scope="module")
def leeg() -> bytes:
    """A form that nobody filled in."""
    return formulier_docx(lu.laad(), 2)


def portfolio_van() -> Portfolio:
    """A portfolio of one EvL with something of each kind."""
    bewijs = [
        Bewijs("WP2.1a", "Lesplan \u201cpoëzie\u201d", "2026-11-03", "map 3", "student", "lesplan"),
        Bewijs("WPI2.1a", "Reflectie", "2026-11-10"),
    ]
    soorten: tuple[Notitiesoort, ...] = ("feedback", "feedforward", "afspraak")
    notities = [
        Notitie(code, soort, f"{soort} over\n  {code}.", "2026-11-10", "begeleider")
        for code in ("WP2.1a", "WP2", "EvL2")
        for soort in soorten
    ]
    return Portfolio(lu.laad().kenmerk, "Sanne", bewijs, notities, "2026-11-24")


def met(portfolio: Portfolio) -> Portfolio:
    """The portfolio with what was typed."""
    bewijs, notities = ERBIJ
    erbij = [*portfolio.bewijs, *bewijs], [*portfolio.notities, *notities]
    return attrs.evolve(portfolio, bewijs=erbij[0], notities=erbij[1], datum="2026-11-28")


def test_what_is_typed_in_a_field_is_in_the_portfolio(leeg: bytes) -> None:
    gelezen = lees_formulier(typ(leeg, GETYPT | {"student": " Sanne "}))
    assert gelezen.portfolio == met(Portfolio(lu.laad().kenmerk, "Sanne", []))
    assert gelezen.niet_geplaatst == (("geen_plaats", "begeleider 1", "J. Pieters"),)
    assert str(gelezen.niet_geplaatst[0]) == "begeleider 1: J. Pieters"


def test_what_the_form_had_comes_back_and_what_was_typed_behind_it() -> None:
    formulier = formulier_docx(lu.laad(), 2, portfolio=portfolio_van())
    assert lees_formulier(formulier) == (portfolio_van(), ())
    assert lees_formulier(typ(formulier, GETYPT)).portfolio == met(portfolio_van())


def test_a_form_that_libreoffice_saved_says_the_same() -> None:
    gelezen = lees_formulier(OPGESLAGEN)
    assert gelezen.portfolio == met(portfolio_van())
    niet = [los for los in gelezen.niet_geplaatst if los.soort != "los"]
    assert niet == [("geen_plaats", "begeleider 1", "J. Pieters")]
    # Named besides is only what the form worded otherwise when it was saved: somebody might have typed that.
    assert len(gelezen.niet_geplaatst) - len(niet) < 5


def test_what_there_was_stays_and_nothing_is_added_twice() -> None:
    ander = [Bewijs("WP1.1a", "Eerder", "2026-09-01"), *portfolio_van().bewijs]
    bestaand = attrs.evolve(portfolio_van(), bewijs=ander, datum="2027-01-01")
    formulier = formulier_docx(lu.laad(), 2, portfolio=bestaand)
    assert lees_formulier(formulier, portfolio=bestaand) == (bestaand, ())
    ingevuld = typ(formulier, GETYPT | {"bewijs WP2.1a 2": "Lesplan, verbeterd", "feedback WP2 4": " "})
    eenmaal = lees_formulier(ingevuld, portfolio=bestaand).portfolio
    # What was changed in the form stands beside what it was: of the two a person must choose.
    verbeterd = attrs.evolve(ander[1], titel="Lesplan, verbeterd")
    assert list(eenmaal.bewijs) == [*ander, verbeterd, *ERBIJ[0]]
    assert list(eenmaal.notities) == [*bestaand.notities, *ERBIJ[1]]
    assert eenmaal.datum == "2027-01-01"
    assert lees_formulier(ingevuld, portfolio=eenmaal).portfolio == eenmaal


@pytest.mark.parametrize("schermtaal", ["nl", "en"])
@pytest.mark.parametrize("naam", ["verpakt", "klein", "breed"])
def test_a_form_of_any_framework_has_nothing_of_anybody_else_in_it(naam: str, schermtaal: Any) -> None:
    kader = RAAMWERKEN[naam]
    portfolio = Portfolio(kader.kenmerk, "Sam", [Bewijs(kader.succescriteria[0].code, "x", "2026-01-02")])
    for evl in kader.evls[:2]:
        for anders in (
            {"portfolio": portfolio},
            {"voortgang": kader.voortgang(portfolio, 1)},
            {"rollen": ["Mentor", "Coach"]},
        ):
            formulier = formulier_docx(kader, evl.code, schermtaal=schermtaal, **anders)  # type: ignore[arg-type]
            gelezen = lees_formulier(typ(formulier, {"student": "Sam"}), kader)
            van_hier = [
                bewijs
                for bewijs in portfolio.bewijs
                if "portfolio" in anders and bewijs.criterium in str(evl.succescriteria)
            ]
            assert gelezen == (attrs.evolve(portfolio, bewijs=van_hier), ())


@pytest.mark.parametrize("zaad", range(12))
def test_hostile_texts_come_back_to_the_letter(zaad: int) -> None:
    kader, heel = lu.laad(), willekeurig(zaad)
    van_evl = {c.code for c in kader.evl(2).succescriteria}
    deel = attrs.evolve(
        heel,
        bewijs=[attrs.evolve(b, criterium=random.Random(zaad).choice(sorted(van_evl))) for b in heel.bewijs],
        notities=[n for n in heel.notities if n.code == "WP2"],
    )
    assert lees_formulier(formulier_docx(kader, 2, portfolio=deel)) == (deel, ())
    assert lees_formulier(formulier_docx(kader, 2, portfolio=heel), portfolio=heel) == (heel, ())


def achter(tekst: str) -> Callable[[Any], None]:
    """Type a paragraph below the first line of a form."""
    return lambda document: document[0].insert(1, alinea(run("t", tekst)))


def naast_veld(document: Any) -> None:
    """Type beside a field, on its line."""
    (veld,) = [sdt for sdt in document.iter(qn("w:sdt")) if naam_van(sdt) == "feedback WP2.1a"]
    veld.addnext(run("t", "ernaast"))


def in_een_kop(document: Any) -> None:
    """Type behind a text of the form."""
    tekst = next(t for t in document.iter(qn("w:t")) if t.text == "Feedback")
    tekst.text += " (kort)"


LOS = {
    "a line": (achter("Zo typte ik erbij."), "na 'EvL2 Verdiepingsfase (niveau 2)'", "Zo typte ik erbij."),
    "a line that the form has already": (achter("Datum"), None, "Datum"),
    "beside a field": (naast_veld, None, "ernaast"),
    "in a heading": (in_een_kop, None, "Feedback (kort)"),
    "codes that are none": (achter("Ook aangetoond, op andere niveaus: WP1.1a, WP9.9z."), None, "Ook aangetoond, op andere niveaus: WP1.1a, WP9.9z."),
    "a mark": (achter("✓"), None, "✓"),
}  # fmt: skip


@pytest.mark.parametrize("wat", LOS)
def test_what_is_typed_outside_the_fields_is_named(leeg: bytes, wat: str) -> None:
    anders, waar, tekst = LOS[wat]
    (los,) = lees_formulier(typ(leeg, {"student": "Sam"}, anders)).niet_geplaatst
    assert (los.soort, los.tekst) == ("los", tekst)
    assert waar is None or los.waar == waar


def test_so_is_what_stands_elsewhere_in_the_document(leeg: bytes) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    formulier = typ(leeg, {"student": "Sam", "naam 0": "Sam de Wit", "getekend 0": "24-11-2026"})
    formulier = met_deel(
        formulier, "word/comments.xml", f"<w:comments {w}><w:p><w:r><w:t>Mooi!</w:t></w:r></w:p></w:comments>".encode()
    )
    formulier = met_deel(formulier, "word/media/foto.png", b"...")
    formulier = met_deel(formulier, "word/charts/chart1.xml", b"<x/>")

    def kop(deel: Any) -> None:
        next(deel.iter(qn("w:t"))).text = "Student: Sanne – EvL2 "

    gelezen = lees_formulier(met_deel(formulier, "word/header1.xml", kop))
    assert gelezen.niet_geplaatst == (
        ("geen_plaats", "naam 0", "Sam de Wit"),
        ("geen_plaats", "getekend 0", "24-11-2026"),
        (
            "los",
            "kop of voet",
            "Student: Sanne – EvL2 Verdiepingsfase (niveau 2)\tLeeruitkomsten van het werkplekleren",
        ),
        ("los", "opmerking", "Mooi!"),
        ("beeld", "word/media/foto.png", "geen tekst"),
        ("beeld", "word/charts/chart1.xml", "wordt niet gelezen"),
    )


def test_fields_that_are_no_fields_of_the_form_are_named(leeg: bytes) -> None:
    namen = [
        "bewijs WP2",
        "feedback WP9.9z",
        "iets anders",
        "bewijs WP2.1a 3 dag",
        "student",
        f"bewijs WP2.1a {'9' * 5_000}",
    ]

    def hernoem(document: Any) -> None:
        velden = [sdt for sdt in document.iter(qn("w:sdt")) if naam_van(sdt).startswith("feedback WPI2")]
        for veld, naam in zip(velden, namen, strict=False):
            veld.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").set(qn("w:val"), naam)
            veld.find(qn("w:sdtContent"))[:] = [run("t", naam)]
            veld.find(qn("w:sdtPr")).remove(veld.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"))

    gelezen = lees_formulier(typ(leeg, {"student": "Sam"}, hernoem))
    assert gelezen.niet_geplaatst == tuple(("onbekend_veld", naam, naam) for naam in namen)


@pytest.mark.parametrize("deel", ["soort", "waar"])
def test_a_part_that_a_note_does_not_have_is_named(deel: str) -> None:
    def hernoem(document: Any) -> None:
        (veld,) = [sdt for sdt in document.iter(qn("w:sdt")) if naam_van(sdt) == "feedback WP2.1a 1 rol"]
        veld.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").set(qn("w:val"), f"feedback WP2.1a 1 {deel}")

    gelezen = lees_formulier(typ(formulier_docx(lu.laad(), 2, portfolio=portfolio_van()), {}, hernoem))
    assert gelezen.portfolio.notities[0] == attrs.evolve(portfolio_van().notities[0], rol=None)
    assert gelezen.niet_geplaatst == (("onbekend_veld", f"feedback WP2.1a 1 {deel}", "begeleider"),)


def test_a_part_that_stands_twice_is_named() -> None:
    def nog_eens(document: Any) -> None:
        (veld,) = [sdt for sdt in document.iter(qn("w:sdt")) if naam_van(sdt) == "bewijs WP2.1a 1 rol"]
        veld.addnext(copy.deepcopy(veld))

    gelezen = lees_formulier(typ(formulier_docx(lu.laad(), 2, portfolio=portfolio_van()), {}, nog_eens))
    assert gelezen == (portfolio_van(), (("onbekend_veld", "bewijs WP2.1a 1 rol", "student"),))


def test_an_example_is_no_text(leeg: bytes) -> None:
    def voorbeelden(document: Any) -> None:
        velden = [sdt for sdt in document.iter(qn("w:sdt")) if naam_van(sdt).startswith("feedforward WP2")]
        for veld, tekst in zip(velden, ["typ hier", "Klik of tik om tekst in te voeren.", "Kies iets"], strict=False):
            veld.find(qn("w:sdtContent"))[:] = [run("t", tekst)]

    gelezen = lees_formulier(typ(leeg, {"student": "Sam", "feedback WP2.2a": "typ hier"}, voorbeelden))
    assert gelezen.portfolio == Portfolio(lu.laad().kenmerk, "Sam", [])
    (los,) = gelezen.niet_geplaatst  # what no program of ours puts there is named
    assert (los.soort, los.tekst) == ("voorbeeld", "Kies iets")


def test_what_somebody_called_like_an_example_stays() -> None:
    bewijs = Bewijs("WP2.1a", "Type here", "2026-11-03", rol="Typ hier")
    portfolio = Portfolio(lu.laad().kenmerk, "Sanne", [bewijs])
    formulier = formulier_docx(lu.laad(), 2, portfolio=portfolio)
    assert lees_formulier(formulier) == (portfolio, ())

    def als_voorbeeld(document: Any) -> None:
        for naam in ("bewijs WP2.1a 1", "bewijs WP2.1a 1 rol", "bewijs WP2.1a 1 dag"):
            (veld,) = [sdt for sdt in document.iter(qn("w:sdt")) if naam_van(sdt) == naam]
            veld.find(qn("w:sdtPr")).append(document.makeelement(qn("w:showingPlcHdr")))
            veld.find(qn("w:sdtContent"))[:] = [run("t", "Typ hier")]

    assert lees_formulier(typ(formulier, {}, als_voorbeeld)) == (attrs.evolve(portfolio, bewijs=[]), ())


def test_what_stood_below_a_piece_that_was_emptied_is_named_so() -> None:
    portfolio = portfolio_van()
    formulier = typ(formulier_docx(lu.laad(), 2, portfolio=portfolio), {"bewijs WP2.1a 1": " "})
    onder = [("dag", "3 november 2026"), ("soort", "lesplan"), ("rol", "student"), ("waar", "map 3")]
    gelezen = lees_formulier(formulier)
    assert gelezen.portfolio == attrs.evolve(portfolio, bewijs=portfolio.bewijs[1:])
    assert gelezen.niet_geplaatst == tuple(("leeggemaakt", f"bewijs WP2.1a 1 {deel}", tekst) for deel, tekst in onder)
    assert set(lees_formulier(formulier, portfolio=portfolio).portfolio.bewijs) == set(portfolio.bewijs)


def test_characters_that_only_a_font_knows_are_named(leeg: bytes) -> None:
    velden = {
        "student": "Sam",
        "datum": "1-9-2026",
        "feedback WP2.1a": "Goed \uf0fc\uf0fc\uf0fb",
        "feedback WP2.1b": "\uf0fc",
    }
    gelezen = lees_formulier(typ(leeg, velden))
    assert [(notitie.code, notitie.tekst) for notitie in gelezen.portfolio.notities] == [("WP2.1a", "Goed")]
    assert gelezen.niet_geplaatst == (
        ("lettertype", "feedback WP2.1a", "U+F0FC U+F0FB"),
        ("lettertype", "feedback WP2.1b", "U+F0FC"),
    )


def test_only_what_can_be_a_link_is_one(leeg: bytes) -> None:
    film = "https://voorbeeld.example/film"
    velden = {"student": "Sam", "datum": "1-9-2026", "bewijs WP2.1a": f"{film}\n{film} (vanaf minuut 3)"}
    bewijs = lees_formulier(typ(leeg, velden)).portfolio.bewijs
    assert [(een.titel, een.verwijzing) for een in bewijs] == [(film, film), (f"{film} (vanaf minuut 3)", None)]


def test_a_text_is_what_the_page_makes_of_it() -> None:
    assert schoon("a\ufeffb\u2028c\u00a0d\u2003e\vf") == "a b c d e f"
    assert schoon("a\x1cb\x1dc\x1ed\x1fe\x85f\u200bg\u00adh") == "abcdefgh"
    assert schoon("a\x85b\ufeff\nc", regels=True) == "ab \nc"


FOUTEN: dict[str, tuple[dict[str, str], list[tuple[str, str]]]] = {
    "nobody": ({"student": " "}, [("Student", "ontbreekt")]),
    "no day": ({"feedback WP2.1a": "x"}, [("Datum", "ontbreekt")]),
    "no such day": ({"datum": "31 november 2026", "feedback WP2.1a": "x"}, [("Datum", "verkeerde_vorm")]),
    "a text that is too long": (
        {"datum": "1-9-2026", "feedback WP2.1a": "x" * 10_001},
        [("feedback WP2.1a", "te_groot")],
    ),
}


@pytest.mark.parametrize("wat", FOUTEN)
def test_what_makes_no_portfolio_is_refused_as_a_whole(leeg: bytes, wat: str) -> None:
    velden, fouten = FOUTEN[wat]
    with pytest.raises(OngeldigPortfolio) as gevangen:
        lees_formulier(typ(leeg, {"student": "Sam"} | velden))
    assert [(b.pad, b.soort) for b in gevangen.value.bevindingen] == fouten


def test_a_day_may_be_given(leeg: bytes) -> None:
    gelezen = lees_formulier(
        typ(leeg, {"student": "Sam", "datum": "gisteren", "feedback WP2.1a": "x"}), dag="2026-12-01"
    )
    assert gelezen.portfolio.notities == (Notitie("WP2.1a", "feedback", "x", "2026-12-01"),)
    assert gelezen.portfolio.datum == "2026-12-01"
    assert gelezen.niet_geplaatst == (("geen_dag", "datum", "gisteren"),)
    ander = lees_formulier(typ(leeg, {"student": "Sam", "datum": "1-9-2026"}), dag="2026-12-01")
    assert ander == (Portfolio(lu.laad().kenmerk, "Sam", [], datum="2026-12-01"), ())
    with pytest.raises(lu.OngeldigeVraag, match="dag='gisteren' is geen dag"):
        lees_formulier(leeg, dag="gisteren")


def test_a_day_of_a_piece_that_is_none_is_refused() -> None:
    formulier = formulier_docx(lu.laad(), 2, portfolio=portfolio_van())
    for tekst, soort in (("ooit", "verkeerde_vorm"), (" ", "ontbreekt")):
        with pytest.raises(OngeldigPortfolio) as gevangen:
            lees_formulier(typ(formulier, {"bewijs WP2.1a 1 dag": tekst}))
        assert [(b.pad, b.soort) for b in gevangen.value.bevindingen] == [("bewijs WP2.1a 1 dag", soort)]


def test_another_student_framework_or_version_is_refused(leeg: bytes, kader: Raamwerk, klein: Raamwerk) -> None:
    with pytest.raises(OngeldigPortfolio, match="het formulier is van 'Sam', het portfolio van 'Sanne'"):
        lees_formulier(typ(leeg, {"student": "Sam"}), portfolio=portfolio_van())
    assert lees_formulier(leeg, portfolio=portfolio_van()).portfolio == portfolio_van()
    for formulier, ander in (
        (leeg, attrs.evolve(kader, versie="2.0")),
        (leeg, klein),
        (formulier_docx(klein, 2), kader),
    ):
        with pytest.raises(OngeldigPortfolio, match="van een ander raamwerk of een andere versie") as gevangen:
            lees_formulier(formulier, ander)
        assert gevangen.value.bevindingen[0].soort == "ander_raamwerk"
    with pytest.raises(lu.OngeldigeVraag, match="dit portfolio hoort bij 'klein'"):
        lees_formulier(leeg, portfolio=Portfolio(klein.kenmerk, "s", []))
    with pytest.raises(OngeldigPortfolio, match="geen velden van een formulier"):
        lees_formulier(zonder_velden(leeg))


def zonder_velden(formulier: bytes) -> bytes:
    """A document whose fields are gone."""

    def weg(document: Any) -> None:
        for veld in [*document.iter(qn("w:sdt"))]:
            veld.getparent().remove(veld)

    return typ(formulier, {}, weg)


@pytest.mark.parametrize("van_de_bron", [True, False])
def test_errata_make_no_other_framework(van_de_bron: bool, kader: Raamwerk) -> None:
    bron, verbeterd = kader, bouw(met_errata(kader.als_dict()))
    van, met = (bron, verbeterd) if van_de_bron else (verbeterd, bron)
    for evl in kader.evls:  # what reads differently in the other edition is nobody's
        formulier = typ(formulier_docx(van, evl.code), {"student": "Sam"})
        assert lees_formulier(formulier, met) == (Portfolio(met.kenmerk, "Sam", []), ())


def test_of_a_framework_of_ones_own_what_was_corrected_is_not_known(kader: Raamwerk) -> None:
    eigen = bouw(kader.als_dict() | {"sleutel": "eigen"})
    verbeterd = bouw(met_errata(eigen.als_dict()))
    formulier = typ(formulier_docx(eigen, 2), {"student": "Sam"})
    # A text that reads differently is told, it might be somebody's; so are the lines with the edition.
    los = {los.tekst.split()[0] for los in lees_formulier(formulier, verbeterd).niet_geplaatst}
    assert los == {"WP2.5b", "Leeruitkomsten"}
    formulier = typ(formulier_docx(verbeterd, 2), {"student": "Sam"})
    assert lees_formulier(formulier, eigen).niet_geplaatst == ()


def test_days_are_read_as_people_write_them() -> None:
    goed = [
        "24 november 2026",
        "24 November 2026",
        "24-11-2026",
        "24/11/2026",
        "24.11.2026",
        "2026-11-24",
        " 24\u00a0november  2026 ",
    ]
    assert {dag_van_papier(tekst) for tekst in goed} == {"2026-11-24"}
    assert dag_van_papier("1 march 2026") == dag_van_papier("1 maart 2026") == "2026-03-01"
    for tekst in ("31 november 2026", "november 2026", "24 nov", "24-11", "", "24 november 2026 om 3 uur"):
        assert dag_van_papier(tekst) is None, tekst
