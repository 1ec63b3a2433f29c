"""Every kind of fault in a file has a soort that stays the same: one small example of each, and none beside the list."""

from __future__ import annotations

import ast
import copy
import functools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

import leeruitkomsten as lu
from leeruitkomsten import Bevinding, Kenmerk, OngeldigBestand, uitwisseling
from leeruitkomsten.fouten import Bevindingsoort, Vraagsoort
from leeruitkomsten.verpakt import lees_gegevens

Gegevens = dict[str, Any]
Ingreep = Callable[[Gegevens], object]
BRON = Path(lu.__file__).parent


def zet(pad: str, waarde: object) -> Ingreep:
    """Return what puts a value at a path, such as `leerlijnen.0.code`."""

    def doe(gegevens: Gegevens) -> None:
        *weg, naam = pad.split(".")
        hier: Any = gegevens
        for stap in weg:
            hier = hier[int(stap)] if isinstance(hier, list) else hier[stap]
        hier[int(naam) if isinstance(hier, list) else naam] = waarde

    return doe


def verwijder(naam: str) -> Ingreep:
    return lambda gegevens: gegevens.pop(naam)


def keer_om(lijst: Callable[[Gegevens], list[Any]]) -> Ingreep:
    return lambda gegevens: lijst(gegevens).reverse()


def criteria(gegevens: Gegevens) -> list[Any]:
    alle: list[Any] = gegevens["leerlijnen"][0]["leeruitkomsten"][1]["succescriteria"]
    return alle


def vervallen(code: str, *opvolgers: str) -> dict[str, object]:
    return {"code": code, "opvolgers": list(opvolgers), "sinds": "1.0", "reden": "samengevoegd"}


def gevonden(doe: Callable[[], object]) -> tuple[Bevinding, ...]:
    with pytest.raises(OngeldigBestand) as fout:
        doe()
    return fout.value.bevindingen


