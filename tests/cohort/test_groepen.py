"""Who counts, in which group and rol: every kind of table gives what sets of codes give."""

from __future__ import annotations

import random
import re
import statistics
from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import leeruitkomsten as lu
from cohort.conftest import Motor
from cohort.tabellen import SNEL, getal
from leeruitkomsten import OngeldigeVraag, Raamwerk, cohort

KADER = lu.laad()
CODES = [c.code for c in KADER.succescriteria]
TEKST = {c.code: c.tekst for c in KADER.succescriteria}
KOLOMMEN = ("opleiding", "student", "klas", "rol", "criterium")
EENHEDEN = ("leeruitkomst", "evl", "criterium", "leerlijn", "niveau", "rij")
Regels = list[tuple[Any, ...]]


@attrs.frozen
class Vraag:
    """What is asked; the columns of a line of evidence are those of `KOLOMMEN`, those of the list are `lijstkolommen`."""

    per: tuple[str, ...] = ("student",)
    groep: tuple[str, ...] = ()
    rol: str | None = None
    lijst: tuple[tuple[Any, ...], ...] | None = None

    @property
    def wie(self) -> tuple[str, ...]:
        return (*self.per, *(g for g in self.groep if g not in self.per))

    @property
    def sleutels(self) -> tuple[str, ...]:
        return self.wie + ((self.rol,) if self.rol else ())

    @property
    def groepering(self) -> tuple[str, ...]:
        return self.groep + ((self.rol,) if self.rol else ())

    def opties(self, lijst: Callable[[Sequence[Any], Sequence[str]], Any]) -> dict[str, Any]:
        rest: dict[str, Any] = {"rol": self.rol} if self.rol else {}
        if self.groep:
            rest["groep"] = self.groep[0] if len(self.groep) == 1 else list(self.groep)
        if self.lijst is not None:
            rest["studenten"] = lijst(self.lijst, self.wie)
        return {"per": self.per[0] if len(self.per) == 1 else list(self.per), **rest}


@attrs.frozen
class Orakel:
    """What the answers must be: a set of codes for everybody, in each rol."""

    regels: Regels
    vraag: Vraag
    kader: Raamwerk = KADER

    @property
    def getoond(self) -> dict[tuple[Any, ...], set[str]]:
        regels = [dict(zip(KOLOMMEN, regel, strict=True)) for regel in self.regels]
        v = self.vraag
        allen = {tuple(r[k] for k in v.wie) for r in regels} if v.lijst is None else set(v.lijst)
        rollen: list[tuple[Any, ...]] = sorted({(r[v.rol],) for r in regels}) if v.rol else [()]
        bekend = {c.code for c in self.kader.succescriteria}
        return {
            (*een, *rol): {
                r["criterium"]
                for r in regels
                if tuple(r[k] for k in v.per) == een[: len(v.per)]
                and (not v.rol or (r[v.rol],) == rol)
                and r["criterium"] in bekend
            }
            for een, rol in product(sorted(allen), rollen)
        }

    def eenheden(self, eenheid: str) -> dict[Any, set[str]]:
        delen: dict[Any, set[str]] = {}
        for c in self.kader.succescriteria:
            code = {"evl": f"EvL{c.niveau}", "criterium": c.code}.get(eenheid) or getattr(c, eenheid)
            delen.setdefault(code, set()).add(c.code)
        volgorde: dict[str, list[Any]] = {
            "evl": [e.code for e in self.kader.evls],
            "niveau": [n.nummer for n in self.kader.niveaus],
            "rij": [r.code for r in self.kader.rijen],
        }
        return {code: delen[code] for code in volgorde.get(eenheid, delen)}

    def lang(self, eenheid: str, *, nullen: bool) -> Regels:
        return [
            (*wie, code, len(codes & deel), len(deel))
            for wie, codes in self.getoond.items()
            for code, deel in self.eenheden(eenheid).items()
            if nullen or codes & deel
        ]

    def breed(self, eenheid: str) -> Regels:
        delen = self.eenheden(eenheid).values()
        return [(*wie, *(len(codes & deel) for deel in delen)) for wie, codes in self.getoond.items()]

    def groepen(self) -> list[tuple[tuple[Any, ...], list[set[str]]]]:
        v = self.vraag
        groepen: dict[tuple[Any, ...], list[set[str]]] = {} if v.groepering else {(): []}
        for wie, codes in self.getoond.items():
            naam = dict(zip(v.sleutels, wie, strict=True))
            groepen.setdefault(tuple(naam[k] for k in v.groepering), []).append(codes)
        return sorted(groepen.items())

    def per_criterium(self) -> Regels:
        return [
            (*groep, code, sum(code in een for een in samen), len(samen))
            for groep, samen in self.groepen()
            for code in CODES
        ]

    def minst(self, aantal: int, niveau: str = "") -> Regels:
        regels: Regels = []
        for groep, samen in self.groepen():
            gevraagd = [code for code in CODES if not niveau or re.fullmatch(rf"[A-Z]+{niveau}\..*", code)]
            keren = [(sum(code in een for een in samen), plaats, code) for plaats, code in enumerate(gevraagd)]
            regels += [(*groep, code, TEKST[code], n, len(samen)) for n, _, code in sorted(keren)[:aantal]]
        return regels

    def spreiding(self, eenheid: str) -> Regels:
        def kwartielen(getallen: list[int]) -> list[float]:
            dubbel = getallen * 2 if len(getallen) == 1 else getallen
            return statistics.quantiles(dubbel, n=4, method="inclusive")

        return [
            (*groep, code, len(samen), *kwartielen([len(een & deel) for een in samen]), len(deel))
            for groep, samen in self.groepen()
            if samen
            for code, deel in self.eenheden(eenheid).items()
        ]

    def bijna(self, evl: str | None, hoogstens: int) -> Regels:
        return [
            (*wie, code, len(codes & deel), len(deel), ", ".join(c for c in CODES if c in deel - codes))
            for wie, codes in self.getoond.items()
            for code, deel in self.eenheden("evl").items()
            if evl in (None, code) and len(deel - codes) <= hoogstens
        ]


