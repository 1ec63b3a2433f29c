"""The portfolio file: read and checked to the last fault, written, and handed on to what counts."""

from __future__ import annotations

import copy
import io
import json
import pickle
import re
from pathlib import Path
from typing import Any, cast, get_args

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from bestanden.test_raamwerkbestand import RAAR, paden
from leeruitkomsten import Bewijs, Notitie, OngeldigPortfolio, Portfolio, Raamwerk, cohort
from leeruitkomsten.bestanden.portfolio import portfolioschema
from leeruitkomsten.fouten import Bevindingsoort
from leeruitkomsten.record import Reeks

Gegevens = dict[str, Any]
NAAM = "Leeruitkomsten van het werkplekleren"
CODES = ("WP1.2a", "WP1.1a", "WP1.2a", "WD3.3b")
BEWIJS = [Bewijs(code, f"lesbezoek <{n}>", f"2026-11-{n:02}") for n, code in enumerate(CODES, 1)]
SCHEMA: Gegevens = json.loads((Path(lu.__file__).parent / "data" / "portfolio.schema.json").read_text("utf-8"))
KENMERK = lu.laad().kenmerk
PORTFOLIO = Portfolio(KENMERK, "s1", BEWIJS)
NOTITIES = [
    Notitie("WP1.2a", "feedback", "Rustig en <duidelijk>.", "2026-11-03", "coach"),
    Notitie("WP2", "feedforward", "Eerst dit.\n\n  Dan dat.", "2026-11-04"),
    Notitie("EvL1", "afspraak", "Volgende week samen kijken.", "2026-11-05", "student"),
]
MET_NOTITIES = attrs.evolve(PORTFOLIO, notities=NOTITIES, datum="2026-11-28")
KEURING = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def regel(code: object = "WP1.1a", **anders: object) -> Gegevens:
    return {"criterium": code, "titel": "lesbezoek", "datum": "2026-11-24", **anders}


def gegevens(*codes: str, **anders: object) -> Gegevens:
    """Plain data of a sound portfolio with evidence for these codes, but for the keys given."""
    bewijs = [regel(code) for code in codes or ("WP1.1a", "WP1.2a")]
    return {"formaat": 2, "kenmerk": KENMERK.als_dict(), "student": "s1", "bewijs": bewijs, **anders}


def regel_van_vroeger(code: object = "WP1.1a", **anders: object) -> Gegevens:
    return {"criterium": code, "verwijzing": "lesbezoek", "datum": "2026-11-24", **anders}


def van_vroeger(*codes: str, **anders: object) -> Gegevens:
    """The same in the first shape, which had the name and the version of the framework."""
    bewijs = [regel_van_vroeger(code) for code in codes or ("WP1.1a", "WP1.2a")]
    return {"formaat": 1, "raamwerk": NAAM, "versie": "1.0", "student": "s1", "bewijs": bewijs, **anders}


def van(kader: Raamwerk, **anders: str) -> Gegevens:
    """The kenmerk of a framework, but for the keys given."""
    return {**kader.kenmerk.als_dict(), **anders}


def fouten(bron: object, kader: Raamwerk | None = None) -> list[str]:
    """The faults of bytes or of plain data, as sentences."""
    inhoud = bron if isinstance(bron, bytes) else json.dumps(bron).encode()
    with pytest.raises(OngeldigPortfolio) as fout:
        lu.lees_portfolio(inhoud, kader)
    assert {bevinding.soort for bevinding in fout.value.bevindingen} <= set(get_args(Bevindingsoort))
    return [str(bevinding) for bevinding in fout.value.bevindingen]


def test_a_portfolio_is_a_line_among_others() -> None:
    assert Reeks((PORTFOLIO,))._tabel().kop == ("Student", "Datum", "Bewijs", "Succescriteria", "Notities", "Raamwerk")


def test_what_is_written_reads_back_equal(tmp_path: Path) -> None:
    pad = tmp_path / "p.json"
    inhoud = lu.schrijf_portfolio(PORTFOLIO, pad)
    binair, tekst = io.BytesIO(), io.StringIO()
    assert lu.schrijf_portfolio(PORTFOLIO, binair) == lu.schrijf_portfolio(PORTFOLIO, tekst) == inhoud
    assert pad.read_bytes() == binair.getvalue() == tekst.getvalue().encode() == inhoud
    for bron in (inhoud, pad, str(pad), io.BytesIO(inhoud), io.StringIO(inhoud.decode())):
        assert lu.lees_portfolio(bron) == PORTFOLIO
    leeg = attrs.evolve(PORTFOLIO, bewijs=[])
    assert lu.lees_portfolio(lu.schrijf_portfolio(leeg)) == leeg
    with pytest.raises(FileNotFoundError):
        lu.lees_portfolio(tmp_path / "nergens.json")


