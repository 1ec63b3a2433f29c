"""What fuzzing found, and inputs that reach the various messages: each gives a framework or one error."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import pytest

from fuzz.lees import VONDSTEN, Soort, eigenschap

BESTANDEN = sorted(VONDSTEN.iterdir())


def test_there_are_finds_of_both_kinds() -> None:
    assert {pad.name.partition("-")[0] for pad in BESTANDEN} == set(get_args(Soort))


@pytest.mark.parametrize("pad", BESTANDEN, ids=[pad.name for pad in BESTANDEN])
def test_a_find_stays_found(pad: Path) -> None:
    eigenschap(pad.read_bytes(), cast("Soort", pad.name.partition("-")[0]))
