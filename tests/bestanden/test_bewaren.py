"""Writing: as a whole or not at all, into what is no file, without touching what is of the whole process."""

from __future__ import annotations

import errno
import gc
import io
import os
import pty
import re
import socket
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest

from leeruitkomsten import VerkeerdType
from leeruitkomsten.bestanden.bewaren import bewaar


def test_bytes_go_to_a_path_an_open_file_or_nowhere(tmp_path: Path) -> None:
    binair, tekst = io.BytesIO(), io.StringIO()
    for doel in (None, tmp_path / "een", str(tmp_path / "twee"), binair, tekst):
        assert bewaar("é\n".encode(), doel) == "é\n".encode()
    assert (tmp_path / "een").read_bytes() == (tmp_path / "twee").read_bytes() == binair.getvalue() == b"\xc3\xa9\n"
    assert tekst.getvalue() == "é\n"


@pytest.mark.parametrize("wijze", ["w+", "w+b"])
def test_a_temporary_file_is_text_or_binary_as_it_was_opened(wijze: str) -> None:
    with tempfile.NamedTemporaryFile(wijze, encoding="utf-8" if wijze == "w+" else None) as bestand:
        bewaar("é\n".encode(), bestand)
        bestand.seek(0)
        assert bestand.read() == ("é\n" if wijze == "w+" else "é\n".encode())


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
    with pytest.raises(FileNotFoundError, match=re.escape(repr(str(tmp_path / "geen" / "x")))):
        bewaar(b"x", tmp_path / "geen" / "x")