def test_the_file_in_the_docs_is_canonical(wortel: Path) -> None:
    (blok,) = re.findall(r"```json\n(.*?)```", (wortel / "docs" / "cohort.md").read_text("utf-8"), re.DOTALL)
    portfolio = lu.lees_portfolio(blok.encode())
    assert lu.schrijf_portfolio(portfolio) == lu.schrijf_portfolio(copy.deepcopy(portfolio)) == blok.encode()
    assert sum('{"criterium": ' in deel for deel in blok.splitlines()) == len(portfolio.bewijs) == 2


@given(student=st.text(), titel=st.text(), datum=st.dates().map(str) | st.text(max_size=10))
def test_a_portfolio_made_by_hand_is_refused_or_reads_back_equal(student: str, titel: str, datum: str) -> None:
    try:
        portfolio = Portfolio(KENMERK, student, [Bewijs("WP1.1a", titel, datum)])
    except OngeldigPortfolio:
        return
    assert lu.lees_portfolio(lu.schrijf_portfolio(portfolio)) == portfolio


@given(st.sampled_from(paden(gegevens())[1:]), RAAR)
def test_a_changed_file_is_read_or_refused_by_the_reader_and_its_schema(pad: tuple[Any, ...], waarde: object) -> None:
    anders = deel = cast(Any, gegevens())
    for stap in pad[:-1]:
        deel = deel[stap]
    deel[pad[-1]] = waarde
    try:
        lu.lees_portfolio(json.dumps(anders).encode())
    except OngeldigPortfolio as fout:
        assert all(bevinding.pad and bevinding.reden for bevinding in fout.bevindingen)
    else:
        KEURING.validate(anders)


@pytest.mark.parametrize(("inhoud", "reden"), [
    (b"", "het bestand is geen goede JSON (regel 1, kolom 1)"),
    (b"\xef\xbb\xbf{}", "het bestand begint met een BOM; bewaar het als UTF-8 zonder BOM"),
    ('{"student": "é"}'.encode("latin-1"), "het bestand is geen UTF-8 (bij byte 13)"),
    (b"[" * 100_000, "het bestand is te diep genest"),
    (b'{"student": "\x01"}', "het bestand is geen goede JSON (regel 1, kolom 14)"),
    (b"[]", "het bestand: hier hoort een object, er staat een lijst"),
])  # fmt: skip
def test_what_is_no_sound_json_is_one_fault(inhoud: bytes, reden: str) -> None:
    assert fouten(inhoud) == [reden]


def test_a_large_file_is_refused_unless_asked_for(tmp_path: Path) -> None:
    inhoud = lu.schrijf_portfolio(PORTFOLIO, tmp_path / "p.json")
    reden = f"het bestand is groter dan {len(inhoud) - 1} bytes; vanuit Python kan er met grens= meer"
    for bron in (inhoud, tmp_path / "p.json", io.BytesIO(inhoud), io.StringIO(inhoud.decode())):
        with pytest.raises(OngeldigPortfolio, match=re.escape(reden)):
            lu.lees_portfolio(bron, grens=len(inhoud) - 1)
    assert lu.lees_portfolio(inhoud, grens=len(inhoud)) == PORTFOLIO
    assert fouten(b" " * 10_000_001)[0].startswith("het bestand is groter dan 10000000 bytes")