RAAMWERK: list[tuple[Ingreep, str, str, str]] = [
    (verwijder("naam"), "naam", "ontbreekt", "deze sleutel ontbreekt"),
    (verwijder("formaat"), "formaat", "ontbreekt", "deze sleutel ontbreekt"),
    (zet("formaat", "2"), "formaat", "verkeerd_type", "hier hoort het getal 2 (of 1, van vroeger), er staat '2'"),
    (zet("formaat", 3), "formaat", "verkeerde_waarde", "hier hoort het getal 2 (of 1, van vroeger), er staat 3"),
    (zet("extra", 1), "extra", "onbekende_sleutel", "deze sleutel is onbekend"),
    (zet("naam", 3), "naam", "verkeerd_type", "hier hoort tekst, er staat 3"),
    (zet("naam", ""), "naam", "leeg", "deze tekst is leeg"),
    (zet("naam", "a  b"), "naam", "verkeerde_vorm", "er staat een spatie te veel in 'a  b'"),
    (zet("naam", "a\tb"), "naam", "verkeerde_vorm", "het teken U+0009 mag niet in een tekst staan"),
    (zet("naam", "e\u0301"), "naam", "verkeerde_vorm", "de tekst staat niet in Unicode NFC: 'e\u0301'"),
    (zet("bron", []), "bron", "verkeerd_type", "hier hoort een object, er staat een lijst"),
    (zet("errata", {}), "errata", "verkeerd_type", "hier hoort een lijst, er staat een object"),
    (zet("datum", "gisteren"), "datum", "verkeerde_vorm", "hier hoort een datum (jjjj-mm-dd), er staat 'gisteren'"),
    (zet("datum", 2026), "datum", "verkeerd_type", "hier hoort een datum (jjjj-mm-dd), er staat 2026"),
    (zet("taal", "Nederlands!"), "taal", "verkeerde_vorm",
     "hier hoort een taal volgens BCP 47, zoals 'nl' of 'en-GB', er staat 'Nederlands!'"),
    (zet("errata.0.veld", "rij"), "errata[0].veld", "verkeerde_waarde", "hier hoort 'naam' of 'tekst', er staat 'rij'"),
    (zet("errata.0.veld", 1), "errata[0].veld", "verkeerd_type", "hier hoort 'naam' of 'tekst', er staat 1"),
    (zet("errata.0.code", "WP9"), "errata[0].code", "bestaat_niet", "'WP9' staat niet in dit raamwerk"),
    (zet("errata.0.staat", "xyz"), "errata[0].staat", "verkeerd_aantal",
     "'xyz' staat 0 keer in 'WP2.5b', dat moet één keer zijn"),
    (zet("errata.0.bedoeld", "sociaal emotionele"), "errata[0].bedoeld", "dubbel", "hier staat hetzelfde als bij 'staat'"),
    (zet("niveaus", []), "niveaus", "leeg", "een raamwerk heeft ten minste één niveau"),
    (zet("niveaus.0.nummer", 3), "niveaus[0].nummer", "verkeerde_plaats",
     "niveaus tellen op vanaf 1: hier hoort 1, er staat 3"),
    (zet("leerlijnen.1.code", "WP"), "leerlijnen[1].code", "dubbel", "'WP' staat ook bij leerlijnen[0]"),
    (zet("leerlijnen.0.leeruitkomsten", []), "leerlijnen[0].leeruitkomsten", "verkeerd_aantal",
     "hier horen 4 leeruitkomsten, één voor elk niveau, er staan er 0"),
    (zet("leerlijnen.0.leeruitkomsten.1.code", "WP7"), "leerlijnen[0].leeruitkomsten[1].code", "verkeerde_plaats",
     "op deze plaats hoort 'WP2', er staat 'WP7'"),
    (lambda g: criteria(g)[0].update(code="WP2.x"), "leerlijnen[0].leeruitkomsten[1].succescriteria[0].code",
     "verkeerde_vorm", "hier hoort een code als 'WP2.1a', er staat 'WP2.x'"),
    (lambda g: criteria(g)[0].update(code="WP3.9a"), "leerlijnen[0].leeruitkomsten[1].succescriteria[0].code",
     "verkeerde_plaats", "hier hoort een code als 'WP2.1a', er staat 'WP3.9a'"),
    (keer_om(criteria), "leerlijnen[0].leeruitkomsten[1].succescriteria[1].code", "verkeerde_volgorde",
     "'WP2.5b' staat niet op volgorde van rij en letter"),
    (zet("leerlijnen.0.rijnamen.0.rij", "WP.9"), "leerlijnen[0].rijnamen[0].rij", "bestaat_niet",
     "'WP.9' is geen rij van deze leerlijn"),
    (zet("leerlijnen.0.rijnamen.1.rij", "WP.1"), "leerlijnen[0].rijnamen[1].rij", "dubbel", "'WP.1' staat hier al eerder"),
    (keer_om(lambda g: g["leerlijnen"][0]["rijnamen"]), "leerlijnen[0].rijnamen[1].rij", "verkeerde_volgorde",
     "'WP.5' staat niet op volgorde"),
    (zet("vervallen", [vervallen("WP1")]), "vervallen[0].code", "bestaat_nog",
     "'WP1' staat nog in het raamwerk, bij leerlijnen[0].leeruitkomsten[0]"),
    (zet("vervallen", [vervallen("9")]), "vervallen[0].code", "verkeerde_vorm", "'9' heeft niet de vorm van een code"),
    (zet("vervallen", [vervallen("WP1.9a")] * 2), "vervallen[1].code", "dubbel", "'WP1.9a' staat hier al eerder"),
    (zet("vervallen", [vervallen("WP1.9a", "WP1.8a")]), "vervallen[0].opvolgers[0]", "bestaat_niet",
     "'WP1.8a' staat niet in dit raamwerk en is ook niet vervallen"),
    (zet("vervallen", [vervallen("WP1.9a", "WP1.9a")]), "vervallen[0].opvolgers", "kring",
     "'WP1.9a' wordt langs een omweg door zichzelf opgevolgd"),
    (lambda g: g.update(formaat=1), "sleutel", "onbekende_sleutel",
     "deze sleutel hoort bij formaat 2; zet 'formaat' op 2"),
]  # fmt: skip


