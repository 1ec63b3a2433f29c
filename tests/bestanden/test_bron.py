"""What is read, up to a size that is given beforehand."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest

import leeruitkomsten as lu
from leeruitkomsten.bestanden import bron as bron_
from leeruitkomsten.bestanden.bron import ZIP, lees_bytes, lees_tabelbytes


def test_a_path_an_open_file_and_bytes_give_the_same(tmp_path: Path) -> None:
    pad, inhoud = tmp_path / "x", "é".encode()
    pad.write_bytes(inhoud)
    for bron in (pad, str(pad), inhoud, bytearray(inhoud), memoryview(inhoud), io.BytesIO(inhoud), io.StringIO("é")):
        assert lees_bytes(bron, 10) == inhoud


def test_of_what_is_larger_no_more_is_read_than_shows_that_it_is(tmp_path: Path) -> None:
    pad = tmp_path / "x"
    pad.write_bytes(b"x" * 100)
    gelezen: list[int] = []

    class Bestand(io.BytesIO):
        def read(self, aantal: int | None = -1, /) -> bytes:
            gelezen.append(aantal or 0)
            return super().read(aantal)

    assert (
        len(lees_bytes(pad, 9))
        == len(lees_bytes(Bestand(b"x" * 100), 9))
        == len(lees_bytes(io.StringIO("x" * 100), 9))
        == 10
    )
    assert gelezen == [10]


@pytest.mark.parametrize(("begin", "hoogstens"), [(ZIP, 51), (b"xxxx", 11)])
def test_of_a_workbook_more_is_read_than_of_a_text(
    begin: bytes, hoogstens: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bron_, "GRENS", 10)
    monkeypatch.setattr(bron_, "WERKMAP", 50)
    for aantal in (4, 10, 11, 50, 51, 52, 100):
        inhoud = begin.ljust(aantal, b"x")
        (tmp_path / "x").write_bytes(inhoud)
        assert lees_tabelbytes(tmp_path / "x") == lees_tabelbytes(io.BytesIO(inhoud)) == inhoud[:hoogstens]
        assert lees_tabelbytes(inhoud) == inhoud


def test_a_pipe_that_gives_its_lines_bit_by_bit_is_read_to_its_end() -> None:
    lees, schrijf = os.pipe()
    stukken = [b"student,criterium\n", b"s1,WP1.1a\n", b"s2,WP2.1a\n"]

    class Pijp(io.FileIO):
        def read(self, aantal: int | None = -1, /) -> bytes:
            if stukken:
                os.write(schrijf, stukken.pop(0))
            else:
                os.close(schrijf)
            return super().read(aantal) or b""

    with Pijp(lees) as pijp:
        assert lees_bytes(pijp, 100) == b"student,criterium\ns1,WP1.1a\ns2,WP2.1a\n"


@pytest.mark.parametrize("grens", [None, "10", 1.5, True])
def test_a_bound_is_a_whole_number(grens: Any) -> None:
    with pytest.raises(lu.VerkeerdType, match=r"^grens= is een geheel getal \(bytes\), geen ") as fout:
        lees_bytes(b"x", grens)
    assert fout.value.gegevens == {"grens": grens}


def test_a_text_that_is_no_text_is_left_to_who_reads_it() -> None:
    assert lees_bytes(io.StringIO("\ud800"), 10) == b"\xed\xa0\x80"


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lees_bytes(tmp_path / "nergens", 10)


def test_what_cannot_be_read_is_given_back() -> None:
    bron: Any = 3
    with pytest.raises(lu.VerkeerdType, match=r"^hier hoort een pad, een open bestand of bytes, er staat 3$") as fout:
        lees_bytes(bron, 10)
    assert fout.value.gegevens == {"bron": 3}
