"""The packaged data can be read from wherever Python imports the package."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import leeruitkomsten as lu

PAKKET = Path(lu.__file__).parent


def test_the_data_load_from_a_zip(tmp_path: Path) -> None:
    pad = tmp_path / "pakket.zip"
    with zipfile.ZipFile(pad, "w") as zip_:
        for bestand in PAKKET.rglob("*"):
            if bestand.is_file() and "__pycache__" not in bestand.parts:
                zip_.write(bestand, Path("leeruitkomsten") / bestand.relative_to(PAKKET))
    vraag = "import leeruitkomsten as lu; print(lu.__file__); print(lu.laad()); print(len(lu.verdieping('WP2', 'WP3'))); print(lu.versies())"
    klaar = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(pad)!r}); {vraag}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("COV")},
    )
    waar, kader, aantal, versies = klaar.stdout.splitlines()
    assert waar.startswith(str(pad))
    assert kader == "Leeruitkomsten van het werkplekleren, versie 1.0"
    assert (aantal, versies) == ("6", "('1.0',)")


def test_the_package_carries_its_types_and_data() -> None:
    assert (PAKKET / "py.typed").is_file()
    assert {pad.name for pad in (PAKKET / "data").iterdir()} == {
        "portfolio.schema.json",
        "raamwerk.schema.json",
        "werkplekleren-1.0.json",
    }


@pytest.mark.parametrize("errata", ["nee", 1, 0, None])
def test_errata_are_asked_for_with_true_or_false(errata: Any) -> None:
    with pytest.raises(lu.VerkeerdType, match="vraagt om True of False") as fout:
        lu.laad(errata=errata)
    assert fout.value.gegevens == {"errata": errata}
