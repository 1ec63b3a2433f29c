"""Frameworks in files: read and checked to the last fault, and written."""

from __future__ import annotations

import copy
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leeruitkomsten as lu
from leeruitkomsten import OngeldigRaamwerk, Raamwerk
from leeruitkomsten.bestanden import raamwerkbestand as bestand
from leeruitkomsten.bestanden.vorm import structureer
from leeruitkomsten.bouwen import bouw
from leeruitkomsten.identiteit import FORMAAT
from leeruitkomsten.verpakt import lees_gegevens, versies

Gegevens = dict[str, Any]
PAD = Path(lu.__file__).parent / "data" / "werkplekleren-1.0.json"


@pytest.fixture
def gegevens() -> Gegevens:
    return copy.deepcopy(lees_gegevens(versies()[-1]))


def fouten(bron: object) -> list[str]:
    """The faults of a file or of plain data, as sentences."""
    with pytest.raises(OngeldigRaamwerk) as fout:
        lu.lees(bron) if isinstance(bron, bytes) else bestand.uit_gegevens(bron)
    return [str(bevinding) for bevinding in fout.value.bevindingen]


def json_van(gegevens: object) -> bytes:
    return json.dumps(gegevens).encode()


def test_the_packaged_file_is_sound_and_both_ways_give_equal_objects(kader: Raamwerk) -> None:
    assert lees_gegevens("1.0")["formaat"] == FORMAAT
    assert lu.lees(PAD) == kader


def test_the_packaged_file_is_canonical(kader: Raamwerk) -> None:
    assert lu.schrijf(kader) == PAD.read_bytes()


def test_what_is_written_reads_back_equal(elk: Raamwerk, tmp_path: Path) -> None:
    kader, pad = elk, tmp_path / "x.json"
    inhoud = lu.schrijf(kader, pad)
    assert lu.lees(inhoud) == lu.lees(pad) == lu.lees(str(pad)) == kader
    with pad.open("rb") as binair, pad.open(encoding="utf-8") as tekst:
        assert lu.lees(binair) == lu.lees(tekst) == kader
    assert bouw(kader.als_dict()) == kader
    assert [*lu.lees(pad)] == [*kader]


def test_where_order_means_nothing_it_makes_no_difference(gegevens: Gegevens, kader: Raamwerk) -> None:
    ended = [{"code": code, "opvolgers": [], "sinds": "0.9", "reden": "proef"} for code in ("WP9", "WD9", "WD2.9a")]
    gegevens["errata"].reverse()
    een, ander = ({**gegevens, "vervallen": deel} for deel in (ended, ended[::-1]))
    assert bestand.uit_gegevens(een) == bestand.uit_gegevens(ander)
    assert bestand.uit_gegevens(een).errata == kader.errata
    assert lu.schrijf(bestand.uit_gegevens(een)) == lu.schrijf(bestand.uit_gegevens(ander))


def test_an_open_file_is_written_to(klein: Raamwerk) -> None:
    binair, tekst = io.BytesIO(), io.StringIO()
    inhoud = lu.schrijf(klein, binair)
    lu.schrijf(klein, tekst)
    assert binair.getvalue() == tekst.getvalue().encode() == inhoud


def test_each_criterium_stands_on_a_line_of_its_own(kader: Raamwerk) -> None:
    regels = lu.schrijf(kader).decode().splitlines()
    for c in kader.succescriteria:
        assert sum(f'"code": "{c.code}", "tekst": ' in regel for regel in regels) == 1