def test_every_fault_of_shape_is_named_with_its_path_in_the_order_of_the_file() -> None:
    bewijs = [
        regel(datum="2026-02-30"), regel(titel="\u202e"), [], regel(7, kleur="rood"), regel(datum=None), regel(),
        {"criterium": "", "titel": "\x07"}, regel("WP9.9z"),
    ]  # fmt: skip
    anders = {**gegevens(formaat="2", student=" ", bewijs=bewijs, kenmerk=van(lu.laad(), versie="1 0")), "zomaar": 1}
    del anders["kenmerk"]["sleutel"]
    assert fouten(anders) == [
        "formaat: hier hoort het getal 2 (of 1, van vroeger), er staat '2'",
        "kenmerk.sleutel: deze sleutel ontbreekt",
        "kenmerk.versie: hier hoort een versie, zoals '1.0', er staat '1 0'",
        "student: er staat een spatie te veel in ' '",
        "bewijs[0].datum: hier hoort een datum (jjjj-mm-dd), er staat '2026-02-30'",
        "bewijs[1].titel: het teken U+202E mag niet in een tekst staan",
        "bewijs[2]: hier hoort een object, er staat een lijst",
        "bewijs[3].criterium: hier hoort de code van een succescriterium, zoals 'WP2.4a', er staat 7",
        "bewijs[3].kleur: deze sleutel is onbekend",
        "bewijs[4].datum: hier hoort een datum (jjjj-mm-dd), er staat null",
        "bewijs[6].criterium: '' is geen succescriterium van dit raamwerk: hier staat geen code",
        "bewijs[6].datum: deze sleutel ontbreekt",
        "bewijs[6].titel: het teken U+0007 mag niet in een tekst staan",
        "bewijs[7].criterium: 'WP9.9z' is geen succescriterium van dit raamwerk: WP gaat tot en met niveau 4 en WP heeft geen rij 9",
        "zomaar: deze sleutel is onbekend",
    ]


def test_a_wrong_criterium_and_a_wrong_date_are_named_at_once() -> None:
    anders = gegevens(bewijs=[regel("wp1.1a", datum="24-11-2026")])
    assert fouten(anders) == [
        "bewijs[0].criterium: 'wp1.1a' is geen succescriterium van dit raamwerk; bedoelde je 'WP1.1a'?",
        "bewijs[0].datum: hier hoort een datum (jjjj-mm-dd), er staat '24-11-2026'",
    ]


def test_a_key_that_stands_twice_is_a_fault() -> None:
    inhoud = json.dumps(gegevens()).replace('"datum"', '"datum": "x", "datum"', 1).replace('"s1"', '"s1", "student": 1')
    assert fouten(inhoud.encode()) == [
        "student: hier hoort tekst, er staat 1",
        "bewijs[0]: sleutel 'datum' staat er meer dan eens",
        "het bestand: sleutel 'student' staat er meer dan eens",
    ]


def test_every_code_that_is_no_criterium_is_named_with_what_was_meant() -> None:
    geen = "is geen succescriterium van dit raamwerk"
    assert fouten(gegevens("WP1.1a", "wp1.2a", "WPl1.1a", "WPO1", "WPO.3", "ZZZ9.9z")) == [
        f"bewijs[1].criterium: 'wp1.2a' {geen}; bedoelde je 'WP1.2a'?",
        f"bewijs[2].criterium: 'WPl1.1a' {geen}; bedoelde je 'WPI1.1a'?",
        f"bewijs[3].criterium: 'WPO1' {geen}: dit is een leeruitkomst; bedoelde je 'WPO1.1a', 'WPO1.2a', 'WPO1.2b' of 'WPO1.3a'?",
        f"bewijs[4].criterium: 'WPO.3' {geen}: dit is een rij; bedoelde je 'WPO1.3a', 'WPO2.3a', 'WPO3.3a' of 'WPO4.3a'?",
        f"bewijs[5].criterium: 'ZZZ9.9z' {geen}: leerlijn ZZZ bestaat niet",
    ]
    assert fouten(gegevens(*["ZZZ9.9z"] * 150))[99].startswith("bewijs[99].criterium: ")


def test_an_ended_code_is_named_with_the_criterium_that_follows_it(klein: Raamwerk) -> None:
    keten = (("A1.8z", "A1.9z"), ("A1.9z", "A1.1a"))
    kader = attrs.evolve(klein, vervallen=tuple(lu.Vervallen(oud, (nieuw,), "0.1", "proef") for oud, nieuw in keten))
    anders = gegevens("A1.9z", "A1.1a", "A1.8z", kenmerk=van(kader))
    reden = "is geen succescriterium van dit raamwerk: deze code is vervallen sinds versie 0.1; opgevolgd door 'A1.1a'"
    assert fouten(anders, kader) == [f"bewijs[{n}].criterium: '{c}' {reden}" for n, c in ((0, "A1.9z"), (2, "A1.8z"))]


