"""The framework as a whole."""

from __future__ import annotations

import threading

import pandas as pd
import pytest

import leeruitkomsten as lu
from leeruitkomsten import Raamwerk
from leeruitkomsten.verpakt import NIEUWSTE


def test_the_packaged_framework_is_read_once() -> None:
    assert lu.laad() is lu.laad() is lu.laad(errata=False)
    assert lu.laad(errata=True) is lu.laad(errata=True) is not lu.laad()


def test_many_threads_get_one_framework(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leeruitkomsten.verpakt._geladen", {})
    wacht = threading.Barrier(8)
    gekregen: list[Raamwerk] = []

    def vraag() -> None:
        wacht.wait()
        gekregen.append(lu.laad())

    draden = [threading.Thread(target=vraag) for _ in range(8)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len({id(kader) for kader in gekregen}) == 1


def test_versions_are_asked_by_name(kader: Raamwerk) -> None:
    assert lu.versies()[-1] == NIEUWSTE == kader.versie
    assert all(lu.laad(versie).versie == versie for versie in lu.versies())
    for versie in ("9.9", "9.9+errata", "1.0+errata+errata", "", 1.0, "1.0 "):
        with pytest.raises(ValueError, match=r"versie .* zit niet in dit pakket; kies uit: 1.0"):
            lu.laad(versie)


def test_the_corrected_texts_are_a_version_that_can_be_asked_for_by_name() -> None:
    verbeterd = lu.laad(errata=True)
    assert lu.laad("1.0+errata") is lu.laad("1.0", errata=True) is lu.laad("1.0+errata", errata=True) is verbeterd
    assert lu.laad(verbeterd.versie) is verbeterd
    assert lu.laad(lu.laad().versie) is lu.laad()


def test_records_are_flat_one_per_criterium_in_source_order(kader: Raamwerk) -> None:
    records = kader.records()
    assert [record["criterium"] for record in records] == [c.code for c in kader.succescriteria]
    assert records[13] == {
        "criterium": "WP3.1a",
        "leerlijn": "WP",
        "leeruitkomst": "WP3",
        "rij": "WP.1",
        "niveau": 3,
        "letter": "a",
        "notatie": None,
        "tekst": "Je anticipeert op ordeverstoringen en hebt regie in de klas waarbij je positief gedrag versterkt.",
        "fase": "Visiefase",
    }
    assert kader.records() is not records


def test_records_make_a_data_frame(kader: Raamwerk) -> None:
    frame = pd.DataFrame(kader.records())
    assert list(frame.columns) == [
        "criterium", "leerlijn", "leeruitkomst", "rij", "niveau", "letter", "notatie", "tekst", "fase",
    ]  # fmt: skip
    assert frame.groupby("leerlijn", sort=False).size().to_dict() == {"WP": 30, "WD": 30, "WPO": 16, "WPI": 25}
    assert frame["niveau"].dtype == "int64"


def test_two_frameworks_share_nothing(kader: Raamwerk, klein: Raamwerk) -> None:
    klein.verdieping("A1", "A2")
    klein.zoek("nieuw")
    assert "A1" not in kader
    assert kader.zoek("nieuw") != klein.zoek("nieuw")
    with pytest.raises(lu.OnbekendeCode):
        kader.verdieping("A1", "A2")


def test_another_shape_works_in_every_question(klein: Raamwerk) -> None:
    assert [lijn.code for lijn in klein.leerlijnen] == ["PED", "A"]
    assert klein["A3.27z"].rij == "A.27"
    assert klein.opbouw("A3.27z").begint_op == 3
    assert klein.evl(3).succescriteria == (klein["A3.27z"],)
    assert klein["PED1.1a"] < klein["A1.1a"]
    assert klein.verdieping(1, 3)[-1].soort == "nieuw"
    assert klein.volgende("A3") is None
    assert [t.code for t in klein.zoek("script")] == ["PED1.1a"]
    assert len(klein.records()) == 8
    assert klein.controleer("pedi.27Z")[0].soort == "onbekend"
    assert klein.controleer("ped 1")[0].suggesties == ("PED1",)
    assert str(klein) == "<Klein>, versie 0.1"
