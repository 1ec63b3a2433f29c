"""Which framework, and exactly which contents."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from conftest import RAAMWERKEN
from leeruitkomsten import OngeldigRaamwerk, Raamwerk
from leeruitkomsten.identiteit import Kenmerk, canoniek, sleutel_van, uuid
from leeruitkomsten.velden import SOORTEN
from leeruitkomsten.verpakt import _VINGERAFDRUK

DATA = Path(lu.__file__).parent / "data"


def test_the_fingerprint_is_that_of_the_file(elk: Raamwerk) -> None:
    assert elk.vingerafdruk == hashlib.sha256(lu.schrijf(elk)).hexdigest()
    assert elk.kenmerk == Kenmerk(elk.sleutel, elk.naam, elk.versie, elk.vingerafdruk)
    assert elk.kenmerk is elk.kenmerk


@pytest.mark.parametrize("versie", lu.versies())
def test_the_fingerprints_that_the_package_knows_are_those_of_its_files(versie: str) -> None:
    inhoud = (DATA / f"werkplekleren-{versie}.json").read_bytes()
    assert _VINGERAFDRUK[versie] == hashlib.sha256(inhoud).hexdigest() == lu.laad(versie).vingerafdruk
    assert set(_VINGERAFDRUK) == set(lu.versies())


def test_the_packaged_framework_says_who_it_is(kader: Raamwerk) -> None:
    assert (kader.sleutel, kader.taal, kader.uitgever, kader.licentie) == ("werkplekleren", "nl", None, None)
    assert kader.kenmerk.als_dict() == {
        "sleutel": "werkplekleren",
        "naam": "Leeruitkomsten van het werkplekleren",
        "versie": "1.0",
        "vingerafdruk": kader.vingerafdruk,
    }
    assert str(kader.kenmerk) == "Leeruitkomsten van het werkplekleren, versie 1.0"


def test_any_other_contents_have_another_fingerprint(kader: Raamwerk) -> None:
    anders = [
        attrs.evolve(kader, **{naam: waarde})
        for naam, waarde in {
            "taal": "nl-NL",
            "uitgever": "x",
            "licentie": "x",
            "datum": "2026-11-25",
            "errata": (),
        }.items()
    ]
    assert (
        len({elk.vingerafdruk for elk in (kader, lu.laad(errata=True), *anders, *RAAMWERKEN.values())})
        == 7 + len(RAAMWERKEN) - 1
    )
    assert attrs.evolve(kader).kenmerk == kader.kenmerk


@pytest.mark.parametrize("anders", [
    {"sleutel": "A"}, {"sleutel": "x"}, {"sleutel": "x" * 41}, {"sleutel": "é-x"}, {"versie": "1 0"}, {"naam": ""},
    {"vingerafdruk": ""}, {"vingerafdruk": "x" * 64}, {"vingerafdruk": "A" * 64},
])  # fmt: skip
def test_a_kenmerk_has_its_form(anders: dict[str, str], kader: Raamwerk) -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        attrs.evolve(kader.kenmerk, **anders)
    assert [bevinding.pad for bevinding in fout.value.bevindingen] == list(anders)


def test_a_uuid_depends_on_key_and_code_only() -> None:
    # By hand: uuid5(uuid5(UUID("52eec819-e18c-4adc-b30b-a7589e692936"), "werkplekleren"), "WP2").
    assert str(uuid("werkplekleren", "WP2")) == "5e464596-5e43-57e5-aaab-9f20f0033e72"
    assert (
        len({uuid(sleutel, code) for sleutel in ("aa", "ab", "werkplekleren") for code in ("WP", "WP2", "EvL2")}) == 9
    )


@given(st.text(min_size=1))
def test_every_name_gives_a_key_that_is_one(naam: str) -> None:
    assert SOORTEN["sleutel"].gebrek(sleutel_van(naam)) is None


@pytest.mark.parametrize(("naam", "sleutel"), [
    ("Leeruitkomsten van het werkplekleren", "werkplekleren"), ("Klein", "klein"), ("  Één & twee ", "een-twee"),
    ("é", f"raamwerk-{hashlib.sha256('é'.encode()).hexdigest()[:8]}"), ("x" * 40, "x" * 40),
    ("x" * 41, f"{'x' * 31}-{hashlib.sha256(b'x' * 41).hexdigest()[:8]}"),
])  # fmt: skip
def test_a_key_follows_from_a_name(naam: str, sleutel: str) -> None:
    assert sleutel_van(naam) == sleutel


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda deel: st.lists(deel) | st.dictionaries(st.text(), deel),
    )
)
def test_the_canonical_form_says_the_same_and_has_one_line_end(gegevens: object) -> None:
    inhoud = canoniek(gegevens) if "\ud800" not in repr(gegevens) else b""
    assert not inhoud or json.loads(inhoud) == gegevens
    assert not inhoud or (inhoud.endswith(b"\n") and not inhoud.endswith(b"\n\n"))


def test_the_canonical_form_is_line_by_line() -> None:
    assert canoniek({"a": [], "b": {"c": 1, "d": "é"}, "e": [{"f": [1]}], "g": {}}).decode() == (
        '{\n "a": [],\n "b": {"c": 1, "d": "é"},\n "e": [\n  {\n   "f": [\n    1\n   ]\n  }\n ],\n "g": {}\n}\n'
    )


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Leeruitkomsten werkplekleren van Hogeschool Amsterdam", "Leeruitkomsten werkplekleren van Hogeschool Rotterdam"),
        ("日本", "中国"), ("---", "+++"), ("Werkplekleren", "werkplekleren"), ("a", "b"),
    ],
)  # fmt: skip
def test_names_that_leave_too_little_or_too_much_still_have_keys_of_their_own(een: str, ander: str) -> None:
    sleutels = {sleutel_van(een), sleutel_van(ander), sleutel_van(lu.laad().naam)}
    assert len(sleutels) == 3
    assert all(SOORTEN["sleutel"].gebrek(sleutel) is None for sleutel in sleutels)