def test_codes_belong_to_one_framework_and_version(kader: Raamwerk, klein: Raamwerk) -> None:
    (zin,) = fouten(gegevens(), klein)
    assert zin == (
        f"kenmerk.sleutel: dit portfolio hoort bij 'werkplekleren' ({NAAM}, versie 1.0), het raamwerk is 'klein'"
    )
    (zin,) = fouten(gegevens("WP1.1a"), attrs.evolve(kader, versie="2.0"))
    assert zin.startswith("kenmerk.versie: dit portfolio hoort bij versie '1.0', het raamwerk is versie '2.0'; ")
    assert zin.endswith("migreer")
    assert fouten(gegevens(kenmerk=van(kader, versie="1.0+eigen")))[0].startswith("kenmerk.versie: ")


def test_the_same_version_with_other_contents_is_another_framework(kader: Raamwerk) -> None:
    anders = attrs.evolve(kader, naam="Onze leeruitkomsten")
    assert anders.sleutel == kader.sleutel
    assert fouten(gegevens(), anders) == [
        "kenmerk.vingerafdruk: het raamwerk heeft dezelfde sleutel en versie, maar een andere inhoud dan dat van dit portfolio"
    ]


def test_errata_change_words_and_no_codes(kader: Raamwerk) -> None:
    verbeterd = lu.laad(errata=True)
    for geschreven, gelezen in ((kader, verbeterd), (verbeterd, kader), (verbeterd, None)):
        portfolio = Portfolio(geschreven.kenmerk, "s1", BEWIJS)
        assert lu.lees_portfolio(lu.schrijf_portfolio(portfolio), gelezen) == portfolio


def test_the_first_shape_is_read_for_good(kader: Raamwerk, klein: Raamwerk) -> None:
    gelezen = lu.lees_portfolio(json.dumps(van_vroeger("WP1.1a")).encode())
    assert gelezen == Portfolio(kader.kenmerk, "s1", [Bewijs("WP1.1a", "lesbezoek", "2026-11-24")])
    assert fouten(van_vroeger(raamwerk="Ander", versie="2.0")) == [
        f"raamwerk: hier staat 'Ander', het raamwerk heet '{NAAM}'"
    ]
    assert fouten(van_vroeger(), klein) == [f"raamwerk: hier staat '{NAAM}', het raamwerk heet '<Klein>'"]
    assert fouten(van_vroeger(versie="0.9"))[0].startswith("versie: dit portfolio hoort bij versie '0.9'")
    assert "kenmerk: deze sleutel hoort bij formaat 2; zet 'formaat' op 2" in fouten(van_vroeger(kenmerk=van(kader)))
    zonder = {naam: deel for naam, deel in van_vroeger().items() if naam != "versie"}
    assert fouten(zonder) == ["versie: deze sleutel ontbreekt"]
    alles = {"formaat": 1, "student": "", "bewijs": [regel_van_vroeger(datum="x")], "kenmerk": 1, "zomaar": 1}
    assert [fout.partition(":")[0] for fout in fouten(alles)] == [
        "raamwerk", "versie", "kenmerk", "student", "bewijs[0].datum", "zomaar",
    ]  # fmt: skip


def test_the_schema_is_that_of_the_model_and_the_docs_and_takes_what_is_written(wortel: Path) -> None:
    assert portfolioschema() == SCHEMA
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    gegeven = Path(lu.__file__).parent / "data" / "portfolio.schema.json"
    assert (wortel / "docs" / "portfolio.schema.json").read_bytes() == gegeven.read_bytes()
    KEURING.validate(json.loads(lu.schrijf_portfolio(PORTFOLIO)))
    KEURING.validate(json.loads(lu.schrijf_portfolio(attrs.evolve(PORTFOLIO, bewijs=[]))))