def bewijs(zaad: int, kader: Raamwerk = KADER) -> Regels:
    """Lines in random order of students who all have one class and one school, some of whom have nearly all of EvL1."""
    kans = random.Random(zaad)
    codes = [c.code for c in kader.succescriteria]
    allen = [(kans.choice("xy"), nummer, kans.choice(["2A", "2B", "é"])) for nummer in range(12)]
    regels: Regels = [
        (*kans.choice(allen), kans.choice(["student", "begeleider", "examinator"]), kans.choice(codes))
        for _ in range(300)
    ]
    eerste = [c.code for c in kader.evl(1).succescriteria]
    for een in allen[:4]:
        regels += [(*een, "student", code) for code in kans.sample(eerste, len(eerste) - kans.randrange(4))]
    kans.shuffle(regels)
    return regels


def lijst_van(regels: Regels, vraag: Vraag) -> Vraag:
    """The same with a list of students: those of the evidence, and some who have nothing."""
    namen = [dict(zip(KOLOMMEN, regel, strict=True)) for regel in regels]
    erbij = [{"opleiding": "x", "student": 98, "klas": "2A"}, {"opleiding": "z", "student": 99, "klas": "3C"}]
    lijst = sorted({tuple(een[k] for k in vraag.wie) for een in (*namen, *erbij)})
    return attrs.evolve(vraag, lijst=tuple(random.Random(1).sample(lijst, len(lijst))))


VRAGEN = {
    "twee kolommen": Vraag(per=("opleiding", "student")),
    "klas": Vraag(groep=("klas",)),
    "per en klas": Vraag(per=("opleiding", "student"), groep=("opleiding", "klas")),
    "rol": Vraag(rol="rol"),
    "alles": Vraag(per=("opleiding", "student"), groep=("klas",), rol="rol"),
}
GEVALLEN = [(naam, met) for naam in VRAGEN for met in (False, True)]


def tekst(regels: Sequence[tuple[Any, ...]], motor: Motor, wie: int) -> list[tuple[Any, ...]]:
    """The keys as this kind of table has them: text in a CSV file."""
    return [(*map(motor.soort.sleutel, regel[:wie]), *regel[wie:]) for regel in regels]


