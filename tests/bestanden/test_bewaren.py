"""Writing: as a whole or not at all, without touching what is of the whole process."""

from __future__ import annotations

import gc
import io
import os
from pathlib import Path

import pytest

from leeruitkomsten.bestanden.bewaren import bewaar


def test_bytes_go_to_a_path_an_open_file_or_nowhere(tmp_path: Path) -> None:
    binair, tekst = io.BytesIO(), io.StringIO()
    for doel in (None, tmp_path / "een", str(tmp_path / "twee"), binair, tekst):
        assert bewaar("é\n".encode(), doel) == "é\n".encode()
    assert (tmp_path / "een").read_bytes() == (tmp_path / "twee").read_bytes() == binair.getvalue() == b"\xc3\xa9\n"
    assert tekst.getvalue() == "é\n"


@pytest.mark.parametrize("masker", [0o022, 0o077, 0o000])
def test_a_new_file_has_the_rights_that_the_system_gives_one(
    masker: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = os.umask
    oud = echt(masker)
    try:
        monkeypatch.setattr(os, "umask", lambda _: pytest.fail("the mask is of the whole process"))
        monkeypatch.setattr(gc, "disable", lambda: pytest.fail("the collector is of the whole process"))
        bewaar(b"x", tmp_path / "x")
    finally:
        monkeypatch.undo()
        echt(oud)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o666 & ~masker


def test_a_file_that_is_there_keeps_its_rights_and_its_link(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"oud")
    (tmp_path / "x").chmod(0o604)
    (tmp_path / "link").symlink_to("x")
    bewaar(b"nieuw", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "x").read_bytes() == b"nieuw"
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o604


@pytest.mark.parametrize("waar", ["fsync", "replace", "chmod"])
def test_whatever_goes_wrong_the_old_file_is_there_and_nothing_beside_it(
    waar: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").write_bytes(b"oud")

    def stuk(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, waar, stuk)
    with pytest.raises(KeyboardInterrupt):
        bewaar(b"nieuw", tmp_path / "x")
    assert [(pad.name, pad.read_bytes()) for pad in tmp_path.iterdir()] == [("x", b"oud")]


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        bewaar(b"x", tmp_path / "geen" / "x")