@pytest.mark.parametrize("keur", [
    *({sleutel: deel for sleutel, deel in gegevens().items() if sleutel != weg} for weg in gegevens()),
    *(gegevens(bewijs=[{s: deel for s, deel in regel().items() if s != weg}]) for weg in regel()),
    *(gegevens(formaat=formaat) for formaat in (3, "2", True, None)),
    *(gegevens(kenmerk=van(lu.laad(), versie=versie)) for versie in ("", "1 0", "x" * 65)),
    *(gegevens(kenmerk={s: deel for s, deel in van(lu.laad()).items() if s != weg}) for weg in van(lu.laad())),
    *(gegevens(bewijs=[regel(datum=d)]) for d in ("24-11-2026", "2026-02-30", "20261124", "2026-W48-2", "", None)),
    *(gegevens(bewijs=[regel(**{sleutel: ""})]) for sleutel in regel()),
    gegevens(bewijs={}), gegevens(bewijs=None), gegevens(bewijs=["WP1.1a"]), gegevens(bewijs=[regel(kleur="rood")]),
    gegevens(student=""), gegevens(student=12), gegevens(kenmerk=""), gegevens(kleur="rood"), [], None, "s1",
], ids=repr)  # fmt: skip
def test_what_has_another_shape_is_refused_by_both(keur: object) -> None:
    assert fouten(keur)
    assert not KEURING.is_valid(keur)


@pytest.mark.parametrize(("anders", "pad"), [
    ({"student": "\ud800"}, "student"), ({"student": 12}, "student"), ({"kenmerk": "1.0"}, "kenmerk"),
    ({"bewijs": ["WP1.1a"]}, "bewijs[0]"), ({"bewijs": None}, "bewijs"),
])  # fmt: skip
def test_what_could_not_be_read_back_cannot_be_made(anders: Gegevens, pad: str) -> None:
    with pytest.raises(OngeldigPortfolio) as fout:
        attrs.evolve(PORTFOLIO, **anders)
    assert [bevinding.pad for bevinding in fout.value.bevindingen] == [pad]


def test_what_counts_takes_its_records_and_its_codes_each_once() -> None:
    eerste = {"student": "s1", "criterium": "WP1.2a", "titel": "lesbezoek <1>", "datum": "2026-11-01"}
    eerste |= {"verwijzing": None, "rol": None, "soort": None}
    assert PORTFOLIO.records()[0] == eerste
    ander = attrs.evolve(PORTFOLIO, student="s2", bewijs=BEWIJS[3:])
    geteld = cohort.voortgang([*PORTFOLIO.records(), *ander.records()], per="student")
    tabel = [(regel["student"], regel["leeruitkomst"], regel["aangetoond"]) for regel in geteld]
    assert tabel == [("s1", "WP1", 2), ("s1", "WD3", 1), ("s2", "WD3", 1)]
    assert PORTFOLIO.codes == ("WP1.2a", "WP1.1a", "WD3.3b")
    assert str(PORTFOLIO) == "s1: 4 × bewijs voor 3 succescriteria"
    assert lu.voortgang(PORTFOLIO.codes, niveau=1).per_evl["EvL1"] == (2, 20)


def test_it_is_a_value() -> None:
    zelfde = Portfolio(KENMERK, "s1", tuple(BEWIJS))
    assert {PORTFOLIO: 1}[zelfde] == 1
    assert pickle.loads(pickle.dumps(PORTFOLIO)) == copy.deepcopy(PORTFOLIO) == PORTFOLIO
    assert attrs.evolve(PORTFOLIO, bewijs=BEWIJS[::-1]) != PORTFOLIO
    for ding, naam in ((PORTFOLIO, "student"), (PORTFOLIO.bewijs[0], "datum")):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(ding, naam, "x")


def test_it_draws_itself_with_its_texts_escaped(klein: Raamwerk) -> None:
    bewijs = Bewijs("WP1.1a", "<script>alert(1)</script>", "2026-11-24")
    portfolio = Portfolio(klein.kenmerk, "<b>s1</b>", [bewijs])
    html = portfolio._repr_html_()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert all(deel in html for deel in ("WP1.1a", "2026-11-24", "&lt;b&gt;s1", "&lt;Klein&gt;, versie 0.1"))
    assert not re.search("<script|<b>s1|<Klein", html + bewijs._repr_html_())
    assert portfolio._tabel().kop == ("Criterium", "Titel", "Datum", "Verwijzing", "Rol", "Soort")
    assert str(bewijs) == "WP1.1a <script>alert(1)</script> (2026-11-24)"


def test_a_portfolio_of_corrected_texts_is_held_against_the_errata() -> None:
    verbeterd = lu.laad(errata=True).kenmerk
    assert lu.lees_portfolio(lu.schrijf_portfolio(Portfolio(verbeterd, "s1", BEWIJS))).kenmerk == verbeterd
    anders = attrs.evolve(verbeterd, vingerafdruk="0" * 64)
    assert [fout.partition(":")[0] for fout in fouten(lu.schrijf_portfolio(Portfolio(anders, "s1", BEWIJS)))] == [
        "kenmerk.vingerafdruk"
    ]


