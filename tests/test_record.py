"""What records share: no way leads to one that contradicts itself, and what is worked out is worked out once."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import leeruitkomsten as lu
from conftest import KLEIN, RAAMWERKEN, maak
from leeruitkomsten import Leeruitkomst, OngeldigRaamwerk, Raamwerk, Reeks, Succescriterium
from leeruitkomsten.record import Bouwsteen, Record, Uitkomst, gegevens_van, namen_van
from leeruitkomsten.samenhang import gaaf, samenhangfouten
from leeruitkomsten.vragen.verdieping import Verdiepingen

Pad = tuple[str | int, ...]
BREED = RAAMWERKEN["breed"]
ANDER = maak(["B", "PED"], 3, {code.replace("A", "B"): tekst for code, tekst in KLEIN.items()}, sleutel="ander")


def stenen(waarde: object, pad: Pad = ()) -> Iterator[tuple[Pad, Bouwsteen]]:
    """Every record in a framework, the framework first, with where it stands."""
    if isinstance(waarde, tuple):
        for plaats, deel in enumerate(waarde):
            yield from stenen(deel, (*pad, plaats))
    elif isinstance(waarde, Bouwsteen):
        yield pad, waarde
        for naam in namen_van(type(waarde))[0]:
            yield from stenen(getattr(waarde, naam), (*pad, naam))


def vervangen(waarde: Any, pad: Pad, door: object) -> Any:
    """The same with something else at one place: every record on the way is made anew."""
    if not pad:
        return door
    stap, *rest = pad
    if isinstance(stap, int):
        return tuple(vervangen(deel, tuple(rest), door) if n == stap else deel for n, deel in enumerate(waarde))
    return attrs.evolve(waarde, **{stap: vervangen(getattr(waarde, stap), tuple(rest), door)})


KADERS = [RAAMWERKEN["klein"], BREED, ANDER]
STENEN = {id(kader): list(stenen(kader)) for kader in KADERS}
ALLE_STENEN = [steen for kader in KADERS for _, steen in STENEN[id(kader)]]
TEKSTEN = st.sampled_from(
    [
        "",
        "A1",
        "A2.1a",
        "A1.1a",
        "QR2",
        "QR2.1a",
        "QR.1",
        "naam",
        "tekst",
        "x",
        " x",
        "e\u0301",
        "\ud800",
        "nl",
        "0.1",
        "2026-01-01",
    ]
)
WAARDEN = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 100), st.floats(), st.binary(max_size=2), TEKSTEN, st.text(max_size=3),
    st.sampled_from(ALLE_STENEN), st.lists(st.sampled_from(ALLE_STENEN), max_size=3), st.lists(TEKSTEN, max_size=2),
    st.sets(st.integers(), max_size=1), st.just({}), st.just(object),
)  # fmt: skip


def anders(data: st.DataObject, waarde: Any) -> object:
    """Another value for a field: any at all, or the same parts as a list, dropped, doubled, swapped or of another record."""
    if isinstance(waarde, tuple) and waarde and data.draw(st.booleans()):
        plaats = data.draw(st.integers(0, len(waarde) - 1))
        return data.draw(
            st.sampled_from(
                [
                    list(waarde),
                    waarde[::-1],
                    waarde[:plaats] + waarde[plaats + 1 :],
                    [*waarde[: plaats + 1], *waarde[plaats:]],
                    (*waarde[plaats:], *waarde[:plaats]),
                    [*waarde, *data.draw(st.lists(WAARDEN, max_size=1))],
                    iter(waarde),
                ]
            )
        )
    return data.draw(WAARDEN)


def klopt(kader: Raamwerk) -> None:
    """What follows from the parts, worked out once more by hand, and the file that gives it back."""
    terug = lu.lees(lu.schrijf(kader))
    assert terug == kader
    assert (terug.kenmerk, hash(terug), list(terug)) == (kader.kenmerk, hash(kader), list(kader))
    assert [n.nummer for n in kader.niveaus] == list(range(1, len(kader.niveaus) + 1))
    bron: list[Any] = []
    for nummer, lijn in enumerate(kader.leerlijnen, 1):
        assert lijn.plaats == (nummer,)
        assert [u.code for u in lijn.leeruitkomsten] == [f"{lijn.code}{n.nummer}" for n in kader.niveaus]
        bron.append(lijn)
        for niveau, uitkomst in enumerate(lijn.leeruitkomsten, 1):
            assert (uitkomst.leerlijn, uitkomst.niveau, uitkomst.plaats) == (lijn.code, niveau, (nummer, niveau))
            bron += (uitkomst, *uitkomst.succescriteria)
            for c in uitkomst.succescriteria:
                einde = c.code.removeprefix(f"{uitkomst.code}.")
                assert einde.removesuffix(c.letter) == c.rij.removeprefix(f"{lijn.code}.")
                assert (c.leerlijn, c.leeruitkomst, c.niveau) == (lijn.code, uitkomst.code, niveau)
                assert c.plaats[:3] == (nummer, niveau, int(einde.removesuffix(c.letter)))
        rijen = {c.rij for u in lijn.leeruitkomsten for c in u.succescriteria}
        assert {rij.code for rij in lijn.rijen} == rijen
        assert [rij.nummer for rij in lijn.rijen] == sorted(rij.nummer for rij in lijn.rijen)
        for rij in lijn.rijen:
            assert [list(cel) for cel in rij.cellen] == [
                [c for c in u.succescriteria if c.rij == rij.code] for u in lijn.leeruitkomsten
            ]
            naam = next((naam for naam in lijn.rijnamen if naam.rij == rij.code), None)
            assert (rij.naam, rij.naam_uit_bron) == ((naam.naam, naam.uit_bron) if naam else (None, False))
    codes = [record.code for record in bron]
    assert len(set(codes)) == len(codes)
    assert sorted(bron, key=lambda record: record.plaats) == sorted(bron) == bron
    assert list(kader.leeruitkomsten) == [record for record in bron if isinstance(record, Leeruitkomst)]
    assert list(kader.succescriteria) == [record for record in bron if isinstance(record, Succescriterium)]
    assert [[u.code for u in evl.leeruitkomsten] for evl in kader.evls] == [
        [f"{lijn.code}{n.nummer}" for lijn in kader.leerlijnen] for n in kader.niveaus
    ]
    for erratum in kader.errata:
        assert getattr(kader[erratum.code], erratum.veld).count(erratum.staat) == 1
    assert not {einde.code for einde in kader.vervallen} & {*kader}
    assert all(
        isinstance(reeks, Reeks) for reeks in (kader.niveaus, kader.leerlijnen, kader.errata, kader.succescriteria)
    )


def stand(kader: Raamwerk) -> object:
    """What may not change: the whole, and where each record stands in it."""
    return lu.schrijf(kader), [(type(steen), getattr(steen, "plaats", None)) for _, steen in stenen(kader)]


@settings(max_examples=400)
@given(st.data())
def test_any_change_of_any_field_ends_in_a_sound_framework_or_in_one_error(data: st.DataObject) -> None:
    kader = data.draw(st.sampled_from(KADERS))
    pad, steen = data.draw(st.sampled_from(STENEN[id(kader)]))
    naam = data.draw(st.sampled_from(namen_van(type(steen))[0]))
    voor = [stand(elk) for elk in KADERS]
    try:
        nieuw = vervangen(kader, (*pad, naam), anders(data, getattr(steen, naam)))
    except OngeldigRaamwerk as fout:
        assert fout.bevindingen
        assert all(bevinding.pad and bevinding.reden for bevinding in fout.bevindingen)
    else:
        klopt(nieuw)
    assert [stand(elk) for elk in KADERS] == voor


@settings(max_examples=300)
@given(st.data())
def test_what_looks_sound_at_a_glance_is_sound(data: st.DataObject) -> None:
    lijnen = list(data.draw(st.permutations(ANDER.leerlijnen)))[: data.draw(st.integers(0, 2))]
    uitkomsten = [u for kader in KADERS for u in kader.leeruitkomsten]
    for plaats, lijn in enumerate(lijnen):
        delen = list(lijn.leeruitkomsten)
        if delen and data.draw(st.booleans()):
            nummer = data.draw(st.integers(0, len(delen) - 1))
            criteria = list(delen[nummer].succescriteria)
            if data.draw(st.booleans()):
                delen[nummer] = data.draw(st.sampled_from(uitkomsten))
            elif criteria:
                ander = data.draw(st.sampled_from(criteria + [c for kader in KADERS for c in kader.succescriteria[:5]]))
                criteria.insert(data.draw(st.integers(0, len(criteria))), ander)
                u = delen[nummer]
                delen[nummer] = Leeruitkomst._vertrouwd(u.code, u.tekst, Reeks(criteria), u.notatie)
        lijnen[plaats] = type(lijn)._vertrouwd(lijn.code, lijn.naam, Reeks(delen), None, Reeks())
    niveaus = ANDER.niveaus[data.draw(st.integers(0, 1)) : data.draw(st.integers(1, 3))]
    velden = (niveaus, Reeks(lijnen), Reeks(), Reeks())
    gegevens = {naam: gegevens_van(deel) for naam, deel in zip(("niveaus", "leerlijnen"), velden, strict=False)}
    assert gaaf(*velden) == (not samenhangfouten({**gegevens, "errata": [], "vervallen": []}))


@given(st.data())
def test_the_same_goes_for_unpickling(data: st.DataObject) -> None:
    kader = data.draw(st.sampled_from(KADERS))
    _, steen = data.draw(st.sampled_from(STENEN[id(kader)]))
    waarden = [getattr(steen, naam) for naam in namen_van(type(steen))[0]]
    plaats = data.draw(st.integers(0, len(waarden) - 1))
    waarden[plaats] = anders(data, waarden[plaats])

    class Vervalst:
        def __reduce__(self) -> tuple[object, ...]:
            return (type(steen), tuple(waarden))

    try:
        kopie = pickle.loads(pickle.dumps(Vervalst()))
    except OngeldigRaamwerk:
        return
    except (TypeError, AttributeError, pickle.PicklingError):  # what was put in cannot be pickled at all
        return
    assert type(kopie) is type(steen)
    if isinstance(kopie, Raamwerk):
        klopt(kopie)


@pytest.mark.parametrize(
    "kopieer", [copy.copy, copy.deepcopy, lambda ding: pickle.loads(pickle.dumps(ding)), attrs.evolve]
)
def test_every_copy_of_every_record_is_equal_and_stands_where_it_stood(
    kopieer: Callable[[Any], Any], elk: Raamwerk
) -> None:
    for _, steen in list(stenen(elk))[:: 1 + len(elk.succescriteria) // 100]:
        kopie = kopieer(steen)
        assert (kopie, hash(kopie), type(kopie)) == (steen, hash(steen), type(steen))
        if kopieer is not attrs.evolve:
            assert getattr(kopie, "plaats", None) == getattr(steen, "plaats", None)
    klopt(kopieer(elk))


def test_what_follows_cannot_be_given(kader: Raamwerk) -> None:
    for record, naam in [
        (kader, "register"), (kader, "leeruitkomsten"), (kader["WP"], "rijen"), (kader["WP2"], "niveau"),
        (kader["WP2.4a"], "rij"), (kader["WP2.4a"], "plaats"), (kader["WP.4"], "nummer"), (kader["EvL2"], "code"),
    ]:  # fmt: skip
        with pytest.raises(TypeError):
            attrs.evolve(record, **{naam: getattr(record, naam)})


def test_every_fault_of_a_record_made_by_hand_is_named() -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        Leeruitkomst("wp2", " ", [Succescriterium("WP2.1a", "goed"), "WP2.1b", 3], 7)
    assert [bevinding.pad for bevinding in fout.value.bevindingen] == [
        "code", "tekst", "succescriteria[1]", "succescriteria[2]", "notatie",
    ]  # fmt: skip
    with pytest.raises(OngeldigRaamwerk, match=r"'WP2\.1a' staat ook bij") as fout:
        Leeruitkomst("WP2", "goed", [Succescriterium("WP2.1a", "x"), Succescriterium("WP2.1a", "y")])
    assert [bevinding.pad for bevinding in fout.value.bevindingen] == ["succescriteria[1].code"]


def test_more_faults_than_a_hundred_are_counted() -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        Leeruitkomst("WP2", "goed", [3] * 250)
    assert (len(fout.value.bevindingen), fout.value.meer) == (100, 150)


def test_leerlijnen_in_another_order_sort_in_that_order_and_leave_the_old_ones(kader: Raamwerk) -> None:
    voor = stand(kader)
    anders = attrs.evolve(kader, leerlijnen=kader.leerlijnen[::-1])
    assert [lijn.code for lijn in sorted(anders.leerlijnen)] == ["WPI", "WPO", "WD", "WP"]
    assert sorted(anders.succescriteria) == list(anders.succescriteria)
    assert (anders["WP2.4a"].plaats, kader["WP2.4a"].plaats) == ((4, 2, 4, 1), (1, 2, 4, 1))
    assert (anders.rij("WP.4").plaats, kader.rij("WP.4").plaats) == ((4, 4), (1, 4))
    assert anders["WP2.4a"] == kader["WP2.4a"]
    assert stand(kader) == voor
    klopt(anders)


def test_a_record_that_stays_where_it_was_is_shared(kader: Raamwerk) -> None:
    rijen = kader.leerlijnen[0].rijen
    anders = attrs.evolve(kader, naam="Anders")
    assert anders.leerlijnen[0] is kader.leerlijnen[0]
    assert kader.leerlijnen[0].rijen is rijen


def test_records_can_be_referred_to_weakly(elk: Raamwerk) -> None:
    for _, steen in stenen(elk):
        assert weakref.ref(steen)() is steen
    kopie = pickle.loads(pickle.dumps(elk))
    kopie.verdieping(1, 1 + len(kopie.niveaus) // 2) if len(kopie.niveaus) > 1 else None
    wijzer = weakref.ref(kopie)
    del kopie
    gc.collect()
    assert wijzer() is None


def test_the_hash_of_a_record_is_worked_out_once(kader: Raamwerk) -> None:
    geteld = 0

    class Tekst(str):
        __slots__ = ()

        def __hash__(self) -> int:
            nonlocal geteld
            geteld += 1
            return super().__hash__()

    criterium = Succescriterium._vertrouwd("WP2.1a", Tekst("tekst"), None)
    assert len({hash(criterium) for _ in range(5)}) == 1
    assert geteld == 1
    assert hash(criterium) == hash(Succescriterium("WP2.1a", "tekst"))


def test_a_slice_of_a_series_draws_itself(elk: Raamwerk) -> None:
    for reeks in (elk.niveaus, elk.leerlijnen, elk.leeruitkomsten, elk.succescriteria, elk.rijen, elk.evls):
        for deel in (reeks[:1], reeks[::2], reeks[::-1], reeks[len(reeks) :]):
            assert type(deel) is Reeks
            assert deel._repr_html_().startswith("<table")
            assert deel._tabel().rijen
    for rij in elk.rijen:
        assert all(type(cel) is Reeks for cel in rij.cellen)


def test_an_answer_cannot_be_given_another_origin(kader: Raamwerk) -> None:
    stappen = kader.verdieping("WP1", "WP2")
    for naam in ("kenmerk", "iets"):
        with pytest.raises(AttributeError, match="ligt vast"):
            setattr(stappen, naam, None)
        with pytest.raises(AttributeError, match="ligt vast"):
            delattr(stappen, naam)
    with pytest.raises(AttributeError, match="heeft geen 'iets'"):
        _ = stappen.iets
    los = Verdiepingen(stappen, kenmerk=lu.laad(errata=True).kenmerk, van=stappen.van, naar=stappen.naar)
    assert (los == stappen, los != stappen, tuple(los) == tuple(stappen)) == (False, True, True)


def platte_tabellen(kader: Raamwerk) -> Iterator[object]:
    yield from (kader, kader.bron, kader.kenmerk, kader.niveaus, kader.leerlijnen, kader.leeruitkomsten, kader.evls)
    yield from (kader.succescriteria, kader.rijen, kader.errata, kader.vervallen, kader.inleiding)
    yield from (lijn.rijnamen for lijn in kader.leerlijnen)
    criteria = [c.code for c in kader.succescriteria]
    yield from (
        kader.voortgang(criteria[::2]),
        kader.dekking({"a": criteria}),
        kader.zoek("e"),
        kader.controleer(["x", *criteria]),
    )
    yield kader.dekking({"a": [*criteria, "x"]}).volgorde
    yield kader.dekking({"a": [*criteria, "x"]}).onbekend
    yield lu.vergelijk(kader, lu.laad())
    yield lu.migreer(criteria, kader, lu.laad())
    if len(kader.niveaus) > 1:
        yield kader.verdieping(1, 2)


SOORT_VAN_KOLOM = {"criterium": "succescriterium", "leeruitkomst": "leeruitkomst", "leerlijn": "leerlijn", "rij": "rij"}


def test_every_record_and_result_gives_flat_dicts_with_the_same_names_for_the_same_codes(elk: Raamwerk) -> None:
    for ding in platte_tabellen(elk):
        records = ding.records()
        assert isinstance(records, list)
        for regel in records:
            assert all(isinstance(deel, str | int | float | bool | None) for deel in regel.values()), (ding, regel)
            for kolom, soort in SOORT_VAN_KOLOM.items():
                assert regel.get(kolom) is None or lu.ontleed(regel[kolom]).soort == soort, (ding, regel)
            assert regel.get("niveau") is None or type(regel["niveau"]) is int
            assert list(regel) == list(records[0])
        frame = pd.DataFrame(records)
        assert len(frame) == len(records)


def test_a_result_is_a_record_or_a_series_of_them(elk: Raamwerk) -> None:
    for ding in platte_tabellen(elk):
        assert isinstance(ding, Record | Reeks | Uitkomst)


def test_a_loose_leeruitkomst_takes_its_criteria_along_and_leaves_those_of_others(kader: Raamwerk) -> None:
    voor = stand(kader)
    lijn = kader.leerlijnen[1]
    los = attrs.evolve(lijn, leeruitkomsten=[attrs.evolve(u) for u in lijn.leeruitkomsten])
    anders = attrs.evolve(kader, leerlijnen=[los, *kader.leerlijnen[2:], kader.leerlijnen[0]])
    assert (anders["WD2.1a"].plaats, kader["WD2.1a"].plaats) == ((1, 2, 1, 1), (2, 2, 1, 1))
    assert stand(kader) == voor
    klopt(anders)


def bevindingen(maak_record: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(OngeldigRaamwerk) as fout:
        maak_record()
    return [(bevinding.pad, bevinding.soort) for bevinding in fout.value.bevindingen]


def test_a_row_made_by_hand_holds_the_criteria_of_its_cells_in_order() -> None:
    a, b, z, aa = (Succescriterium(f"WP1.4{letter}", "x") for letter in ("a", "b", "z", "aa"))
    ander, hoger = Succescriterium("WP1.5a", "x"), Succescriterium("WP2.4a", "x")
    assert lu.Rij("WP.4", [[a, b, z, aa], [hoger], []]).cellen == ((a, b, z, aa), (hoger,), ())
    for cellen, pad, soort in [
        ([[b, a]], "cellen[0][1].code", "verkeerde_volgorde"), ([[a, a]], "cellen[0][1].code", "verkeerde_volgorde"),
        ([[aa, z]], "cellen[0][1].code", "verkeerde_volgorde"), ([[a, ander]], "cellen[0][1].code", "verkeerde_plaats"),
        ([[hoger]], "cellen[0][0].code", "verkeerde_plaats"), ([[], []], "cellen", "leeg"),
    ]:  # fmt: skip
        assert bevindingen(lambda c=cellen: lu.Rij("WP.4", c)) == [(pad, soort)]


def test_an_evl_made_by_hand_holds_one_leeruitkomst_of_each_leerlijn_at_its_niveau(kader: Raamwerk) -> None:
    niveau = kader.niveau(2)
    assert lu.EvL(niveau, [kader["WP2"], kader["WD2"]]).leeruitkomsten == (kader["WP2"], kader["WD2"])
    assert bevindingen(lambda: lu.EvL(niveau, [kader["WP2"], kader["WD3"]])) == [
        ("leeruitkomsten[1].code", "verkeerde_plaats")
    ]
    assert bevindingen(lambda: lu.EvL(niveau, [kader["WP2"], kader["WP2"]])) == [("leeruitkomsten[1].code", "dubbel")]