def stel(motor: Motor, regels: Regels, vraag: Vraag) -> tuple[Any, Orakel, dict[str, Any]]:
    """A table, what its answers must be, and the options."""
    gelijk = tekst(regels, motor, len(KOLOMMEN) - 1)
    lijst = None if vraag.lijst is None else tuple(tekst(vraag.lijst, motor, len(vraag.wie)))
    orakel = Orakel(gelijk, attrs.evolve(vraag, lijst=lijst))
    return motor.maak(regels, KOLOMMEN), orakel, orakel.vraag.opties(motor.maak)


def gelijk(motor: Motor, antwoord: Any, kolommen: Sequence[str], regels: Regels, *, op_volgorde: bool = False) -> None:
    namen, gekregen = motor.lees(antwoord)
    if motor.lui and not op_volgorde:
        gekregen, regels = sorted(gekregen), sorted(regels)
    assert gekregen == regels
    assert not regels or namen == list(kolommen)


def alles(motor: Motor, tel: Any, orakel: Orakel, eenheid: str) -> None:
    """Every answer of a Telling is what the sets give."""
    v, geteld = orakel.vraag, ("aangetoond", "totaal")
    for nullen in (False, True):
        antwoord = tel.voortgang(eenheid=eenheid, nullen=nullen)
        gelijk(motor, antwoord, (*v.sleutels, eenheid, *geteld), orakel.lang(eenheid, nullen=nullen))
    namen = [f"niveau {code}" if eenheid == "niveau" else code for code in orakel.eenheden(eenheid)]
    gelijk(motor, tel.voortgang(eenheid=eenheid, breed=True), (*v.sleutels, *namen), orakel.breed(eenheid))
    gelijk(
        motor,
        tel.per_criterium(),
        (*v.groepering, "criterium", *geteld),
        orakel.per_criterium(),
        op_volgorde=not v.groepering,
    )
    minst = tel.minst_aangetoond(aantal=7)
    gelijk(motor, minst, (*v.groepering, "criterium", "tekst", *geteld), orakel.minst(7), op_volgorde=True)
    minst = tel.minst_aangetoond(evl=2, aantal=3)
    gelijk(motor, minst, (*v.groepering, "criterium", "tekst", *geteld), orakel.minst(3, "2"), op_volgorde=True)
    kolommen = (*v.groepering, eenheid, "studenten", "kwartiel_1", "mediaan", "kwartiel_3", "totaal")
    gelijk(motor, tel.spreiding(eenheid=eenheid), kolommen, orakel.spreiding(eenheid))
    bijna = tel.bijna_rond(evl="EvL1", hoogstens=3)
    gelijk(motor, bijna, (*v.sleutels, "evl", *geteld, "nog_aan_te_tonen"), orakel.bijna("EvL1", 3))
    personen: dict[tuple[Any, ...], set[str]] = {}
    for wie, codes in orakel.getoond.items():
        personen.setdefault(wie[: len(v.per)], set()).update(codes)
    assert (tel.totaal, tel.zonder_bewijs) == (len(personen), sum(not codes for codes in personen.values()))
    assert tel.met_lijst == (v.lijst is not None)


@pytest.mark.dagelijks("pandas", "polars", "duckdb", "lijst")
@pytest.mark.parametrize("naam", SNEL)
@pytest.mark.parametrize(("soort", "met_lijst"), GEVALLEN)
def test_every_answer_is_what_sets_give(naam: str, kies: Any, soort: str, met_lijst: bool) -> None:
    motor, regels = kies(naam), bewijs(5)
    vraag = lijst_van(regels, VRAGEN[soort]) if met_lijst else VRAGEN[soort]
    tabel, orakel, opties = stel(motor, regels, vraag)
    alles(motor, cohort.tel(tabel, **opties), orakel, EENHEDEN[GEVALLEN.index((soort, met_lijst)) % len(EENHEDEN)])