@pytest.mark.parametrize("waar", ["fsync", "replace", "chmod"])
def test_a_crash_leaves_the_old_file_whole(
    waar: str, klein: Raamwerk, kader: Raamwerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "x.json"
    lu.schrijf(kader, pad)

    def stuk(*_: object) -> None:
        raise OSError("de schijf is vol")

    monkeypatch.setattr(os, waar, stuk)
    with pytest.raises(OSError, match="de schijf is vol"):
        lu.schrijf(klein, pad)
    assert lu.lees(pad) == kader
    assert [p.name for p in tmp_path.iterdir()] == ["x.json"]


def test_rights_and_links_stay_as_they_were(klein: Raamwerk, kader: Raamwerk, tmp_path: Path) -> None:
    pad, link = tmp_path / "x.json", tmp_path / "link.json"
    lu.schrijf(kader, pad)
    pad.chmod(0o640)
    link.symlink_to(pad)
    lu.schrijf(klein, link)
    assert link.is_symlink()
    assert lu.lees(pad) == klein
    assert pad.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_rights_of_any_new_file(klein: Raamwerk, tmp_path: Path) -> None:
    lu.schrijf(klein, tmp_path / "x.json")
    (tmp_path / "y").write_text("")
    assert (tmp_path / "x.json").stat().st_mode == (tmp_path / "y").stat().st_mode


def test_a_framework_that_could_not_be_read_back_is_not_written(klein: Raamwerk, tmp_path: Path) -> None:
    import attrs

    with pytest.raises(OngeldigRaamwerk, match="naam: deze tekst is leeg"):
        lu.schrijf(attrs.evolve(klein, naam=""), tmp_path / "x.json")
    assert not list(tmp_path.iterdir())


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lu.lees(tmp_path / "nergens.json")


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", "is geen goede JSON (regel 1, kolom 1)"),
        (b"{", "is geen goede JSON (regel 1, kolom 2)"),
        (b'{"naam": "x"', "is geen goede JSON (regel 1, kolom 13)"),
        (b"\xef\xbb\xbf{}", "begint met een BOM; bewaar het als UTF-8 zonder BOM"),
        ("{}".encode("utf-16"), "is geen UTF-8 (bij byte 0)"),
        ('{"naam": "é"}'.encode("latin-1"), "is geen UTF-8 (bij byte 10)"),
        (b"[" * 100_000, "is te diep genest"),
        (b'{"a":' * 100_000, "is te diep genest"),
        (b'{"formaat": NaN}', "heeft een getal dat niet te lezen is"),
        (b'{"formaat": -Infinity}', "heeft een getal dat niet te lezen is"),
        (b'{"formaat": 1' + b"0" * 5000 + b"}", "heeft een getal dat niet te lezen is"),
        (b'{"naam": "\x01"}', "is geen goede JSON (regel 1, kolom 11)"),
        (b"[]", "hier hoort een object, er staat een lijst"),
        (b"null", "hier hoort een object, er staat null"),
        (b'"x"', "hier hoort een object, er staat 'x'"),
    ],
)
def test_what_is_no_sound_json_is_one_fault(inhoud: bytes, reden: str) -> None:
    assert fouten(inhoud) == [f"het bestand{': ' if reden.split(maxsplit=1)[0] == 'hier' else ' '}{reden}"]


def test_a_large_file_is_refused_unless_asked_for(kader: Raamwerk, tmp_path: Path) -> None:
    inhoud = lu.schrijf(kader)
    pad = tmp_path / "x.json"
    pad.write_bytes(inhoud)
    grens = len(inhoud)
    reden = f"het bestand is groter dan {grens - 1} bytes; vanuit Python kan er met grens= meer"
    for bron in (inhoud, pad, io.BytesIO(inhoud)):
        with pytest.raises(OngeldigRaamwerk) as fout:
            lu.lees(bron, grens=grens - 1)
        assert [str(f) for f in fout.value.bevindingen] == [reden]
    assert lu.lees(inhoud, grens=grens) == kader


def test_an_endless_file_is_not_read_to_its_end() -> None:
    class Eindeloos(io.RawIOBase):
        gelezen = 0

        def read(self, aantal: int = -1) -> bytes:
            assert aantal > 0
            self.gelezen += aantal
            return b" " * aantal

    bron = Eindeloos()
    with pytest.raises(OngeldigRaamwerk, match="is groter dan"):
        lu.lees(bron)
    assert bron.gelezen == bestand.GRENS + 1


