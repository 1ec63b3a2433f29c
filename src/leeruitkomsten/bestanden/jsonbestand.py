"""JSON files, read with care: whatever is wrong with one as JSON is said, and nothing of it is loaded."""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, cast

from ..fouten import Bevinding, Bevindingsoort
from .bron import lees_bytes

if TYPE_CHECKING:
    from ..fouten import OngeldigBestand
    from .bron import Bron


class MetDubbeleSleutels(dict[str, object]):
    """An object of a JSON file in which a key stands more than once: `dubbel` says which."""

    dubbel: tuple[str, ...]


def met_dubbele(gelezen: dict[str, Any], anders: dict[str, Any]) -> dict[str, Any]:
    """Return an object that comes in the place of one that was read, with the keys that stood there more than once."""
    if not isinstance(gelezen, MetDubbeleSleutels):
        return anders
    nieuw = MetDubbeleSleutels(anders)
    nieuw.dubbel = gelezen.dubbel
    return cast("dict[str, Any]", nieuw)


class Jsonbestand:
    """A kind of JSON file: the error that says what is wrong with one, and its keys in their order."""

    def __init__(self, fout: type[OngeldigBestand], sleutels: tuple[str, ...]) -> None:
        self._fout = fout
        self._sleutels = sleutels

    def lees(self, bron: Bron, grens: int) -> object:
        """Return what the JSON says, or raise with what is wrong with it as JSON."""
        inhoud = lees_bytes(bron, grens)
        if len(inhoud) > grens:
            reden = f"is groter dan {grens} bytes; vanuit Python kan er met grens= meer"
            raise self.ongeldig([Bevinding("het bestand", "te_groot", reden)])
        try:
            return _json(inhoud)
        except _GeenJson as fout:
            raise self.ongeldig([Bevinding("het bestand", fout.soort, fout.reden)]) from None

    def ongeldig(self, fouten: list[Bevinding], meer: int = 0) -> OngeldigBestand:
        """Return the error that names these faults, in the order of the file, and counts `meer` others that come behind them."""
        op_volgorde = sorted(dict.fromkeys(fouten), key=self._plaats)
        return self._fout.van(op_volgorde, meer)

    def _plaats(self, fout: Bevinding) -> tuple[int, list[tuple[bool, int, str]]]:
        """Sort paths as the file has them: `naam` before `bron`, `leerlijnen[2]` before `leerlijnen[10]`."""
        sleutel = re.split(r"[.\[]", fout.pad, maxsplit=1)[0]
        delen = [
            (deel.isdecimal(), int(deel) if deel.isdecimal() else 0, deel) for deel in re.split(r"([0-9]+)", fout.pad)
        ]
        return (self._sleutels.index(sleutel) if sleutel in self._sleutels else len(self._sleutels), delen)


class _GeenJson(Exception):
    """What is wrong with a file as JSON: `soort` and `reden` of a `Bevinding`."""

    def __init__(self, reden: str, soort: Bevindingsoort = "onleesbaar") -> None:
        super().__init__(reden)
        self.reden = reden
        self.soort: Bevindingsoort = soort


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
        raise _GeenJson("is te diep genest", "te_diep") from None
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