@pytest.mark.parametrize(("ingreep", "pad", "soort", "reden"), RAAMWERK)
def test_a_fault_in_a_framework(ingreep: Ingreep, pad: str, soort: Bevindingsoort, reden: str) -> None:
    gegevens = copy.deepcopy(lees_gegevens("1.0"))
    ingreep(gegevens)
    assert Bevinding(pad, soort, reden) in gevonden(lambda: lu.lees(json.dumps(gegevens).encode()))


def test_more_errata_than_one_text_may_have() -> None:
    gegevens = copy.deepcopy(lees_gegevens("1.0"))
    gegevens["errata"] = [gegevens["errata"][0]] * 101
    verwacht = Bevinding("errata[100]", "verkeerd_aantal", "er horen ten hoogste 100 errata bij één tekst")
    assert verwacht in gevonden(lambda: lu.lees(json.dumps(gegevens).encode()))


@pytest.mark.parametrize(
    ("inhoud", "soort", "reden"),
    [
        (b"\xef\xbb\xbf{}", "onleesbaar", "begint met een BOM; bewaar het als UTF-8 zonder BOM"),
        (b"\xff", "onleesbaar", "is geen UTF-8 (bij byte 0)"),
        (b"{", "onleesbaar", "is geen goede JSON (regel 1, kolom 2)"),
        (b"NaN", "onleesbaar", "heeft een getal dat niet te lezen is"),
        (b"[" * 100_000, "te_diep", "is te diep genest"),
        (b" " * 200_001, "te_groot", "is groter dan 200000 bytes; vanuit Python kan er met grens= meer"),
        (b"[]", "verkeerd_type", "hier hoort een object, er staat een lijst"),
        (b'{"naam": 1, "naam": 2}', "dubbele_sleutel", "sleutel 'naam' staat er meer dan eens"),
    ],
)
def test_a_fault_in_a_file_as_json(inhoud: bytes, soort: Bevindingsoort, reden: str) -> None:
    assert Bevinding("het bestand", soort, reden) in gevonden(lambda: lu.lees(inhoud, grens=200_000))


KENMERK = {"sleutel": "werkplekleren", "naam": "x", "versie": "1.0", "vingerafdruk": "0" * 64}


@pytest.mark.parametrize(
    ("ingreep", "pad", "soort", "begin"),
    [
        (
            zet("bewijs.0.criterium", "WP9.9a"),
            "bewijs[0].criterium",
            "onbekende_code",
            "'WP9.9a' is geen succescriterium",
        ),
        (
            zet("kenmerk", {**KENMERK, "sleutel": "ander"}),
            "kenmerk.sleutel",
            "ander_raamwerk",
            "dit portfolio hoort bij",
        ),
        (
            zet("kenmerk", {**KENMERK, "versie": "2.0"}),
            "kenmerk.versie",
            "ander_raamwerk",
            "dit portfolio hoort bij versie",
        ),
        (zet("kenmerk", KENMERK), "kenmerk.vingerafdruk", "ander_raamwerk", "het raamwerk heeft dezelfde sleutel"),
        (lambda g: g.update(formaat=1), "kenmerk", "onbekende_sleutel", "deze sleutel hoort bij formaat 2"),
        (lambda g: g.update(formaat=1), "raamwerk", "ontbreekt", "deze sleutel ontbreekt"),
        (
            lambda g: g.update(formaat=1, raamwerk="ander"),
            "raamwerk",
            "ander_raamwerk",
            "hier staat 'ander', het raamwerk",
        ),
        (
            lambda g: g.update(formaat=1, versie="2.0"),
            "versie",
            "ander_raamwerk",
            "dit portfolio hoort bij versie '2.0'",
        ),
    ],
)
def test_a_fault_in_a_portfolio(ingreep: Ingreep, pad: str, soort: str, begin: str) -> None:
    bewijs = [lu.Bewijs("WP1.1a", "lesbezoek 3", "2026-11-24")]
    gegevens = json.loads(lu.schrijf_portfolio(lu.Portfolio(lu.laad().kenmerk, "s12", bewijs)))
    ingreep(gegevens)
    fouten = gevonden(lambda: lu.lees_portfolio(json.dumps(gegevens).encode()))
    [fout] = [fout for fout in fouten if fout.pad == pad]
    assert (fout.soort, fout.reden[: len(begin)]) == (soort, begin)


