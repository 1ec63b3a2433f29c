"""JSON files: read with care, written so that two editions compare line by line, and as a whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import io
import json
import os
import re
import stat
import tempfile
from collections import Counter
from typing import IO, TYPE_CHECKING, Any, cast

from .fouten import Fout
from .vormcontrole import MetDubbeleSleutels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .fouten import OngeldigBestand

    Bron = str | os.PathLike[str] | bytes | IO[str] | IO[bytes]
    Doel = str | os.PathLike[str] | IO[str] | IO[bytes]

GRENS = 10_000_000
"""The largest file that is read without asking for more, in bytes; the packaged framework takes 35 thousand."""
MEEST_GENOEMD = 100
"""How many faults an error names; of the others it says how many there are."""


class Jsonbestand:
    """A kind of JSON file: the error that says what is wrong with one, and its keys in their order."""

    def __init__(self, fout: type[OngeldigBestand], sleutels: tuple[str, ...]) -> None:
        self._fout = fout
        self._sleutels = sleutels

    def lees(self, bron: Bron, grens: int) -> object:
        """Return what the JSON says, or raise with what is wrong with it as JSON."""
        inhoud = _inhoud(bron, grens)
        if len(inhoud) > grens:
            raise self.ongeldig(
                [Fout("het bestand", f"is groter dan {grens} bytes; geef met grens= een grotere grens op")]
            )
        try:
            return _json(inhoud)
        except _GeenJson as fout:
            raise self.ongeldig([Fout("het bestand", str(fout))]) from None

    def ongeldig(self, fouten: list[Fout]) -> OngeldigBestand:
        """Return the error that names these faults, in the order of the file."""
        op_volgorde = sorted(dict.fromkeys(fouten), key=self._plaats)
        return self._fout(tuple(op_volgorde[:MEEST_GENOEMD]), max(0, len(op_volgorde) - MEEST_GENOEMD))

    def _plaats(self, fout: Fout) -> tuple[int, list[tuple[bool, int, str]]]:
        """Sort paths as the file has them: `naam` before `bron`, `leerlijnen[2]` before `leerlijnen[10]`."""
        sleutel = re.split(r"[.\[]", fout.pad, maxsplit=1)[0]
        delen = [
            (deel.isdecimal(), int(deel) if deel.isdecimal() else 0, deel) for deel in re.split(r"([0-9]+)", fout.pad)
        ]
        return (self._sleutels.index(sleutel) if sleutel in self._sleutels else len(self._sleutels), delen)


class _GeenJson(Exception):
    """What is wrong with a file as JSON, in Dutch."""


def schrijf(gegevens: Any, doel: Doel | None) -> bytes:
    """Return plain data as the bytes of a canonical JSON file, and write them to `doel` if there is one."""
    return bewaar(f"{_regels(gegevens, 0)}\n".encode(), doel)


def bewaar(inhoud: bytes, doel: Doel | None) -> bytes:
    """Write bytes to a path, as a whole or not at all, or to an open file (text or binary); and return them."""
    if isinstance(doel, str | os.PathLike):
        _vervang(os.fspath(doel), inhoud)
    elif doel is not None:
        _in_bestand(doel, inhoud)
    return inhoud


def _inhoud(bron: Bron, grens: int) -> bytes:
    if isinstance(bron, bytes):
        return bron
    if isinstance(bron, str | os.PathLike):
        with open(bron, "rb") as bestand:
            return bestand.read(grens + 1)
    gelezen = bron.read(grens + 1)
    return gelezen.encode("utf-8", "surrogatepass") if isinstance(gelezen, str) else gelezen


def _json(inhoud: bytes) -> object:
    if inhoud[:3] == codecs.BOM_UTF8:
        raise _GeenJson("begint met een BOM; bewaar het als UTF-8 zonder BOM")
    try:
        return json.loads(inhoud.decode("utf-8"), object_pairs_hook=_object, parse_constant=_geen_getal)
    except UnicodeDecodeError as fout:
        reden = f"is geen UTF-8 (bij byte {fout.start})"
    except json.JSONDecodeError as fout:
        reden = f"is geen goede JSON (regel {fout.lineno}, kolom {fout.colno})"
    except RecursionError:
        reden = "is te diep genest"
    except ValueError:
        reden = "heeft een getal dat niet te lezen is"
    raise _GeenJson(reden)


def _object(paren: list[tuple[str, object]]) -> dict[str, object]:
    gegevens = dict(paren)
    if len(gegevens) == len(paren):
        return gegevens
    met_dubbele = MetDubbeleSleutels(gegevens)
    met_dubbele.dubbel = tuple(naam for naam, keren in Counter(naam for naam, _ in paren).items() if keren > 1)
    return met_dubbele


def _geen_getal(naam: str) -> object:
    raise ValueError(naam)


def _regels(waarde: Any, diepte: int) -> str:
    """Return canonical JSON: an object that holds no list or other object stands on one line."""
    if not isinstance(waarde, dict | list):
        return json.dumps(waarde, ensure_ascii=False)
    if isinstance(waarde, dict):
        velden = cast("dict[str, Any]", waarde)
        if not any(isinstance(deel, dict | list) for deel in velden.values()):
            return json.dumps(velden, ensure_ascii=False)
        regels = [f'"{naam}": {_regels(deel, diepte + 1)}' for naam, deel in velden.items()]
        begin, einde = "{}"
    else:
        regels = [_regels(deel, diepte + 1) for deel in cast("Iterable[Any]", waarde)]
        begin, einde = "[]"
    inspringing = "\n" + " " * (diepte + 1)
    binnen = f"{inspringing}{f',{inspringing}'.join(regels)}\n{' ' * diepte}" if regels else ""
    return begin + binnen + einde


def _vervang(pad: str, inhoud: bytes) -> None:
    """Write beside the file, to the disk, then put the new one in its place in one step."""
    echt = os.path.realpath(pad)
    nummer, tijdelijk = tempfile.mkstemp(dir=os.path.dirname(echt), prefix=f".{os.path.basename(echt)}.")
    try:
        with os.fdopen(nummer, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        os.chmod(tijdelijk, _rechten(echt))
        os.replace(tijdelijk, echt)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(tijdelijk)
        raise


def _rechten(pad: str) -> int:
    """Return the mode of the file that is there, or that of a new one."""
    if os.path.exists(pad):
        return stat.S_IMODE(os.stat(pad).st_mode)
    masker = os.umask(0)
    os.umask(masker)
    return 0o666 & ~masker


def _in_bestand(doel: IO[str] | IO[bytes], inhoud: bytes) -> None:
    als_tekst = isinstance(doel, io.TextIOBase)
    cast("IO[Any]", doel).write(inhoud.decode() if als_tekst else inhoud)