@pytest.mark.dagelijks("lijst", "polars", "duckdb")
@pytest.mark.parametrize("met_lijst", [False, True])
@pytest.mark.parametrize("naam", ["lijst", "pandas groot", "polars", "polars lui", "duckdb", "parquet"])
def test_functions_answer_as_a_telling_does_and_order_does_not_matter(naam: str, kies: Any, met_lijst: bool) -> None:
    motor, regels = kies(naam), bewijs(6)
    vraag = lijst_van(regels, VRAGEN["alles"]) if met_lijst else VRAGEN["alles"]
    tabel, orakel, opties = stel(motor, regels[::-1], vraag)
    v = orakel.vraag
    for functie, namen, verwacht in (
        (cohort.voortgang, (*v.sleutels, "leeruitkomst"), orakel.lang("leeruitkomst", nullen=False)),
        (cohort.per_criterium, (*v.groepering, "criterium"), orakel.per_criterium()),
        (cohort.spreiding, (*v.groepering, "leeruitkomst"), orakel.spreiding("leeruitkomst")),
        (cohort.bijna_rond, (*v.sleutels, "evl"), orakel.bijna(None, 2)),
        (cohort.minst_aangetoond, (*v.groepering, "criterium", "tekst"), orakel.minst(10)),
    ):
        kolommen, gekregen = motor.lees(functie(tabel, **opties))
        assert tuple(kolommen[: len(namen)]) == namen
        assert sorted(gekregen) == sorted(verwacht)


@pytest.mark.dagelijks("False")
@pytest.mark.parametrize("met_lijst", [False, True])
def test_spark_gives_what_sets_give(kies: Any, met_lijst: bool) -> None:
    motor, regels = kies("spark"), bewijs(7)
    vraag = lijst_van(regels, VRAGEN["alles"]) if met_lijst else VRAGEN["klas"]
    tabel, orakel, opties = stel(motor, regels, vraag)
    if met_lijst:
        alles(motor, cohort.tel(tabel, **opties), orakel, "niveau")
    lui = cohort.spreiding(tabel, eenheid="evl", **opties)
    assert sorted(motor.lees(lui)[1]) == sorted(orakel.spreiding("evl"))


SLEUTELS = st.tuples(
    st.sampled_from(["x", "y"]), st.integers(0, 3), st.just("2A"), st.sampled_from(["student", "ander"]),
    st.sampled_from([*CODES[:30], "WP", None, " "]),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=5)
@given(
    regels=st.lists(SLEUTELS, min_size=1, max_size=40),
    soort=st.sampled_from(sorted(VRAGEN)),
    eenheid=st.sampled_from(EENHEDEN),
    data=st.data(),
)
@pytest.mark.dagelijks("pandas", "polars", "duckdb", "lijst")
@pytest.mark.parametrize("naam", [naam for naam in SNEL if naam != "csv"])
def test_any_evidence_is_what_sets_count(  # noqa: PLR0917  # all that is drawn
    naam: str, kies: Any, regels: Regels, soort: str, eenheid: str, data: st.DataObject
) -> None:
    motor, vraag = kies(naam), VRAGEN[soort]
    allen = [een[: len(vraag.wie)] for een in (lijst_van(regels, vraag).lijst or ())]
    op_lijst = data.draw(st.none() | st.lists(st.sampled_from(allen), min_size=1, unique=True))
    vraag = attrs.evolve(vraag, lijst=None if op_lijst is None else tuple(op_lijst))
    tabel, orakel, opties = stel(motor, regels, vraag)
    telling = cohort.tel(tabel, onbekend="apart", **opties)
    alles(motor, telling, orakel, eenheid)
    wie = [tuple(dict(zip(KOLOMMEN, r, strict=True))[k] for k in vraag.per) for r in regels]
    binnen = {een[: len(vraag.per)] for een in vraag.lijst or ()}
    buiten = [(een, r[-1]) for een, r in zip(wie, regels, strict=True) if vraag.lijst is not None and een not in binnen]
    weg = telling.weggelaten
    assert weg.studenten_buiten == len({een for een, _ in buiten})
    assert weg.buiten == sum(code in TEKST for _, code in buiten)
    assert (weg.leeg, weg.regels_onbekend) == (
        sum(r[-1] in (None, " ") for r in regels),
        sum(r[-1] == "WP" for r in regels),
    )
    assert weg.regels_totaal == len(regels)