BEWAAR = "bewaar het in Excel als 'CSV UTF-8 (door scheidingstekens gescheiden)'"
LIJST = "leerlijn;naam;niveau;fase;leeruitkomst;rij;criterium\n"


KLEUR = (
    "kolom 'kleur' is onbekend; haal hem weg, of geef hem een naam die hier kan staan: code, leerlijn, naam, omschrijving, niveau, "
    "fase, begeleiding, leeruitkomst, rij, rijnaam, naam_uit_bron, notatie, criterium"
)


@pytest.mark.parametrize(
    ("tekst", "pad", "soort", "reden"),
    [
        ("a;b\n1;2\n", "regel 1", "geen_kolom", "in een lijst ontbreekt 'leerlijn', 'niveau', 'rij', 'criterium', in een matrix "
         "'leerlijn', 'rij' of 'rijnaam', en de kolommen van de niveaus (als kop gelezen: 'a', 'b')"),
        (LIJST.replace("naam", "kleur"), "regel 1", "onbekende_kolom", KLEUR),
        (LIJST.replace("naam", "rij"), "regel 1", "dubbele_kolom", "kolom 'rij' staat er meer dan eens"),
        (LIJST.strip() + ";" + ";".join("abcdefghijk" * 15) + "\n", "regel 1", "te_groot", "er zijn 172 kolommen, ten hoogste 150 mogen er zijn"),
        ("", "de tabel", "leeg", "er staat geen enkele regel in"),
        (LIJST + ";X;1;Fase;Je x.;1;Je y.\n", "regel 2, kolom 'leerlijn'", "leeg",
         "hier hoort de code van een leerlijn, zoals WP"),
        (LIJST + "x;X;1;Fase;Je x.;1;Je y.\n", "regel 2, kolom 'leerlijn'", "verkeerde_vorm",
         "'x' is geen code: 1 tot en met 8 hoofdletters; zet een naam in kolom 'naam' en kies hier een code, bijvoorbeeld X"),
        (LIJST + "X;X;;Fase;Je x.;1;Je y.\n", "regel 2, kolom 'niveau'", "leeg",
         "hier hoort een getal van 1 tot en met 99, er staat ''"),
        (LIJST + "X;X;een;Fase;Je x.;1;Je y.\n", "regel 2, kolom 'niveau'", "verkeerde_vorm",
         "hier hoort een getal van 1 tot en met 99, er staat 'een'; is het een naam, zeg dan de volgorde met niveaus= (--niveaus 'een')"),
        (LIJST + "X;X;100;Fase;Je x.;1;Je y.\n", "regel 2, kolom 'niveau'", "verkeerde_waarde",
         "hier hoort een getal van 1 tot en met 99, er staat '100'"),
        (LIJST + "X;X;1;Fase;Je x.;1;\n", "regel 2, kolom 'criterium'", "leeg", "er staat wel een rij, maar geen criterium"),
        (LIJST + "X;X;1;Fase;Je x.;1;#REF!\n", "regel 2, kolom 'criterium'", "verkeerde_waarde",
         "de formule geeft een fout: #REF!"),
        (LIJST + "X;X;1;Fase;Je x.;1;Je y.;rest\n", "regel 2, kolom H", "niet_opgenomen", "'rest' staat in een kolom zonder naam"),
        (LIJST + "X;X;1;Fase;Je x.;1;Je y.\nX;Y;1;Fase;Je x.;1;Je z.\n", "regel 3, kolom 'naam'", "tegenspraak",
         "hier staat 'Y', eerder stond er 'X'"),
        (LIJST + "X;X;2;;Je x.;1;Je y.\n", "de tabel", "ontbreekt", "er is geen regel van niveau 1: niveaus tellen op vanaf 1; "
         "is zo'n niveau leeg, geef het dan een regel met zijn fase"),
        (LIJST + "X;;1;Fase;Je x.;1;Je y.\n", "leerlijn 'X'", "ontbreekt", "de naam ontbreekt (kolom 'naam')"),
        (LIJST + "X;X;1;Fase;Je x.;1;Je y.\n" * 18_279, "leerlijn 'X', niveau 1, rij 1", "te_groot",
         "er passen 18278 criteria in een cel, er staan er 18279"),
    ],
)  # fmt: skip
def test_a_fault_in_a_table(tmp_path: Path, tekst: str, pad: str, soort: Bevindingsoort, reden: str) -> None:
    tabel = tmp_path / "x.csv"
    tabel.write_text(tekst)
    fouten = gevonden(lambda: lu.uit_tabel(tabel, naam="X", versie="1.0", datum="2026-11-24"))
    assert Bevinding(pad, soort, reden) in fouten