def test_every_fault_is_named_with_its_path_in_the_order_of_the_file(gegevens: Gegevens) -> None:
    del gegevens["naam"]
    gegevens["formaat"] = True
    gegevens["bron"]["verwijzingen"][1] = None
    gegevens["niveaus"] = "1234"
    criteria = gegevens["leerlijnen"][0]["leeruitkomsten"][1]["succescriteria"]
    criteria[2]["tekst"] = 3
    criteria[2]["kleur"] = "rood"
    criteria[3]["code"] = "WP2.1a"
    gegevens["leerlijnen"][1] = []
    gegevens["extra"] = {}
    assert fouten(gegevens) == [
        "formaat: hier hoort het getal 2 (of 1, van vroeger), er staat true",
        "naam: deze sleutel ontbreekt",
        "bron.verwijzingen[1]: hier hoort tekst, er staat null",
        "niveaus: hier hoort een lijst, er staat '1234'",
        "leerlijnen[0].leeruitkomsten[1].succescriteria[2].kleur: deze sleutel is onbekend",
        "leerlijnen[0].leeruitkomsten[1].succescriteria[2].tekst: hier hoort tekst, er staat 3",
        "leerlijnen[0].leeruitkomsten[1].succescriteria[3].code: "
        "'WP2.1a' staat ook bij leerlijnen[0].leeruitkomsten[1].succescriteria[0]",
        "leerlijnen[1]: hier hoort een object, er staat een lijst",
        "errata[1].code: 'WD1.6a' staat niet in dit raamwerk",
        "extra: deze sleutel is onbekend",
    ]


def test_a_hundred_faults_are_named_and_the_others_counted(gegevens: Gegevens) -> None:
    gegevens["inleiding"] = [{"bij": "x", "tekst": ""} for _ in range(250)]
    with pytest.raises(OngeldigRaamwerk) as fout:
        bestand.uit_gegevens(gegevens)
    assert (len(fout.value.bevindingen), fout.value.meer) == (100, 150)
    assert fout.value.bevindingen[10].pad == "inleiding[10].tekst"
    assert str(fout.value).startswith("er zijn 250 fouten:")
    assert str(fout.value).endswith("- en nog 150 andere")


def test_a_list_of_rubbish_is_not_looked_at_to_its_end() -> None:
    with pytest.raises(OngeldigRaamwerk) as fout:
        lu.lees(json_van({"inleiding": [1] * 100_000}))
    assert len(fout.value.bevindingen) == 100
    assert fout.value.meer < 2000


def test_a_key_that_stands_twice_is_a_fault(kader: Raamwerk) -> None:
    inhoud = lu.schrijf(kader).replace(b'"fase": "Visiefase"', b'"fase": "Visiefase", "fase": "x", "x": 1, "x": 2')
    assert "niveaus[2]: sleutel 'fase' en 'x' staat er meer dan eens" in fouten(inhoud)


@given(st.binary(max_size=200))
def test_no_bytes_give_another_error(inhoud: bytes) -> None:
    with pytest.raises(OngeldigRaamwerk):
        lu.lees(inhoud)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda deel: st.lists(deel) | st.dictionaries(st.text(), deel),
    )
)
def test_no_plain_data_give_another_error(gegevens: object) -> None:
    with pytest.raises(OngeldigRaamwerk):
        bestand.uit_gegevens(gegevens)


RAAR = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just([]), st.just({}), st.just([[[]]]),
    st.sampled_from(["WP2", "WP2.1a", "\u202e", "\ud800", "x" * 10_000, -1, 0, 10**30, "EvL2", "2026-13-01", "e\u0301"]),
)  # fmt: skip