def test_a_number_of_a_key_stays_one(snel: Motor) -> None:
    tabel = snel.maak([(7, "2A", "WP1.1a")], ("student", "klas", "criterium"))
    sleutel = "tekst" if snel.naam == "csv" else "getal"
    lijst = snel.maak([(7, 3), (8, 4)], ("student", "groep"))
    typen = snel.soort.typen(cohort.voortgang(tabel, per=["student", "klas"], eenheid="niveau"))
    assert typen == [sleutel, "tekst", "getal", "getal", "getal"]
    typen = snel.soort.typen(cohort.voortgang(tabel, per="student", studenten=lijst, groep="groep"))
    assert typen == [sleutel, sleutel, "tekst", "getal", "getal"]
    assert getal([1])


def test_without_students_there_is_no_spread(snel: Motor) -> None:
    assert snel.lees(cohort.spreiding(snel.maak([]), per="student"))[1] == []
    assert (
        snel.lees(cohort.per_criterium(snel.maak([], ("student", "klas", "criterium")), per="student", groep="klas"))[1]
        == []
    )
    assert len(snel.lees(cohort.minst_aangetoond(snel.maak([]), per="student", aantal=4))[1]) == 4


TWEE = [(1, "2A", "WP1.1a"), (1, "2B", "WP1.2a"), (2, "2A", "WP1.1a")]


def test_who_stands_in_two_groups_is_named(motor: Motor) -> None:
    tabel = motor.maak(TWEE, ("student", "klas", "criterium"))
    with pytest.raises(OngeldigeVraag, match=r"student '?1'?: meer dan één waarde in de kolom 'klas'") as fout:
        cohort.tel(tabel, per="student", groep="klas")
    assert fout.value.gegevens["aantal"] == 1
    assert len(motor.lees(cohort.voortgang(tabel, per=["student", "klas"], groep="klas"))[1]) == 3
    antwoord = cohort.per_criterium(motor.maak(TWEE[1:], ("student", "klas", "criterium")), per="student", groep="klas")
    assert len(motor.lees(antwoord)[1]) == 2 * len(CODES)
    with pytest.raises(Exception, match=r"meer dan één waarde in de kolom '?klas"):
        motor.lees(cohort.spreiding(tabel, per="student", groep="klas"))


def test_a_group_that_is_empty_is_refused(snel: Motor) -> None:
    tabel = snel.maak([(1, None, "WP1.1a"), (2, "2A", "WP1.1a")], ("student", "klas", "criterium"))
    with pytest.raises(lu.OngeldigBewijs) as fout:
        cohort.tel(tabel, per="student", groep="klas")
    assert fout.value.leeg == (("klas", 1),)


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        ({"per": ()}, "per noemt geen kolom"),
        ({"per": ["student", "student"]}, "per en per zijn twee verschillende kolommen, niet allebei 'student'"),
        ({"per": "student", "rol": "student"}, "per en rol zijn twee"),
        ({"per": "student", "groep": "criterium"}, "groep en criterium zijn twee"),
        ({"per": "student", "groep": ["klas", "klas"]}, "groep en groep zijn twee"),
        ({"per": "student", "hoogstens": -1}, "hoogstens is een geheel getal van 0 of meer, niet -1"),
        ({"per": "student", "hoogstens": 1.0}, "hoogstens is een geheel getal"),
        ({"per": "student", "evl": "EvL9"}, "EvL9"),
    ],
)
def test_what_cannot_be_asked_is_refused(opties: dict[str, Any], zin: str) -> None:
    with pytest.raises(lu.Fout, match=zin):
        cohort.bijna_rond([{"student": 1, "klas": 2, "criterium": "onzin"}], **opties)


def test_the_least_shown_of_an_evl_that_does_not_exist_are_not_asked() -> None:
    with pytest.raises(lu.OnbekendeCode, match="EvL9"):
        cohort.minst_aangetoond([], per="student", evl="EvL9")


def test_keys_of_groups_may_not_be_called_as_a_count() -> None:
    for naam in ("mediaan", "studenten", "evl"):
        with pytest.raises(OngeldigeVraag, match=f"'{naam}' een andere naam"):
            cohort.spreiding([], per="student", groep=naam, eenheid="evl")
    for naam in ("criterium2", "tekst"):
        opties: dict[str, Any] = {"per": "student", "groep": naam, "aantal": 0 if naam == "criterium2" else 1}
        with pytest.raises(OngeldigeVraag, match=r"een andere naam|aantal is een geheel getal van 1 of meer"):
            cohort.minst_aangetoond([], **opties)