@pytest.mark.parametrize(
    ("naam", "inhoud", "soort", "reden"),
    [
        ("x.ods", b"", "onleesbaar", "is geen .csv of .xlsx; bewaar het als een van die twee"),
        ("x.xlsx", b"x", "onleesbaar", "is geen Excel-werkmap (.xlsx)"),
        ("x.csv", b"\xff\xfea", "onleesbaar", "is UTF-16 ('Unicode-tekst'); " + BEWAAR),
        ("x.csv", b"x" * 10_000_001, "te_groot", "is groter dan 10000000 bytes"),
    ],
)
def test_a_file_that_is_no_table(tmp_path: Path, naam: str, inhoud: bytes, soort: Bevindingsoort, reden: str) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    fouten = gevonden(lambda: lu.uit_tabel(tmp_path / naam, naam="X", versie="1.0", datum="2026-11-24"))
    assert fouten == (Bevinding("het bestand", soort, reden),)


@pytest.mark.parametrize(
    ("ingreep", "pad", "soort"),
    [
        (zet("CFDocument.extensions.leeruitkomsten.kleur", "rood"), "CFDocument.extensions.leeruitkomsten.kleur",
         "niet_opgenomen"),
        (verwijder("CFDocument"), "CFDocument", "ontbreekt"),
        (zet("CFDocument.caseVersion", "9"), "CFDocument.caseVersion", "verkeerde_waarde"),
        (zet("CFItems", {"a": 1}), "CFItems", "verkeerd_type"),
        (zet("CFItems.0.fullStatement", 3), "CFItems[0].fullStatement", "verkeerd_type"),
        (zet("CFItems.0.identifier", "x"), "CFItems[0].identifier", "verkeerde_vorm"),
        (zet("CFDocument.language", "en"), "CFDocument.language", "tegenspraak"),
        (zet("CFItems.0.CFItemType", "Succescriterium"), "CFItems[0].CFItemType", "verkeerde_plaats"),
        (zet("CFItems.1.humanCodingScheme", "WD1"), "CFItems[1].humanCodingScheme", "verkeerde_plaats"),
        (zet("CFAssociations.0.associationType", "isRelatedTo"), "CFItems[0]", "ontbreekt"),
        (zet("CFAssociations.0.destinationNodeURI.identifier", "0" * 8), "CFAssociations[0].destinationNodeURI.identifier",
         "bestaat_niet"),
        (zet("CFAssociations.0.sequenceNumber", "1"), "CFAssociations[0].sequenceNumber", "verkeerd_type"),
        (lambda g: g["CFItems"].append(g["CFItems"][0]), "CFItems[125].identifier", "dubbel"),
        (lambda g: g["CFAssociations"].pop(0), "CFItems[0]", "ontbreekt"),
    ],
)  # fmt: skip
def test_a_fault_in_a_case_file(ingreep: Ingreep, pad: str, soort: Bevindingsoort) -> None:
    gegevens = json.loads(uitwisseling.schrijf(lu.laad(), "case", versie="1.1"))
    ingreep(gegevens)
    fouten = gevonden(lambda: uitwisseling.lees(json.dumps(gegevens).encode(), "case"))
    assert (pad, soort) in {(fout.pad, fout.soort) for fout in fouten}