def paden(waarde: Any, pad: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Every place in plain data."""
    if isinstance(waarde, dict):
        return [pad, *(p for naam, deel in waarde.items() for p in paden(deel, (*pad, naam)))]
    if isinstance(waarde, list):
        return [pad, *(p for plaats, deel in enumerate(waarde) for p in paden(deel, (*pad, plaats)))]
    return [pad]


KLEIN = lu.laad().als_dict()
for lijn in KLEIN["leerlijnen"]:
    for uitkomst in lijn["leeruitkomsten"]:
        del uitkomst["succescriteria"][2:]
KLEIN["leerlijnen"] = KLEIN["leerlijnen"][:2]
KLEIN["errata"] = [{"code": "WP1.1a", "veld": "tekst", "staat": "contact", "bedoeld": "kontakt", "reden": "proef"}]
KLEIN["vervallen"] = [{"code": "WP1.9z", "opvolgers": ["WP1.1a"], "sinds": "0.9", "reden": "proef"}]
PADEN = paden(KLEIN)[1:]


@given(st.data())
def test_a_mutated_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    gegevens = copy.deepcopy(KLEIN)
    for _ in range(data.draw(st.integers(1, 4))):
        pad = data.draw(st.sampled_from(PADEN))
        ouder: Any = gegevens
        try:
            for stap in pad[:-1]:
                ouder = ouder[stap]
            if data.draw(st.booleans()):
                ouder[pad[-1]] = data.draw(RAAR)
            elif isinstance(ouder, list):
                ouder.append(copy.deepcopy(ouder[0]))
            else:
                del ouder[pad[-1]]
        except (KeyError, IndexError, TypeError):
            continue
    try:
        kader = bestand.uit_gegevens(gegevens)
    except OngeldigRaamwerk as fout:
        assert fout.bevindingen
        assert all(bevinding.pad and bevinding.reden for bevinding in fout.bevindingen)
        assert str(fout).isprintable() or "\n" in str(fout)
    else:
        assert lu.lees(lu.schrijf(kader)) == kader


def test_lists_of_rubbish_in_lists_are_not_looked_at_to_their_end(gegevens: Gegevens) -> None:
    leeg = {"code": "WP1", "tekst": "x", "succescriteria": [{"code": "WP1.1a", "tekst": ""}] * 900}
    gegevens["leerlijnen"] = [{"code": "WP", "naam": "x", "leeruitkomsten": [leeg] * 4}] * 50
    waarden, fouten = structureer(gegevens, Raamwerk)
    assert not waarden
    assert 1000 <= len(fouten) <= 4000


def test_of_very_many_faults_in_how_the_parts_hang_together_some_are_enough(gegevens: Gegevens) -> None:
    dubbel = {"code": "WP1.1a", "tekst": "x"}
    gegevens["leerlijnen"][0]["leeruitkomsten"][0]["succescriteria"] = [dubbel] * 20_000
    with pytest.raises(OngeldigRaamwerk) as fout:
        bestand.uit_gegevens(gegevens)
    assert len(fout.value.bevindingen) + fout.value.meer == 10_000


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (
            b'{"CFDocument": {}}',
            "het bestand is een CASE-pakket, geen raamwerk; lees het met uitwisseling.lees(\u2026, 'case')",
        ),
        (b'{"formaat": 2, "bewijs": []}', "het bestand is een portfolio, geen raamwerk"),
    ],
)
def test_another_kind_of_json_is_called_by_its_name(inhoud: bytes, zin: str) -> None:
    with pytest.raises(lu.OngeldigRaamwerk) as fout:
        lu.lees(inhoud)
    assert [str(bevinding) for bevinding in fout.value.bevindingen] == [zin]


def test_a_file_of_the_first_shape_is_read_here_too(kader: Raamwerk) -> None:
    oud = json.loads((Path(__file__).parent / "formaat1" / "werkplekleren-1.0.json").read_text("utf-8"))
    assert [c.code for c in bestand.uit_gegevens(oud).succescriteria] == [c.code for c in kader.succescriteria]


def test_a_niveau_in_a_wrong_place_is_one_fault() -> None:
    gegevens: Any = json.loads(lu.schrijf(lu.laad()))
    gegevens["niveaus"][0]["nummer"] = 100
    with pytest.raises(lu.OngeldigRaamwerk) as fout:
        bestand.uit_gegevens(gegevens)
    assert [bevinding.pad for bevinding in fout.value.bevindingen] == ["niveaus[0].nummer"]


def test_of_many_keys_that_stand_there_twice_three_are_named() -> None:
    for aantal, zin in (
        (3, "sleutel 'a0' en 'a1' en 'a2' staat"),
        (5, "sleutel 'a0' en 'a1' en 'a2' en nog 2 andere staat"),
    ):
        dubbel = ", ".join(f'"a{n}": 1, "a{n}": 2' for n in range(aantal))
        with pytest.raises(lu.OngeldigRaamwerk) as fout:
            lu.lees(f"{{{dubbel}}}".encode())
        assert any(bevinding.reden.startswith(zin) for bevinding in fout.value.bevindingen)


def test_what_is_lacking_is_named_in_the_order_of_the_file() -> None:
    with pytest.raises(lu.OngeldigRaamwerk) as fout:
        lu.lees(b"{}")
    in_het_bestand = [*json.loads(lu.schrijf(lu.laad()))]
    assert [bevinding.pad for bevinding in fout.value.bevindingen] == in_het_bestand
