"""What a command makes: to a file or to standard output, never over what somebody else wrote."""

from __future__ import annotations

import errno
import functools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..bestanden.bewaren import bewaar, nummer_van
from ..bestanden.raamwerkbestand import schrijf
from ..zinnen import citaat
from .nederlands import vraagfout
from .scherm import Dicht, toon_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..raamwerk import Raamwerk


class Bestemming(NamedTuple):
    """Where what a command makes goes: to a file, or (`None`) to standard output."""

    uit: str | None
    overschrijf: bool
    als_json: bool

    @classmethod
    def van(cls, uit: str | None, overschrijf: bool, als_json: bool) -> Bestemming:  # as the options are
        """Return where the options say; `-` is standard output.

        Raises:
            UsageError: JSON is asked for about a file, and there is none.
        """
        doel = cls(None if uit == "-" else uit, overschrijf, als_json)
        if doel.uit is None and als_json:
            raise vraagfout("--json zegt wat er in het bestand staat; geef dat bestand met -o op")
        return doel

    @property
    def zwijgt(self) -> bool:
        """Whether standard output has no room for an answer beside what was made: it goes there itself, or nobody reads it."""
        return self.uit is None or self.als_json or isinstance(sys.stdout, Dicht) or _is_uitvoer(self.uit)

    def lever(self, inhoud: bytes, zin: str, gegevens: Mapping[str, object]) -> None:
        """Write what was made, and say of a file that it is there: by its name and a sentence, or as JSON."""
        if self.uit is None:
            click.echo(inhoud, nl=False)
            return
        self._schrijf(self.uit, inhoud)
        naar_zichzelf = _is_uitvoer(self.uit)
        if self.als_json:
            toon_json({"bestand": self.uit, **gegevens}, err=naar_zichzelf)
        elif not isinstance(sys.stdout, Dicht):  # the file is what was asked for; the sentence is not
            click.echo(f"{self.uit}{zin}", err=naar_zichzelf)

    def _schrijf(self, uit: str, inhoud: bytes) -> None:
        try:
            bewaar(inhoud, uit, overschrijf=self.overschrijf)
        except FileExistsError as fout:
            reden = "bestaat al, en er staat iets anders in; kies een andere naam, of vervang het met --overschrijf"
            raise vraagfout(f"{citaat(uit)} {reden}") from fout
        except BrokenPipeError:  # the reader of a pipe has seen enough
            raise
        except OSError as fout:
            raise vraagfout(f"{citaat(uit)} is niet te schrijven: {schrijffout(fout)}") from fout


def lever_raamwerk(doel: Bestemming, kader: Raamwerk, **gegevens: object) -> None:
    """Write a framework as its file, and say how much is in it; `gegevens` go along in JSON."""
    aantallen = {"leeruitkomsten": len(kader.leeruitkomsten), "succescriteria": len(kader.succescriteria)}
    zin = ": " + " en ".join(f"{aantal} {wat}" for wat, aantal in aantallen.items())
    doel.lever(schrijf(kader), zin, {"kenmerk": kader.kenmerk.als_dict(), **aantallen, **gegevens})


def met_doel(uitleg: str, *, verplicht: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the options that say where what it makes goes, as its argument `doel`; `-` is standard output."""

    def met_opties(opdracht: Callable[..., Any]) -> Callable[..., Any]:
        @click.option("-o", "--uit", metavar="BESTAND", required=verplicht, help=uitleg)
        @click.option("--overschrijf", is_flag=True, help="Vervang het bestand ook als er iets anders in staat.")
        @click.option("--json", "als_json", is_flag=True, help="Geef als JSON wat er geschreven is; vraagt om -o.")
        @functools.wraps(opdracht)
        def met_bestemming(*, uit: str | None, overschrijf: bool, als_json: bool, **argumenten: Any) -> Any:
            return opdracht(doel=Bestemming.van(uit, overschrijf, als_json), **argumenten)

        return met_bestemming

    return met_opties


def niet_op_scherm(wat: str, raad: str) -> None:
    """Refuse to pour what nobody can read over a terminal, and say what to do instead."""
    if sys.stdout.isatty():
        raise vraagfout(f"{wat} voor een scherm; {raad}")


def geen_bestand(uit: str) -> bool:
    """Say whether what a path names is no file or folder: a pipe, a device, an open file such as `/dev/stdout`."""
    return nummer_van(uit) is not None or (os.path.exists(uit) and not os.path.isfile(uit) and not os.path.isdir(uit))


def vorm_van(bestand: str, vormen: tuple[str, ...]) -> str:
    """Return the ending of the name of a file, which must be one of these; what is no file gets the first."""
    vorm = Path(bestand).suffix.casefold()
    if not vorm and geen_bestand(bestand):
        return vormen[0]
    if vorm not in vormen:
        *eerste, laatste = vormen
        wel = f"{', '.join(eerste)} of {laatste}" if eerste else laatste
        pdf = (
            "; maak een pdf door het bestand op .html te openen en af te drukken"
            if vorm == ".pdf" and ".html" in vormen
            else ""
        )
        raise vraagfout(f"{citaat(bestand)}: de naam van het bestand eindigt hier op {wel}{pdf}")
    return vorm


def _is_uitvoer(uit: str) -> bool:
    """Say whether a path is that of standard output, where no sentence may follow on what was written."""
    try:
        return os.path.samestat(os.stat(uit), os.fstat(sys.stdout.fileno()))
    except OSError:
        return False


_REDENEN = {
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "wat er als map staat is een bestand",
    errno.EISDIR: "dat is een map",
    errno.EACCES: "dat mag niet; is het beveiligd, of nog open in een ander programma?",
    errno.EPERM: "dat mag niet; is het beveiligd?",
    errno.EROFS: "daar is alleen te lezen",
    errno.EBUSY: "het is in gebruik",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je schijfruimte is op",
    errno.EFBIG: "het is te groot",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de verwijzingen gaan in een kring",
    errno.ENXIO: "daar luistert niemand",
    errno.EBADF: "die uitvoer is niet open",
    errno.EIO: "het apparaat werkt niet mee",
}


def schrijffout(fout: OSError) -> str:
    """Return why something could not be written, in Dutch where it is a reason that we know."""
    return _REDENEN.get(fout.errno or 0, fout.strerror or "onbekende reden")