def test_a_key_that_begins_like_kenmerk_hides_nothing() -> None:
    ander = gegevens("XX1.1a", kenmerk=van(lu.laad(), sleutel="ander-raamwerk"), kenmerken=1)
    assert [fout.partition(":")[0] for fout in fouten(ander)] == ["kenmerk.sleutel", "kenmerken"]


def test_of_very_many_wrong_codes_only_those_that_are_named_are_looked_up(gezocht: list[str]) -> None:
    codes = [f"WP{niveau}.{rij}a" for niveau in range(5, 9) for rij in range(1, 2501)]
    with pytest.raises(OngeldigPortfolio) as fout:
        lu.lees_portfolio(json.dumps(gegevens(*codes)).encode())
    assert (len(fout.value.bevindingen), fout.value.meer) == (100, 9900)
    assert len(gezocht) <= 100
    assert "bedoelde je" in fout.value.bevindingen[0].reden


def test_it_is_a_line_of_a_table_with_how_much_there_is() -> None:
    assert PORTFOLIO._regel() == ("s1", "", "4", "3", "0", str(KENMERK))
    assert MET_NOTITIES._regel() == ("s1", "2026-11-28", "4", "3", "3", str(KENMERK))


def test_what_was_said_is_kept_to_the_letter() -> None:
    inhoud = lu.schrijf_portfolio(MET_NOTITIES)
    assert lu.lees_portfolio(inhoud) == MET_NOTITIES
    KEURING.validate(json.loads(inhoud))
    assert MET_NOTITIES.notities[1].tekst == "Eerst dit.\n\n  Dan dat."
    assert MET_NOTITIES.notities.records()[0] == {
        "code": "WP1.2a", "soort": "feedback", "tekst": "Rustig en <duidelijk>.", "datum": "2026-11-03", "rol": "coach",
    }  # fmt: skip
    assert str(MET_NOTITIES.notities[1]) == "WP2 feedforward (2026-11-04): Eerst dit. Dan dat."
    assert str(MET_NOTITIES) == "s1: 4 × bewijs voor 3 succescriteria, 3 × notitie"
    assert "&lt;duidelijk&gt;" in MET_NOTITIES.notities._repr_html_()


@given(st.text(), st.text() | st.none())
def test_a_note_made_by_hand_is_refused_or_reads_back_equal(tekst: str, rol: str | None) -> None:
    try:
        portfolio = Portfolio(KENMERK, "s1", (), [Notitie("EvL1", "afspraak", tekst, "2026-11-24", rol)])
    except OngeldigPortfolio:
        return
    assert lu.lees_portfolio(lu.schrijf_portfolio(portfolio)) == portfolio


def test_a_note_is_of_a_criterium_a_leeruitkomst_or_an_evl() -> None:
    noot = {"soort": "feedback", "tekst": "Goed.", "datum": "2026-11-24"}
    geen = "is geen succescriterium, leeruitkomst of EvL van dit raamwerk"
    assert fouten(gegevens(notities=[{"code": code, **noot} for code in ("EvL2", "evl2", "WP.4", "WP", "ZZ1")])) == [
        f"notities[1].code: 'evl2' {geen}; bedoelde je 'EvL2'?",
        f"notities[2].code: 'WP.4' {geen}: dit is een rij; bedoelde je 'WP1.4a', 'WP2.4a', 'WP2.4b', 'WP3.4a', 'WP3.4b' of een van 2 andere?",
        f"notities[3].code: 'WP' {geen}: dit is een leerlijn; bedoelde je 'WP1.1a', 'WP1.2a', 'WP1.3a', 'WP1.4a', 'WP2.1a' of een van 25 andere?",
        f"notities[4].code: 'ZZ1' {geen}: leerlijn ZZ bestaat niet",
    ]
    assert fouten(gegevens(notities=[{**noot, "code": "WP1", "soort": "oordeel", "tekst": " x", "rol": ""}])) == [
        "notities[0].rol: deze tekst is leeg",
        "notities[0].soort: hier hoort 'feedback', 'feedforward' of 'afspraak', er staat 'oordeel'",
        "notities[0].tekst: er staat wit om ' x'",
    ]
