"""Errors carry data, are equal when it is, and speak Dutch."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, get_args

import pytest

import leeruitkomsten as lu
from leeruitkomsten import (
    Bevinding,
    Fout,
    GeenKolom,
    OnbekendBewijs,
    OnbekendeCode,
    OngeldigBestand,
    OngeldigBewijs,
    OngeldigeVraag,
    OngeldigPortfolio,
    OngeldigRaamwerk,
    OntbrekendOnderdeel,
    VerkeerdType,
    cohort,
    fouten,
    grafiek,
    uitwisseling,
    weergave,
    zinnen,
)
from leeruitkomsten.fouten import Datumfout, eis_kolommen, onderdeel

WP22 = OnbekendeCode("WP22", "leeruitkomst", ("WP2",), (OnbekendeCode(9, "niveau"),))
RAAMWERK = OngeldigRaamwerk(
    (Bevinding("naam", "ontbreekt", "deze sleutel ontbreekt"), Bevinding("bron", "verkeerde_waarde", "x"))
)
FOUTEN = [
    WP22,
    OnbekendeCode("WP2.9z", "code", ("WP2.4a",), (), "vervallen", "deze code is vervallen sinds versie 1.1"),
    RAAMWERK,
    OngeldigPortfolio((Bevinding("a", "leeg", "b"),), 3),
    OngeldigBewijs((("student", 2),)),
    OnbekendBewijs((("student", 1),), ((WP22, 3), (OnbekendeCode("x", "succescriterium"), 1)), 7, 9),
    OngeldigeVraag(
        "niet_omhoog", "omlaag kan niet", {"van": 3}, (OngeldigeVraag("andere_leerlijn", "twee leerlijnen"),)
    ),
    OngeldigeVraag.keuze("per", "klas", ["student", "groep"]),
    VerkeerdType("geen tekst", {"tekst": 3}),
    GeenKolom(("student",), ("b",), ("Student", "b", "b", 3)),
    OntbrekendOnderdeel("rdf", "SKOS"),
]
SOORTEN = [
    "onbekend", "vervallen", "ongeldig_raamwerk", "ongeldig_portfolio", "ongeldig_bewijs", "onbekend", "niet_omhoog", "onbekende_keuze",
    "verkeerd_type", "geen_kolom", "ontbrekend_onderdeel",
]  # fmt: skip


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: type(fout).__name__)
@pytest.mark.parametrize("kopieer", [copy.copy, copy.deepcopy, lambda fout: pickle.loads(pickle.dumps(fout))])
def test_errors_survive_copying_and_are_equal_to_their_copy(fout: Fout, kopieer: object) -> None:
    kopie = kopieer(fout)
    assert kopie == fout
    assert hash(kopie) == hash(fout)
    assert str(kopie) == str(fout)
    assert vars(kopie) == vars(fout)
    assert type(kopie) is type(fout)


def test_errors_with_other_data_differ() -> None:
    assert OnbekendeCode("a", "code") != OnbekendeCode("b", "code")
    assert OnbekendeCode("a", "code") != OnbekendeCode("a", "rij")
    assert OnbekendeCode("a", "code") != OnbekendeCode("a", "code", (), (), "ander_soort")
    assert OnbekendeCode("a", "code") != OnbekendeCode("a", "code", (), (), "onbekend", "anders")
    assert OnbekendeCode("a", "code") != KeyError("a")
    assert OnbekendeCode(("a",), "code") != OnbekendeCode(("b",), "code")
    assert isinstance(hash(OnbekendeCode(["a"], "code")), int)
    assert OngeldigRaamwerk(()) != OngeldigPortfolio(())
    for een in FOUTEN:
        assert [een == ander for ander in FOUTEN].count(True) == 1
    assert VerkeerdType("x", {"a": 1}) != VerkeerdType("x", {"a": 2})
    assert OngeldigeVraag("niet_omhoog", "x", {"a": 1}) != OngeldigeVraag("niet_omhoog", "x", {"a": 2})


def test_every_error_has_one_base_and_a_builtin_one() -> None:
    assert Fout.__mro__[1] is Exception
    ingebouwd = {
        OnbekendeCode: KeyError,
        OngeldigBestand: ValueError,
        OngeldigBewijs: ValueError,
        OnbekendBewijs: KeyError,
        OngeldigeVraag: ValueError,
        VerkeerdType: TypeError,
        GeenKolom: ValueError,
        OntbrekendOnderdeel: ImportError,
    }
    for klasse, basis in ingebouwd.items():
        assert issubclass(klasse, Fout)
        assert issubclass(klasse, basis)
    assert {type(fout) for fout in FOUTEN} | {OngeldigBestand} == {
        klasse for klasse in vars(fouten).values() if isinstance(klasse, type) and issubclass(klasse, Fout)
    } - {Fout}
    assert all(klasse.__name__ in str(fouten.__doc__) for klasse in [*ingebouwd, *map(type, FOUTEN)])


def test_every_error_has_its_soort() -> None:
    assert [fout.soort for fout in FOUTEN] == SOORTEN
    assert Fout().soort == "fout"
    assert OngeldigBestand(()).soort == "ongeldig_bestand"


@pytest.mark.parametrize("soorten", [fouten.Bevindingsoort, fouten.Vraagsoort])
def test_every_soort_is_explained(soorten: object) -> None:
    import ast
    from pathlib import Path

    uitleg = [
        regel.value.value
        for regel in ast.parse(Path(fouten.__file__).read_text("utf-8")).body
        if isinstance(regel, ast.Expr) and isinstance(regel.value, ast.Constant)
    ]
    namen = set(get_args(soorten))
    assert any({woord for woord in str(tekst).split("`")[1::2] if woord in namen} == namen for tekst in uitleg)


def test_sentences() -> None:
    assert str(WP22) == (
        "'WP22' is geen leeruitkomst van dit raamwerk; bedoelde je 'WP2'?\n9 is geen niveau van dit raamwerk"
    )
    assert str(OnbekendeCode("EvL9", "evl", ("EvL1", "EvL2"))) == (
        "'EvL9' is geen EvL van dit raamwerk; bedoelde je 'EvL1' of 'EvL2'?"
    )
    assert str(FOUTEN[1]) == (
        "'WP2.9z' is geen code van dit raamwerk: deze code is vervallen sinds versie 1.1; opgevolgd door 'WP2.4a'"
    )
    assert str(RAAMWERK) == "er zijn 2 fouten:\n- naam: deze sleutel ontbreekt\n- bron: x"
    assert str(OngeldigRaamwerk((Bevinding("a", "leeg", "b"),))) == "er is 1 fout:\n- a: b"
    assert str(FOUTEN[3]) == "er zijn 4 fouten:\n- a: b\n- en nog 3 andere"
    assert str(Bevinding("het bestand", "te_groot", "is groter dan 3 bytes")) == "het bestand is groter dan 3 bytes"
    assert str(FOUTEN[4]) == "de kolom 'student' is leeg in 2 regels"
    assert str(FOUTEN[5]) == (
        "de kolom 'student' is leeg in 1 regel\n"
        "in 9 regels staat een code die het raamwerk niet heeft:\n"
        f"- {WP22} (3 ×)\n"
        "- 'x' is geen succescriterium van dit raamwerk (1 ×)\n"
        "- en nog 5 andere"
    )
    datums = Datumfout("datum", "jjjj-mm-dd", (("morgen", 2),), 2, 1, "2026-11-13")
    te_laat = "van na de laatste periode (2026-11-13); geef tot om die niet mee te tellen"
    assert str(OngeldigBewijs((), datums)) == (
        "in de kolom 'datum' hoort een datum (jjjj-mm-dd); in 2 regels staat iets anders: 'morgen' (2 ×)\n"
        f"1 regel is {te_laat}"
    )
    alleen_later = datums._replace(voorbeelden=(), regels=0, later=3)
    assert str(OngeldigBewijs((("datum", 1),), alleen_later)) == (
        f"de kolom 'datum' is leeg in 1 regel\n3 regels zijn {te_laat}"
    )
    assert str(OnbekendBewijs((), ((OnbekendeCode("x", "code"), 1),), 1, 1)) == (
        "in 1 regel staat een code die het raamwerk niet heeft:\n- 'x' is geen code van dit raamwerk (1 ×)"
    )
    assert str(FOUTEN[6]) == "omlaag kan niet\ntwee leerlijnen"
    assert str(FOUTEN[8]) == "geen tekst"


def test_the_reason_is_said_when_it_says_more_than_the_question() -> None:
    def zin(soort: str, reden: str, *suggesties: str) -> str:
        return str(OnbekendeCode("x", "rij", suggesties, (), soort, reden))

    assert zin("onbekend", "WP heeft geen rij 9") == "'x' is geen rij van dit raamwerk: WP heeft geen rij 9"
    assert zin("onbekend", zinnen.BESTAAT_NIET) == "'x' is geen rij van dit raamwerk"
    assert zin("schrijfwijze", zinnen.VORM, "X") == "'x' is geen rij van dit raamwerk; bedoelde je 'X'?"
    assert zin("schrijfwijze", zinnen.TEKEN, "X") == "'x' is geen rij van dit raamwerk; bedoelde je 'X'?"
    zo_heet = "'x' is geen rij van dit raamwerk: zo heet X in de bron; bedoelde je 'X'?"
    assert zin("schrijfwijze", "zo heet X in de bron", "X") == zo_heet
    assert (
        zin("ander_soort", "dit is een cel", "X")
        == "'x' is geen rij van dit raamwerk: dit is een cel; bedoelde je 'X'?"
    )


def test_errors_of_one_call_are_named_in_one_error() -> None:
    een, ander = OnbekendeCode("a", "rij", ("A",), (), "schrijfwijze", "r"), OnbekendeCode("b", "cel")
    samen = OnbekendeCode.samen([een, ander])
    assert samen == OnbekendeCode("a", "rij", ("A",), (ander,), "schrijfwijze", "r")
    vragen = [OngeldigeVraag("onbekende_keuze", f"vraag {n}", {"n": n}) for n in range(150)]
    alle = OngeldigeVraag.samen(vragen)
    assert (alle.soort, alle.reden, alle.gegevens, alle.verder) == (
        "onbekende_keuze",
        "vraag 0",
        {"n": 0},
        tuple(vragen[1:]),
    )
    assert str(alle).split("\n") == [*(f"vraag {n}" for n in range(100)), "- en nog 50 andere"]
    veel = OnbekendeCode.samen(OnbekendeCode(f"x{n}", "code") for n in range(101))
    assert len(str(veel).split("\n")) == 101
    assert str(veel).endswith("'x99' is geen code van dit raamwerk\n- en nog 1 andere")
    assert len(veel.verder) == 100


def test_suggestions_are_worked_out_when_they_are_read() -> None:
    class Later:
        keren = 0

        @property
        def suggesties(self) -> tuple[str, ...]:
            self.keren += 1
            return ("WP2",)

    later = Later()
    fout = OnbekendeCode.samen([OnbekendeCode("wp2", "code", later)])
    assert later.keren == 0
    assert fout.suggesties == ("WP2",)
    assert fout == OnbekendeCode("wp2", "code", ("WP2",))
    assert later.keren == 1


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: type(fout).__name__)
def test_as_plain_data(fout: Fout) -> None:
    gegevens = json.loads(json.dumps(fout.als_dict()))
    assert (gegevens["fout"], gegevens["soort"], gegevens["tekst"]) == (type(fout).__name__, fout.soort, str(fout))


def test_what_stands_in_plain_data() -> None:
    kaal = {"gevraagd": "niveau", "reden": zinnen.BESTAAT_NIET, "verder": [], "suggesties": []}
    assert WP22.als_dict() == {
        "fout": "OnbekendeCode",
        "soort": "onbekend",
        "tekst": str(WP22),
        "code": "WP22",
        "gevraagd": "leeruitkomst",
        "reden": zinnen.BESTAAT_NIET,
        "suggesties": ["WP2"],
        "verder": [
            {
                "fout": "OnbekendeCode",
                "soort": "onbekend",
                "tekst": "9 is geen niveau van dit raamwerk",
                "code": 9,
                **kaal,
            }
        ],
    }
    assert RAAMWERK.als_dict()["bevindingen"][1] == {"pad": "bron", "soort": "verkeerde_waarde", "reden": "x"}
    assert OnbekendeCode({1}, "code").als_dict()["code"] == "een lijst"
    assert FOUTEN[7].als_dict()["gegevens"] == {"per": "klas", "mogelijk": ["student", "groep"]}
    assert FOUTEN[9].als_dict()["nabij"] == {"student": "Student"}


def test_a_choice() -> None:
    fout = OngeldigeVraag.keuze("per", 3, ("student", "groep", "klas"))
    assert str(fout) == "per=3 kan niet; kies uit: 'student', 'groep' of 'klas'"
    assert fout.soort == "onbekende_keuze"
    assert fout.gegevens == {"per": 3, "mogelijk": ("student", "groep", "klas")}


def test_columns_are_there_once_or_one_error_names_all_that_are_not() -> None:
    eis_kolommen(["a", "b"], ["b", "c", "a"])
    with pytest.raises(GeenKolom) as fout:
        eis_kolommen(["student", "b", "zzz"], iter(["Studnet ", "b", "b", 3]), "'x.csv'")
    assert fout.value == GeenKolom(("student", "zzz"), ("b",), ("Studnet ", "b", "b", 3), "'x.csv'")
    assert fout.value.nabij == {"student": "Studnet "}
    assert str(fout.value) == (
        "'x.csv' heeft geen kolom 'student'; bedoelde je 'Studnet '? 'x.csv' heeft geen kolom 'zzz'. "
        "'x.csv' heeft meer dan één kolom 'b'. De kolommen zijn: 'Studnet ', 'b', 'b' en 3."
    )
    with pytest.raises(GeenKolom, match=r"^de tabel heeft geen kolom 'a'\. Er zijn geen kolommen\.$"):
        eis_kolommen(["a"], [])


def test_a_name_that_is_no_text_looks_like_no_other() -> None:
    with pytest.raises(GeenKolom) as fout:
        cohort.voortgang([{"student": 1, "criterium": "WP1.1a"}], per=3)
    assert fout.value.nabij == {}
    assert str(fout.value) == "de tabel heeft geen kolom 3. De kolommen zijn: 'student' en 'criterium'."
    assert json.loads(json.dumps(fout.value.als_dict()))["gevraagd"] == [3]


def test_a_name_that_cannot_be_looked_up_is_no_column_either() -> None:
    with pytest.raises(GeenKolom, match=r"^de tabel heeft geen kolom een lijst\. De kolommen zijn: 'student'\.$"):
        eis_kolommen([["student"]], ["student"])


RAAMWERK_HOORT = "hier hoort een Raamwerk, er staat 3; lees een bestand eerst met lees()"
BRON_HOORT = "hier hoort een pad, een open bestand of bytes, er staat 3"
DOEL_HOORT = "hier hoort een pad of een open bestand, er staat 3"
PAD_HOORT = "hier hoort het pad van een bestand, er staat 3"
KOP: Any = {"naam": "x", "versie": "1", "datum": "2026-01-01"}


@pytest.mark.parametrize(
    ("roep", "naam", "zin"),
    [
        (lu.lees, "bron", BRON_HOORT),
        (lu.lees_portfolio, "bron", BRON_HOORT),
        (lambda x: lu.lees_portfolio(b"{}", x), "raamwerk", RAAMWERK_HOORT),
        (lambda x: uitwisseling.lees(x, "case"), "bron", BRON_HOORT),
        (lu.schrijf, "raamwerk", RAAMWERK_HOORT),
        (lambda x: lu.schrijf(lu.laad(), x), "doel", DOEL_HOORT),
        (lu.schrijf_portfolio, "portfolio", "hier hoort een Portfolio, er staat 3"),
        (lambda x: lu.schrijf_portfolio(lu.Portfolio(lu.laad().kenmerk, "s", []), x), "doel", DOEL_HOORT),
        (lambda x: uitwisseling.schrijf(x, "csv"), "raamwerk", RAAMWERK_HOORT),
        (lambda x: uitwisseling.schrijf(lu.laad(), "csv", x), "doel", DOEL_HOORT),
        (lambda x: lu.uit_tabel(x, **KOP), "bron", BRON_HOORT),
        (lambda x: lu.tekstverschil(x, "b"), "van", "hier hoort tekst, er staat 3"),
        (lambda x: lu.tekstverschil("a", x), "naar", "hier hoort tekst, er staat 3"),
        *(
            (lambda x, vraag=vraag: vraag([], per="student", raamwerk=x), "raamwerk", RAAMWERK_HOORT)
            for vraag in (cohort.voortgang, cohort.per_criterium, cohort.tel, cohort.onbekende_codes)
        ),
        (weergave.matrix, "raamwerk", RAAMWERK_HOORT),
        (weergave.matrix_docx, "raamwerk", RAAMWERK_HOORT),
        (weergave.matrix_markdown, "raamwerk", RAAMWERK_HOORT),
        (lambda x: weergave.formulier(x, 1), "raamwerk", RAAMWERK_HOORT),
        (lambda x: weergave.formulier_docx(x, 1), "raamwerk", RAAMWERK_HOORT),
        (weergave.pagina, "raamwerk", RAAMWERK_HOORT),
        (grafiek.aantallen, "raamwerk", RAAMWERK_HOORT),
        (lambda x: grafiek.bewaar(grafiek.aantallen(lu.laad()), x), "doel", PAD_HOORT),
    ],
)
def test_an_argument_of_a_wrong_kind_is_said_and_given_back(roep: Any, naam: str, zin: str) -> None:
    with pytest.raises(VerkeerdType) as fout:
        roep(3)
    assert (str(fout.value), fout.value.gegevens) == (zin, {naam: 3})


@pytest.mark.parametrize("roep", [lu.lees, lu.schrijf, lu.schrijf_portfolio, weergave.pagina])
def test_nothing_is_of_a_wrong_kind_too(roep: Any) -> None:
    with pytest.raises(VerkeerdType, match="er staat None"):
        roep(None)


def test_a_missing_extra_says_what_works() -> None:
    with pytest.raises(OntbrekendOnderdeel) as fout, onderdeel("rdf", "SKOS"):
        import bestaat_echt_niet  # noqa: F401  # it cannot be
    assert isinstance(fout.value.__cause__, ModuleNotFoundError)
    assert (fout.value.extra, fout.value.waarvoor) == ("rdf", "SKOS")
    assert 'pip install "leeruitkomsten[rdf]"' in str(fout.value)
    assert 'pip install ".[rdf]"' in str(fout.value)


def test_an_extra_that_is_there_and_another_error_pass() -> None:
    with onderdeel("rdf", "SKOS"):
        import json as _  # noqa: F401  # it can
    with pytest.raises(ZeroDivisionError), onderdeel("rdf", "SKOS"):
        raise ZeroDivisionError


def test_the_base_is_public() -> None:
    assert lu.Fout is fouten.Fout