@pytest.mark.parametrize("naam", ["", ".", "..", "x/"])
def test_a_folder_is_no_file(naam: str, tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        bewaar(b"x", f"{tmp_path}/{naam}")
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_what_is_not_there_yet_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("x")
    bewaar(b"nieuw", tmp_path / "link")
    assert os.readlink(tmp_path / "link") == "x"
    assert (tmp_path / "x").read_bytes() == b"nieuw"


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    langste = os.pathconf(tmp_path, "PC_NAME_MAX")
    for inhoud in (b"eerst", b"later"):
        bewaar(inhoud, tmp_path / ("x" * langste))
        assert [(len(pad.name), pad.read_bytes()) for pad in tmp_path.iterdir()] == [(langste, inhoud)]
    with pytest.raises(OSError, match="long") as fout:
        bewaar(b"x", tmp_path / ("x" * (langste + 1)))
    assert fout.value.errno == errno.ENAMETOOLONG


VEEL = b"veel meer dan er in een buis past\n" * 10_000


def lees_leeg(nummer: int, gelezen: list[bytes]) -> threading.Thread:
    """A reader of an open file, to its end; a terminal ends with an error."""

    def lees() -> None:
        try:
            while deel := os.read(nummer, 65536):
                gelezen.append(deel)
        except OSError:
            pass

    draad = threading.Thread(target=lees)
    draad.start()
    return draad


@pytest.mark.parametrize("overschrijf", [True, False])
@pytest.mark.parametrize("via_link", [False, True])
def test_a_named_pipe_is_written_into_and_stays_one(via_link: bool, overschrijf: bool, tmp_path: Path) -> None:
    buis = tmp_path / "buis"
    os.mkfifo(buis)
    doel = buis
    if via_link:
        doel = tmp_path / "link"
        doel.symlink_to("buis")
    voor = sorted(tmp_path.iterdir())
    gelezen: list[bytes] = []
    lezer = threading.Thread(target=lambda: gelezen.append(buis.read_bytes()))
    lezer.start()
    bewaar(VEEL, doel, overschrijf=overschrijf)
    lezer.join()
    assert gelezen == [VEEL]
    assert buis.is_fifo()
    assert sorted(tmp_path.iterdir()) == voor


def test_a_terminal_is_written_into_and_does_not_become_ours() -> None:
    meester, slaaf = pty.openpty()
    naam = os.ttyname(slaaf)
    gelezen: list[bytes] = []
    lezer = lees_leeg(meester, gelezen)
    bewaar(b"hallo", naam)
    os.close(slaaf)
    lezer.join()
    os.close(meester)
    assert b"".join(gelezen) == b"hallo"


def test_a_device_is_written_into_and_stays_one(tmp_path: Path) -> None:
    apparaat = tmp_path / "vol"
    try:
        os.mknod(apparaat, 0o020666, os.makedev(1, 7))  # as /dev/full: whatever is written to it does not fit
        os.close(os.open(apparaat, os.O_WRONLY))
    except PermissionError:
        pytest.skip("only root may make a device, and not everywhere")
    with pytest.raises(OSError, match="space") as fout:
        bewaar(b"x", apparaat)
    assert fout.value.errno == errno.ENOSPC
    assert apparaat.is_char_device()
    assert list(tmp_path.iterdir()) == [apparaat]


def test_a_socket_is_refused_and_stays_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the address of a socket may not be long
    with socket.socket(socket.AF_UNIX) as stopcontact:
        stopcontact.bind("s")
        with pytest.raises(OSError, match="device or address"):
            bewaar(b"x", "s")
    assert Path("s").is_socket()
    assert list(tmp_path.iterdir()) == [tmp_path / "s"]


VANZELF = ["/dev/fd/{}", "/proc/self/fd/{}", "/dev/../dev/fd/{}"]


@pytest.mark.parametrize("naam", VANZELF)
def test_an_open_file_by_its_number_is_written_where_it_stands(naam: str, tmp_path: Path) -> None:
    with (tmp_path / "x").open("w+b") as bestand:
        bestand.write(b"eerst ")
        bestand.flush()
        bewaar(b"dan", naam.format(bestand.fileno()), overschrijf=False)
        bestand.seek(0, io.SEEK_END)
        bestand.write(b" en later")
    assert [(pad.name, pad.read_bytes()) for pad in tmp_path.iterdir()] == [("x", b"eerst dan en later")]


def test_a_link_to_an_open_file_and_a_socket_that_is_open(tmp_path: Path) -> None:
    hier, daar = socket.socketpair()
    with hier, daar:
        (tmp_path / "link").symlink_to(f"/dev/fd/{hier.fileno()}")
        (tmp_path / "naar").symlink_to("link")
        bewaar(b"hallo", tmp_path / "naar")
        assert daar.recv(9) == b"hallo"
    with pytest.raises(OSError, match="descriptor"):
        bewaar(b"x", tmp_path / "naar")
    assert {pad.name for pad in tmp_path.iterdir()} == {"link", "naar"}


def test_links_that_go_round_are_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic") as fout:
        bewaar(b"x", tmp_path / "a")
    assert fout.value.errno == errno.ELOOP


def weiger(nummer: int) -> Any:
    """What a call does that the system refuses."""

    def geweigerd(*_: object, **__: object) -> None:
        raise OSError(nummer, os.strerror(nummer))

    return geweigerd


VAST = [errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES, errno.EROFS]


@pytest.mark.parametrize("inhoud", [b"n", b"nieuw en langer"])
@pytest.mark.parametrize("nummer", VAST)
def test_a_file_that_cannot_be_replaced_is_written_where_it_stands(
    nummer: int, inhoud: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "x"
    pad.write_bytes(b"oud")
    zelfde = pad.stat().st_ino
    monkeypatch.setattr(os, "replace", weiger(nummer))
    bewaar(inhoud, pad)
    assert [(deel.name, deel.read_bytes()) for deel in tmp_path.iterdir()] == [("x", inhoud)]
    assert pad.stat().st_ino == zelfde
    with pytest.raises(OSError, match=os.strerror(nummer)):
        bewaar(inhoud, tmp_path / "nieuw")  # nothing stands there to write into
    assert [deel.name for deel in tmp_path.iterdir()] == ["x"]


def test_a_folder_in_which_nothing_may_be_made_does_not_keep_a_file_from_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").write_bytes(b"oud")
    echt = os.open

    def alleen_wat_er_is(pad: str, wijze: int, *rest: int) -> int:
        if wijze & os.O_CREAT:
            raise OSError(errno.EROFS, "read-only")
        return echt(pad, wijze, *rest)

    monkeypatch.setattr(os, "open", alleen_wat_er_is)
    bewaar(b"nieuw", tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == b"nieuw"


@pytest.mark.parametrize("fout", [OSError(errno.ENOSPC, "vol"), KeyboardInterrupt()])
def test_what_goes_wrong_in_a_file_that_cannot_be_replaced_is_taken_back(
    fout: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "x"
    pad.write_bytes(b"oud")
    echt, keren = os.fsync, iter([False, True, False])

    def stuk(nummer: int) -> None:  # the first is that of the file beside it, the third of what is put back
        if next(keren):
            raise fout
        echt(nummer)

    monkeypatch.setattr(os, "replace", weiger(errno.EBUSY))
    monkeypatch.setattr(os, "fsync", stuk)
    with pytest.raises(type(fout)):
        bewaar(b"nieuw en langer", pad)
    assert [(deel.name, deel.read_bytes()) for deel in tmp_path.iterdir()] == [("x", b"oud")]


@pytest.mark.parametrize("oud", [b"oud", b"nieuW", b"nieuw meer"])
def test_another_content_is_replaced_only_where_that_was_asked(oud: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "x"
    pad.write_bytes(oud)
    with pytest.raises(FileExistsError):
        bewaar(b"nieuw", pad, overschrijf=False)
    assert [(deel.name, deel.read_bytes()) for deel in tmp_path.iterdir()] == [("x", oud)]
    bewaar(b"nieuw", pad)
    assert pad.read_bytes() == b"nieuw"


@pytest.mark.parametrize("oud", [None, b"", b"nieuw"])
def test_nothing_is_lost_with_a_new_file_an_empty_one_and_one_of_the_same_content(
    oud: bytes | None, tmp_path: Path
) -> None:
    if oud is not None:
        (tmp_path / "x").write_bytes(oud)
    bewaar(b"nieuw", tmp_path / "x", overschrijf=False)
    assert [(pad.name, pad.read_bytes()) for pad in tmp_path.iterdir()] == [("x", b"nieuw")]


def test_what_cannot_be_written_to_is_given_back() -> None:
    doel: Any = 3
    with pytest.raises(VerkeerdType, match=r"^hier hoort een pad of een open bestand, er staat 3$") as fout:
        bewaar(b"x", doel)
    assert fout.value.gegevens == {"doel": 3}


@pytest.mark.parametrize("namen", [1, 2])
def test_of_all_who_write_at_once_one_has_the_file_as_a_whole(namen: int, tmp_path: Path) -> None:
    pad = tmp_path / "x"
    pad.write_bytes(b"oud")
    if namen > 1:
        os.link(pad, tmp_path / "ook")
    inhouden = [bytes([65 + n]) * (300_000 + 50_000 * n) for n in range(6)]
    gezien: list[bytes] = []
    for _ in range(5):
        samen = threading.Barrier(len(inhouden))

        def schrijf(inhoud: bytes, samen: threading.Barrier = samen) -> None:
            samen.wait()
            bewaar(inhoud, pad)

        draden = [threading.Thread(target=schrijf, args=(inhoud,)) for inhoud in inhouden]
        for draad in draden:
            draad.start()
        if namen == 1:  # a file that is replaced is whole at every moment
            gezien += (pad.read_bytes() for _ in range(10))
        for draad in draden:
            draad.join()
        gezien.append(pad.read_bytes())
    assert [len(inhoud) for inhoud in gezien if inhoud not in (b"oud", *inhouden)] == []
    assert len(list(tmp_path.iterdir())) == namen


def test_all_names_of_a_file_have_what_was_written(tmp_path: Path) -> None:
    een, ander = tmp_path / "een", tmp_path / "ander"
    een.write_bytes(b"een heel lange tekst")
    ander.hardlink_to(een)
    bewaar(b"nieuw", een)
    assert (een.read_bytes(), ander.read_bytes(), een.stat().st_nlink) == (b"nieuw", b"nieuw", 2)
    assert sorted(tmp_path.iterdir()) == [ander, een]