@pytest.mark.parametrize(
    ("maak", "pad", "soort"),
    [
        (lambda: Kenmerk(3, "x", "1.0", "0" * 64), "sleutel", "verkeerd_type"),
        (lambda: Kenmerk("X!", "x", "1.0", "0" * 64), "sleutel", "verkeerde_vorm"),
        (lambda: lu.Niveau(0, "x", None), "nummer", "verkeerde_waarde"),
        (lambda: lu.Niveau(True, "x", None), "nummer", "verkeerd_type"),
        (lambda: lu.Leerlijn("WP", "x", 3), "leeruitkomsten", "verkeerd_type"),
        (lambda: lu.Rij("WP.1", ((), ())), "cellen", "leeg"),
    ],
)
def test_a_fault_in_a_record(maak: Callable[[], object], pad: str, soort: str) -> None:
    assert (pad, soort) in {(fout.pad, fout.soort) for fout in gevonden(maak)}


# The source holds itself to the lists: what is no soort of the Literal is never said, and each is said somewhere.

_PLAATS = {"Bevinding": (1, Bevindingsoort), "OngeldigeVraag": (0, Vraagsoort)}


def _teksten(knoop: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression can be: of a choice each."""
    if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
        yield knoop.value
    elif isinstance(knoop, ast.IfExp):
        yield from _teksten(knoop.body)
        yield from _teksten(knoop.orelse)


@functools.cache
def _bomen() -> dict[str, ast.Module]:
    """Return the source of the package, each file parsed once."""
    return {pad.relative_to(BRON).as_posix(): ast.parse(pad.read_text(encoding="utf-8")) for pad in BRON.rglob("*.py")}


def _aanroepen() -> Iterator[tuple[str, str]]:
    """Yield the name of an error or finding and each soort that the source gives it to the letter."""
    for boom in _bomen().values():
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Call):
                naam = getattr(knoop.func, "id", getattr(knoop.func, "attr", ""))
                if naam in _PLAATS and len(knoop.args) > _PLAATS[naam][0]:
                    yield from ((naam, soort) for soort in _teksten(knoop.args[_PLAATS[naam][0]]))


@functools.cache
def _genoemd() -> set[str]:
    """Return every text in the source that is a soort, but for where the lists themselves stand."""
    bomen: list[ast.AST] = [boom for pad, boom in _bomen().items() if Path(pad).name != "fouten.py"]
    bomen += [deel for deel in _bomen()["fouten.py"].body if isinstance(deel, ast.ClassDef)]
    return {knoop.value for boom in bomen for knoop in ast.walk(boom) if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)}  # fmt: skip


def test_no_soort_is_said_that_is_not_in_its_list() -> None:
    for naam, soort in _aanroepen():
        assert soort in get_args(_PLAATS[naam][1]), f"{naam}: {soort}"


@pytest.mark.parametrize("soort", [*get_args(Bevindingsoort), *get_args(Vraagsoort)])
def test_every_soort_is_said_somewhere(soort: str) -> None:
    assert soort in _genoemd()


@pytest.mark.parametrize("lijst", ["Bevindingsoort", "Vraagsoort"])
def test_the_tables_have_every_soort_in_the_order_of_the_list(lijst: str) -> None:
    bron = (BRON / "fouten.py").read_text(encoding="utf-8")
    tabel = bron.partition(f"{lijst}: TypeAlias")[2].partition('"""')[2].partition('"""')[0]
    in_tabel = [
        deel.strip(" `")
        for regel in tabel.splitlines()
        if regel[:3] == "| `"
        for deel in regel.split("|")[1].split(",")
    ]
    assert in_tabel == [*get_args(globals()[lijst])]


def test_the_reference_has_both_tables_as_the_source_has_them() -> None:
    bron = (BRON / "fouten.py").read_text(encoding="utf-8")
    pagina = (Path(__file__).parents[1] / "docs" / "api" / "fouten.md").read_text(encoding="utf-8")
    regels = [regel for regel in bron.splitlines() if regel[:3] == "| `"]
    assert len(regels) > 20  # both tables were found
    assert [regel for regel in pagina.splitlines() if regel[:3] == "| `"] == regels
